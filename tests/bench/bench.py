#!/usr/bin/env python3
"""Measures Tailorbird against the floor (floor.cpp) and, where it is installed, Hugo. Run by tools/bench.

Processor time is the sum of user and system time, the least of all runs: what else the machine does only adds to it.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import plot

REPOSITORY = Path(__file__).resolve().parents[2]
DOCUMENT = REPOSITORY / "docs/performance.md"
PICTURE = REPOSITORY / "docs/pictures/growth.svg"

CHECKED = dict(terms=100, phrases=50, readable=1)
MANY = dict(pages=300, conditional=30)
# Name, what the corpus has (corpus.cpp), further arguments of `tailorbird build`.
ROWS = [
    ("10,000 pages", dict(pages=10000), ["--no-zip"]),
    ("300 pages × 50 organisations", dict(MANY, organisations=50), ["--no-zip"]),
    ("the same, 9 variables a page", dict(MANY, organisations=50, variables=9), ["--no-zip"]),
    ("the same, terms, phrases, readability", dict(MANY, organisations=50, variables=9, **CHECKED), ["--no-zip"]),
    ("100 pages × 10 organisations × 2 bundles × 3 languages",
     dict(pages=100, conditional=30, organisations=10, bundles=2, languages=3, variables=9, **CHECKED), ["--no-zip"]),
    ("100 pages × 20 organisations, zips", dict(pages=100, conditional=30, organisations=20, variables=9), []),
]
GROWTH = [("pages", [250, 500, 1000, 2000], dict(organisations=1)),
          ("organisations", [10, 20, 40, 80], dict(pages=50, conditional=30, variables=9))]
# Small, as callgrind takes fifty times as long. The second less the first, by four: one organisation more.
COUNTED = [("50 pages × 4 organisations", dict(pages=50, conditional=30, organisations=4)),
           ("50 pages × 8 organisations", dict(pages=50, conditional=30, organisations=8)),
           ("50 pages × 4 organisations, 9 variables, terms, phrases, readability",
            dict(pages=50, conditional=30, organisations=4, variables=9, **CHECKED))]


# Each is added to the site alone; "kit" stands for what a profile's `rollout` brings.
FORMATS = ["scorm12", "scorm2004", "cmi5", "imscc", "single", "text", "epub", "booklet", "links", "kit"]


class Bench:
    def __init__(self, tailorbird, others, work, runs):
        self.tailorbird = tailorbird
        self.others = others  # folder of bench_corpus and bench_floor
        self.work = work
        self.out = work / "out"
        self.runs = runs

    def corpus(self, options):
        folder = self.work / "corpus"
        shutil.rmtree(folder, ignore_errors=True)
        arguments = [f"{name}={value}" for name, value in options.items()]
        subprocess.run([self.others / "bench_corpus", folder, *arguments], check=True)
        return folder

    def clear(self):
        """Away with the last output and what was kept of its build: each run begins with nothing."""
        for folder in (self.out, self.out.with_name(f".{self.out.name}.tailorbird-cache")):
            shutil.rmtree(folder, ignore_errors=True)

    def measure(self, command, environment=None):
        """Seconds, seconds of the processor, MB at the peak, MB written: the least of each."""
        results = []
        for _ in range(self.runs):
            self.clear()
            begin = time.monotonic()
            process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            errors = process.stderr.read()
            _, status, used = os.wait4(process.pid, 0)
            if status != 0:
                sys.exit(errors.decode())
            results.append((time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024,
                            size_of(self.out)))
        return dict(zip(("wall", "cpu", "memory", "written"), map(min, zip(*results))))

    def product(self, root, arguments):
        return self.measure([self.tailorbird, "build", "--root", root, "--out", self.out, "--quiet", *arguments])

    def floor(self, root, bundles):
        return self.measure([self.others / "bench_floor", root, self.out, str(bundles)])

    def hugo(self, root):
        site = hugo_site(root, self.work / "hugo")
        return self.measure(["hugo", "--source", site, "--destination", self.out, "--quiet", "--noTimes"])

    def guidance(self, formats, kit):
        """The guidance here with every bundle in `formats`, without a program that makes PDFs."""
        root = self.work / "guidance"
        shutil.rmtree(root, ignore_errors=True)
        for folder in ("content", "profiles", "themes"):
            shutil.copytree(REPOSITORY / folder, root / folder)
        for profile in (root / "profiles").glob("*.yaml"):
            text = re.sub(r"formats: \[.*?\]", f"formats: [{', '.join(formats)}]", profile.read_text())
            if not kit:
                text = re.sub(r"^rollout:.*\n(?:[ #].*\n|\n)*", "", text, flags=re.MULTILINE)
            profile.write_text(text)
        command = [self.tailorbird, "build", "--root", root, "--out", self.out, "--quiet"]
        return self.measure(command, dict(os.environ, PATH="/nonexistent"))

    def instructions(self, root):
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", self.tailorbird, "build",
                   "--jobs", "1", "--no-zip", "--quiet", "--root", root, "--out", self.out]
        self.clear()
        said = subprocess.run(command, check=True, capture_output=True, text=True).stderr
        return int(re.search(r"Collected : (\d+)", said).group(1))


def size_of(folder):
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6 if folder.exists() else 0


def hugo_site(root, site):
    """The English pages of a corpus as a site of Hugo's: one layout, nothing else."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(root / "content/en", site / "content")
    for index in (site / "content").rglob("index.md"):  # which would make other pages of the folder parts of it
        index.rename(index.with_name("_index.md"))
    layouts = site / "layouts/_default"
    layouts.mkdir(parents=True)
    page = '<!DOCTYPE html><html lang="en"><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n'
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(page)
    kinds = '["taxonomy", "term", "RSS", "sitemap", "404"]'
    (site / "config.toml").write_text(f'baseURL = "https://example.org/"\ntitle = "Benchmark"\ndisableKinds = {kinds}\n')
    return site


