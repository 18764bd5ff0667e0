"""The pages of the site: one module a kind, in the order of `navigation`."""
