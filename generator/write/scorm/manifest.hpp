#pragma once
// Writes imsmanifest.xml, the manifest of a SCORM package. It avoids what some learning systems are known to
// reject; see docs/decisions/scorm-packages.md.

#include <string>
#include <vector>

#include "write/scorm/versions.hpp"

namespace tailorbird {

inline constexpr std::string_view manifest_name = "imsmanifest.xml";
inline constexpr std::string_view session_page_name = "index.html";

/// Identifiers in the manifest. They never change for an edition, because systems match updated packages by
/// them, and they differ between editions in the first characters, because some systems truncate them.
struct ScormIdentifiers {
  std::string manifest;      // "M1f04a3c2-meander-managers-en"
  std::string organization;  // "O1f04a3c2"
  std::string item;          // "I1f04a3c2"
  std::string resource;      // "R1f04a3c2"
};

struct EditionKey {
  std::string profile;
  std::string bundle;
  std::string language;
};

ScormIdentifiers scorm_identifiers(const EditionKey& edition, std::string_view format);

struct PackageFacts {
  ScormIdentifiers identifiers;
  std::string language;
  std::string title;  // any length; shortened where a schema limits it
  std::string description;
  std::string revision;            // of the content; at most 20 characters
  std::string licence;             // empty: none
  std::vector<std::string> files;  // every file but the manifest and the control documents, sorted
};

/// The manifest, UTF-8 without a byte order mark.
std::string manifest_text(const ScormVersion& version, const PackageFacts& facts);

/// `text` with at most `most` characters, cut between words and with "…" when it was longer.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace tailorbird
