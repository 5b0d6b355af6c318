#pragma once
// How an organisation brings the guidance in: the people, the start date and the words that its roll-out kit
// is filled with. Pages in the folder kit/ are the kit's; no reader of the guidance gets them, and the kit
// has no other pages.

#include <map>
#include <string>
#include <string_view>

#include "diag/diagnostic.hpp"
#include "model/localized.hpp"

namespace tailorbird {

/// The id of the bundle that a profile with a `rollout` has, and of its format.
inline constexpr std::string_view kit_id = "kit";
/// Its pages, relative to a language's folder.
inline constexpr std::string_view kit_folder = "kit/";

struct Rollout {
  std::string start;    // ISO date: the first day of week 1
  std::string address;  // https: where readers begin; printed and in the code on the poster
  std::map<std::string, LocalizedText, std::less<>> texts;  // "board" → who decides; "moments.planning" → …
  SourceRange where;
};

}  // namespace tailorbird
