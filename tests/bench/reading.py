"""Reads a dossier to Markdown, once, and prints the seconds of each step as JSON: a child of the benches."""

import json
import sys
from pathlib import Path
from time import perf_counter

from mkdocs_dossier import site
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.loading import load


def main(folder: Path) -> None:
    """Read, derive and write the dossier in a folder."""
    start = perf_counter()
    content = read_folder(folder)
    read = perf_counter()
    loaded = load(content)
    derived = perf_counter()
    files = site.build(loaded)
    written = perf_counter()
    if loaded.problems:
        raise SystemExit("\n".join(map(str, loaded.problems)))
    steps = {"read": read - start, "load": derived - read, "build": written - derived}
    print(json.dumps(steps | {"pages": sum(path.endswith(".md") for path in files)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
