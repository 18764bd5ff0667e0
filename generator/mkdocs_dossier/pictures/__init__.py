"""Pictures, as SVG strings written by small functions from plain values; one module a picture.

Each draws into a `Picture`, or returns None where nothing is worth drawing. The same values give the same
bytes. Positions across are percentages and sizes are pixels, so that a picture fills any width and its text
keeps its size; what has no room on a phone is marked for `pictures.css` to show where there is room.

Read `svg` first, what every picture is drawn with; then `time`, `map` and `ties`, which need nothing of each
other.
"""
