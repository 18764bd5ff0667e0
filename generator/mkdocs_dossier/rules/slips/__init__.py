"""One module for each rule about what is most often a slip, named as the rule.

What several of them use: `unused` finds records that nothing names; `dated` pairs dates with the passages
that they may be known from; `called` finds names in a text; `reporting` says which sources report what others
said.
"""
