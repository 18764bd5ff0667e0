"""What writes into an author's files: a new dossier, a source, a fix, another id.

Nothing here changes a character that it was not asked to change: a text is replaced where it stands, and
the result is read again and compared with what it ought to be before anything is written.
"""
