"""What every picture is drawn with.

`svg` writes and escapes elements, `lettering` estimates the width of text, and `picture` puts a drawing into
its figure, with its shapes and its legend.
"""
