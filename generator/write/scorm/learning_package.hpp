#pragma once
// A kind of zip for learning systems: what SCORM 1.2, SCORM 2004, cmi5 and Common Cartridge differ in.

#include <memory>
#include <string>
#include <string_view>

#include "write/format.hpp"
#include "write/scorm/manifest.hpp"

namespace tailorbird {

using MainText = std::string(const Edition& edition, const PackageFacts& facts);

struct LearningPackage {
  std::string_view format;     // the format's id, from which identifiers and codes of pages are made
  std::string_view main_name;  // the first entry, which says what the package is: "imsmanifest.xml"
  MainText* main_text = nullptr;
  std::string_view runtime = {};            // what the session's script speaks: "1.2"; empty: no session
  std::string_view contacts = "'none'";     // whom the session's page may ask (connect-src of its policy)
  std::string_view control_documents = {};  // folder below <data>/scorm/; empty: none
};

/// <profile>/<bundle>/<profile>-<bundle>-<language>-<format>.zip, one for each language.
std::unique_ptr<Packager> open_learning_package(const PackageRequest& request, const LearningPackage& kind);

}  // namespace tailorbird
