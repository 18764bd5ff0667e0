"""Checks a published site again, from its data alone, for those who trust neither its makers nor its pages.

`inventory` lists what a site consists of, `rereading` reads its records back; `rechecking` looks quotations
up again, or compares them with what is published of them (`believing`), and derives again what follows
(`differing`).
"""
