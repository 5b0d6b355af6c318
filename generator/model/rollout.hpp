#pragma once
// The roll-out of the guidance in an organisation: its people and start date, and the words for its roll-out
// kit. Pages in the folder kit/ belong to the kit; no reader of the guidance gets them, and the kit has no
// other pages.

#include <map>
#include <string>
#include <string_view>

#include "diag/diagnostic.hpp"
#include "model/localized.hpp"

namespace tailorbird {

/// The id of the bundle that a profile with a `rollout` has, and of its format.
inline constexpr std::string_view kit_id = "kit";
/// The folder of its pages, relative to a language's folder.
inline constexpr std::string_view kit_folder = "kit/";

struct Rollout {
  std::string start;    // ISO date: the first day of week 1
  std::string address;  // https: where readers begin; printed and in the code on the poster
  std::map<std::string, LocalizedText, std::less<>> texts;  // "board" → who decides; "moments.planning" → …
  SourceRange where;
};

}  // namespace tailorbird
