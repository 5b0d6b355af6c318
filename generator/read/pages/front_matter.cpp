#include "read/pages/front_matter.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "diag/suggest.hpp"
#include "read/schema/keyed_maps.hpp"
#include "read/site/conditions.hpp"
#include "read/site/site.hpp"

namespace tailorbird {
namespace {

void read_title(FrontMatter& front, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  front.title_at = value.where;
  front.title = read_value<std::string>(value, info, reading).value_or("");
}

void read_sources_used(FrontMatter& front, const YamlNode& value, const FieldInfo& info,
                       ReadContext& reading) {
  for (PlacedWord& word : read_words(value, info.key, reading).value_or(std::vector<PlacedWord>{})) {
    if (reading.site->find_source(word.text) != nullptr) {
      front.sources.push_back(std::move(word.text));
      continue;
    }
    if (reading.site->sources.empty()) {
      reading.diagnostics.add("unknown-source", reading.range(value, word),
                              "content/sources.yaml has no sources, or is missing");
      continue;
    }
    std::vector<std::string> known;
    for (const Source& source : reading.site->sources) known.push_back(source.id);
    check_known(value, word, "source", known, "unknown-source", reading);
  }
}

void read_search(FrontMatter& front, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  front.search = read_texts(value, info.key, reading);
}

/// A role of the site; when the site declares none, any word.
void read_owner(FrontMatter& front, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  auto owner = read_value<std::string>(value, info, reading);
  if (!owner) return;
  const std::vector<std::string> roles = role_ids(*reading.site);
  if (!roles.empty() && !owner->empty() &&
      !check_known(value, as_word(value), "role", roles, "unknown-role", reading))
    return;
  front.owner = std::move(*owner);
}

/// The language that `path` begins with, or empty: aliases are declared per language.
std::string_view language_before(std::string_view path, const Site& site) {
  const std::string_view first = path.substr(0, path.find('/'));
  const bool is_one = first.size() < path.size() &&
                      std::find(site.languages.begin(), site.languages.end(), first) != site.languages.end();
  return is_one ? first : std::string_view{};
}

/// "manager/old-plan.md", with a slash before it or without, and with the ending of the page or of the
/// output.
bool check_old_path(const YamlNode& value, std::string_view path, ReadContext& reading) {
  if (path.starts_with('/')) path.remove_prefix(1);
  for (const std::string_view ending : {".md", ".html"}) {
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  }
  const std::string_view language = language_before(path, *reading.site);
  if (language.empty() && is_page_id(path)) return true;
  reading.diagnostics.add(
      "bad-alias", reading.range(value),
      fmt::format("`{}` is not an address below the folder of the language", value.text),
      language.empty() ? "" : fmt::format("Write `{}.md`.", path.substr(language.size() + 1)));
  return false;
}

std::vector<std::string> read_old_paths(const YamlNode& value, std::string_view key, ReadContext& reading) {
  if (value.kind != YamlNode::Kind::list) {
    const auto path = read_text(value, key, reading);
    return path && check_old_path(value, *path, reading) ? std::vector{*path} : std::vector<std::string>{};
  }
  std::vector<std::string> paths;
  for (const YamlNode& item : value.items) {
    const auto path = read_text(item, key, reading);
    if (path && check_old_path(item, *path, reading)) paths.push_back(*path);
  }
  return paths;
}

void read_aliases(FrontMatter& front, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  front.aliases = read_old_paths(value, info.key, reading);
}

constexpr auto front_matter_fields = std::to_array<Field<FrontMatter>>({
    {{"title", Kind::text, Need::required, "shown in lists, the browser tab and search"}, read_title},
    {{"id", Kind::page_id, Need::optional,
      "the name that stays when the file moves; default: the path without .md"},
     into<&FrontMatter::id>},
    {{"slug", Kind::id, Need::optional,
      "an address that says nothing of the subject: k7 makes en/k7.html; default: the path"},
     into<&FrontMatter::slug>},
    {{"summary", Kind::text, Need::optional, "one sentence, shown where the page is listed"},
     into<&FrontMatter::summary>},
    {{"layout", Kind::id, Need::optional, "page (default), start, or another layout of the theme"},
     into_with_place<&FrontMatter::layout, &FrontMatter::layout_at>},
    {{"order", Kind::integer, Need::optional, "pages of a section are listed by it, then by title"},
     into<&FrontMatter::order>},
    {{"minutes",
      Kind::count,
      Need::optional,
      "how long it takes to read",
      nullptr,
      Names::any,
      {},
      {.least = 1, .most = 1000}},
     into<&FrontMatter::minutes>},
    {{"owner", Kind::text, Need::optional, "the role that keeps the page true: hr", nullptr, Names::roles},
     read_owner},
    {{"reviewed", Kind::date, Need::optional, "when it was last checked: 2026-11-02"},
     into_with_place<&FrontMatter::reviewed, &FrontMatter::reviewed_at>},
    {{"review-in", Kind::duration, Need::optional, "after how long again, ten years at most: 12 months"},
     into<&FrontMatter::review_in_days>},
    {{"sources", Kind::words, Need::optional, "ids from sources.yaml, listed at the foot of the page",
      nullptr, Names::sources},
     read_sources_used},
    {{"search", Kind::texts, Need::optional, "words by which readers look for it: [menopause, brain fog]"},
     read_search},
    {{"aliases", Kind::old_paths, Need::optional,
      "where the page was before: [manager/old-plan.md]; old links go on working"},
     read_aliases},
    {{"core", Kind::boolean, Need::optional, "true: counts for completion in a learning system"},
     into<&FrontMatter::core>},
    {{"locked", Kind::boolean, Need::optional, "true: an organisation's overlay cannot replace this page"},
     into<&FrontMatter::locked>},
    {{"draft", Kind::boolean, Need::optional, "true: left out of every edition"}, into<&FrontMatter::draft>},
    {{"translates", Kind::hash, Need::optional,
      "on a translation: the hash of the source page it was made from"},
     into<&FrontMatter::translates>},
});

bool is_row(std::string_view key) {
  return std::any_of(front_matter_fields.begin(), front_matter_fields.end(),
                     [&](const auto& row) { return row.info.key == key; });
}

/// Reports an unknown key. Returns whether it is clearly a misspelt known one: `sumary`. If it is not, it may
/// be meant as a dimension, and then the page is for fewer readers than its other keys say.
bool report_unknown(const YamlNode& map, const YamlNode& key, const MapPlace& place, ReadContext& reading) {
  std::vector<std::string> candidates = dimension_ids(*reading.site);
  for (const auto& row : front_matter_fields) candidates.emplace_back(row.info.key);
  report_unknown_key(map, key, place, candidates, reading);
  return is_row(nearest(key.text, candidates));
}

/// The condition from the dimensions' keys; nothing when it cannot be read.
std::optional<Condition> read_audience(FrontMatter& front, const YamlNode& root, const MapPlace& place,
                                       ReadContext& reading) {
  std::vector<DimensionWords> dimensions;
  bool readable = true;
  for (const YamlEntry& entry : root.entries) {
    const std::string& key = entry.key.text;
    if (is_row(key) || key.starts_with("x-")) continue;
    const int dimension = reading.site->find_dimension(key);
    if (dimension < 0) {
      readable = report_unknown(root, entry.key, place, reading) && readable;
    } else if (auto values = read_words(entry.value, key, reading)) {
      front.readers_at.emplace_back(static_cast<std::uint16_t>(dimension), reading.range(entry.key));
      dimensions.push_back({as_word(entry.key), std::move(*values)});
    } else {
      readable = false;
    }
  }
  ResolvedCondition resolved = resolve_condition(*reading.site, dimensions, {});
  add_problems(resolved, reading.files[root.source], reading.diagnostics);
  if (!readable || !resolved.readable()) return std::nullopt;
  return std::move(resolved.condition);
}

/// Whether `line` is three hyphens, with white space after them at most.
bool is_fence(std::string_view line) { return line.starts_with("---") && trim(line.substr(3)).empty(); }

}  // namespace

const Shape& front_matter_shape() {
  static const Shape shape = shape_of<FrontMatter>("front-matter", "Front matter of a Tailorbird page",
                                                   front_matter_fields, OtherKeys::dimensions_and_x);
  return shape;
}

FrontMatterSplit split_front_matter(std::string_view bytes) {
  FrontMatterSplit result;
  result.body = bytes;
  std::uint32_t line = 1;
  std::size_t yaml_start = 0;
  for (std::size_t start = 0; start < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    const std::size_t next = std::min(end + 1, bytes.size());
    const bool fence = is_fence(bytes.substr(start, end - start));
    if (line == 1) {
      if (!fence) return result;
      result.found = true;
      yaml_start = next;
    } else if (fence) {
      result.closed = true;
      result.yaml = bytes.substr(yaml_start, start - yaml_start);
      result.body = bytes.substr(next);
      result.body_line = line + 1;
      return result;
    }
    start = next;
  }
  return result;
}

FrontMatterRead read_front_matter(const YamlNode& root, const MapPlace& place, ReadContext& reading) {
  FrontMatterRead result;
  if (!expect_map(root, place.name, reading)) {
    result.readable = false;
    return result;
  }
  read_rows<FrontMatter>(result.front, root, place, front_matter_fields, reading);
  auto condition = read_audience(result.front, root, place, reading);
  result.readable = condition.has_value();
  if (condition) result.front.condition = std::move(*condition);
  return result;
}

}  // namespace tailorbird
