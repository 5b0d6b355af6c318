#!/usr/bin/env python3
"""Runs a document as a test: what it tells its readers to do works, and what it shows is what comes.

    run_document.py PROGRAM REPOSITORY DOCUMENT

In an empty folder, from top to bottom:

- a block marked `sh` is run, and must end well unless the answer shown holds a finding. `tailorbird serve` is
  started, asked for the page that it names, and ended. A block marked `bash` is not run;
- a block marked `text` behind it is what was answered: `…` alone stands for any lines, within a line for anything;
- a block with another mark is written to the file that the paragraph before it names last: as the whole file, or
  where the paragraph says "at the end of `path`:", "below `line` in `path`:" or "in place of `words` in `path`:".
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

FENCE = re.compile(r"^(`{3,})(\w*)\n(.*?)^\1$", re.M | re.S)


def blocks(document):
    """(mark, text, paragraph before it, line) of each block."""
    for match in FENCE.finditer(document):
        paragraph = document[:match.start()].rstrip().rsplit("\n\n", 1)[-1]
        yield match[2], match[3], paragraph, document.count("\n", 0, match.start()) + 1


def install(program, repository, folder):
    """The program as it is installed, with stand-ins for the control documents of SCORM."""
    share = folder / "usr/share/tailorbird"
    (folder / "usr/bin").mkdir(parents=True)
    share.mkdir(parents=True)
    shutil.copy(program, folder / "usr/bin/tailorbird")
    for name in ("themes", "preview", "docs"):
        (share / name).symlink_to(repository / name)
    (share / "scorm").symlink_to(repository / "tests/golden/html/scorm-packages/data/scorm")


class Reader:
    """Who does what the document says, in an empty folder below `work`."""

    def __init__(self, work):
        self.work = Path(work)
        self.root = self.work / "empty"
        self.root.mkdir()
        self.environment = {**os.environ, "HOME": work, "PATH": f"{work}/usr/bin:{os.environ['PATH']}",
                            "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}

    def run(self, script):
        """Exit status and output. Goes on in the folder where the script ends."""
        if script.strip() == "tailorbird serve":
            return self.serve()
        where = self.work / "where"
        done = subprocess.run(["bash", "-c", f"set -e\ntrap 'pwd >{where}' EXIT\n{script}"], cwd=self.root, text=True,
                              env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.root = Path(where.read_text().strip())
        return done.returncode, done.stdout

    def serve(self):
        """What `tailorbird serve` prints, once the page that it names has come."""
        with subprocess.Popen(["tailorbird", "serve", "--port", "0"], cwd=self.root, env=self.environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
            try:
                for line in server.stdout:
                    if (address := re.search(r"http://\S+", line)):
                        with urllib.request.urlopen(address[0]) as answer:
                            return (0 if answer.status == 200 else 1), line
                return 1, "it named no address"
            finally:
                server.terminate()

    def write(self, paragraph, text):
        """Does with the block below `paragraph` what it says; where it names no file, nothing."""
        named = re.search(r"(?:(at the end of|below `(?P<line>[^`]+)` in|in place of `(?P<words>[^`]+)` in) )?`(?P<path>[^`]+)`[^`]*:$",
                          paragraph, re.I)
        if not named:
            return
        file = self.root / named["path"]
        kept = file.read_text() if named[1] else ""
        if named["line"]:
            text = kept.replace(named["line"] + "\n", named["line"] + "\n" + text, 1)
        elif named["words"]:
            text = kept.replace(named["words"], text.strip(), 1)
        else:
            text = kept + text
        if text == kept:
            raise RuntimeError(f"{named['path']} has no such place: {paragraph}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def pattern_of(shown):
    lines = []
    for line in shown.rstrip("\n").split("\n"):
        lines.append(r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r"\s*\n")
    return "".join(lines)


def failures_of(document, reader):
    """What went otherwise than the document says, and how many commands there were."""
    failures, commands, answer = [], 0, None  # answer: where the last commands stand, their status, what came

    def settle(may_fail=False):
        if answer and answer[1] != 0 and not may_fail:
            failures.append(f"{answer[0]}: ended with status {answer[1]}\n{answer[2]}")

    for mark, text, paragraph, line in blocks(document.read_text()):
        if mark == "sh":
            settle()
            answer = (f"{document}:{line}", *reader.run(text))
            commands += len(text.strip().splitlines())
        elif mark == "text" and answer:
            settle(may_fail="error[" in text or "fix: " in text)
            if not re.fullmatch(pattern_of(text), answer[2].rstrip("\n") + "\n"):
                failures.append(f"{document}:{line}: this is shown\n{text}and this came\n{answer[2]}")
            answer = None
        elif mark and mark != "bash":
            settle()
            answer = None
            reader.write(paragraph, text)
    settle()
    return failures, commands


def main():
    program, repository, document = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), Path(sys.argv[3])
    with tempfile.TemporaryDirectory() as work:
        install(program, repository, Path(work))
        failures, commands = failures_of(document, Reader(work))
    if commands == 0:
        failures.append(f"{document}: it has no commands")
    print("\n\n".join(failures) or f"{document}: {commands} commands did what is shown")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
