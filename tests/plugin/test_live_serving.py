"""`mkdocs serve` as a process of its own: an edit shows by itself, whatever happens to the files."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from mkdocs_dossier.plugin import serve as serving
from tests.plugin.test_plugin import CONFIG, DOSSIER
from tests.plugin.test_watched import NOISE
from tests.servers import PATIENCE, Server, Tab, running
from tests.sites import project_of
from tests.synthetic import synthetic, write
from tests.thorough import weekly

pytestmark = pytest.mark.slow


def make(folder: Path, config: str = CONFIG) -> Path:
    return project_of(folder, config, {path: content.encode() for path, content in DOSSIER.items()})


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with running(make(tmp_path)) as started:
        yield started


def named(name: str) -> str:
    """Write the records with another name for the first actor."""
    return DOSSIER["records.yaml"].replace("name: Ada Quill", f"name: {name}")


def shows(server: Server, name: str) -> Callable[[], bool]:
    return lambda: server.shows("actors/ada-quill/", name)


# Edits, and mistakes


def test_an_edit_to_a_record_or_a_text_is_built_exactly_once(server: Server) -> None:
    assert server.rest() == 1
    server.edit("records.yaml", named("Ada Quill-Reed"))
    server.wait(shows(server, "Ada Quill-Reed"))
    assert server.rest() == 2
    server.edit("gazette.txt", DOSSIER["gazette.txt"] + "A third line.\n")
    server.wait(lambda: server.builds() > 2)
    assert server.rest() == 3


def test_a_mistake_leaves_the_last_good_site_and_is_said_with_its_place(server: Server) -> None:
    wrong = DOSSIER["records.yaml"].replace("quote: It is over\n", "quote: It is done\n")
    line = wrong.partition("It is done")[0].count("\n") + 1
    server.edit("records.yaml", wrong)
    server.wait(lambda: f"news/records.yaml:{line}:12" in server.said)
    server.rest()
    page = server.get("statements/quill-over/")
    assert "It is over" in page
    assert "It is done" in page  # in the box above it
    assert "Traceback" not in server.said
    old = DOSSIER["gazette.txt"]
    new = old.replace("Ada Quill", "Ada Reed")
    was, now = (sha256(text.encode()).hexdigest() for text in (old, new))
    server.edit("records.yaml", DOSSIER["records.yaml"].replace("Ada Quill", "Ada Reed").replace(was, now))
    server.edit("gazette.txt", new)
    server.wait(shows(server, "Ada Reed"))
    server.rest()
    assert "It is done" not in server.get("statements/quill-over/")


def test_a_file_that_breaks_the_yaml_is_told_and_forgiven(server: Server) -> None:
    server.edit("more.yaml", "actors:\n  new: [\n")
    server.wait(lambda: "news/more.yaml:" in server.said)
    assert "Ada Quill" in server.get("actors/ada-quill/")
    server.edit("more.yaml", "actors:\n  new-one: {name: New One, kind: person}\n")
    server.wait(lambda: server.has("actors/new-one/"))


def test_a_new_file_is_picked_up_and_one_taken_away_is_forgotten(server: Server) -> None:
    server.edit("sub/more.yaml", "places:\n  dunwold: {name: Dunwold, kind: city}\n")
    server.wait(lambda: server.has("places/dunwold/"))
    (server.project / "news" / "sub" / "more.yaml").unlink()
    server.wait(lambda: not server.has("places/dunwold/"))
    assert "Ada Quill" in server.get("actors/ada-quill/")


def test_a_dossier_that_is_wrong_from_the_start_is_not_served(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "news" / "dossier.yaml").write_text("titel: Our dossier\n", "utf-8")
    server = Server(tmp_path)
    try:
        assert server.process.wait(PATIENCE) == 1
        server.reader.join(PATIENCE)
        assert "news/dossier.yaml:1:1" in server.said
        assert "Traceback" not in server.said
    finally:
        server.stop()


def test_hand_written_pages_and_the_configuration_are_followed(server: Server) -> None:
    (server.project / "docs" / "about.md").write_text("# About\n\nAnother text.\n", "utf-8")
    server.wait(lambda: server.shows("about/", "Another text."))
    config = server.project / "mkdocs.yml"
    beside = server.project / "mkdocs.yml.new"
    beside.write_text(CONFIG.replace("Another project", "A renamed project"), "utf-8")
    beside.replace(config)
    server.wait(lambda: server.shows("about/", "A renamed project"))
    assert server.rest() == 3


def test_a_mistake_in_the_configuration_is_said_and_the_last_pages_stay(server: Server) -> None:
    config = server.project / "mkdocs.yml"
    for wrong in (f"{CONFIG}nav: [\n", f"{CONFIG}no_such_option_: 1\ntheme: {{name: nothing}}\n", ""):
        config.write_text(wrong, "utf-8")
        before = server.said.count("The last good pages stay")
        server.wait(lambda before=before: server.said.count("The last good pages stay") > before)  # type: ignore[misc]
        server.rest()
        assert server.shows("actors/ada-quill/", "Ada Quill")
    server.edit("records.yaml", named("Ada Reed"))
    config.write_text(CONFIG, "utf-8")
    server.wait(shows(server, "Ada Reed"))
    assert "Traceback" not in server.said


def test_another_source_in_the_configuration_is_followed(server: Server) -> None:
    shutil.copytree(server.project / "news", server.project / "other")
    (server.project / "mkdocs.yml").write_text(CONFIG.replace("source: news", "source: other"), "utf-8")
    server.wait(lambda: server.builds() > 1)
    server.rest()
    (server.project / "other" / "records.yaml").write_text(named("Ada Reed"), "utf-8")
    server.wait(shows(server, "Ada Reed"))


# The folder comes, goes and is replaced


def gone(server: Server) -> bool:
    """Tell whether the pages say that the folder is gone, and are there all the same."""
    page = server.get("actors/ada-quill/")
    return "There is no folder" in page and "Ada" in page


def test_a_folder_that_is_moved_away_removed_or_replaced_is_seen_again(server: Server) -> None:
    news, aside, other = (server.project / name for name in ("news", "aside", "other"))
    shutil.copytree(news, other)
    (other / "records.yaml").write_text(named("Ada Other"), "utf-8")
    news.rename(aside)
    server.wait(lambda: gone(server))
    aside.rename(news)
    server.wait(lambda: not gone(server))
    server.edit("records.yaml", named("Ada Moved"))
    server.wait(shows(server, "Ada Moved"))
    shutil.copytree(news, aside)
    shutil.rmtree(news)
    server.wait(lambda: gone(server))
    shutil.copytree(aside, news)
    server.wait(lambda: not gone(server))
    server.edit("records.yaml", named("Ada Restored"))
    server.wait(shows(server, "Ada Restored"))
    shutil.rmtree(news)
    other.rename(news)
    server.wait(shows(server, "Ada Other"))
    server.edit("records.yaml", named("Ada Last"))
    server.wait(shows(server, "Ada Last"))
    assert "Traceback" not in server.said


def test_a_link_to_the_folder_that_is_pointed_elsewhere_is_followed(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "news").rename(tmp_path / "one")
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    (tmp_path / "two" / "records.yaml").write_text(named("Ada Two"), "utf-8")
    (tmp_path / "news").symlink_to("one")
    with running(tmp_path) as server:
        (tmp_path / "link").symlink_to("two")
        (tmp_path / "link").replace(tmp_path / "news")
        server.wait(shows(server, "Ada Two"))
        server.edit("records.yaml", named("Ada Edited"))
        server.wait(shows(server, "Ada Edited"))


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_branch_without_the_dossier_and_one_with_another_are_followed(server: Server) -> None:
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *names, *arguments], cwd=server.project, check=True, capture_output=True)

    git("init", "-b", "first")
    git("add", ".")
    git("commit", "-m", "first")
    git("switch", "-c", "without")
    git("rm", "-r", "news")
    git("commit", "-m", "without")
    server.wait(lambda: gone(server))
    git("switch", "-c", "other", "first")
    server.edit("records.yaml", named("Ada Other"))
    git("commit", "-am", "other")
    server.wait(shows(server, "Ada Other"))
    for branch, done in (
        ("without", lambda: gone(server)),
        ("first", lambda: not gone(server) and not shows(server, "Ada Other")()),
        ("without", lambda: gone(server)),
        ("other", shows(server, "Ada Other")),
        ("first", lambda: not shows(server, "Ada Other")()),
    ):
        git("switch", branch)
        server.wait(done)
    server.edit("records.yaml", named("Ada After"))
    server.wait(shows(server, "Ada After"))
    assert "Traceback" not in server.said


def test_a_folder_that_is_not_there_at_the_start_is_waited_for(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "news").rename(tmp_path / "later")
    with running(tmp_path) as server:
        tab = Tab(server, "")
        server.wait(lambda: "There is no folder" in tab.shown)
        assert "There is no folder" in server.said
        (tmp_path / "news").mkdir()
        server.wait(lambda: "has no file dossier.yaml" in tab.shown)
        shutil.copytree(tmp_path / "later", tmp_path / "news", dirs_exist_ok=True)
        server.wait(lambda: "Our dossier" in tab.shown and "There is no folder" not in tab.shown)
        server.wait(shows(server, "Ada Quill"))
        server.edit("records.yaml", named("Ada Reed"))
        server.wait(shows(server, "Ada Reed"))
        tab.close()
        assert "Traceback" not in server.said
        assert "WARNING" not in server.said


@pytest.mark.parametrize("place", ["below", "above", "absolute", "linked", "project", "docs"])
def test_a_dossier_is_followed_wherever_it_stands(tmp_path: Path, place: str) -> None:
    project = tmp_path / "work" / "project"
    source = {
        "below": "data/news",
        "above": "../news",
        "absolute": f"{tmp_path}/elsewhere/news",
        "linked": "linked/news",
        "project": "news",
        "docs": "docs",
    }[place]
    make(project, CONFIG.replace("source: news", f"source: {source}"))
    target = project / ("real/news" if place == "linked" else source)
    if (
        place == "project"
    ):  # and the project itself is reached through a link, from which `..` leads elsewhere
        (tmp_path / "link").symlink_to("work/project")
    else:
        shutil.copytree(project / "news", target, dirs_exist_ok=True)
        (project / "linked").symlink_to("real")
    with running(tmp_path / "link" if place == "project" else project) as server:
        (target / "records.yaml").write_text(named("Ada Reed"), "utf-8")
        server.wait(shows(server, "Ada Reed"))
        (project / "docs" / "about.md").write_text("# About\n\nAnother text.\n", "utf-8")
        server.wait(lambda: server.shows("about/", "Another text."))


# What is no change, and many of them


@weekly
def test_files_of_editors_cause_no_build(server: Server) -> None:
    assert server.rest() == 1
    news = server.project / "news"
    for folder in (news, server.project / "docs"):
        (folder / ".#records.yaml").symlink_to("ada@host.4711:1700000000")
    for content in ("one", "two two"):
        for name in NOISE:
            for folder in (news, server.project / "docs"):
                if name != ".#records.yaml":
                    (folder / name).write_text(content, "utf-8")
        server.rest()
    (news / "records.yaml").read_bytes()
    os.utime(news / "records.yaml")
    assert server.rest() == 1
    server.edit("records.yaml", named("Ada Reed"))
    server.wait(shows(server, "Ada Reed"))
    assert server.rest() == 2


@weekly
def test_two_hundred_edits_end_in_one_build_after_the_last(server: Server) -> None:
    assert server.rest() == 1
    tab = Tab(server, "actors/ada-quill/")
    begun, edits = time.monotonic(), []
    for number in range(200):
        before = time.monotonic()
        server.edit("records.yaml", named(f"Ada The {number}th"))
        edits.append((before, time.monotonic()))
        time.sleep(max(0.0, begun + (number + 1) * 0.05 - time.monotonic()))
    # A machine so busy that this test itself pauses gives the server a reason to build before the last.
    pauses = sum(end - start > serving._QUIET for (start, _), (_, end) in pairwise(edits))
    builds = server.rest()
    assert 2 <= builds <= 2 + pauses + (edits[-1][1] - begun) // serving._LONGEST
    server.wait(lambda: "Ada The 199th" in tab.shown)
    assert len(tab.loads) <= builds
    tab.close()
    assert shows(server, "Ada The 199th")()


HOOK = """\
import time
from pathlib import Path

