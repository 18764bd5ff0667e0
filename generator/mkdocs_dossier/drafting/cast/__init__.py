"""Whom the phrases mean: all names of one person or body together, pronouns and posts, countries, places."""
