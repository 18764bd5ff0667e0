"""From the text of an article to a first version of its records, by rules, which a person then approves.

In the order that a text passes: `splitting`, `nouns` and `verbs`, `attribution`, `cast`, `content`; then
`analysis`, which reads a whole text, and `drafted`, the records of a draft with the reasons of their fields.
`packs` has the words of each language, and `pointing` lets a model correct what was read.
"""
