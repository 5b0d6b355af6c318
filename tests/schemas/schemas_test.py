#!/usr/bin/env python3
"""schemas_test.py PROGRAM [--every N] [--only PART...]: the schemas of `tailorbird schema` accept what the
program accepts, and refuse what it refuses for its form.

- Our own guidance is accepted: each settings file, profile and theme, and the front matter of each page.
- Of a small project with most keys of each file (project/), each key is left out, misspelt, and given values that some
  keys may have and others not; a key of the schema that the project does not have is added with each of these values.
- The slips and projects of tests/corpus.

`--every N` tries each Nth change, and of the whole projects each (N/5)th; `--only shipped site slips` these parts:
shipped, slips, projects, and the kinds of files. What only the program can tell is BEYOND and CANNOT_SAY, and a
table in docs/editors/editor-setup.md.
Needs Debian's python3-jsonschema and python3-yaml. Status 0: they agree; 1: not.
"""

import concurrent.futures
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import jsonschema
import yaml

from yaml12 import front_matter, parsed

SOURCE = pathlib.Path(__file__).resolve().parents[2]
CORPUS = SOURCE / "tests" / "corpus"
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SMALL = SOURCE / "tests" / "schemas" / "project"
EVERY = int(sys.argv[sys.argv.index("--every") + 1]) if "--every" in sys.argv else 1
PART = max(1, EVERY // 5)  # of whole projects, which take longer
ONLY = sys.argv[sys.argv.index("--only") + 1:] if "--only" in sys.argv else ()

# Codes that refuse a file for its form.
FORM = {"unknown-key", "wrong-type", "missing-key", "value-empty", "unquoted-word", "value-repeated", "bad-name",
        "bad-hash", "bad-date", "bad-alias", "bad-colour", "bad-email", "bad-phone", "bad-url", "bad-host", "bad-file-name",
        "bad-language", "bad-region", "bad-duration", "unknown-dimension", "unknown-value", "unknown-role",
        "unknown-language", "unknown-source", "unknown-region", "unknown-format", "unknown-letter", "unknown-check",
        "condition-name-taken", "condition-without-value", "dimension-name-taken", "dimension-too-large",
        "partial-condition",
        "check-cannot-be-lowered", "theme-key-unknown", "theme-value-not-text", "theme-unknown"}

# Codes that refuse a file, and not for its form: why no schema says so, by rows of docs/editors/editor-setup.md.
BEYOND_BY_ROW = {
    "several values": ("fixed-several-values",),
    "two places": ("fact-contradicted", "id-repeated", "limits-contradict", "output-twice"),
    "words": ("markup-unread",),
    "the file": (
        "file-byte-order-mark", "file-control-character", "file-name", "file-name-reserved", "file-type-refused",
        "findings-too-many"),
    "YAML itself": ("yaml-anchor", "yaml-duplicate-key", "yaml-syntax", "yaml-tab", "yaml-text-cut"),
    "another file": (
        "layout-unknown", "logo-missing", "overlay-missing", "persona-meets", "persona-misses", "persona-page-missing",
        "persona-profile-unknown", "picture-broken", "profile-extends-missing", "profile-incomplete", "text-leaked", "theme-template-missing",
        "translation-differs", "unknown-file", "unknown-language-folder"),
}
BEYOND = {code: row for row, codes in BEYOND_BY_ROW.items() for code in codes}
UNLISTED = set()  # codes met that are in neither


def kind_of(path):
    """The schema of a file of a project, or None."""
    if path.suffix == ".md":
        is_piece = any(part.startswith("_") for part in path.parts)
        return ("piece" if is_piece else "page") if path.parts[0] in ("content", "profiles") else None
    if path.parts[0] == "profiles" and len(path.parts) == 2 and path.suffix == ".yaml":
        return "base-profile" if path.name.startswith("_") else "profile"
    if path.parts[0] == "content" and len(path.parts) == 2 and path.suffix == ".yaml":
        return path.stem
    return "theme" if path.name == "theme.yaml" else None


def text_of(root, path):
    try:
        text = (root / path).read_bytes().decode()
    except UnicodeDecodeError:
        return None
    return front_matter(text) if path.suffix == ".md" else text


def findings(root):
    run = subprocess.run([PROGRAM, "check", "--diagnostics", "json", "--all", "--today", "2026-11-28"], cwd=root,
                         capture_output=True, text=True, check=False)
    return json.loads(run.stdout)["diagnostics"]


def is_in_head(root, path, line):
    """Whether the line is in front matter, not in the text of the page."""
    if path.suffix != ".md":
        return True
    head = front_matter((root / path).read_text(errors="replace"))
    return head is not None and line <= head.count("\n") + 1


def refused(root):
    """File → the first code that refuses it for its form."""
    found = {}
    for one in findings(root):
        path = pathlib.PurePosixPath(one["file"])
        if one["severity"] != "error" or not is_in_head(root, path, one["line"]):
            continue
        if one["code"] not in FORM:
            UNLISTED.update({one["code"]} - set(BEYOND))
            continue
        found.setdefault(str(path), f"{one['code']}: {one['message']}")
        for other in one.get("related", ()):  # findings of one cause are one, with its places
            if other["message"] in ("and here", "here too"):
                found.setdefault(other["file"], f"{one['code']}: {one['message']}")
    return found


class Schemas:
    def __init__(self, root):
        self.root, self.made = root, {}

    def schema(self, kind):
        return self.validator(kind).schema

    def validator(self, kind):
        if kind not in self.made:
            text = subprocess.run([PROGRAM, "schema", kind], cwd=self.root, capture_output=True, text=True,
                                  check=True).stdout
            schema = json.loads(text)
            jsonschema.Draft202012Validator.check_schema(schema)
            self.made[kind] = jsonschema.Draft202012Validator(schema)
        return self.made[kind]

    def says(self, kind, value):
        """The schema's first objection; empty: none."""
        error = jsonschema.exceptions.best_match(self.validator(kind).iter_errors(value))
        return "" if error is None else f"{'/'.join(map(str, error.absolute_path))}: {error.message[:160]}"


# What only the program can tell. The words begin the rows of the table in docs/editors/editor-setup.md.
CANNOT_SAY = (
    ("quotes", lambda kind, code, text: re.match(r"wrong-type.*(not `-?[0-9]+`|true or false)", code)),
    ("quotes", lambda kind, code, text: re.match(r"bad-hash: `[0-9]+`", code)),
    ("quotes", lambda kind, code, text: code.startswith("unquoted-word")),
    ("another file", lambda kind, code, text: code.startswith("missing-key") and
     (kind == "base-profile" or "extends" in text)),
    ("another file", lambda kind, code, text: code.startswith("missing-key") and "the row" in code),
    ("another file", lambda kind, code, text: code.startswith("theme-unknown")),
    ("two places", lambda kind, code, text: kind == "responsibilities" and code.startswith("unknown-letter")),
    ("two places", lambda kind, code, text: kind == "site" and
     re.match("unknown-(dimension|language|region|role|value)", code)),
    ("the calendar", lambda kind, code, text: "is not a Monday" in code),
    ("two places", lambda kind, code, text: re.match("unknown-role.*has no letter", code)),
    ("another file", lambda kind, code, text: kind == "profile" and code.startswith("value-empty: `task`")),
)


def is_beyond(kind, code, text):
    return any(test(kind, code, text) for _, test in CANNOT_SAY)


def report(name, code, objection):
    print(f"{name}\n  program: {code or 'accepts'}\n  schema:  {objection or 'accepts'}")
    return 1


def compare(name, root, paths, schemas):
    """How many files the two judge differently."""
    wrong, by_program = 0, refused(root)
    for path in paths:
        kind, text = kind_of(path), text_of(root, path)
        value = parsed(text) if kind and text is not None else None
        if value is None:
            continue
        code, objection = by_program.get(str(path), ""), schemas.says(kind, value)
        if bool(code) == bool(objection) or (code and is_beyond(kind, code, text)):
            continue
        wrong += report(f"{name} {path}", code, objection)
    return wrong


def files_below(folder, root):
    return sorted(one.relative_to(root) for one in folder.rglob("*") if one.suffix in (".md", ".yaml"))


# --- The slips of the corpus ---

def slips():
    """Id → the unified diff."""
    made, name = {}, None
    for line in (CORPUS / "mistakes.diff").read_bytes().decode().split("\n"):
        if line.startswith("=== "):
            name = line.split()[1]
            made[name] = []
        elif name:
            made[name].append(line)
    return made


def apply_hunk(lines, hunk):
    before = [line[1:] for line in hunk if line[:1] in (" ", "-")]
    after = [line[1:] for line in hunk if line[:1] in (" ", "+")]
    for at in range(len(lines) - len(before) + 1):
        if lines[at:at + len(before)] == before:
            return lines[:at] + after + lines[at + len(before):]
    raise ValueError(f"no such lines: {before}")


def apply_diff(diff, root):
    """Returns the changed files."""
    changed, path, hunks = [], None, []

    def write():
        if path is None:
            return
        target = root / path
        lines = target.read_text(encoding="utf-8").split("\n") if target.exists() else [""]
        for hunk in hunks:
            lines = apply_hunk(lines, hunk)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(lines), encoding="utf-8")
        changed.append(pathlib.Path(path))

    for line in diff:
        if line.startswith("--- "):
            write()
            path, hunks, old = None, [], line[4:]
        elif line.startswith("+++ "):
            path = line[4:]
            if path == "/dev/null":
                (root / old).unlink()
                path = None
        elif line.startswith("@@ "):
            hunks.append([])
        elif line and hunks:
            hunks[-1].append(line)
    write()
    return changed


