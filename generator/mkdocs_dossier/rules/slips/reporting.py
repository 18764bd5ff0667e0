"""Which sources report what others said, and how many words it takes to tell whose they are."""

REPORTING_KINDS = ("article", "report")
"""The kinds of source in which somebody's words stand beside those of the reporter."""

ENOUGH_WORDS = 3
"""How many words in common, or in quotation marks, are somebody's: fewer may be anybody's turn of phrase."""
