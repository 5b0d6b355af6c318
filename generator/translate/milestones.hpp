#pragma once
// Milestones: the texts of a source page when its translation was marked, in `translations/<language>.txt`
// beside content/. A mark shows that a page has changed since; a milestone shows which of its texts.
//
//   content/nl/index.md 2f542dd01be1e692 title-1a2b3c4d summary-5e6f7a8b -text-9c0d1e2f +text …
//
// One line for each translation, sorted: its file, its mark, the ids of the source's segments in order
// (segments.hpp). `-` before an id: the translation leaves it out. `+` and a kind: a text that only the
// translation has. A line whose mark is not that of the page is ignored.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

struct MilestoneText {
  enum class In : std::uint8_t { both, source, translation };
  std::string id;  // id of the source's segment; for a text that only the translation has, its kind
  In in = In::both;

  /// "item" of "item-1a2b3c4d-2".
  std::string_view kind() const { return std::string_view(id).substr(0, id.find('-')); }
};

struct Milestone {
  std::string mark;
  std::vector<MilestoneText> texts;
};

/// By the translation's file.
using Milestones = std::map<std::string, Milestone, std::less<>>;

/// Lines that cannot be read are skipped. Empty when there is no file.
Result<Milestones> read_milestones(const fs::path& root, std::string_view language);

Result<void> write_milestones(const fs::path& root, std::string_view language, const Milestones& milestones);

}  // namespace tailorbird
