"""YAML to nodes that know their places, and what is wrong with it in an author's words."""
