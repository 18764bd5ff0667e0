"""Commands that print how long things take and how much memory they need; nothing here asserts.

Each runs what it measures in processes of its own, in turn, and prints medians. Absolute figures are the
machine's; the ratios are what to compare.
"""
