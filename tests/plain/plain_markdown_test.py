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

# Pages of ordinary prose in the languages of our guidance, with the signs that Markdown and our own syntax use.
PROSE = {
    "stars of a note": "Travel costs* are paid.\n\n\\*Up to 30 kilometres a day.",
    "stars of two notes": "Costs* are paid, and days\\*\\* are free.\n\n\\* In euros.\n\n\\*\\* Two a year.",
    "stars of a hotel": "A hotel with 3* or 4* is fine; the 5* one is not.",
    "a star as a sign": "Press * on the phone, then # and your number.",
    "a sum": "Work 4 * 5 hours, or 2*10. An area is width * height * 2.",
    "a birth and a death": "Anna Meyer (*1970) and Jan Smit (* 1965, † 2019) wrote this.",
    "gender stars": "Alle Kolleg*innen helfen. Die Mitarbeiter:innen und Leser_innen auch.",
    "one gender star": "Alle Kolleg*innen sprechen darüber, und zwar offen.",
    "snake case": "The field return_date_new and the sheet plan_2026 are from HR; MAX_HOURS too.",
    "names of files": "Save it as plan_2026_v2.docx or notes_from_hr.xlsx in C:\\plans\\anna_b.",
    "an address with signs": "See https://www.example.org/a_b_c/d*e?x=_y_ and <https://example.org/_z_>.",
    "mail with signs": "Write to anna_b@example.org or to _help_@example.org.",
    "underscores as blanks": "Name: ________________ Date: __ / __ / ____",
    "a tilde": "It takes ~5 hours, or ~ 6, and costs ≈ 10 euros.",
    "colons": "Note: bring the list. At 9:30: coffee. Ratio 2:1. Who: HR; when: today.",
    "a double colon": "The class Plan::Week and the rule :: are for programmers.",
    "braces": "Sets such as {1, 2} or { } are rare in letters.",
    "brackets": "He said [sic] and [he] left (see above [and below]). [1] and [2] are numbers.",
    "brackets in Dutch": "Werknemer[s] en leidinggevende[n] spreken elkaar (minstens [één] keer).",
    "bars": "Yes | no. Monday|Tuesday. Either A|B or C.",
    "a percentage": "70% of pay, 100 % sure, 5% or 10% more, and 50%-rule.",
    "at signs": "@home or @ work: both are fine. Ask @anna.",
    "hash signs": "Room #4, C# and #1 are names. Issue # 5 too.",
    "dollars": "It costs $5 to $10, or US$ 7.",
    "arrows": "First you → then HR -> then the doctor => plan. A <-> B, 3 < 5 and 5 > 3.",
    "ellipsis": "Well ... maybe … or not. Wait....",
    "hyphens": "Part-time -- or not - is a choice – a free one — for you.",
    "numbers in text": "In 2025. In week 6. Step 1. Then step 2. Article 7.658 BW and § 167 SGB IX.",
    "lettered points": "Choose a) rest or b) work; (1) call, (2) write.",
    "Dutch quotes": "‘Zeg het maar’, zei hij. ’s Morgens, ’t is goed; \"ja\", 'nee'. Zo’n dag.",
    "French quotes": "« Bonjour », dit-elle : « ça va ? » L’équipe, aujourd’hui ; n° 5.",
    "German quotes": "„Guten Tag“, sagte sie: ‚ja‘. »Nein«, sagte er. Z. B. am 3. Mai.",
    "English quotes": "“Yes,” she said, ‘no’. It's Anna's; the '90s. 6' tall.",
    "letters with signs": "café, naïve, Größe, œuvre, Übergang, één, ’s-Hertogenbosch.",
    "emphasis beside signs": "(*so*) and “_so_”, **so**: *so*! *So*? ***So***, *so*—so, **so**.",
    "emphasis over words": "*All of these words* and _all of those_ are one. **And these, too.**",
    "emphasis at an end": "It is *so*.\n\n*So* it is.\n\n- *one*\n- **two**: more\n- _three_ more",
    "emphasis with a link": "*See [this](https://www.example.org)* or **[that](https://www.example.org/b)**.",
    "emphasis in a table": "| *Day* | **Hours** |\n|---|---|\n| _Monday_ | 4* |\n| Tuesday | 2 * 3 |",
    "a quote with emphasis": "> *All of it*, she said. _Really._\n>\n> — Anna",
    "keys of a program": "Press Ctrl+C, then F5; type `a_b` or `*.md` and look for `README.md`.",
    "a date with a star": "Open on Mondays*, not on holidays.\n\n*Closed in August.",
    "a list of stars": "* one\n* two with *slant*\n  * deeper\n* three",
    "a formula": "E = m × c², 2^10 = 1024, x_1 + x_2 = y, a^2.",
}
CONSTRUCTS |= PROSE

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
