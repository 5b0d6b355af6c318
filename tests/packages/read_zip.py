"""Names and SHA-256 of what is in a zip, sorted."""
import hashlib
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as package:
    for name in sorted(package.namelist()):
        print(hashlib.sha256(package.read(name)).hexdigest(), name)
