"""The paths of files that a record names: from the file that it stands in, and inside the dossier folder."""

import posixpath

from mkdocs_dossier.problems import Location, Problem, error


def path_inside(written: str, yaml_path: str) -> str | None:
    """Return the path inside the dossier that a field means; None where it leads outside.

    `yaml_path` is the path of the file that has the field. A backslash or the letter of a drive leads outside
    on Windows, so it does everywhere.
    """
    if posixpath.isabs(written) or "\\" in written or (len(written) > 1 and written[1] == ":"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(yaml_path), written))
    return None if path == ".." or path.startswith("../") else path


def outside(where: Location, field: str, written: str) -> Problem:
    """Say that a path leads out of the dossier folder."""
    message = f"`{field}` leads out of the dossier folder: {written}."
    hint = "Copy the file into the folder, and write its path from this YAML file, with `/`."
    return error(where, "text-outside", message, hint)
