#!/usr/bin/env python3
"""Whether a list of what a program is made of (CycloneDX, cmake/write_sbom.cmake) names each library that the dynamic
linker loads for it and each Debian package that the build needs, with the versions that are installed.

    listed.py LIST PROGRAM
"""
import json
import re
import subprocess
import sys
from pathlib import Path

# Of the packages that the build needs: those that leave nothing in the program.
TOOLS = {"g++", "cmake", "ninja-build", "ccache", "pkgconf", "python3"}


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def loaded(program):
    """Names such as libfmt.so.9, without the linker itself and what the kernel brings."""
    lines = re.findall(r"^\s*(\S+) => /", output("ldd", program), re.MULTILINE)
    return {Path(name).name for name in lines}


def build_packages():
    text = (Path(__file__).parents[2] / "tools/lib/packages.txt").read_text()
    return {line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")} - TOOLS


def runtime_packages(package):
    """A -dev package stands for itself (headers) or for the libraries that it depends on."""
    depends = output("dpkg-query", "-W", "-f=${Depends}", package)
    return {package} | {re.split(r"[ (:]", one.strip())[0] for one in depends.split(",") if one.strip()}


def problems(bom, program):
    components = {one["name"]: one for one in bom["components"]}
    sonames = {row["value"] for one in components.values() for row in one["properties"]}
    for name in sorted(loaded(program) - sonames):
        yield f"{name} is loaded and not listed"
    for package in sorted(build_packages()):
        if not runtime_packages(package) & components.keys():
            yield f"{package} is needed to build and neither it nor its library is listed"
    for name, one in components.items():
        if not one.get("purl", "").startswith("pkg:deb/"):
            continue
        if one["version"] != output("dpkg-query", "-W", "-f=${Version}\n", name).splitlines()[0]:
            yield f"{name} has another version than {one['version']}"
        if "licenses" not in one:
            yield f"{name} has no licence"
    listed = set(bom["dependencies"][0]["dependsOn"])
    if listed != {one["bom-ref"] for one in components.values()}:
        yield "the program does not depend on exactly what is listed"


if __name__ == "__main__":
    found = list(problems(json.loads(Path(sys.argv[1]).read_text()), sys.argv[2]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
