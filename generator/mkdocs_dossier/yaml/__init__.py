"""Read YAML into nodes that know their places, and say in an author's words what is wrong with it.

`files` decodes bytes; `tree` holds the nodes; `parse` builds them; `errors` explains why the parser stopped;
`comments` finds the comments that turn a rule off.
"""
