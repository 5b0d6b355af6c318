#pragma once
// What a learning system may remember of a reader's way through an edition, decided when it is built.
//
// A page's code is a hash of its id: it says nothing to someone who reads the system's reports, and a later
// version of the package still knows it. Only pages that say nothing about the reader have one: those that
// are there for every reader of the edition, and those that everybody opens on the way to "completed" (`core:
// true`). A page that is only for some readers (a kind of work, a phase that they chose) has none and so
// cannot be recorded; its place is that of the nearest section page that has one.

#include <cstddef>
#include <string>
#include <vector>

#include "tailor/edition.hpp"

namespace tailorbird {

struct ScormPage {
  std::string path;   // in the package: "en/manager/plan/index.html"
  std::string code;   // empty: never recorded
  std::string place;  // code of the page that is kept as the reader's place; empty: the place stays as it was
  bool core = false;
};

/// The pages of the edition in reading order. All codes have the same length: 4, or more when two would be
/// equal.
std::vector<ScormPage> scorm_pages(const Edition& edition);

/// The bytes of the saved state when every page with a code was opened: "1;4;" and the codes.
std::size_t longest_state(const std::vector<ScormPage>& pages);

/// Codes for `ids`, in their order: URL-safe Base64 of their SHA-256, cut to the shortest length of at least
/// 4 at which different ids have different codes.
std::vector<std::string> page_codes(const std::vector<std::string>& ids);

}  // namespace tailorbird