here = Path(__file__).parent


def on_pre_build(config):
    (here / "begun").touch()
    while (here / "hold").exists():
        time.sleep(0.05)


def on_page_content(html, page, config, files):
    if (here / "fail").exists():
        raise ZeroDivisionError("the hook fails")
    (here / "page").touch()
    return html


def on_config(config):
    from mkdocs_dossier import site

    if not hasattr(site, "real_make"):
        site.real_make = site.make_site

        def build(*arguments, **options):
            if (here / "fault").exists():
                raise RecursionError("no end of it")
            return site.real_make(*arguments, **options)

        site.make_site = build
    return config
"""


@pytest.fixture
def hooked(tmp_path: Path) -> Iterator[Server]:
    """Serve a project whose builds can be held up, and made to fail."""
    make(tmp_path, f"{CONFIG}hooks: [hook.py]\n")
    (tmp_path / "hook.py").write_text(HOOK, "utf-8")
    with running(tmp_path) as server:
        yield server


def hold(server: Server) -> None:
    """Begin a build, and hold it up."""
    (server.project / "hold").touch()
    (server.project / "begun").unlink()
    server.edit("records.yaml", named("Ada Held"))
    server.wait((server.project / "begun").exists)


def test_edits_during_a_build_cause_exactly_one_more(hooked: Server) -> None:
    assert hooked.rest() == 1
    hold(hooked)
    for number in range(5):
        hooked.edit("records.yaml", named(f"Ada The {number}th"))
        (hooked.project / "docs" / "about.md").write_text(f"# About {number}\n", "utf-8")
        time.sleep(1)
    (hooked.project / "hold").unlink()
    hooked.wait(shows(hooked, "Ada The 4th"))
    assert hooked.rest() == 3
    assert hooked.shows("about/", "About 4")


def test_an_exception_in_a_build_is_said_and_the_last_pages_stay(hooked: Server) -> None:
    tab = Tab(hooked, "actors/ada-quill/")
    (hooked.project / "fail").touch()
    hooked.edit("records.yaml", named("Ada Failed"))
    hooked.wait(lambda: "the hook fails" in hooked.said)
    hooked.rest()
    assert shows(hooked, "Ada Quill")()
    (hooked.project / "fail").unlink()
    hooked.edit("records.yaml", named("Ada Reed"))
    hooked.wait(lambda: "Ada Reed" in tab.shown)
    tab.close()
    assert "Traceback" not in hooked.said


def test_a_fault_of_the_program_is_said_on_the_last_pages_too(hooked: Server) -> None:
    tab = Tab(hooked, "actors/ada-quill/")
    (hooked.project / "fault").touch()
    hooked.edit("records.yaml", named("Ada Failed"))
    hooked.wait(lambda: "RecursionError in hook.py" in tab.shown)
    assert "Ada Quill" in tab.shown
    assert "please report" in hooked.said
    (hooked.project / "fault").unlink()
    hooked.edit("records.yaml", named("Ada Reed"))
    hooked.wait(lambda: "Ada Reed" in tab.shown)
    tab.close()
    assert "Traceback" not in hooked.said


# The end


def ended(server: Server, temporary: Path) -> None:
    """Press Ctrl-C: the server ends, and nothing is left of it."""
    built = server.built()
    assert server.interrupt() == 0
    server.reader.join(PATIENCE)
    assert "Shutting down" in server.said
    assert "Traceback" not in server.said
    assert server.built() == built
    assert [path.name for path in temporary.iterdir() if path.name.startswith("mkdocs")] == []


@pytest.mark.parametrize("moment", ["at rest", "before a build", "while it is read", "while pages are made"])
def test_ctrl_c_ends_it_at_any_moment(tmp_path: Path, moment: str) -> None:
    project, temporary = tmp_path / "project", tmp_path / "temporary"
    temporary.mkdir()
    make(project, f"{CONFIG}hooks: [hook.py]\n")
    (project / "hook.py").write_text(HOOK, "utf-8")
    write(project / "news", synthetic(150))
    (project / "news" / "records.yaml").unlink()
    with running(project, variables={"TMPDIR": str(temporary)}) as server:
        tab = Tab(server, "")
        server.wait(lambda: bool(tab.shown))
        if moment != "at rest":
            (project / "page").unlink()
            settings = project / "news" / "dossier.yaml"
            settings.write_text(settings.read_text("utf-8") + "# edited\n", "utf-8")
        if moment == "while it is read":
            server.wait(lambda: server.builds() > 1)
        if moment == "while pages are made":
            # The first of some hundreds.
            server.wait((project / "page").exists)
        ended(server, temporary)
        tab.close()
