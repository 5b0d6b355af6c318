#include "compile/blocks/near_fences.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view wide_colon = "：";  // from a Chinese or Japanese keyboard

/// The characters that people type for a fence, and those that they add by mistake.
constexpr std::string_view colons(":;");
constexpr std::string_view beside(" \t.,/\\{}<>*_");
constexpr std::string_view other_fences("-=");

struct Signs {
  std::size_t colons = 0;
  std::size_t others = 0;  // characters of other tools' fences: `---`
  bool pure = true;        // all other characters are among `beside`
};

Signs signs_in(std::string_view text) {
  Signs signs;
  while (!text.empty()) {
    const bool wide = text.starts_with(wide_colon);
    if (wide || colons.find(text.front()) != std::string_view::npos) {
      ++signs.colons;
    } else if (other_fences.find(text.front()) != std::string_view::npos) {
      ++signs.others;
    } else if (beside.find(text.front()) == std::string_view::npos) {
      signs.pure = false;
    }
    text.remove_prefix(wide ? wide_colon.size() : 1);
  }
  return signs;
}

/// Whether `line` is a correct closing fence: up to three spaces, then three colons or more.
bool is_closing_fence(std::string_view line) {
  constexpr std::size_t deepest_indent = 3;
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  const std::string_view signs = trim(line.substr(indent));
  return indent <= deepest_indent && signs.size() >= 3 &&
         signs.find_first_not_of(':') == std::string_view::npos;
}

/// `:::` after the last word of a line.
std::optional<NearFence> fence_after_words(std::string_view line) {
  const std::string_view words = trim(line);
  const std::size_t end = words.find_last_not_of(':') + 1;
  if (words.size() - end < 3 || end == 0 || words.front() == ':') return std::nullopt;
  const std::size_t begin = static_cast<std::size_t>(words.data() - line.data()) + end;
  return NearFence{begin, words.size() - end, true};
}

/// The misspelt closing fence in a line. Its offset counts from the beginning of the line.
std::optional<NearFence> near_closing_fence_in(std::string_view line) {
  if (is_closing_fence(line)) return std::nullopt;
  const std::string_view signs = trim(line);
  const Signs found = signs_in(signs);
  if (found.pure && found.colons >= 2 && found.others == 0)
    return NearFence{static_cast<std::size_t>(signs.data() - line.data()), signs.size(), false};
  return fence_after_words(line);
}

}  // namespace

std::optional<NearFence> near_fence_before_mark(std::string_view before) {
  if (auto fence = fence_after_words(before)) {
    if (!signs_in(trim(before)).pure) return fence;
  }
  const std::string_view signs = trim(before);
  const Signs found = signs_in(signs);
  if (!found.pure || (found.colons < 2 && found.others < 3)) return std::nullopt;
  return NearFence{static_cast<std::size_t>(signs.data() - before.data()), signs.size(), false};
}

std::optional<NearFence> near_closing_fence(const Context& context, int first, int last) {
  for (int number = first; number <= last; ++number) {
    if (auto fence = near_closing_fence_in(context.source.line(number))) {
      fence->offset += context.source.line_start(number);
      return fence;
    }
  }
  return std::nullopt;
}

std::optional<NearFence> near_closing_fence_of(const Context& context, const NearFence& opening) {
  const std::string_view text = context.source.text();
  for (std::size_t end = text.find('\n', opening.offset); end != std::string_view::npos;) {
    const std::size_t start = end + 1;
    end = text.find('\n', start);
    const std::string_view line = text.substr(start, end - start);
    if (trim(line).starts_with(":::") || line.find('{') != std::string_view::npos) return std::nullopt;
    if (auto fence = near_closing_fence_in(line)) {
      if (fence->is_after_words) return std::nullopt;  // reported as a fence inside a line
      fence->offset += start;
      return fence;
    }
  }
  return std::nullopt;
}

void report_near_fence(Context& context, std::string_view code, const NearFence& fence) {
  const SourceRange place = context.source.range(fence.offset, fence.length);
  if (fence.is_after_words) {
    context.failure(code, place.start, place.length, "a `:::` at the end of a line of words",
                    "put `:::`, with all that follows it, on a line of its own");
  } else if (context.source.text().substr(fence.offset, fence.length).find_first_not_of(':') ==
                 std::string_view::npos &&
             fence.length >= 3) {
    context.failure(code, place.start, place.length, "this `:::` is indented so far that it is read as words",
                    "indent it by at most three spaces more than the text around it");
  } else {
    context.failure(
        code, place.start, place.length,
        "this begins and ends nothing: three colons have to be at the beginning of the line, with "
        "nothing before or between them",
        "write `:::`");
  }
}

}  // namespace tailorbird
