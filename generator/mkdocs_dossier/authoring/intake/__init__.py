"""Takes the text of an article, and what is known of it, out of the formats that articles come in.

One module a format; what takes a file of a stranger apart runs in a process of its own (see `bounded`), and
answers with an `Answer`.
"""
