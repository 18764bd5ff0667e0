"""The MkDocs plugin.

Read `hooks` first: what it does at each of MkDocs' events. `theme` escapes what a theme prints, `serve`
decides when `mkdocs serve` builds, by what `watched` sees; `collector` pauses Python's garbage collector.
"""
