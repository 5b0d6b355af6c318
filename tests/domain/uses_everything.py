#!/usr/bin/env python3
"""Whether the project on flood safety (tests/golden/html/flood-safety) uses every construct that docs/reference lists,
and whether Tailorbird brings anything of its own guidance, which is about work and illness, into it.

    uses_everything.py PROGRAM REPOSITORY
"""
import functools
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

PROGRAM, REPOSITORY = Path(sys.argv[1]), Path(sys.argv[2])
SITE = REPOSITORY / "tests/golden/html/flood-safety/site"
REFERENCE = REPOSITORY / "docs/reference"
PAGES = {path: path.read_text() for folder in ("content", "profiles") for path in sorted((SITE / folder).rglob("*.md"))}
LANGUAGES = ("en", "da")

# What our own guidance is about, in the languages of this project. None of it may come out of another field's content.
FOREIGN = re.compile(r"\b(absence\w*|employe\w+|manager\w*|illness\w*|sick\w*|cancer|occupational|colleague\w*|"
                     r"return to work|back to work|fravær\w*|medarbejder\w*|arbejdsgiver\w*|sygemeld\w*|sygdom\w*|kræft)\b", re.I)


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"tailorbird {' '.join(map(str, arguments))}: {done.stdout}{done.stderr}")
    return done.stdout


@functools.cache
def listed(what):
    return json.loads(run("list", what, "--json", "--root", SITE))


def content_of(language):
    return "\n".join(text for path, text in PAGES.items() if language in path.relative_to(SITE).parts)


def front_matters():
    return [yaml.safe_load(text.split("---\n")[1]) for text in PAGES.values() if text.startswith("---\n")]


def yaml_file(name):
    return yaml.safe_load((SITE / name).read_text())


def profiles():
    return [yaml_file(f"profiles/{path.name}") for path in sorted((SITE / "profiles").glob("*.yaml"))]


def values_at(value, path):
    """All values at a path of keys.md: ID and GROUP stand for any name, [] for each entry of a list."""
    if not path:
        return [value]
    step, rest = path[0], path[1:]
    if step == "[]":
        return [found for one in (value if isinstance(value, list) else []) for found in values_at(one, rest)]
    if not isinstance(value, dict):
        return []
    if step in ("ID", "GROUP"):
        return [found for one in value.values() for found in values_at(one, rest)]
    return values_at(value[step], rest) if step in value else []


def keys_of_reference():
    """(file, key) for each row of docs/reference/keys.md."""
    file = None
    for line in (REFERENCE / "keys.md").read_text().splitlines():
        if line.startswith("## "):
            file = line[3:]
        elif line.startswith("| `"):
            yield file, line.split("`")[1]


def components_of_reference():
    """component → its attributes, as docs/reference/components.md lists them."""
    components, name = {}, None
    for line in (REFERENCE / "components.md").read_text().splitlines():
        if line.startswith("## "):
            name = line[3:]
            components[name] = []
        elif (attribute := re.match(r"\| (?:&emsp;)*`([a-z-]+)=`", line)):
            components[name].append(attribute[1])
    return components


def uses(component, text):
    if component == "callout":
        return re.search(r"^> \[!", text, re.M)
    if component == "term":
        return re.search(r"\]\{\.term", text)
    return re.search(rf"^::: (?:\{{\.)?{component}\b", text, re.M)


