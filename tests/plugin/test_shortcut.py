"""The shortcut is taken where it is known to give the same page, and nowhere else; why not is said."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.base import load_config

from mkdocs_dossier.plugin.shortcut import Permalink, Shortcut, shortcut


def found(tmp_path: Path, more: str = "", **changes: Any) -> Shortcut:
    (tmp_path / "docs").mkdir(exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nplugins: [search]\n{more}")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    for name, value in changes.items():
        config[name] = value
    return shortcut(config)


def toc(**options: Any) -> dict[str, Any]:
    return {"mdx_configs": {"toc": options}}


def test_a_plain_site_takes_it_and_nobody_watches(tmp_path: Path) -> None:
    assert found(tmp_path) == Shortcut("")


@pytest.mark.parametrize("name", ["nl2br", "pymdownx.snippets", "my.own"])
def test_an_unknown_extension_is_a_reason(tmp_path: Path, name: str) -> None:
    way = found(tmp_path, markdown_extensions=["toc", "abbr", name, "markdown.extensions.tables"])
    assert not way.is_taken
    assert way.reason == f"of the Markdown extension {name}"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"baselevel": 2}, "of the option baselevel of the Markdown extension toc"),
        ({"anchorlink": True}, "of the option anchorlink of the Markdown extension toc"),
        ({"permalink": "yes"}, "of the option permalink of the Markdown extension toc"),
        ({"permalink": "&para;"}, "of the option permalink of the Markdown extension toc"),
        ({"toc_depth": "x"}, "of the option toc_depth of the Markdown extension toc"),
    ],
)
def test_an_unknown_option_of_the_table_of_contents_is_a_reason(
    tmp_path: Path, options: dict[str, Any], reason: str
) -> None:
    assert found(tmp_path, **toc(**options)).reason == reason


def test_without_a_table_of_contents_headings_have_none(tmp_path: Path) -> None:
    assert found(tmp_path, markdown_extensions=["tables"]).reason == "the Markdown extension toc is off"


def test_known_options_are_followed(tmp_path: Path) -> None:
    assert found(tmp_path, **toc(permalink=True)).permalink == Permalink("¶", "headerlink", "Permanent link")
    chosen = toc(permalink="#", permalink_class="c", permalink_title="t", toc_depth="2-3")
    assert found(tmp_path, **chosen) == Shortcut("", permalink=Permalink("#", "c", "t"), depth=(2, 3))
    assert found(tmp_path, **toc(toc_depth=4)).depth == (1, 4)


def test_another_plugin_watches(tmp_path: Path) -> None:
    assert found(tmp_path, plugins={"search": None, "other": None}).watched


def test_a_hook_watches(tmp_path: Path) -> None:
    assert found(tmp_path, hooks={"hook.py": SimpleNamespace()}).watched


@pytest.mark.parametrize(
    ("template", "watched"),
    [
        ("{{ page.content }}", False),
        ("{{ page.markdown }}", True),
        ("{% for one in pages %}{{ one.url }}{% endfor %}", True),
    ],
)
def test_a_template_that_prints_markdown_or_lists_pages_watches(
    tmp_path: Path, template: str, *, watched: bool
) -> None:
    (tmp_path / "over").mkdir()
    (tmp_path / "over" / "main.html").write_text(template)
    assert found(tmp_path, "theme: {name: material, custom_dir: over}\n").watched is watched


def test_the_templates_of_a_theme_that_nobody_knows_are_looked_through(tmp_path: Path) -> None:
    (tmp_path / "theirs" / "partials").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [search, dossier]\n", "utf-8")
    (tmp_path / "docs").mkdir()
    config = load_config(str(tmp_path / "mkdocs.yml"))
    assert not shortcut(config).watched
    config.theme.name, config.theme.dirs = "theirs", [str(tmp_path / "theirs")]
    assert not shortcut(config).watched
    (tmp_path / "theirs" / "partials" / "all.html").write_text("{{ pages | length }}")
    assert shortcut(config).watched
