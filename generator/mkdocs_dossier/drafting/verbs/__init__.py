"""Where a sentence says that somebody speaks: verbs and what goes for one, and whose each of them is."""