def touches_form(diff):
    """Whether the slip is in YAML: a slip in the text of a page says nothing about schemas."""
    return any(line.startswith("+++ ") and line.endswith(".yaml") for line in diff) or \
        any(re.match(r"@@ -[1-9]\b|@@ -1[0-9]\b", line) for line in diff)


def try_slips():
    wrong = 0
    wanted = [item for item in slips().items() if touches_form(item[1])]
    assert len(wanted) > 100, "the corpus is not read as it is written"
    for name, diff in wanted[::PART]:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder) / "p"
            shutil.copytree(CORPUS / "base", root)
            changed = apply_diff(diff, root)
            wrong += compare(name, root, changed, Schemas(root))
    return wrong


def try_projects():
    wrong = 0
    projects = sorted((CORPUS / "projects").iterdir())
    assert len(projects) > 80, "the corpus is not read as it is written"
    for folder in projects[::PART]:
        with tempfile.TemporaryDirectory() as temporary:
            root = pathlib.Path(temporary) / "p"
            shutil.copytree(CORPUS / "project-base", root)
            shutil.copytree(folder, root, dirs_exist_ok=True)
            wrong += compare(folder.name, root, files_below(root, root), Schemas(root))
    return wrong


# --- Changes to each row ---

# What is tried in each place: wrong types, values out of bounds, and values that some rows want.
VALUES = ([], {}, {"zzz": "zzz"}, ["zzz", {"a": "b"}], True, -1.5, -1, 2000000, "ZZZ zzz!", "", 123456, "hr", "words",
          ["words"], "2026-11-02", "2026-02-30", "https://mill.example/a", "http://mill.example/a", "#0b5d5b", "#fff",
          "a@mill.example", "+31 20 123", "12 months", "13 moons", "../up", "logo.svg", {"en": "Words"},
          {"xx": "Words"}, {"audience": "manager"}, {"audience": "nobody"}, "x" * 65, "xx", "  ")


