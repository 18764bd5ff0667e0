"""The format's value types: each reads a text, and says in an author's words what is wrong with it.

Every parser takes the text of one scalar and raises `InvalidValue`. White space around it never counts.
"""
