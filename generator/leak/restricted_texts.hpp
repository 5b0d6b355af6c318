#pragma once
// All texts of one language, each with where it may be shown. What the leak scanner knows of a project.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/project.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// Who may see a text: a page (or nothing but a profile), and conditions one in the other. The first guard of
/// a page is the page's own condition; the others have the one around them as `parent`, which comes before
/// them.
struct Guard {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t parent = none;
  std::uint32_t page = none;     // index in Project::pages
  std::uint32_t profile = none;  // index in Project::profiles; of what is one organisation's own
  Condition condition;
  SourceRange where;  // what the author wrote it on
};

/// Words that stand together, under one guard. Plain UTF-8 in one line.
struct RestrictedText {
  std::string words;
  std::uint32_t guard = 0;
};

/// What stands in one block, in order: texts of neighbouring guards.
using TextBlock = std::vector<RestrictedText>;

/// Where a piece may come in.
struct RestrictedInclude {
  std::string path;
  std::uint32_t guard = 0;
};

/// Where in RestrictedTexts begins what one page brought, or the profiles and the site together. It ends
/// where the next one begins.
struct TextPart {
  std::size_t guards = 0;
  std::size_t blocks = 0;
  std::size_t names = 0;
};

struct RestrictedTexts {
  std::vector<Guard> guards;
  std::vector<TextBlock> blocks;
  std::vector<RestrictedText> names;  // addresses, paths, people, numbers: telling as a whole, however short
  std::vector<RestrictedInclude> includes;
  std::vector<TextPart> parts;  // and, last, where all end
};

/// Reads the pages of `language`, and what the site and all profiles say in it. Blocks that each of
/// `editions` may show are left out: they are no secret to anybody. Without editions, all are there.
RestrictedTexts restricted_texts(const Project& project, const ProgramOf& programs, std::string_view language,
                                 std::span<const Edition* const> editions = {});

}  // namespace tailorbird
