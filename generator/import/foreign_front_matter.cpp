#include "import/foreign_front_matter.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/strings.hpp"
#include "import/source_conditions.hpp"
#include "import/yaml_text.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {
namespace {

struct ForeignKey {
  std::string name;
  std::string value;  // lists: their texts with ", " between them
  std::uint32_t line = 0;
};

/// The lines around front matter.
struct Fence {
  std::string_view begin;
  std::string_view end;
  bool toml;
};
constexpr auto fences =
    std::to_array<Fence>({{"---", "---", false}, {"---", "...", false}, {"+++", "+++", true}});

// --- Keys of other tools and ours ---

enum class Meaning : std::uint8_t {
  title,
  summary,
  order,
  search,
  hides,   // `draft: true`: nobody reads the page
  shows,   // `published: false`: nobody either
  status,  // `status: draft`, `visibility: private`
  left_out
};
struct KeyRow {
  std::string_view name;
  Meaning meaning;
};
constexpr auto key_rows = std::to_array<KeyRow>({
    {"title", Meaning::title},      {"summary", Meaning::summary},    {"description", Meaning::summary},
    {"abstract", Meaning::summary}, {"lead", Meaning::summary},       {"order", Meaning::order},
    {"weight", Meaning::order},     {"nav_order", Meaning::order},    {"sidebar_position", Meaning::order},
    {"draft", Meaning::hides},      {"hidden", Meaning::hides},       {"hide", Meaning::hides},
    {"unlisted", Meaning::hides},   {"unpublished", Meaning::hides},  {"private", Meaning::hides},
    {"internal", Meaning::hides},   {"confidential", Meaning::hides}, {"archived", Meaning::hides},
    {"headless", Meaning::hides},   {"expirydate", Meaning::hides},   {"unpublishdate", Meaning::hides},
    {"published", Meaning::shows},  {"publish", Meaning::shows},      {"public", Meaning::shows},
    {"visible", Meaning::shows},    {"status", Meaning::status},      {"build", Meaning::status},
    {"_build", Meaning::status},    {"render", Meaning::status},      {"list", Meaning::status},
    {"keywords", Meaning::search},
});

constexpr auto no_words =
    std::to_array<std::string_view>({"", "false", "no", "off", "0", "never", "n", "null", "~"});
constexpr auto hidden_words = std::to_array<std::string_view>(
    {"draft", "hidden", "private", "internal", "never", "unpublished", "unlisted", "archived", "pending",
     "local", "in-review", "review", "deleted"});
constexpr auto all_words = std::to_array<std::string_view>({"public", "all", "everyone", "open", "world"});

template <typename Words>
bool is_one_of(const Words& all, std::string_view word) {
  return std::find(all.begin(), all.end(), ascii_lower(trim(word))) != all.end();
}

/// Whether a key says that nobody reads the page.
bool hides_page(Meaning meaning, std::string_view value) {
  if (meaning == Meaning::hides) return !is_one_of(no_words, value);
  if (meaning == Meaning::shows) return is_one_of(no_words, value) && !trim(value).empty();
  if (meaning != Meaning::status) return false;
  const std::vector<std::string_view> parts = split(value, ',');
  return std::any_of(parts.begin(), parts.end(),
                     [](std::string_view one) { return is_one_of(hidden_words, one); });
}

std::string without_quotes(std::string_view value) {
  value = trim(value);
  const bool quoted =
      value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return std::string(quoted ? value.substr(1, value.size() - 2) : value);
}

std::string flat(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::scalar) return node.text;
  std::vector<std::string> parts;
  for (const YamlNode& item : node.items) {
    if (std::string part = flat(item); !part.empty()) parts.push_back(std::move(part));
  }
  for (const YamlEntry& entry : node.entries) {
    if (std::string part = flat(entry.value); !part.empty()) parts.push_back(std::move(part));
  }
  return join(parts, ", ");
}

/// `name: value` or `name = value` on a line; YAML that its own reader refuses, and TOML, are read so.
std::vector<ForeignKey> keys_of_lines(std::string_view text, char separator, std::uint32_t line) {
  std::vector<ForeignKey> keys;
  for (const std::string_view one : split(text, '\n')) {
    const std::size_t at = one.find(separator);
    const bool begins_key =
        !one.empty() && one.front() != ' ' && one.front() != '#' && one.front() != '[' && one.front() != '-';
    if (begins_key && at != std::string_view::npos) {
      std::string value = without_quotes(one.substr(at + 1));
      if (value.starts_with('[') && value.ends_with(']')) {
        std::vector<std::string> items;
        for (const std::string_view item : split(std::string_view(value).substr(1, value.size() - 2), ','))
          items.push_back(without_quotes(item));
        value = join(items, ", ");
      }
      keys.push_back({std::string(trim(one.substr(0, at))), std::move(value), line});
    }
    ++line;
  }
  return keys;
}

