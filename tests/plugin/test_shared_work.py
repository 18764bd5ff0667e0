"""Work done by a child comes back, or it is known that it did not; a site is the same by any number."""

import logging
import os
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from mkdocs_dossier.plugin.pagefinding import version
from mkdocs_dossier.plugin.processes import Task, processes
from tests.synthetic import synthetic, write
from tests.thorough import weekly

forking = pytest.mark.skipif(sys.platform != "linux", reason="Processes are copied on Linux only.")
SETTINGS = """
site_name: x
site_dir: {name}
theme: {{name: material, font: false}}
plugins: [search, dossier: {{source: dossier, processes: {number}, search: {search}}}]
"""

needs_pagefind = pytest.mark.skipif(
    version() is None, reason='Pagefind is not installed: "mkdocs-dossier[search]"'
)


@forking
def test_what_a_child_made_comes_back() -> None:
    assert Task(lambda: {"pid": os.getpid(), "made": [1, "b"]}).result() != {
        "pid": os.getpid(),
        "made": [1, "b"],
    }
    assert Task(lambda: [1, "b"]).result() == [1, "b"]


@forking
def test_a_child_that_fails_gives_nothing() -> None:
    assert Task(lambda: 1 // 0).result() is None
    assert Task(partial(os._exit, 3)).result() is None


@forking
def test_a_child_that_has_to_warn_of_something_gives_nothing() -> None:
    def work() -> int:
        logging.getLogger("mkdocs.plugins.x").warning("!")
        return 1

    assert Task(work).result() is None


def test_no_process_is_copied_beside_another_thread() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    found = processes(4)
    done.set()
    thread.join()
    assert found == 1


@forking
def test_as_many_processes_as_wanted_but_not_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    # Another test of this process may have left a thread.
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    cores = len(os.sched_getaffinity(0))
    assert [processes(number) for number in (0, 1, 3, 99)] == [min(cores, 8), 1, 3, 8]


def test_beside_another_thread_no_process_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert [processes(number) for number in (0, 1, 3, 99)] == [1, 1, 1, 1]


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


# A process of its own, since a child is copied only where no other thread runs.
LOSING = """
import runpy, sys
from mkdocs_dossier.plugin import processes
told = processes.Task.result
processes.Task.result = lambda task: print("lost", bool(told(task)), file=sys.stderr)
sys.argv = ["mkdocs", "build", "-f", sys.argv[1]]
runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
"""


def site(
    project: Path, name: str, number: int, search: str, *, losing: bool = False
) -> tuple[dict[str, bytes], str]:
    """Build a site by so many processes; return its files, and what was said."""
    (project / "docs").mkdir(exist_ok=True)
    config = project / f"{name}.yml"
    config.write_text(SETTINGS.format(name=name, number=number, search=search))
    command = [sys.executable, "-c", LOSING] if losing else [sys.executable, "-m", "mkdocs", "build", "-f"]
    done = subprocess.run([*command, str(config)], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = files(project / name)
    return {path: one for path, one in found.items() if not path.startswith("sitemap")}, done.stderr


@forking
@pytest.mark.slow
@pytest.mark.parametrize("search", ["material", pytest.param("pagefind", marks=needs_pagefind)])
def test_a_site_has_the_same_bytes_by_any_number_of_processes(tmp_path: Path, search: str) -> None:
    write(tmp_path / "dossier", synthetic(150))
    alone, _ = site(tmp_path, "alone", 1, search)
    assert sum(path.endswith(".html") for path in alone) > 150
    assert any(path.startswith("pagefind/") for path in alone) is (search == "pagefind")
    assert site(tmp_path, "by-2", 2, search)[0] == alone
    # All that the children made is lost: what the rules find, files, cards, pieces by two, pages by two.
    again, said = site(tmp_path, "lost", 3, search, losing=True)
    assert said.count("lost ") == 7
    assert again == alone


@forking
@pytest.mark.slow
@pytest.mark.parametrize("search", ["material", pytest.param("pagefind", marks=[needs_pagefind, weekly])])
def test_after_an_edit_several_processes_give_the_bytes_of_a_build_from_nothing(
    tmp_path: Path, search: str
) -> None:
    write(tmp_path / "dossier", synthetic(150))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About us\n\nWho we are.\n", "utf-8")
    before, _ = site(tmp_path, "kept", 2, search)
    edited = next(one for one in (tmp_path / "dossier").rglob("*.yaml") if "Speaks of the" in one.read_text())
    edited.write_text(edited.read_text("utf-8").replace("Speaks of the", "Tells of the other"), "utf-8")
    kept, _ = site(tmp_path, "kept", 2, search)
    assert kept != before
    assert kept == site(tmp_path, "clean", 1, search)[0]
    # The hand-written page has other words than it is taken to have.
    (tmp_path / "docs" / "about.md").write_text("# About us\n\nWho we became.\n", "utf-8")
    assert site(tmp_path, "kept", 2, search)[0] == site(tmp_path, "clean-again", 1, search)[0]


@forking
@pytest.mark.slow
def test_a_template_that_fails_names_the_page_whoever_builds_it(tmp_path: Path) -> None:
    write(tmp_path / "dossier", synthetic(150))
    (tmp_path / "docs").mkdir()
    (tmp_path / "over").mkdir()
    last = (
        "{% extends 'base.html' %}{% block content %}"
        "{% if 'places/' in page.url %}{{ 1 / 0 }}{% endif %}{{ super() }}{% endblock %}"
    )
    (tmp_path / "over" / "main.html").write_text(last, "utf-8")
    settings = SETTINGS.format(name="site", number=2, search="material").replace(
        "theme: {", "theme: {custom_dir: over, "
    )
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode
    assert "Error building page 'places/" in done.stderr
