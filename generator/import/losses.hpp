#pragma once
// Losses: what an import changed or could not convert. One entry per place, each of a kind from a table.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// The consequence of a loss for its page.
enum class LossFate : std::uint8_t {
  noted,   // worth knowing; the page stays clean
  fixed,   // the import changed it into our form
  person,  // a person must look: something is missing, or `check` reports an error
};

struct LossKind {
  std::string_view id;     // "html-lost", in the JSON report
  std::string_view title;  // "raw HTML without a like here", a heading of the text report
  LossFate fate;
  bool drafts = false;  // its page becomes a draft, a partial is not written
};

/// The table of kinds, in the order of the report.
std::span<const LossKind> loss_kinds();
/// The row of `id`, which must be in the table.
const LossKind& loss_kind(std::string_view id);

struct Loss {
  std::string_view kind;   // of a row
  std::string file;        // of the source, from the folder that is imported
  std::uint32_t line = 0;  // of the source, from 1; 0: the whole file
  std::string what;        // "`<iframe>` and what is in it were kept out"
  auto operator<=>(const Loss&) const = default;
};

using Losses = std::vector<Loss>;

}  // namespace tailorbird
