#pragma once
// The differences between packages of SCORM 1.2 and of the two editions of SCORM 2004 in use.

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
  std::string_view runtime;            // its name in the theme's script: "2004"
  std::string_view schema_version;     // the only value by which Moodle and others distinguish versions
  std::string_view type_attribute;     // differs in case, which the schemas do not check
  std::string_view control_documents;  // folder below <data>/scorm/
  std::span<const ScormNamespace> namespaces;
  bool has_metadata = false;  // the control documents have a schema for metadata; ADL's validator refuses
                              // metadata without one
  bool has_sequencing =
      false;  // the manifest must tell sequencing engines that the content controls navigation
};

/// All versions, the oldest first.
std::span<const ScormVersion> scorm_versions();

/// The version that `format` writes, which must be a SCORM format; `edition` only matters for scorm2004.
const ScormVersion& scorm_version(std::string_view format, int edition);

}  // namespace tailorbird
