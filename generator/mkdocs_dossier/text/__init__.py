"""Text, before it means anything.

`characters` shows what nobody sees; `lines` counts lines; `shortening` makes text fit; `folding` brings words
into a form without case and diacritics; `lookalikes` tells apart words that look the same; `languages` gives
the direction of writing; `spellings` lists what a name is searched by; `messages` marks what is translated.
"""
