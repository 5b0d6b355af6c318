#pragma once
// Declarations of the functions in the table of formats, each defined in its own file.

#include <memory>

#include "write/format.hpp"

namespace tailorbird {

/// site.cpp: <profile>/<bundle>/site/… and <profile>-<bundle>-site.zip.
std::unique_ptr<Packager> open_site(const PackageRequest& request);

/// scorm/packager.cpp: <profile>-<bundle>-<language>-scorm12.zip and -scorm2004.zip, one for each language.
std::unique_ptr<Packager> open_scorm12(const PackageRequest& request);
std::unique_ptr<Packager> open_scorm2004(const PackageRequest& request);

/// cmi5.cpp and cartridge.cpp: <profile>-<bundle>-<language>-cmi5.zip and -imscc.zip, one for each language.
std::unique_ptr<Packager> open_cmi5(const PackageRequest& request);
std::unique_ptr<Packager> open_cartridge(const PackageRequest& request);

/// kit/packager.cpp: <profile>/kit/<language>/…, the documents as HTML, DOCX and ODT, with pictures and
/// calendars.
std::unique_ptr<Packager> open_kit(const PackageRequest& request);

/// scorm/learning_check.cpp: checks that a learning system can store the reader's state, and that the edition
/// can be completed.
void check_scorm12(const Edition& edition, Diagnostics& diagnostics);
void check_scorm2004(const Edition& edition, Diagnostics& diagnostics);
void check_cmi5(const Edition& edition, Diagnostics& diagnostics);

/// single.cpp: <profile>-<bundle>-<language>.html, one for each language.
std::unique_ptr<Packager> open_single(const PackageRequest& request);

/// text.cpp, epub.cpp: <profile>-<bundle>-<language>.md and .epub.
std::unique_ptr<Packager> open_text(const PackageRequest& request);
std::unique_ptr<Packager> open_epub(const PackageRequest& request);

/// links.cpp: <profile>-<bundle>-links.csv, .json, and <profile>-<bundle>-<language>-links.html.
std::unique_ptr<Packager> open_links(const PackageRequest& request);

/// booklet.cpp: <profile>-<bundle>-<language>-a4.html and others, and PDF where an engine is installed.
std::unique_ptr<Packager> open_booklet(const PackageRequest& request);

}  // namespace tailorbird
