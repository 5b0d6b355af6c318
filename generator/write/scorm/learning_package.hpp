#pragma once
// Packages for learning systems: the differences between SCORM 1.2, SCORM 2004, cmi5 and Common Cartridge.

#include <memory>
#include <string>
#include <string_view>

#include "write/format.hpp"
#include "write/scorm/manifest.hpp"

namespace tailorbird {

using MainText = std::string(const Edition& edition, const PackageFacts& facts);

struct LearningPackage {
  std::string_view format;     // the format's id, from which identifiers and codes of pages are made
  std::string_view main_name;  // the first entry, which describes the package: "imsmanifest.xml"
  MainText* main_text = nullptr;
  std::string_view runtime = {};  // the API of the session's script: "1.2"; empty: no session
  std::string_view contacts =
      "'none'";  // hosts that the session's page may contact (connect-src of its policy)
  std::string_view control_documents = {};  // folder below <data>/scorm/; empty: none
};

/// <profile>/<bundle>/<profile>-<bundle>-<language>-<format>.zip, one for each language.
std::unique_ptr<Packager> open_learning_package(const PackageRequest& request, const LearningPackage& kind);

/// Check that a learning system can store the reader's state, and that the edition can be completed
/// (learning_check.cpp).
void check_scorm12(const Edition& edition, Diagnostics& diagnostics);
void check_scorm2004(const Edition& edition, Diagnostics& diagnostics);
void check_cmi5(const Edition& edition, Diagnostics& diagnostics);

}  // namespace tailorbird