def branches(schema, root):
    """The schemas that `schema` stands for: references followed, alternatives one by one."""
    if not isinstance(schema, dict):
        return []
    if "$ref" in schema:
        return branches(root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root)
    if "anyOf" in schema:
        return [one for part in schema["anyOf"] for one in branches(part, root)]
    return [schema]


def below(schemas, key, root):
    """The schemas of an entry."""
    found = []
    for schema in schemas:
        inner = schema.get("items") if isinstance(key, int) else \
            schema.get("properties", {}).get(key, schema.get("additionalProperties"))
        found += branches(inner, root)
    return found


def places(value, schemas, root, path=()):
    """Each place in a value, with the way there and its schemas."""
    yield path, value, schemas
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, below(schemas, key, root), root, path + (key,))


def changed(value, path, new):
    """A copy with `new` at a place; Ellipsis: without that place."""
    copy = json.loads(json.dumps(value))
    at = copy
    for key in path[:-1]:
        at = at[key]
    if new is Ellipsis:
        del at[path[-1]]
    else:
        at[path[-1]] = new
    return copy


def addable(schemas):
    """The keys with a row; of a map that has a row for each code of findings, one."""
    keys = {}
    for schema in schemas:
        rows = schema.get("properties", {})
        for key, row in rows.items():
            is_code = len(rows) > 100
            keys.setdefault(json.dumps(row.get("enum")) if is_code else key, key)
    return set(keys.values())


