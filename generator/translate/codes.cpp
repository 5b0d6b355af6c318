#include "translate/codes.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <vector>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

/// An inline code, with its opening and closing ends.
struct Code {
  CodeType type = CodeType::none;
  std::string open;   // or the whole code, if it has no closing end
  std::string close;  // empty: a standalone code
  std::string id;
  int parent = -1;     // index of the code around it
  int match = -1;      // index of the corresponding code
  int title = -1;      // index of the title that it ends with
  std::string titled;  // of a link with a title: the address and the quotation marks

  bool equals(const Code& other) const {
    return type == other.type && open == other.open && close == other.close && titled == other.titled;
  }
  std::string words() const {
    const std::string both = close.empty() ? open : open + "…" + titled + close;
    return fmt::format("{} `{}`", code_words(type), replace_all(both, "\n", "⏎"));
  }
};

std::vector<Code> codes_of(const Pieces& pieces) {
  std::vector<Code> codes;
  std::vector<int> around;
  for (const Piece& piece : pieces) {
    if (piece.role == Piece::Role::alone || piece.role == Piece::Role::open) {
      Code code;
      code.type = piece.type;
      code.open = piece.data;
      code.id = piece.id;
      code.parent = around.empty() ? -1 : around.back();
      if (piece.role == Piece::Role::open) around.push_back(static_cast<int>(codes.size()));
      codes.push_back(std::move(code));
    } else if (piece.role == Piece::Role::close && !around.empty()) {
      // Overlapping spans cannot be a tree; `check` refuses them.
      Code& code = codes[static_cast<std::size_t>(around.back())];
      code.close = piece.data;
      if (code.type == CodeType::title && code.parent >= 0) {
        Code& link = codes[static_cast<std::size_t>(code.parent)];
        link.title = around.back();
        link.titled = code.open + "…" + code.close;
      }
      around.pop_back();
    }
  }
  return codes;
}

/// Whether a code may be written differently in a translation.
bool is_free(CodeType type) {
  return type == CodeType::emphasis || type == CodeType::strong || type == CodeType::strike ||
         type == CodeType::link || type == CodeType::picture || type == CodeType::address ||
         type == CodeType::line_end || type == CodeType::code;
}

/// A title corresponds to the title of the link to which its own link corresponds.
template <typename Equal>
void match(std::vector<Code>& codes, std::vector<bool>& used, const std::vector<Code>& source,
           const Equal& equal) {
  for (Code& code : codes) {
    for (std::size_t index = 0; index < source.size() && code.match < 0; ++index) {
      if (used[index] || code.type == CodeType::title || !equal(code, source[index])) continue;
      used[index] = true;
      code.match = static_cast<int>(index);
      if (code.title < 0 || source[index].title < 0) continue;
      codes[static_cast<std::size_t>(code.title)].match = source[index].title;
      used[static_cast<std::size_t>(source[index].title)] = true;
    }
  }
}

/// Sets Code::match of `codes`.
void match_codes(std::vector<Code>& codes, const std::vector<Code>& source, bool loosely) {
  std::vector<bool> used(source.size());
  match(codes, used, source, [](const Code& one, const Code& other) { return one.equals(other); });
  if (!loosely) return;
  match(codes, used, source, [](const Code& one, const Code& other) {
    return one.type == other.type && is_free(one.type) && one.titled.empty() == other.titled.empty();
  });
}

/// The codes of a translation: those of the source as it writes them, and its own.
struct Present {
  std::vector<Code> expected;
  std::vector<Code> own;
};

Present present_codes(const std::vector<Code>& source, const Pieces& present) {
  Present result{source, {}};
  std::vector<Code> codes = codes_of(present);
  match_codes(codes, source, true);
  for (const Code& code : codes) {
    if (code.match < 0) {
      result.own.push_back(code);
    } else {
      Code& expected = result.expected[static_cast<std::size_t>(code.match)];
      expected.open = code.open;
      expected.close = code.close;
      expected.titled = code.titled;
    }
  }
  return result;
}

std::optional<std::string> added_problem(const std::vector<Code>& codes, const std::vector<Code>& source,
                                         std::vector<Code> own) {
  const auto equals = [](const Code& code) { return [&code](const Code& one) { return one.equals(code); }; };
  for (const Code& code : codes) {
    if (code.match >= 0 || code.type == CodeType::line_end) continue;
    const auto kept = std::find_if(own.begin(), own.end(), equals(code));
    if (kept == own.end()) {
      const bool twice = std::any_of(source.begin(), source.end(), equals(code));
      return fmt::format("{} {}", code.words(), twice ? "is there twice" : "is not in the source");
    }
    own.erase(kept);
  }
  return std::nullopt;
}

std::optional<std::string> nesting_problem(const std::vector<Code>& codes, const std::vector<Code>& source) {
  for (const Code& code : codes) {
    if (code.match < 0 || code.type == CodeType::line_end) continue;
    const int parent = source[static_cast<std::size_t>(code.match)].parent;
    const int now = code.parent < 0 ? -1 : codes[static_cast<std::size_t>(code.parent)].match;
    if (parent != now)
      return fmt::format(
          "{} has moved {}", code.words(),
          parent < 0 ? "into another code" : "out of " + source[static_cast<std::size_t>(parent)].words());
  }
  return std::nullopt;
}

}  // namespace

Pieces with_ids_of(const Pieces& source, const Pieces& translation, bool keep) {
  const std::vector<Code> of_source = codes_of(source);
  std::vector<Code> codes = codes_of(translation);
  match_codes(codes, of_source, true);
  std::map<std::string, const Code*> by_id;  // of the translation's own ids
  int own = 0;
  std::map<std::string, std::string> new_ids;
  for (const Code& code : codes) {
    by_id[code.id] = &code;
    new_ids[code.id] =
        code.match >= 0 ? of_source[static_cast<std::size_t>(code.match)].id : fmt::format("t{}", ++own);
  }
  Pieces result = translation;
  for (Piece& piece : result) {
    const auto known = by_id.find(piece.id);
    if (!piece.is_code() || known == by_id.end()) continue;
    const int match = known->second->match;
    piece.id = new_ids[piece.id];
    if (keep || match < 0) continue;
    const Code& code = of_source[static_cast<std::size_t>(match)];
    piece.data = piece.role == Piece::Role::close ? code.close : code.open;
  }
  return result;
}

std::optional<std::string> code_problem(const Pieces& source, const Pieces& present, const Pieces& returned) {
  if (text_of(present) == text_of(returned)) return std::nullopt;
  const std::vector<Code> of_source = codes_of(source);
  const Present now = present_codes(of_source, present);
  std::vector<Code> codes = codes_of(returned);
  std::vector<bool> used(of_source.size());
  match(codes, used, of_source, [](const Code& one, const Code& other) { return one.equals(other); });
  match(codes, used, now.expected, [](const Code& one, const Code& other) { return one.equals(other); });
  for (std::size_t index = 0; index < used.size(); ++index) {
    if (!used[index] && of_source[index].type != CodeType::line_end)
      return fmt::format("{} is missing or damaged", of_source[index].words());
  }
  if (auto added = added_problem(codes, of_source, now.own)) return added;
  return nesting_problem(codes, of_source);
}

}  // namespace tailorbird
