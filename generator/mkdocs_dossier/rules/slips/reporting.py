"""What is quoted in reports: in which sources, and from how many words on it can be told whose they are."""

REPORTING_KINDS = ("article", "report")
"""The kinds of source in which words that somebody said stand beside words of those who report them."""

ENOUGH_WORDS = 3
"""Fewer in common, or in quotation marks, may be a turn of phrase that is anybody's."""
