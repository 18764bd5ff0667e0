"""What a check found, written out: one module a form, each a pure function from an `Outcome` to text."""
