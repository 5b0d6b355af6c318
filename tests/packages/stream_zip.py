"""Zips FOLDER to the standard output, as programs do that cannot go back: sizes stand after the data."""
import os
import sys
import zipfile


class Stream:
    """A file that can only be written on and on."""

    def write(self, data):
        return sys.stdout.buffer.write(data)

    def flush(self):
        sys.stdout.buffer.flush()


folder = sys.argv[1]
names = sorted(os.path.relpath(os.path.join(at, name), folder) for at, _, files in os.walk(folder) for name in files)
with zipfile.ZipFile(Stream(), "w", zipfile.ZIP_DEFLATED) as archive:
    for name in names:
        archive.write(os.path.join(folder, name), name)
