"""YAML as editors read it, with the front matter of pages."""

import re

import yaml


class Yaml12(yaml.CSafeLoader):
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
