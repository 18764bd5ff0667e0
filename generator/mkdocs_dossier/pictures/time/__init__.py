"""What is drawn along an axis of time."""
