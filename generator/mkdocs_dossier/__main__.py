"""`python -m mkdocs_dossier`: the same as the command `dossier`."""

import sys

from mkdocs_dossier.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
