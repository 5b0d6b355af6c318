#!/usr/bin/env python3
"""Whether the documentation holds together: each link leads to a file that is there and a heading that it has, each page
can be reached from docs/README.md, and the theme guide names every layout and folder of the default theme.

    links.py REPOSITORY
"""
import re
import sys
import unittest
from pathlib import Path

REPOSITORY = Path(sys.argv[1]).resolve()
DOCS = REPOSITORY / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "example" not in path.parts)
OTHERS = [REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")]
LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^()\s]+)\)")


def words_of(path):
    """The page without what stands in code."""
    text = re.sub(r"^(`{3,}).*?^\1$", "", path.read_text(errors="replace"), flags=re.M | re.S)
    return re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", text)


def slug(heading):
    """The address that GitHub gives a heading."""
    heading = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
    return re.sub(r"[^\w\- ]", "", heading).replace(" ", "-")


def anchors(path):
    text = re.sub(r"^(`{3,}).*?^\1$", "", path.read_text(errors="replace"), flags=re.M | re.S)
    return {found for heading in re.findall(r"^#+ (.+)$", text, re.M)
            for found in [slug(re.sub(r" \{#.*\}$", "", heading)), *re.findall(r"\{#([\w-]+)\}$", heading)]}


def links(path):
    """(target file, anchor or nothing) of each link that leads to no other host."""
    for target in LINK.findall(words_of(path)):
        if not re.match(r"[a-z]+:", target):
            file, _, anchor = target.partition("#")
            yield ((path.parent / file).resolve() if file else path), anchor


class Links(unittest.TestCase):
    def test_each_link_leads_somewhere(self):
        found = 0
        for page in PAGES + OTHERS:
            for target, anchor in links(page):
                found += 1
                self.assertTrue(target.exists(), f"{page}: there is no {target}")
                if anchor and target.suffix == ".md":
                    self.assertIn(anchor, anchors(target), f"{page}: {target} has no #{anchor}")
        self.assertGreater(found, 150)

    def test_each_page_can_be_reached(self):
        reached, open_pages = set(), [DOCS / "README.md"]
        while open_pages:
            page = open_pages.pop()
            if page in reached:
                continue
            reached.add(page)
            open_pages += [target for target, _ in links(page) if target.suffix == ".md" and target.is_relative_to(DOCS)]
        self.assertEqual([str(page.relative_to(DOCS)) for page in PAGES if page not in reached], [])

    def test_the_theme_guide_names_every_layout_and_folder(self):
        guide = "\n".join(path.read_text() for path in (DOCS / "theme-authors").glob("*.md"))
        theme = REPOSITORY / "themes/default"
        for layout in (theme / "layouts").glob("*.mustache"):
            self.assertTrue(re.search(rf"(?<![\w-]){layout.stem}(?![\w-])", guide), layout.name)
        for folder in (path for path in theme.iterdir() if path.is_dir()):
            self.assertTrue(f"{folder.name}/" in guide, folder.name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