def changes_of(value, root):
    """(what, changed value): each row of the schema is left out, misspelt, and given each of VALUES; rows that the file
    does not have are added. Places with the same row are tried once."""
    seen = set()
    for path, old, schemas in places(value, branches(root, root), root):
        row = tuple(sorted(id(one) for one in schemas)) + (type(old),)
        if row in seen:
            continue
        seen.add(row)
        name = "/".join(map(str, path))
        for new in VALUES if path else ():
            yield f"{name} = {json.dumps(new)}", changed(value, path, new)
        if not isinstance(old, dict):
            continue
        for key in old:
            yield f"{name} without {key}", changed(value, path + (key,), Ellipsis)
        yield f"{name} with `zzz`", changed(value, path + ("zzz",), "zzz")
        for key in sorted(addable(schemas) - set(old)):
            for new in VALUES:
                yield f"{name}/{key} = {json.dumps(new)}", changed(value, path + (key,), new)


def as_yaml(value):
    """Texts in quotes, so that all read them as texts."""
    return yaml.dump(value, sort_keys=False, allow_unicode=True, default_style=None, Dumper=Quoting)


class Quoting(yaml.SafeDumper):
    """Quotes each text, but no key."""

    def represent_mapping(self, tag, mapping, flow_style=None):
        node = super().represent_mapping(tag, mapping, flow_style)
        for key, _ in node.value:
            key.style = None
        return node

    def ignore_aliases(self, data):
        return True


Quoting.add_representer(str, lambda dumper, data: dumper.represent_scalar("tag:yaml.org,2002:str", data, style='"'))


class Kind:
    """What is changed: a file of the small project, and the files in which changes of it are tried. Where a project has
    many of a kind, each change is one file of one project; else each is a project."""

    def __init__(self, name, file, many=None, text="{}", beside=()):
        self.name, self.file, self.many, self.text, self.beside = name, file, many, text, beside


