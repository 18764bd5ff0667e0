"""The folder that holds what is kept between builds. It may be deleted at any time."""

from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def cache_folder(config: MkDocsConfig) -> Path:
    """Return the folder, beside `mkdocs.yml`; it says itself that nobody is to commit it."""
    folder = Path(config.config_file_path or "mkdocs.yml").parent.absolute() / ".cache" / "mkdocs-dossier"
    # Where nothing can be written, nothing is kept.
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text("*\n", "ascii")
    return folder
