"""Measures builds of the guidance here over the last output, by what changed since, and `check`.

    changes.py [--runs N] [--write] TAILORBIRD BENCH_FOLDER WORK

Processor time, the least of the runs, and its share of a build into an empty folder. Each run makes another change of
the same kind to a copy of the guidance, and each change is built alone.
"""

import argparse
import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import bench

SENTENCE = "\n\nThis sentence is new, and it is number {}.\n"


class Guidance:
    """A copy of the guidance, with its output beside it."""

    def __init__(self, tailorbird, work):
        self.tailorbird = tailorbird
        self.root = work / "guidance"
        self.out = work / "output"
        for folder in ("content", "profiles", "themes"):
            shutil.copytree(bench.REPOSITORY / folder, self.root / folder)
        self.phone = re.search(r"\+31 00 \d{3} \d{4}", (self.root / "profiles/meander.yaml").read_text()).group()

    def run(self, *arguments):
        """(seconds of the processor, what the program printed)"""
        command = [self.tailorbird, *arguments, "--root", self.root]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        assert status == 0, said
        return used.ru_utime + used.ru_stime, said

    def build(self):
        seconds, self.said = self.run("build", "--out", self.out)
        return seconds

    def check(self):
        return self.run("check")[0]

    def build_anew(self):
        for folder in (self.out, self.out.with_name(f".{self.out.name}.tailorbird-cache")):
            shutil.rmtree(folder, ignore_errors=True)
        return self.build()

    def sentence(self, page, run):
        file = self.root / "content" / page
        file.write_text(file.read_text().rstrip("\n") + SENTENCE.format(run))

    def telephone_after_all(self, run):
        """The first build over a whole one, which makes what later ones use."""
        self.build_anew()
        self.telephone(100 + run)

    def telephone(self, run):
        file = self.root / "profiles/meander.yaml"
        number = f"+31 00 555 {7100 + run}"
        file.write_text(file.read_text().replace(self.phone, number))
        self.phone = number

    def touch_output(self):
        for file in self.out.rglob("*.*"):
            os.utime(file)

    def files(self):
        """What a build looks at when nothing has changed."""
        return sum(1 for top in (self.root, self.out) for file in top.rglob("*"))


# What changed, and how it is changed for the run with a number.
CHANGES = [
    ("nothing", lambda guidance, run: None),
    ("nothing, but all outputs have other times (copied, or after `--no-cache` or `join`): they are hashed",
     lambda guidance, run: guidance.touch_output()),
    ("one sentence on a page for managers", lambda guidance, run: guidance.sentence("en/manager/index.md", run)),
    ("one sentence on a page for HR", lambda guidance, run: guidance.sentence("en/hr/briefing.md", run)),
    ("one organisation's telephone number", lambda guidance, run: guidance.telephone(run)),
    ("the same, in the first build over a whole one", lambda guidance, run: guidance.telephone_after_all(run)),
]


def measure(guidance, runs):
    """Pairs of a name and the least seconds: `check`, a build into an empty folder, then each of CHANGES."""
    rows = [("`tailorbird check`", min(guidance.check() for _ in range(runs))),
            ("all: into an empty folder", min(guidance.build_anew() for _ in range(runs)))]
    for name, change in CHANGES:
        seconds = []
        for run in range(runs):
            change(guidance, run)
            time.sleep(0.1)  # the states of files that have just changed are not believed
            seconds.append(guidance.build())
        rows.append((name, min(seconds)))
    return rows


def table(rows):
    whole = dict(rows)["all: into an empty folder"]
    lines = ["| What changed | Processor time | Of a whole build |", "|---|---|---|"]
    for name, seconds in rows:
        share = seconds / whole * 100
        lines.append(f"| {name} | {seconds:.{3 if seconds < 0.1 else 2}f} s | {share:.{1 if share < 1 else 0}f} % |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(prog="tools/bench --changes", description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3, help="of each row; default 3")
    parser.add_argument("--write", action="store_true", help="writes the table into docs/")
    for given in ("tailorbird", "others", "work"):  # by tools/bench
        parser.add_argument(given, type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    guidance = Guidance(asked.tailorbird.resolve(), asked.work)
    load = os.getloadavg()[0]
    lines = table(measure(guidance, asked.runs))
    counted = re.search(r"(\d[\d,]*) editions?.*?(\d[\d,]*) pages?", guidance.said, re.DOTALL)
    editions, pages = (int(one.replace(",", "")) for one in counted.groups())
    lines += (f"\n\nThe guidance then had {editions} editions with {pages:,} pages; its files and folders, "
              f"those of the output included, were {guidance.files():,}. The least of {asked.runs} runs of each row, "
              f"on {os.cpu_count()} processors with a load of {load:.1f} before and {os.getloadavg()[0]:.1f} after.")
    print(lines)
    if asked.write:
        bench.write_table("tools/bench --changes", lines)


if __name__ == "__main__":
    main()
