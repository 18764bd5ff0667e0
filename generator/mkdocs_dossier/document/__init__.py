"""A page as a value, and the writers that turn it into text.

Read `nodes` first, the value itself, and `compose`, the short functions that pages make it with; then
`prose`, which parses the prose fields of a dossier into the same nodes. The writers: `markdown`, which the
site is built from, `html`, and `plain`. `entries` takes a page apart for search.
"""
