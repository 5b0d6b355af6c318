"""Measures `tailorbird serve`: from its start to the first page, and from a save to the page with the new words.

    serve.py [--runs N] [--write] TAILORBIRD BENCH_FOLDER WORK

Wall time and processor time of the server, in milliseconds. Other work on the machine makes the wall time longer, so
the best run stands beside the median, and the load behind the table. A browser comes on top.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import time
from pathlib import Path

from bench import write_table

ROOT = Path(__file__).resolve().parents[2]


class Server:
    """A preview of `root`, asked as its page asks."""

    def __init__(self, tailorbird, root, profile, bundle):
        self.query = f"profile={profile}&bundle={bundle}"
        self.page = f"/p/{profile}/{bundle}/en/index.html"
        self.begun = time.monotonic()
        self.process = subprocess.Popen([tailorbird, "serve", "--root", root, "--port", "0"], stdout=subprocess.PIPE, text=True)
        self.clock = ((~self.process.pid) << 3) | 2  # clock_getcpuclockid(3)
        self.host = re.search(r"http://([^/]+)/", self.process.stdout.readline()).group(1)
        self.events = self.connect("/-/events")
        self.wait_for_news()  # the state of now, with which the stream begins

    def connect(self, path):
        connection = http.client.HTTPConnection(self.host)
        connection.request("GET", path)
        return connection.getresponse()

    def get(self, path):
        return self.connect(path).read()

    def show(self):
        """The page, as the preview asks for it."""
        state = json.loads(self.get(f"/-/state.json?{self.query}&path=en/index.html"))
        assert state["there"] and not state["failure"], state
        return self.get(self.page)

    def findings(self):
        self.get(f"/-/findings.json?{self.query}")

    def processor(self):
        return time.clock_gettime(self.clock)

    def wait_for_news(self):
        while not self.events.readline().startswith(b"data:"):
            pass

    def end(self):
        self.process.terminate()
        self.process.wait()


def saved(server, file, text):
    """Saves as editors do, in one step; (wall, processor) seconds until the page is there."""
    beside = file.with_name(file.name + "~")
    beside.write_text(text)
    wall, processor = time.monotonic(), server.processor()
    os.replace(beside, file)
    server.wait_for_news()
    page = server.show()
    assert text.splitlines()[-1].encode() in page, "an old page"
    return time.monotonic() - wall, server.processor() - processor


def measure(name, tailorbird, project, profile, bundle, runs):
    """Three rows of the table."""
    file = project / "content/en/index.md"
    first, after, check = [], [], []
    for run in range(runs):
        server = Server(tailorbird, project, profile, bundle)
        server.get("/-/editions.json")
        server.show()
        first.append((time.monotonic() - server.begun, server.processor()))
        time.sleep(0.5)
        text = file.read_text()
        after.append(saved(server, file, f"{text}\nSaved {run}.\n"))
        wall, processor = time.monotonic(), server.processor()
        server.findings()
        check.append((time.monotonic() - wall, server.processor() - processor))
        file.write_text(text)
        server.end()
    return [row(f"{name}: {what}", times)
            for what, times in (("start to first page", first), ("a save", after), ("findings after it", check))]


def row(name, times):
    wall, processor = zip(*times)
    numbers = (min(wall), statistics.median(wall), min(processor), statistics.median(processor))
    return f"| {name} | " + " | ".join(f"{1000 * seconds:.0f} ms" for seconds in numbers) + " |"


def table(rows, runs, load):
    return "\n".join(["| | Wall, best | median | Processor, best | median |", "|---|---|---|---|---|", *rows, "",
                      f"{runs} runs of each row, on {os.cpu_count()} processors with a load of {load[0]:.1f} before and "
                      f"{load[1]:.1f} after."])


def main():
    parser = argparse.ArgumentParser(prog="tools/bench --serve", description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="of each row; default 5")
    parser.add_argument("--write", action="store_true", help="writes the table into docs/performance.md")
    for given in ("tailorbird", "bench", "work"):
        parser.add_argument(given, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    guidance = options.work / "guidance"
    for folder in ("content", "profiles", "themes"):
        shutil.copytree(ROOT / folder, guidance / folder)
    pages = options.work / "pages"
    subprocess.run([options.bench / "bench_corpus", pages, "pages=1000", "conditional=30"], check=True)
    before = os.getloadavg()[0]
    rows = measure("the guidance here", options.tailorbird, guidance, "meander", "managers", options.runs)
    rows += measure("1,000 pages", options.tailorbird, pages, "organisation-0001", "bundle-1", options.runs)
    lines = table(rows, options.runs, (before, os.getloadavg()[0]))
    print(lines)
    if options.write:
        write_table("tools/bench --serve", lines)


if __name__ == "__main__":
    main()
