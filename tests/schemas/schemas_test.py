#!/usr/bin/env python3
"""schemas_test.py PROGRAM [--every N]: the schemas of `tailorbird schema` accept what the program accepts, and
refuse what it refuses for its form: over the files of the guidance, over those that the slips of tests/corpus
change (`--every N`: each Nth of them), and over small changes to each value of a file.

What a schema cannot say is a table in docs/editors/editor-setup.md; each row's reason is one of CANNOT_SAY.
Needs Debian's python3-jsonschema and python3-yaml. Status 0: they agree; 1: not."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import jsonschema
import yaml

SOURCE = pathlib.Path(__file__).resolve().parents[2]
CORPUS = SOURCE / "tests" / "corpus"
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
EVERY = int(sys.argv[sys.argv.index("--every") + 1]) if "--every" in sys.argv else 1

# Codes that refuse a file for its form.
FORM = {"unknown-key", "wrong-type", "missing-key", "value-empty", "unquoted-word", "value-repeated", "bad-name", "bad-hash",
        "bad-date", "bad-colour", "bad-email", "bad-phone", "bad-url", "bad-file-name", "bad-language",
        "bad-region", "bad-duration", "unknown-dimension", "unknown-value", "unknown-role", "unknown-language",
        "unknown-source", "unknown-region", "unknown-format", "unknown-letter", "unknown-check",
        "condition-name-taken", "dimension-name-taken", "dimension-too-large", "check-cannot-be-lowered",
        "theme-key-unknown", "theme-value-not-text"}


class Yaml12(yaml.SafeLoader):
    """YAML 1.2, as editors read it: no dates, and `no` is a word."""


Yaml12.yaml_implicit_resolvers = {}
for tag, form, first in (
        ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
        ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
        ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789"),
        ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789")):
    Yaml12.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(form), list(first))
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value, 10)
                       if re.fullmatch(r"[-+]?[0-9]+", node.value) else int(node.value, 0))


def with_text_keys(value):
    if isinstance(value, dict):
        return {str(key): with_text_keys(one) for key, one in value.items()}
    return [with_text_keys(one) for one in value] if isinstance(value, list) else value


def parsed(text):
    """The value, or None where YAML itself is wrong (then there is nothing for a schema to say)."""
    try:
        value = yaml.load(text, Yaml12)
    except (yaml.YAMLError, ValueError):
        return None
    return {} if value is None else with_text_keys(value)


def front_matter(text):
    found = re.match(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", text, re.S | re.M)
    return found.group(1) if found else None


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
        if one["code"] not in FORM or one["severity"] != "error":
            continue
        if is_in_head(root, path, one["line"]):
            found.setdefault(str(path), f"{one['code']}: {one['message']}")
        for other in one.get("related", ()):  # findings of one cause are one, with its places
            if other["message"] in ("and here", "here too"):
                found.setdefault(other["file"], f"{one['code']}: {one['message']}")
    return found


class Schemas:
    def __init__(self, root):
        self.root, self.made = root, {}

    def says(self, kind, value):
        """The schema's first objection; empty: none."""
        if kind not in self.made:
            text = subprocess.run([PROGRAM, "schema", kind], cwd=self.root, capture_output=True, text=True,
                                  check=True).stdout
            schema = json.loads(text)
            jsonschema.Draft202012Validator.check_schema(schema)
            self.made[kind] = jsonschema.Draft202012Validator(schema)
        error = jsonschema.exceptions.best_match(self.made[kind].iter_errors(value))
        return "" if error is None else f"{'/'.join(map(str, error.absolute_path))}: {error.message[:160]}"


# What only the program can tell. The words begin the rows of the table in docs/editors/editor-setup.md.
CANNOT_SAY = (
    ("quotes", lambda code, text: code.startswith("wrong-type") and re.search(r"not `-?[0-9]+`|true or false", code)),
    ("several values", lambda code, text: "more than one value" in code),
    ("another file", lambda code, text: code.startswith("missing-key") and "extends" in text),
    ("another file", lambda code, text: code.startswith("missing-key") and "the row" in code),
)


def is_beyond(code, text):
    return any(test(code, text) for _, test in CANNOT_SAY)


def compare(name, root, paths, schemas):
    """How many files the two judge differently."""
    wrong, by_program = 0, refused(root)
    for path in paths:
        kind, text = kind_of(path), text_of(root, path)
        value = parsed(text) if kind and text is not None else None
        if value is None:
            continue
        code, objection = by_program.get(str(path), ""), schemas.says(kind, value)
        if bool(code) == bool(objection) or (code and is_beyond(code, text)):
            continue
        wrong += 1
        print(f"{name} {path}\n  program: {code or 'accepts'}\n  schema:  {objection or 'accepts'}")
    return wrong


