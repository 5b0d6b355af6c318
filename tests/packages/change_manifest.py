"""Changes the manifest of an unpacked package and zips it again: FOLDER CHANGE ZIP.

CHANGE is a Python expression that gives the new text; `text` is the old one.
"""
import os
import re
import sys
import zipfile

folder, change, target = sys.argv[1:]
manifest = os.path.join(folder, "imsmanifest.xml")
with open(manifest, encoding="utf-8") as file:
    text = file.read()


def moved(name, behind):
    element = re.search(f"<{name}>.*</{name}>", text, re.S).group()
    return text.replace(element, "").replace(f"</{behind}>", f"</{behind}>{element}")


new = eval(change)
if new == text:
    sys.exit(f"nothing changed: {change}")
with open(manifest, "w", encoding="utf-8") as file:
    file.write(new)
names = sorted(os.path.relpath(os.path.join(at, name), folder) for at, _, files in os.walk(folder) for name in files)
with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
    for name in sorted(names, key=lambda one: one != "imsmanifest.xml"):
        archive.write(os.path.join(folder, name), name)