std::vector<ForeignKey> keys_of_yaml(const std::string& text) {
  const YamlRead read = parse_yaml({text, "", 0, 2});
  if (!read.complete || read.root.kind != YamlNode::Kind::map) return keys_of_lines(text, ':', 2);
  std::vector<ForeignKey> keys;
  for (const YamlEntry& entry : read.root.entries) {
    keys.push_back({entry.key.text, flat(entry.value), entry.key.where.line});
  }
  return keys;
}

std::string as_written(const ForeignKey& key) {
  return key.value.empty() ? fmt::format("`{}`", key.name)
                           : fmt::format("`{}: {}`", key.name, key.value.substr(0, 80));
}

/// A key that says who reads the page: kept when the project has that dimension and its values.
/// False: it says nothing of the kind.
bool take_readers(const ForeignKey& key, const ConditionMap& conditions, ImportPage& page) {
  if (!is_conditional_attribute(key.name, conditions) || is_one_of(all_words, key.value)) return false;
  const std::string values = replace_all(key.value, ",", " ");
  if (conditions.has_values(key.name, values)) {
    const std::vector<std::string_view> ids = words(values);
    page.keys.emplace_back(key.name, fmt::format("{}", fmt::join(ids, " ")));
  } else {
    page.lose("readers-unknown", key.line, as_written(key));
  }
  return true;
}

void take_key(const ForeignKey& key, const ConditionMap& conditions, ImportPage& page) {
  if (take_readers(key, conditions, page)) return;
  const auto* const row = std::find_if(key_rows.begin(), key_rows.end(),
                                       [&](const KeyRow& one) { return one.name == ascii_lower(key.name); });
  const Meaning meaning = row == key_rows.end() ? Meaning::left_out : row->meaning;
  const std::string value(trim(key.value));
  int number = 0;
  const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool is_number = problem == std::errc() && end == value.data() + value.size() && !value.empty();
  if (meaning == Meaning::title && !value.empty() && page.title.empty()) {
    page.title = value;
  } else if (meaning == Meaning::summary && !value.empty() && page.summary.empty()) {
    page.summary = value;
  } else if (meaning == Meaning::order && is_number && number > 0) {
    page.order = number;
  } else if (hides_page(meaning, value)) {
    page.lose("not-published", key.line, as_written(key));
  } else if (meaning == Meaning::search && !value.empty()) {
    std::vector<std::string> quoted;
    for (const std::string_view word : split(value, ',')) {
      if (!trim(word).empty()) quoted.push_back(yaml_quoted(trim(word)));
    }
    page.keys.emplace_back("search", fmt::format("[{}]", join(quoted, ", ")));
  } else if (!key.name.empty() && ascii_lower(key.name) != "draft") {
    page.lose("key-left-out", key.line, as_written(key));
  }
}

/// Where front matter ends: the offset of the line that closes it; npos: there is none.
std::size_t closing_line(std::string_view text, const Fence& fence) {
  std::size_t at = text.find('\n');
  while (at != std::string_view::npos) {
    const std::size_t begin = at + 1;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (trim(text.substr(begin, end - begin)) == fence.end) return begin;
    at = end == text.size() ? std::string_view::npos : end;
  }
  return std::string_view::npos;
}

}  // namespace

void read_foreign_front_matter(const std::string& text, const ConditionMap& conditions, ImportPage& page) {
  const std::string_view all = text;
  const std::string_view first = trim(all.substr(0, all.find('\n')));
  for (const Fence& fence : fences) {
    const std::size_t close = first == fence.begin ? closing_line(all, fence) : std::string_view::npos;
    if (close == std::string_view::npos) continue;
    const std::size_t begin = all.find('\n') + 1;
    const std::string inside(all.substr(begin, close - begin));
    // A line of hyphens that is only a rule: no key follows it.
    if (!fence.toml && trim(inside).find(':') == std::string_view::npos && !trim(inside).empty()) break;
    const std::size_t rest = std::min(all.find('\n', close), all.size() - 1) + 1;
    const auto lines = static_cast<std::uint32_t>(
        std::count(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(rest), '\n'));
    for (const ForeignKey& key : fence.toml ? keys_of_lines(inside, '=', 2) : keys_of_yaml(inside))
      take_key(key, conditions, page);
    page.body = import_lines(all.substr(rest), lines + 1);
    return;
  }
  if (first == "{") page.lose("readers-unknown", 1, "front matter in JSON, which is not read here");
  page.body = import_lines(text, 1);
}

}  // namespace tailorbird
