"""Finding a quotation in the text it is said to come from: by which tier, at which characters, or why not.

Nothing here is fuzzy but the suggestion that goes with an error: a fragment is in the text by one of the
tiers of `Tier`, or it is not.
"""
