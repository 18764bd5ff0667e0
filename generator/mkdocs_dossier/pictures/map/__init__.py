"""The map of places, on the outlines of countries."""
