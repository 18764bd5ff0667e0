"""Who is tied to whom.

`ties` holds the ties and what both pictures share; `neighbours` draws those around one actor, `network` all
of them, laid out by `graphviz`.
"""
