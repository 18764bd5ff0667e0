"""The words of several languages that rules know."""