def files_below(root):
    return sorted(one.relative_to(root) for one in root.rglob("*") if one.suffix in (".md", ".yaml"))


# --- The slips of the corpus ---

def slips():
    """Id → the unified diff."""
    made, name = {}, None
    for line in (CORPUS / "mistakes.diff").read_text(encoding="utf-8", newline="").split("\n"):
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
    for name, diff in wanted[::EVERY]:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder) / "p"
            shutil.copytree(CORPUS / "base", root)
            changed = apply_diff(diff, root)
            wrong += compare(name, root, changed, Schemas(root))
    return wrong


def try_projects():
    wrong = 0
    for folder in sorted((CORPUS / "projects").iterdir())[::EVERY]:
        with tempfile.TemporaryDirectory() as temporary:
            root = pathlib.Path(temporary) / "p"
            shutil.copytree(CORPUS / "project-base", root)
            shutil.copytree(folder, root, dirs_exist_ok=True)
            wrong += compare(folder.name, root, files_below(root), Schemas(root))
    return wrong


# --- Small changes to each value ---

WRONG = ([], {}, {"zzz": "zzz"}, ["zzz", {"a": "b"}], True, -1.5, "ZZZ zzz!", "", 123456)


def places(value, path=()):
    """Each place in a value, with the way there."""
    yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, path + (key,))


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


def changes_of(value):
    """(what, changed value), each kind of place once."""
    seen = set()
    for path, old in places(value):
        kind = tuple("[]" if isinstance(key, int) else key for key in path)
        if kind in seen or not path:
            continue
        seen.add(kind)
        for number, new in enumerate(WRONG):
            yield f"{'/'.join(map(str, path))} = {json.dumps(new)}", changed(value, path, new)
        if isinstance(path[-1], str):
            yield f"without {'/'.join(map(str, path))}", changed(value, path, Ellipsis)
        if isinstance(old, dict):
            yield f"{'/'.join(map(str, path))} with `zzz`", changed(value, path, {**old, "zzz": "zzz"})


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


def try_changes(kind, file, rows):
    """Each change in a file of its own, all in one project, where the kind of file allows it."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "p"
        shutil.copytree(CORPUS / "base", root)
        value = parsed(text_of(root, pathlib.Path(file)))
        schemas = Schemas(root)
        rows = list(changes_of(value))[::rows]
        names = {}
        for number, (what, new) in enumerate(rows):
            path = pathlib.Path(file.format(n=number)).with_name(f"zz{number}{pathlib.Path(file).suffix}")
            text = as_yaml(new)
            (root / path).write_text(f"---\n{text}---\n\nWords.\n" if kind == "page" else text, encoding="utf-8")
            names[str(path)] = (what, new, text)
        by_program = refused(root)
        for path, (what, new, text) in names.items():
            wrong += judge(f"{file}: {what}", kind, new, text, by_program.get(path, ""), schemas)
    return wrong


def try_changes_alone(kind, file, rows):
    """The same for files of which a project has one."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "p"
        shutil.copytree(CORPUS / "base", root)
        value = parsed(text_of(root, pathlib.Path(file)))
        for what, new in list(changes_of(value))[::rows]:
            text = as_yaml(new)
            (root / file).write_text(text, encoding="utf-8")
            wrong += judge(f"{file}: {what}", kind, new, text, refused(root).get(file, ""), Schemas(root))
    return wrong


def judge(name, kind, value, text, code, schemas):
    objection = schemas.says(kind, value)
    if bool(code) == bool(objection) or (code and is_beyond(code, text)):
        return 0
    print(f"{name}\n  program: {code or 'accepts'}\n  schema:  {objection or 'accepts'}")
    return 1


def main():
    wrong = compare("shipped", SOURCE, [one for one in files_below(SOURCE) if kind_of(one)
                                        and one.parts[0] in ("content", "profiles", "themes")
                                        and "build" not in one.parts], Schemas(SOURCE))
    wrong += try_changes("page", "content/en/manager/plan/prepare-the-talk.md", EVERY)
    wrong += try_changes("profile", "profiles/meander.yaml", EVERY)
    for kind in ("sources", "glossary", "responsibilities", "personas", "site"):
        wrong += try_changes_alone(kind, f"content/{kind}.yaml", EVERY * 4)
    wrong += try_slips() + try_projects()
    print(f"{wrong} files are judged differently")
    return 1 if wrong else 0


sys.exit(main())
