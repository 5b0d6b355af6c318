#include "translate/compose.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "read/pages/front_matter.hpp"
#include "translate/front_lines.hpp"

namespace tailorbird {
namespace {

/// Keys that each translation has for itself.
constexpr auto own_keys = std::to_array<std::string_view>({"aliases", "reviewed", "sources"});

struct TextKey {
  std::string_view key;
  SegmentKind kind;
};
constexpr auto text_keys = std::to_array<TextKey>({
    {"title", SegmentKind::title},
    {"summary", SegmentKind::summary},
    {"search", SegmentKind::search},
});

const FrontEntry* find(const std::vector<FrontEntry>& entries, std::string_view key) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const FrontEntry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

bool is_own(std::string_view key) {
  return std::find(own_keys.begin(), own_keys.end(), key) != own_keys.end();
}

/// Comments and empty lines at the end of `lines`.
std::string after_value(const std::string& lines) {
  std::size_t begin = lines.size();
  while (begin > 0) {
    const std::size_t line = begin < 2 ? 0 : lines.rfind('\n', begin - 2) + 1;
    if (lines[line] != '#' && lines[line] != '\n') break;
    begin = line;
  }
  return lines.substr(begin);
}

/// The values of a key, which were joined in one text.
std::vector<std::string> values_of(std::string_view key, const std::string& text) {
  if (key != "search") return {text};
  std::vector<std::string> values;
  for (const std::string_view part : split(text, ',')) {
    if (!trim(part).empty()) values.emplace_back(trim(part));
  }
  return values;
}

/// The line of a key whose values are translated.
std::string text_lines(const FrontEntry& source, const FrontEntry* present,
                       const std::vector<std::string>& values) {
  const std::string text = join(values, ", ");
  if (present != nullptr && join(present->values, ", ") == text) return present->lines;
  if (join(source.values, ", ") == text) return source.lines;
  return front_line(source.key, values, source.key == "search") + after_value(source.lines);
}

std::string front_matter(const std::vector<FrontEntry>& source, const std::vector<FrontEntry>& present,
                         const std::vector<TextSegment>& segments, const std::vector<std::string>& texts) {
  std::string lines;
  for (const FrontEntry& entry : source) {
    const auto row = std::find_if(text_keys.begin(), text_keys.end(),
                                  [&](const TextKey& one) { return one.key == entry.key; });
    const FrontEntry* now = find(present, entry.key);
    if (row != text_keys.end()) {
      std::vector<std::string> values;
      for (std::size_t index = 0; index < segments.size(); ++index) {
        if (segments[index].kind == row->kind) values = values_of(entry.key, texts[index]);
      }
      const bool has_words = !trim(join(entry.values, "")).empty();
      if (!values.empty()) lines += text_lines(entry, now, values);
      if (!has_words) lines += entry.lines;  // words without a translation are left out
    } else if (entry.key != "translates") {
      lines += is_own(entry.key) && now != nullptr ? now->lines : entry.lines;
    }
  }
  const auto is_kept = [&](const FrontEntry& entry) {
    return is_own(entry.key) || entry.key.starts_with("x-") ||
           std::any_of(text_keys.begin(), text_keys.end(), [&](const TextKey& row) {
             return row.key == entry.key &&
                    std::any_of(segments.begin(), segments.end(),
                                [&](const TextSegment& one) { return one.kind == row.kind; });
           });
  };
  for (const FrontEntry& entry : present) {
    if (is_kept(entry) && find(source, entry.key) == nullptr) lines += entry.lines;
  }
  return lines;
}

}  // namespace

std::string composed_front(std::string_view source_bytes, std::string_view present,
                           const std::vector<TextSegment>& segments, const std::vector<std::string>& texts,
                           std::string_view mark) {
  return fmt::format("---\n{}translates: \"{}\"\n---\n",
                     front_matter(front_entries(source_bytes), front_entries(present), segments, texts),
                     mark);
}

Composed compose(const Page& source, std::string_view source_bytes, const std::vector<TextSegment>& segments,
                 const std::vector<std::string>& texts, std::string_view present, std::string_view mark) {
  Composed result;
  std::size_t at = 0;
  for (std::size_t index = 0; index < segments.size(); ++index) {
    const TextSegment& segment = segments[index];
    if (segment.in_front_matter()) {
      result.begins.push_back(0);
      continue;
    }
    result.body += source.body.substr(at, segment.begin - at);
    result.begins.push_back(result.body.size());
    result.body += texts[index];
    at = segment.end;
  }
  result.body += source.body.substr(at);
  const bool has_front = split_front_matter(source_bytes).closed;
  if (!has_front) result.body = "\n" + result.body;
  if (!has_front) {
    for (std::size_t& begin : result.begins) ++begin;
  }
  result.bytes = composed_front(source_bytes, present, segments, texts, mark) + result.body;
  return result;
}

}  // namespace tailorbird
