#pragma once
// What differs between the packages of SCORM 1.2 and of the two editions of SCORM 2004 that are in use.

#include <span>
#include <string_view>

namespace tailorbird {

struct ScormNamespace {
  std::string_view
      prefix;  // spelled so everywhere: some systems compare prefixes as text; empty: the default
  std::string_view uri;
  std::string_view schema;  // file beside the manifest
};

struct ScormVersion {
  std::string_view format;             // "scorm2004": the format's id
  int edition = 0;                     // of SCORM 2004; 0: SCORM 1.2
  std::string_view runtime;            // what the theme's script calls it: "2004"
  std::string_view schema_version;     // the only thing by which Moodle and others tell versions apart
  std::string_view type_attribute;     // its case differs, and the schemas do not notice
  std::string_view control_documents;  // folder below <data>/scorm/
  std::span<const ScormNamespace> namespaces;
  bool has_metadata = false;    // a schema for it is among the control documents; without one ADL's validator
                                // refuses a package that has metadata
  bool has_sequencing = false;  // engines for it must be told that the content alone decides
};

/// All versions.
std::span<const ScormVersion> scorm_versions();

/// The version that the format writes; `edition` only matters for scorm2004. `format` must be one of them.
const ScormVersion& scorm_version(std::string_view format, int edition);

}  // namespace tailorbird
