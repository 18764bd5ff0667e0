"""The pages of the site.

Read `view` first: what every page is written from, and what a kind of page is. `parts`, `indexes`, `names`,
`terms`, `further`, `marking`, `textfragment`, `illustrations` and `tying` are pieces that pages share. The
kinds of pages, in the order of the site: `home`, `claims` (with `matrix`), `actors`, `events`, `statements`
(with `cite`), `sources`, `places`, `overviews`, `data`. `navigation` finds them all; `moved` writes
redirects.
"""