class Constructs(unittest.TestCase):
    def test_every_component_in_both_languages(self):
        for component in (row["component"] for row in listed("components")):
            for language in LANGUAGES:
                self.assertTrue(uses(component, content_of(language)), f"{component} in {language}")

    def test_every_attribute_of_every_component(self):
        for component, attributes in components_of_reference().items():
            for attribute in attributes:
                if (component, attribute) == ("callout", "type"):  # written as [!TIP]
                    continue
                for language in LANGUAGES:
                    self.assertRegex(content_of(language), rf"[{{ ]{attribute}=", f"{component} in {language}")

    def test_every_callout_and_rating(self):
        for language in LANGUAGES:
            for mark in ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"):
                self.assertIn(f"[!{mark}]", content_of(language))
            for rate in ("better", "mixed", "worse"):
                self.assertIn(f'rate="{rate}"', content_of(language))

    def test_every_key_of_every_file(self):
        files = {
            "content/site.yaml": [yaml_file("content/site.yaml")],
            "content/LANGUAGE/…/NAME.md": front_matters(),
            "profiles/ID.yaml": profiles(),
            **{f"content/{name}.yaml": [yaml_file(f"content/{name}.yaml")]
               for name in ("sources", "glossary", "rules", "responsibilities", "personas")},
        }
        keys = list(keys_of_reference())
        self.assertGreater(len(keys), 150)
        for file, key in keys:
            self.assertIn(file, files)
            path = [step for step in re.split(r"\.|(?=\[\])", key) if step]
            self.assertTrue([one for tree in files[file] for one in values_at(tree, path)], f"{key} of {file}")
        self.assertTrue(any(key.startswith("x-") for front in front_matters() for key in front))

    def test_every_form_of_condition(self):
        conditions = listed("conditions")
        written = "\n".join(row["written"] for row in conditions)
        for form, pattern in {"only": r"\.only", "except": r"\.except", "a named condition": r"\.only \.urgent",
                              "a section": r"\.section", "several values": r'="\w+ \w+"',
                              "several dimensions": r'="[\w ]+" \w+="'}.items():
            self.assertRegex(written, pattern, form)
        places = [self.source_line(row["place"]) for row in conditions]
        for place, pattern in {"a div": r"^::: \{\.", "a list item": r"^- (?!\[)", "a task": r"^- \[ \] .*\{|^### ",
                               "a row": r"^\| .*\{\.\w+", "a heading": r"^## .*\{", "words": r"\]\{\.(only|except)"}.items():
            self.assertTrue(any(re.search(pattern, line) for line in places), place)

    def source_line(self, place):
        file, line = place.rsplit(":", 1)
        return (SITE / file).read_text().splitlines()[int(line) - 1]

    def test_every_form_of_dimension(self):
        dimensions = {row["dimension"] for row in listed("dimensions")}
        bundles = [bundle for profile in profiles() for bundle in profile.get("bundles", [])]
        fixed = {name for bundle in bundles for name in bundle.get("fixed", {})}
        narrowed = {name for bundle in bundles for name in bundle.get("narrow", {})}
        settled = {name for profile in profiles() for name in profile.get("facts", {})}
        declared = yaml_file("content/site.yaml")["dimensions"]
        self.assertTrue(fixed and narrowed and settled)
        self.assertTrue(dimensions - fixed - settled, "some dimension is the reader's own choice everywhere")
        self.assertTrue(any(one.get("ordered") for one in declared.values()))
        of_pages = {name for front in front_matters() for name in front}
        self.assertTrue(of_pages & dimensions)
        used = " ".join(row["condition"] for row in listed("conditions"))
        for name in dimensions - of_pages:
            self.assertIn(f"{name}=", used)

    def test_every_format(self):
        chosen = {name for row in listed("bundles") for name in row["formats"].split()}
        self.assertEqual(chosen, {row["format"] for row in listed("formats")})

    def test_other_constructs(self):
        for language in LANGUAGES:
            for what, pattern in {"a comment": r"^<!-- |translates:", "an include": r"\{\{< include _shared", "a footnote": r"^\[\^",
                                  "a link label": r"^\[levels\]: ", "a link to a variable": r"\]\(var:",
                                  "an organisation": r"var organisation\.", "a contact": r"var contact\.", "a link": r"var link\.",
                                  "a rule": r"(var |=)rule\.", "a variable": r"var high-place", "a rollout": r"var rollout\.",
                                  "an anchor": r"\.md#\w", "another language": r"\{lang=", "a decoration": r"\{\.decorative\}",
                                  "an included house rule": r"include _house", "a term in other words": r"\.term key="}.items():
                self.assertTrue(re.search(pattern, content_of(language), re.M), f"{what} in {language}")
        self.assertEqual({front.get("layout") for front in front_matters()} - {None},
                         {"start", "kit-start", "kit-poster", "kit-slides", "kit-probe"})


class AnotherField(unittest.TestCase):
    def test_nothing_of_our_guidance_comes_into_it(self):
        with tempfile.TemporaryDirectory() as out:
            run("build", "--root", SITE, "--out", out, "--quiet", "--no-zip",
                *(part for name in ("site", "single", "text", "links", "kit") for part in ("--format", name)))
            texts = [path for path in Path(out).rglob("*") if path.suffix in (".html", ".js", ".css", ".md", ".csv", ".txt", ".json")]
            self.assertGreater(len(texts), 100)
            for path in texts:
                words = re.sub(r"adjustments?|plan-adjustments", "", path.read_text(errors="replace"))
                found = FOREIGN.search(words)
                self.assertIsNone(found, f"{path.relative_to(out)}: …{words[max(0, found.start() - 60):found.end() + 20] if found else ''}…")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