def run_rows(bench):
    rows = []
    for name, options, arguments in ROWS:
        print(f"… {name}", file=sys.stderr)
        root = bench.corpus(options)
        row = dict(name=name, options=options, product=bench.product(root, arguments),
                   floor=bench.floor(root, options.get("bundles", 1)))
        if shutil.which("hugo") and options.keys() == {"pages"}:  # it has no conditions
            row["hugo"] = bench.hugo(root)
        rows.append(row)
    print("… the guidance of this repository", file=sys.stderr)
    rows.append(dict(name="the guidance here, with zips", product=bench.product(REPOSITORY, [])))
    rows.append(dict(name="the guidance here, `check`",
                     product=bench.measure([bench.tailorbird, "check", "--root", REPOSITORY, "--quiet"])))
    return rows


def run_formats(bench):
    rows = [dict(name="site", product=bench.guidance(["site"], False))]
    for name in FORMATS:
        print(f"… {name}", file=sys.stderr)
        formats = ["site"] if name == "kit" else ["site", name]
        rows.append(dict(name=name, product=bench.guidance(formats, name == "kit")))
    every = ["site", *(name for name in FORMATS if name != "kit")]
    rows.append(dict(name="all of them", product=bench.guidance(every, True)))
    return rows


def run_growth(bench):
    lines = []
    for option, values, others in GROWTH:
        points = []
        for value in values:
            measured = bench.product(bench.corpus({**others, option: value}), ["--no-zip"])
            points.append(dict(value=value, cpu=measured["cpu"], memory=measured["memory"]))
        lines.append(dict(option=option, others=others, points=points))
    return lines


def run_counts(bench):
    return [dict(name=name, instructions=bench.instructions(bench.corpus(options))) for name, options in COUNTED]


def table(rows):
    lines = ["| Work | Floor | Tailorbird | Ratio | Peak memory | Written |",
             "|---|---|---|---|---|---|"]
    for row in rows:
        product, floor = row["product"], row.get("floor")
        first = f"{floor['cpu']:.2f} s" if floor else ""
        ratio = f"{product['cpu'] / floor['cpu']:.1f}" if floor else ""
        lines.append(f"| {row['name']} | {first} | {product['cpu']:.2f} s | {ratio} "
                     f"| {product['memory']:.0f} MB | {product['written']:.1f} MB |")
        if "hugo" in row:
            hugo = row["hugo"]
            lines.append(f"| {row['name']}, Hugo | | {hugo['cpu']:.2f} s | {hugo['cpu'] / floor['cpu']:.1f} "
                         f"| {hugo['memory']:.0f} MB | {hugo['written']:.1f} MB |")
    return "\n".join(lines)


def format_table(rows):
    base = rows[0]["product"]
    lines = ["| Format | Processor time | Beside `site` | Peak memory | Written |", "|---|---|---|---|---|"]
    for index, row in enumerate(rows):
        one = row["product"]
        name = row["name"] if row["name"] == "all of them" else f"`{row['name']}`"
        more = f"{one['cpu'] - base['cpu']:+.2f} s ({(one['cpu'] / base['cpu'] - 1) * 100:+.0f} %)" if index else ""
        lines.append(f"| {name} | {one['cpu']:.2f} s | {more} | {one['memory']:.0f} MB | {one['written']:.1f} MB |")
    return "\n".join(lines)


def counts(results):
    return "\n".join(f"{one['instructions'] / 1e6:12,.1f} million instructions: {one['name']}" for one in results)


def write_table(command, lines):
    """Into the document, below the comment that names `command`."""
    begin, end = f"<!-- {command} writes this table -->\n", "<!-- end of the table -->"
    head, rest = DOCUMENT.read_text().split(begin)
    DOCUMENT.write_text(head + begin + "\n" + lines + "\n\n" + end + rest.split(end, 1)[1])


def main():
    parser = argparse.ArgumentParser(prog="tools/bench", description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3, help="of each row; default 3")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also writes what was measured into FILE")
    parser.add_argument("--write", action="store_true", help="writes the table and the plot into docs/")
    parser.add_argument("--formats", action="store_true", help="only what each format of the guidance here costs")
    parser.add_argument("--count", action="store_true", help="only counts the instructions of three rows (valgrind)")
    for given in ("tailorbird", "others", "work"):  # by tools/bench
        parser.add_argument(given, type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    bench = Bench(asked.tailorbird.resolve(), asked.others.resolve(), asked.work, asked.runs)
    if asked.count:
        print(counts(run_counts(bench)))
        return
    if asked.formats:
        lines = format_table(run_formats(bench))
        print(lines)
        if asked.write:
            write_table("tools/bench --formats", lines)
        return
    rows = run_rows(bench)
    print(table(rows))
    growth = run_growth(bench) if asked.write or asked.json else []
    if asked.json:
        asked.json.write_text(json.dumps(dict(rows=rows, growth=growth), indent=1) + "\n")
    if asked.write:
        write_table("tools/bench", table(rows))
        PICTURE.write_text(plot.growth(growth))


if __name__ == "__main__":
    main()
