#!/usr/bin/env python3
"""plain_markdown_test.py PROGRAM: no false alarms. Each construct of CommonMark and GitHub's Markdown, in each
place where it can stand, makes a page of its own; none has a finding, but for those that are slips by our rules
(SLIPS). Status 0: so it is; 1: not."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]

CONSTRUCTS = {
    "paragraph": "Plain words, and some more of them.",
    "two lines": "One line\nand the next of the same paragraph.",
    "two paragraphs": "One paragraph.\n\nAnother one.",
    "emphasis": "Some *words* and _others_ stand out.",
    "strong": "Some **words** and __others__ stand out more.",
    "nested emphasis": "All ***at once***, **bold with *slant* in it**, *slant with **bold** in it*.",
    "emphasis in a word": "Un*believ*able, and a snake_case_name stays one.",
    "stars that are stars": "3 * 4 * 5 is 60, and 2 ** 3 ** 4 is too much.",
    "code": "Type `make` and ``a ` b`` there.",
    "code with markup": "`**no bold**`, `[no link](x)`, `<b>`, `{name}` and `{{ x }}` are shown.",
    "struck out": "Not ~~this~~ but that.",
    "link": "Read [this](https://www.example.org/a) now.",
    "link with a title": 'Read [this](https://www.example.org/a "The title") now.',
    "link in angles": "Read [this](<https://www.example.org/a>) now.",
    "link with brackets": "Read [this (and more)](https://www.example.org/a_(b)) now.",
    "link with markup": "Read [this *fine* `page`](https://www.example.org/a) now.",
    "reference link": "Read [this][there], or [there].\n\n[there]: https://www.example.org/a",
    "reference with a title": 'Read [this][there] now.\n\n[there]: <https://www.example.org/a>\n  "The title"',
    "autolink": "See <https://www.example.org/> now.",
    "bare address": "See https://www.example.org/a?b=c&d now.",
    "mail": "Write to <help@example.org> now.",
    "heading": "## A heading\n\nWords below it.",
    "closed heading": "## A heading ##\n\nWords below it.",
    "underlined heading": "A heading\n---------\n\nWords below it.",
    "heading with code": "## The `make` command\n\nWords below it.",
    "bullets": "- one\n- two\n- three",
    "stars as bullets": "* one\n* two\n* three",
    "pluses as bullets": "+ one\n+ two\n+ three",
    "loose list": "- one\n\n- two\n\n- three",
    "numbers": "1. one\n2. two\n3. three",
    "equal numbers": "1. one\n1. two\n1. three",
    "numbers with brackets": "1) one\n2) two\n3) three",
    "list that goes on": "4. four\n5. five\n6. six",
    "nested list": "- one\n  - one and a half\n    - deeper\n- two",
    "mixed list": "1. one\n   - a\n   - b\n2. two",
    "item with two paragraphs": "- one\n\n  More on one.\n\n- two",
    "task list": "- [ ] to do\n- [x] done",
    "table": "| Day | Hours |\n|---|---|\n| Monday | 4 |\n| Tuesday | 6 |",
    "table with sides": "| Day | Hours |\n|:---|---:|\n| Monday | 4 |",
    "table without edges": "Day | Hours\n--- | ---\nMonday | 4",
    "table with a bar in a cell": "| Sign | Means |\n|---|---|\n| `a \\| b` | either \\| or |",
    "quote": "> Quoted words\n> on two lines.",
    "lazy quote": "> Quoted words\non two lines.",
    "quote in a quote": "> Outside\n>\n> > Inside",
    "quote with a list": "> - one\n> - two",
    "fenced code": "```sh\nmake all\n```",
    "tildes": "~~~\nmake all\n~~~",
    "code with our syntax": '```markdown\n::: {.only audience="manager"}\n[a](b)\n:::\n```',
    "long fence": "````\n```\ninside\n```\n````",
    "indented code": "Words first.\n\n    int main() { return 0; }",
    "line": "Above.\n\n---\n\nBelow.",
    "stars as a line": "Above.\n\n***\n\nBelow.",
    "hard break": "One line  \nand another.",
    "hard break by backslash": "One line\\\nand another.",
    "entities": "&copy; 2026, 4 &lt; 5 &amp; 6 &gt; 5, caf&eacute;, &#35;1.",
    "escapes": "\\*no slant\\*, \\# no heading, \\[no link\\](x), 1\\. no number, \\`no code\\`.",
    "signs": "100 % of 5 < 6 and 7 > 6; R&D costs $5 ~ 6 (or so) - #1 @ home: 50/50, a|b, x^2, C:\\temp.",
    "brackets": "He said [so], and [she] too (maybe). Sets are {a, b} or {}.",
    "quotes": "“Curly” and \"straight\", ‘one’ and 'one'; an ellipsis … and a dash – here.",
    "other scripts": "Ελληνικά, кириллица, 日本語, العربية, ไทย and 🙂 stay.",
    "note": "Words with a note.[^1]\n\n[^1]: What the note says.",
    "comment": "Words.\n\n<!-- a note for editors -->\n\nMore words.",
}

# What a page puts around a construct.
PLACES = {
    "alone": lambda text: text,
    "after words": lambda text: "Some words before.\n\n" + text,
    "before words": lambda text: text + "\n\nSome words after.",
    "below a heading": lambda text: "## First\n\n" + text,
    "in an item": lambda text: "- before\n\n" + indented(text, 2) + "\n\n- after",
    "in a numbered item": lambda text: "1. before\n\n" + indented(text, 3) + "\n\n2. after",
    "in a quote": lambda text: "\n".join(("> " + line).rstrip() for line in text.split("\n")),
    "with Windows line ends": lambda text: ("Some words before.\n\n" + text).replace("\n", "\r\n"),
    "after a list": lambda text: "- one\n- two\n\nWords.\n\n" + text,
}

# (construct, place) → the code: a slip by our rules, wherever the same Markdown is right elsewhere.
SLIPS = {
    **{("stars that are stars", place): "markup-left-over" for place in PLACES},  # `** 3 **` was meant as bold
    **{(heading, "below a heading"): "heading-without-text"  # two headings in a row
       for heading in ("heading", "closed heading", "underlined heading", "heading with code")},
}


def indented(text, columns):
    return "\n".join((" " * columns + line) if line else line for line in text.split("\n"))


def write_pages(root):
    """File → (construct, place)."""
    pages = {}
    for construct, text in CONSTRUCTS.items():
        for place, around in PLACES.items():
            name = f"content/en/p{len(pages)}.md"
            page = f"---\ntitle: Page {len(pages)}\n---\n\n{around(text)}\n"
            (root / name).write_bytes(page.encode())
            pages[name] = (construct, place)
    return pages


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "p"
        shutil.copytree(SOURCE / "tests" / "corpus" / "project-base", root)
        pages = write_pages(root)
        run = subprocess.run([program, "check", "--all", "--diagnostics", "json", "--today", "2026-11-28"], cwd=root,
                             capture_output=True, text=True, check=False)
        found = {}
        for one in json.loads(run.stdout)["diagnostics"]:
            if one["severity"] != "note":
                found.setdefault(pages.get(one["file"], one["file"]), (one["code"], one["message"]))
        wrong = 0
        for page in pages.values():
            code = found.pop(page, ("", ""))
            if code[0] != SLIPS.get(page, ""):
                wrong += 1
                print(f"{page}: {code or 'no finding'}, expected {SLIPS.get(page, 'none')}")
        for place, code in found.items():
            wrong += 1
            print(f"{place}: {code}")
        print(f"{len(pages)} pages, {wrong} judged wrongly")
        return 1 if wrong or len(pages) < 500 else 0


sys.exit(main())
