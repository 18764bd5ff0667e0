"""The rules that a dossier is held to: what the format asks for, and what is most often a slip.

`rule` says what a rule is; `format` holds the rules of the format, `slips` those about slips, and `lexicon`
the words that these look for; `ownwords` lists what authors wrote themselves; `registry` finds and runs all
rules; `allowances` turns some off; `manual` writes their page.
"""
