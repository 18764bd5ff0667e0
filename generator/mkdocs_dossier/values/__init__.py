"""The format's value types: each reads a text, and says in an author's words what is wrong with it.

Every parser takes the text of one scalar and raises `InvalidValue`. White space around it never counts.
"""

from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.choices import Suggestions, nearest, parse_bool, parse_choice
from mkdocs_dossier.values.coordinates import parse_latitude, parse_longitude
from mkdocs_dossier.values.dates import Day, EdtfDate, Precision
from mkdocs_dossier.values.ids import ID_LENGTH, ID_PATTERN, parse_id, parse_sha256, parse_wikidata, slugged
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.languages import Direction, by_direction, direction, direction_of, parse_tag
from mkdocs_dossier.values.links import parse_url
from mkdocs_dossier.values.text import parse_prose, parse_text, parse_verbatim

__all__ = [
    "ID_LENGTH",
    "ID_PATTERN",
    "Amount",
    "Day",
    "Direction",
    "EdtfDate",
    "InvalidValue",
    "Precision",
    "Suggestions",
    "by_direction",
    "direction",
    "direction_of",
    "nearest",
    "parse_bool",
    "parse_choice",
    "parse_id",
    "parse_latitude",
    "parse_longitude",
    "parse_prose",
    "parse_sha256",
    "parse_tag",
    "parse_text",
    "parse_url",
    "parse_verbatim",
    "parse_wikidata",
    "slugged",
]
