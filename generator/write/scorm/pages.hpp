#pragma once
// What a learning system may remember of a reader's way through an edition, decided when it is built.
//
// How much that is, the bundle's level of tracking says. A page's code is a hash of its id, keyed by the
// package: it says nothing to someone who reads the system's reports, differs from the code of the same page
// in another organisation or package, and a later version of the package still knows it. Whoever has the
// package can look it up.
//
// Only pages that say nothing about the reader have a code: those that are there for every reader of the
// edition; those that everybody opens on the way to "completed" (`core: true`); and those whose section page
// has one and is for no more readers than they are. A page that is only for some readers has none and so
// cannot be recorded; its place is that of the nearest section page that has one.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tailor/edition.hpp"

namespace tailorbird {

struct ScormPage {
  std::string path;   // in the package: "en/manager/plan/index.html"
  std::string code;   // empty: never recorded
  std::string place;  // code of the page that is kept as the reader's place; empty: the place stays as it was
  bool core = false;
};

/// The pages of the edition in reading order, for its package in `format`. All codes have the same length: 4,
/// or more when two would be equal. At the level `status` no page has a code.
std::vector<ScormPage> scorm_pages(const Edition& edition, std::string_view format);

/// The bytes of the saved state when every page with a code was opened: "2;4;" and the codes.
std::size_t longest_state(const std::vector<ScormPage>& pages);

/// Codes for `ids`, in their order: URL-safe Base64 of the SHA-256 of key and id, cut to the shortest length
/// of at least 4 at which different ids have different codes.
std::vector<std::string> page_codes(std::string_view key, const std::vector<std::string>& ids);

}  // namespace tailorbird
