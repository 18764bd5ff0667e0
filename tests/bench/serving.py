"""The memory of `mkdocs serve` over many rebuilds: it must not grow. Linux only.

    uv run python -m tests.bench.serving

Beside each dossier stand the same pages without the plugin, as plain Markdown, for what MkDocs itself keeps.
"""

import argparse
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import PYTHON, ROOT, line, run
from tests.servers import Server, running
from tests.synthetic import synthetic, write

CONFIG = "site_name: Memory\ntheme: {name: material, font: false}\n"
EXTENSIONS = "markdown_extensions: [attr_list, md_in_html, tables]\n"


def with_plugin(project: Path) -> Path:
    """Make a project of a dossier; give the file to edit."""
    (project / "docs").mkdir()
    (project / "docs" / "about.md").write_text("# About\n", "utf-8")
    (project / "mkdocs.yml").write_text(f"{CONFIG}plugins: [search, dossier]\n", "utf-8")
    return project / "seeds" / "dossier.yaml"


def without_plugin(project: Path) -> Path:
    """Make a project of the same pages as Markdown; give the file to edit."""
    run(PYTHON, "-m", "mkdocs_dossier", "build", "seeds", "--out", "docs", folder=project)
    # As with the plugin: with each record in the navigation, a build would take ten times as long.
    indexes = [
        path.relative_to(project / "docs").as_posix() for path in (project / "docs").glob("*/index.md")
    ]
    nav = "".join(f"- {path}\n" for path in ("index.md", *sorted(indexes)))
    (project / "mkdocs.yml").write_text(f"{CONFIG}{EXTENSIONS}plugins: [search]\nnav:\n{nav}", "utf-8")
    return project / "docs" / "data" / "index.md"


def seeds(project: Path) -> None:
    """Copy the project's own dossier."""
    shutil.copytree(ROOT / "seeds", project / "seeds")


def rebuilt(server: Server, file: Path, times: int) -> list[float]:
    """Edit a file so many times; give the memory after the first build and after each rebuild."""
    content = file.read_bytes()
    found = [server.memory()]
    for number in range(times):
        built = server.built()
        file.write_bytes(content + b"\n" * (number % 2 + 1) + b"# %d\n" % number)
        server.wait(lambda before=built: server.built() > before)  # type: ignore[misc]
        found.append(server.memory())
    return found


def measured(make: Callable[[Path], None], kind: Callable[[Path], Path], times: int) -> list[float]:
    """Serve a dossier in one of both ways, and rebuild it."""
    with TemporaryDirectory() as folder:
        make(Path(folder))
        file = kind(Path(folder))
        with running(Path(folder), base="") as server:
            return rebuilt(server, file, times)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the memory after some of the rebuilds, and the growth of the later half of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rebuilds", type=int, default=50)
    parser.add_argument("--records", type=int, default=300)
    options = parser.parse_args(arguments)
    times, half = options.rebuilds, options.rebuilds // 2
    made = synthetic(options.records)
    shown = sorted({0, 1, times // 5, half, times})
    head = ["MB after rebuild", *map(str, shown), "each, later half"]
    widths = [max(24, len(head[0])), *(max(8, len(name)) for name in head[1:])]
    print(line(head, widths))
    for name, make in (("seeds", seeds), (f"{options.records}", lambda at: write(at / "seeds", made))):
        for kind in (with_plugin, without_plugin):
            found = measured(make, kind, times)
            row = [
                f"{name} {kind.__name__}",
                *(f"{found[number]:.1f}" for number in shown),
                f"{(found[-1] - found[half]) / max(times - half, 1):+.3f}",
            ]
            # At once: the next one may take a quarter of an hour.
            print(line(row, widths), flush=True)


if __name__ == "__main__":
    main()
