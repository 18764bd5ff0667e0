"""Find a quotation in the text that it is said to come from: by which tier, at which characters, or why not.

A fragment is in the text by one of the tiers of `search.Tier`, or it is not. Likeness is used for one thing
only, the suggestion that goes with an error.

`edges` says where a quotation may begin and end, by `letters`, `hyphens` (with `prefixes`) and `proclitics`.
`marks` finds what stands inside quotation marks, `speech` (with `speechwords`) what is set as speech without
them, `brackets` what stands in brackets. `sourcetext` brings a text into the form that is searched; `search`
finds fragments, and `match` verifies a quotation with them; `context` shows the words around a match.
`differences`, `nearest` and `wording` say why a fragment was not found.
"""
