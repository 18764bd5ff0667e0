"""A text as sentences of tokens: words, signs, and quotations, each of which is one token."""
