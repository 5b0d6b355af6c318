#pragma once
// Decides at build time which pages of an edition a learning system may record for a reader.
//
// The bundle's level of tracking sets how much. A page's code is a hash of its id, keyed by the package: it
// is meaningless in the system's reports, differs from the code of the same page in another organisation or
// package, and stays the same in later versions of the package. Anyone who has the package can look it up.
//
// Only pages that reveal nothing about the reader have a code: those that every reader of the edition has;
// those that everybody must open to complete it (`core: true`); and those whose section page has one and is
// for no more readers than they are. A page for only some readers has none and cannot be recorded; its place
// is that of the nearest section page with a code.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tailor/edition.hpp"

namespace tailorbird {

struct ScormPage {
  std::string path;  // in the package: "en/manager/plan/index.html"
  std::string code;  // empty: never recorded
  std::string
      place;  // code of the page that is stored as the reader's place; empty: the place stays unchanged
  bool core = false;
};

/// The pages of the edition in reading order, for its package in `format`. All codes have the same length: 4,
/// or more to avoid collisions. At the level `status` no page has a code.
std::vector<ScormPage> scorm_pages(const Edition& edition, std::string_view format);

/// The size in bytes of the stored state after every page with a code was opened: "2;4;" and the codes.
std::size_t longest_state(const std::vector<ScormPage>& pages);

/// Codes for `ids`, in their order: URL-safe Base64 of the SHA-256 of key and id, cut to the shortest length
/// of at least 4 at which different ids have different codes.
std::vector<std::string> page_codes(std::string_view key, const std::vector<std::string>& ids);

}  // namespace tailorbird
