"""One module for each rule about what is most often a slip, named as the rule.

What several of them use: `unused` finds records that nothing names; `dated` pairs dates with the passages
that they may be known from; `called` finds names in a text, and `others` whether it names somebody else only;
`reporting` says which sources report what others said. `spoken` lists the reports of what somebody said;
`outside` cuts a text at its quotation marks, `introduced` finds the words around a quotation, and `leftout`
what it leaves out.
"""
