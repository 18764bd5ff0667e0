"""The words of a sentence that can mean somebody, by what each language shows of names and descriptions."""
