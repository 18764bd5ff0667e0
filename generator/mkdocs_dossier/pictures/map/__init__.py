"""The map of places.

`outlines` reads the outlines of countries and decides what part of the earth a map shows, `countryrooms`
finds where in a country its name has room, `maplabels` finds room for labels and the scale, and `worldmap`
draws the map.
"""
