"""The rules beyond the format: what is most often a slip, though the format allows it.

Each rule is a small generator over the whole dossier, listed in `CHECKS` with its level and two examples;
its docstring is its page in the manual. Comments in the YAML turn a rule off for one record.
"""
