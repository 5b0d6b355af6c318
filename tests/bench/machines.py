#!/usr/bin/env python3
"""Reckons how long 100,000 editions take on 100 machines, from measured costs, and prints the table of docs/performance.md.

Nothing is built: shards are dealt as build/shard.cpp deals them, with the costs of formats in generator/write/, and a
queue hands them to machines with one processor each. Times are those of the machine that the costs were measured on.

  tests/bench/machines.py [--editions N] [--machines N] [--check]

`--check`: fails unless the table stands in docs/performance.md as it would be printed now.
"""

import argparse
import heapq
import random
import re
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
# Measured with a shard that has no organisation, at the content of this repository and 50, 100, 200 and 400 organisations.
REPEATED = 0.46  # seconds: reading and checking the content, which every shard does
REPEATED_EACH = 0.0025  # and for each organisation of the whole build, whose words none of the others may show
JOIN_EACH_FILE = 86e-6  # `tailorbird join`, measured with 3,598 files of 100 MB
PAGES = 56  # of an edition: as in the guidance when the costs were measured
FORMATS = (["site"], ["site"], ["site", "scorm12"], ["site", "single", "text", "epub"])  # of an organisation, in turn


def costs():
    """Seconds for each page: by format, and of the page itself."""
    sources = "".join(file.read_text() for file in sorted((REPOSITORY / "generator/write").rglob("*.cpp")))
    found = dict(re.findall(r'const Format \w+ = \{\s*\.id = "(\w+)",.*?\.cost = (\d+),', sources, re.S))
    shard = (REPOSITORY / "generator/build/shard.cpp").read_text()
    page = int(re.search(r"cost_of_page\s*=\s*(\d+);", shard)[1])
    return {name: int(cost) / 1e6 for name, cost in found.items()}, page / 1e6


def organisations(editions, uneven):
    """What each costs, in seconds: six editions each, or from two to some thousands, as a few are large."""
    by_format, page = costs()
    chance = random.Random(14)
    loads = []
    while editions > 0:
        count = min(editions, max(2, int(chance.paretovariate(1.2) * 2)) if uneven else 6)
        editions -= count
        formats = FORMATS[len(loads) % len(FORMATS)]
        loads.append(count * PAGES * (page + sum(by_format[name] for name in formats)))
    return loads


def deal(loads, count):
    """The dearest first, each to the shard that has least."""
    shards = [(0.0, index) for index in range(count)]
    for load in sorted(loads, reverse=True):
        cost, index = heapq.heappop(shards)
        heapq.heappush(shards, (cost + load, index))
    return [cost for cost, _ in shards]


def run(shards, repeated, speeds, lost):
    """When the last shard is done, each machine taking the next one; `lost` of them are made a second time, at the end."""
    machines = [(0.0, index) for index in range(len(speeds))]
    queue = sorted(shards, reverse=True)
    for cost in queue + queue[:lost]:
        free, index = heapq.heappop(machines)
        heapq.heappush(machines, (free + (cost + repeated) / speeds[index], index))
    return max(machines)[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--editions", type=int, default=100_000)
    parser.add_argument("--machines", type=int, default=100)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    table = "\n".join(table_of(asked)) + "\n"
    if not asked.check:
        print(table, end="")
    elif table not in (REPOSITORY / "docs/performance.md").read_text(encoding="utf-8"):
        raise SystemExit("docs/performance.md does not have what tests/bench/machines.py prints")


def table_of(asked):
    """The lines of the table."""
    rows = [("organisations of six editions", 1, False, 1.0, 0),
            ("the same, in ten shards a machine", 10, False, 1.0, 0),
            ("one machine at half speed", 1, False, 0.5, 0),
            ("the same, in two shards a machine", 2, False, 0.5, 0),
            ("one shard lost and made again at the end", 1, False, 1.0, 1),
            ("organisations of 2 editions up to thousands", 1, True, 1.0, 0)]
    yield ("| 100,000 editions on 100 machines | Shards | Organisations | All the work | Repeated by each shard "
          "| Done after | Best there is | `join` |".replace("100,000", f"{asked.editions:,}").replace(
              "100 machines", f"{asked.machines} machines"))
    yield ("|---|---|---|---|---|---|---|---|")
    for name, shards_each, uneven, slowest, lost in rows:
        loads = organisations(asked.editions, uneven)
        repeated = REPEATED + REPEATED_EACH * len(loads)
        count = asked.machines * shards_each
        shards = deal(loads, count)
        speeds = [slowest] + [1.0] * (asked.machines - 1)
        done = run(shards, repeated, speeds, lost)
        best = max(sum(loads) / sum(speeds), max(loads)) + repeated
        files = asked.editions * PAGES
        yield (f"| {name} | {count} | {len(loads):,} | {sum(loads) / 3600:.1f} h | {repeated:.0f} s "
              f"| {done / 60:.1f} min | {best / 60:.1f} min | {files * JOIN_EACH_FILE / 60:.0f} min |")


if __name__ == "__main__":
    main()
