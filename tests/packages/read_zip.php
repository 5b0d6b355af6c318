<?php
// Names and SHA-256 of what is in a zip, sorted; as Moodle reads it.
$zip = new ZipArchive();
if ($zip->open($argv[1]) !== true) {
    exit(1);
}
$hashes = [];
for ($index = 0; $index < $zip->numFiles; $index++) {
    $hashes[$zip->getNameIndex($index)] = hash('sha256', $zip->getFromIndex($index));
}
ksort($hashes, SORT_STRING);
foreach ($hashes as $name => $hash) {
    echo "$hash $name\n";
}
