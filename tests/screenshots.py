"""Takes a picture of every kind of page, light and dark, wide and narrow, to be looked at.

uv run python -m tests.screenshots [--out FOLDER] [--records 300]

Of the project's own dossier (`seeds-…png`) and of a synthetic one of so many records (`synthetic-…png`).
"""

import argparse
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import ARGUMENTS, ROOT, build, chromium, kinds_of_pages, served
from tests.synthetic import synthetic, write

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
HIGHEST = 6000


def main() -> int:
    """Build both sites and photograph them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--records", type=int, default=300)
    parser.add_argument("--only", default="", help="only pages whose address contains this")
    options = parser.parse_args()
    path = chromium()
    if path is None:
        print("No Chromium is installed; the screenshots need one.")
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        sites = {"seeds": ROOT / "mkdocs.yml", "synthetic": project(Path(folder), options.records)}
        for name, config in sites.items():
            site = build(Path(folder) / f"site-{name}", config=config)
            with served(site) as address:
                pages = [page for page in kinds_of_pages(site) if options.only in page]
                photograph(browser, address, pages, options.out, name)
        browser.close()
    return 0


def project(folder: Path, records: int) -> Path:
    """Lay out a project with a synthetic dossier; gives its `mkdocs.yml`."""
    write(folder / "seeds", synthetic(records))
    (folder / "docs").mkdir()
    config = folder / "mkdocs.yml"
    theme = "theme: {name: material, font: false, palette: [{media: '(prefers-color-scheme: light)'},"
    dark = " {media: '(prefers-color-scheme: dark)', scheme: slate}]}"
    config.write_text(f"site_name: Synthetic\n{theme}{dark}\nplugins: [search, dossier]\n", encoding="utf-8")
    return config


def photograph(browser: Browser, address: str, pages: list[str], out: Path, name: str) -> None:
    """Take each page in each light and width."""
    for scheme, width in product(SCHEMES, WIDTHS):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
        )
        page = context.new_page()
        for path in pages:
            page.goto(address + path, wait_until="load")
            page.wait_for_timeout(150)
            height = min(HIGHEST, page.evaluate("document.documentElement.scrollHeight"))
            page.set_viewport_size({"width": width, "height": height})
            file = out / f"{name}-{path.strip('/').replace('/', '-') or 'home'}-{scheme}-{width}.png"
            page.screenshot(path=file)
            page.set_viewport_size({"width": width, "height": 900})
            print(file.name)
        context.close()


if __name__ == "__main__":
    raise SystemExit(main())