KINDS = (
    Kind("page", "content/en/plan.md", "content/en/zz{n}.md", "---\n{}---\n\nWords.\n"),
    Kind("piece", "content/en/_note.md", "content/en/_zz{n}.md", "---\n{}---\n\nWords.\n"),
    Kind("profile", "profiles/mill.yaml", "profiles/zz{n}.yaml"),
    Kind("base-profile", "profiles/_base.yaml", "profiles/_zz{n}.yaml",
         beside=(("profiles/zz{n}.yaml", "extends: _zz{n}\n"),)),
    Kind("theme", "themes/mill/theme.yaml", "themes/zz{n}/theme.yaml",
         beside=(("profiles/zz{n}.yaml", "organisation: {{name: Mill}}\nlanguages: [en]\ntheme: zz{n}\n"
                  "bundles:\n  - {{id: all, title: All}}\n"),)),
    *(Kind(name, f"content/{name}.yaml")
      for name in ("site", "sources", "glossary", "rules", "responsibilities", "personas")),
)


def write(root, path, text):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def verdict_alone(kind, text):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "p"
        shutil.copytree(SMALL, root)
        write(root, kind.file, text)
        return refused(root).get(kind.file, "")


def verdicts(kind, root, texts):
    """The program's code for each of the changed texts; empty: accepted."""
    if kind.many is None:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(lambda text: verdict_alone(kind, text), texts))
    for number, text in enumerate(texts):
        for path, words in ((kind.many, kind.text), *kind.beside):
            write(root, path.format(n=number), words.format(text, n=number))
    found = refused(root)
    return [found.get(kind.many.format(n=number), "") for number in range(len(texts))]


def try_changes(kind):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "p"
        shutil.copytree(SMALL, root)
        schemas = Schemas(root)
        value = parsed(text_of(root, pathlib.Path(kind.file)))
        changes = list(changes_of(value, schemas.schema(kind.name)))
        assert len(changes) > 60, f"{kind.name}: the schema is not read as it is written"
        rows = changes[::EVERY]
        texts = [as_yaml(new) for _, new in rows]
        wrong = 0
        for (what, new), text, code in zip(rows, texts, verdicts(kind, root, texts)):
            wrong += judge(f"{kind.name}: {what}", kind.name, new, text, code, schemas)
    print(f"{kind.name}: {len(rows)} changes", file=sys.stderr)
    return wrong


def judge(name, kind, value, text, code, schemas):
    objection = schemas.says(kind, value)
    if bool(code) == bool(objection) or (code and is_beyond(kind, code, text)):
        return 0
    return report(name, code, objection)


def try_shipped():
    """Our own guidance, which `tailorbird check` accepts: all of its settings, and pages."""
    wrong, schemas = 0, Schemas(SOURCE)
    paths = [one for folder in ("content", "profiles", "themes") for one in files_below(SOURCE / folder, SOURCE)
             if kind_of(one)]
    pages = [one for one in paths if one.suffix == ".md"]
    for path in [one for one in paths if one.suffix != ".md"] + pages[::PART]:
        text = text_of(SOURCE, path)
        objection = "" if text is None else schemas.says(kind_of(path), parsed(text))
        wrong += report(f"shipped {path}", "", objection) if objection else 0
    print(f"shipped: {len(paths)} files", file=sys.stderr)
    return wrong


def is_documented():
    """Whether the table for editors has a row for each thing that a schema cannot say."""
    rows = (SOURCE / "docs" / "editors" / "editor-setup.md").read_text(encoding="utf-8")
    lacking = [name for name in {name for name, _ in CANNOT_SAY} | set(BEYOND.values()) if f"| {name} |" not in rows]
    for name in lacking:
        print(f"docs/editors/editor-setup.md has no row `{name}`")
    return not lacking


def main():
    parts = {"shipped": try_shipped, **{kind.name: functools.partial(try_changes, kind) for kind in KINDS},
             "slips": try_slips, "projects": try_projects}
    wrong = sum(parts[name]() for name in ONLY or parts)
    for code in sorted(UNLISTED):
        print(f"`{code}` refuses a file, and is neither in FORM nor in BEYOND")
    print(f"{wrong} files are judged differently")
    return 0 if wrong == 0 and not UNLISTED and is_documented() else 1


sys.exit(main())
