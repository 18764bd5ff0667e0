"""Who says what: each quotation, and what is reported, with the phrase for who says it."""
