"""The words by which each language says who speaks: one table a language, of the fields of `pack.Pack`."""
