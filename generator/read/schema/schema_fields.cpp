#include "read/schema/schema_fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

bool only(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' && only(text.substr(1), "0123456789abcdefABCDEF");
}

/// An earlier date is a slip, such as the year 0026 or 1926: nobody checked or reviewed anything so long ago.
bool is_recent(std::string_view date) { return date >= "2000"; }

bool is_hash(std::string_view text) {
  return text.size() >= 8 && text.size() <= 64 && only(text, "0123456789abcdef");
}

bool is_email(std::string_view text) {
  const auto parts = split(text, '@');
  if (parts.size() != 2 || parts[0].empty()) return false;
  const std::size_t dot = parts[1].find('.');
  if (dot == 0 || dot == std::string_view::npos || parts[1].ends_with('.')) return false;
  return text.find_first_of(" \t\r\n\"'<>()[]\\,;:?&%") == std::string_view::npos;
}

/// From three digits (112) to the fifteen that E.164 allows. A plus sign only at the beginning; " / " would
/// separate two numbers.
bool is_phone(std::string_view text) {
  if (text.rfind('+') != 0 && text.find('+') != std::string_view::npos) return false;
  if (text.find(" / ") != std::string_view::npos) return false;
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return only(text, "+0123456789 ()-./") && digits >= 3 && digits <= 15;
}

bool is_plain_file(std::string_view text) {
  return !text.empty() && stays_inside(text) && text.find('\\') == std::string_view::npos;
}

/// Whether it is written as a date, which need not be in the calendar: "2026-02-30".
bool has_date_form(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
           return f == '-' ? c == '-' : c >= '0' && c <= '9';
         });
}

/// Kinds of text with a syntax.
struct TextKind {
  Kind kind;
  bool (*fits)(std::string_view text);
  std::string_view code;
  std::string_view message;  // after the text: "is no date"
};

constexpr auto text_kinds = std::to_array<TextKind>({
    {Kind::id, is_id, "bad-name", "cannot be a name"},
    {Kind::page_id, is_page_id, "bad-name", "cannot be a name"},
    {Kind::hash, is_hash, "bad-hash", "is not the hash of a source page"},
    {Kind::date, has_date_form, "bad-date", "is not written as a date, such as 2026-11-02"},
    {Kind::date, is_date, "bad-date", "is not a day of the calendar"},
    {Kind::date, is_recent, "bad-date", "lies before the year 2000"},
    {Kind::colour, is_colour, "bad-colour", "is not a colour"},
    {Kind::email, is_email, "bad-email", "is not a mail address"},
    {Kind::phone, is_phone, "bad-phone", "is not a phone number"},
    {Kind::url, is_https_url, "bad-url", "is not an https address"},
    {Kind::file, is_plain_file, "bad-file-name", "is not a file or folder beside this one"},
});

std::optional<int> whole_number(const YamlNode& node) {
  constexpr int most = NumberRange{}.most;
  if (node.kind != YamlNode::Kind::scalar || node.quoted) return std::nullopt;
  int value = 0;
  const char* const end = node.text.data() + node.text.size();
  const auto [stop, failed] = std::from_chars(node.text.data(), end, value);
  if (failed != std::errc{} || stop != end || value > most || value < -most) return std::nullopt;
  return value;
}

std::optional<int> read_duration(const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  constexpr int most_days = 3650;  // ten years; patterns::duration says the same
  const auto text = read_text(value, info.key, reading);
  if (!text) return std::nullopt;
  const auto days = duration_days(*text);
  if (!days) {
    reading.diagnostics.add("bad-duration", reading.range(value),
                            fmt::format("`{}` is not a length of time", *text));
  } else if (*days > most_days) {
    reading.diagnostics.add("bad-duration", reading.range(value),
                            fmt::format("`{}` is too long: {} may be at most ten years", *text, info.key),
                            "Write a shorter time, such as 12 months.");
    return std::nullopt;
  }
  return days;
}

std::string_view expected_container(bool list) {
  return list ? "a list, each item on a line with `- `" : "a map of `key: value` lines";
}

}  // namespace

std::string range_words(const NumberRange& range) {
  return range.is_open() ? fmt::format("a whole number from {} up", range.least)
                         : fmt::format("a whole number from {} to {}", range.least, range.most);
}

template <>
std::optional<std::string> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  if (info.kind == Kind::colour && value.blank()) {
    report_blank(value, info.key, reading, "Write the colour in quotes: without them `#` begins a comment.");
    return std::nullopt;
  }
  auto text = read_text(value, info.key, reading);
  if (!text) return std::nullopt;
  if (text->empty()) {  // "" means none, which a required text cannot be
    if (info.need == Need::required) report_blank(value, info.key, reading);
    return text;
  }
  const auto* const row = std::find_if(text_kinds.begin(), text_kinds.end(), [&](const TextKind& one) {
    return one.kind == info.kind && !one.fits(*text);
  });
  if (row == text_kinds.end()) return text;
  if (info.kind == Kind::url && reading.site != nullptr && is_http_url(*text, reading.site->http_hosts))
    return text;
  reading.diagnostics.add(row->code, reading.range(value),
                          fmt::format("{} {}", found_text(value), row->message));
  return std::nullopt;
}

template <>
std::optional<LocalizedText> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  auto text = read_localized(value, info.key, reading);
  if (!text || info.need != Need::required) return text;
  if (value.kind == YamlNode::Kind::scalar && text->any.empty()) report_blank(value, info.key, reading);
  return text;
}

template <>
std::optional<int> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  if (info.kind == Kind::duration) return read_duration(value, info, reading);
  const auto number = whole_number(value);
  const bool fits =
      info.kind == Kind::integer || (number && *number >= info.range.least && *number <= info.range.most);
  if (number && fits) return number;
  report_wrong_type(value, info.key, info.kind == Kind::integer ? "a whole number" : range_words(info.range),
                    reading, number ? "Write such a number, or take the line out." : "");
  return std::nullopt;
}

template <>
std::optional<bool> read_value(const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const bool plain = value.kind == YamlNode::Kind::scalar && !value.quoted;
  if (plain && value.text == "true") return true;
  if (plain && value.text == "false") return false;
  report_wrong_type(value, info.key, "true or false, without quotes", reading);
  return std::nullopt;
}

template <>
std::optional<std::vector<std::string>> read_value(const YamlNode& value, const FieldInfo& info,
                                                   ReadContext& reading) {
  auto placed = read_words(value, info.key, reading);
  if (!placed) return std::nullopt;
  std::vector<std::string> plain;
  for (PlacedWord& word : *placed) plain.push_back(std::move(word.text));
  return plain;
}

bool expect_map(const YamlNode& node, std::string_view name, ReadContext& reading) {
  if (node.kind == YamlNode::Kind::map) return true;
  if (node.kind != YamlNode::Kind::refused) {
    reading.diagnostics.add(
        "wrong-type", reading.range(node),
        fmt::format("{} must be {}, not {}", name, expected_container(false), found_text(node)),
        node.blank() ? "Begin the lines that belong to it two spaces further in than its key." : "");
  }
  return false;
}

bool expect_list(const YamlNode& node, std::string_view name, ReadContext& reading) {
  if (node.kind == YamlNode::Kind::list) return true;
  if (node.kind != YamlNode::Kind::refused) {
    reading.diagnostics.add(
        "wrong-type", reading.range(node),
        fmt::format("{} must be {}, not {}", name, expected_container(true), found_text(node)));
  }
  return false;
}

void check_keys(const YamlNode& map, const MapPlace& place, std::span<const std::string_view> known,
                ReadContext& reading) {
  const YamlEntry* before = nullptr;  // the known key above, if it has no value: the following lines are
                                      // probably meant as its value
  for (const YamlEntry& entry : map.entries) {
    const bool is_known = std::find(known.begin(), known.end(), entry.key.text) != known.end();
    if (!is_known && before == nullptr)
      report_unknown_key(map, entry.key, place, {known.begin(), known.end()}, reading);
    if (is_known) before = entry.value.blank() ? &entry : nullptr;
  }
}

void report_unknown_key(const YamlNode& map, const YamlNode& key, const MapPlace& place,
                        const std::vector<std::string>& candidates, ReadContext& reading) {
  std::vector<std::string> present;
  for (const YamlEntry& entry : map.entries) present.push_back(entry.key.text);
  reading.diagnostics.add("unknown-key", reading.range(key),
                          fmt::format("unknown key `{}` in {}", key.text, place.name),
                          key_suggestion(key.text, candidates, present));
}

bool is_misspelled(std::string_view key, const YamlNode& map, std::span<const std::string_view> known) {
  return std::any_of(map.entries.begin(), map.entries.end(), [&](const YamlEntry& entry) {
    const bool is_known = std::find(known.begin(), known.end(), entry.key.text) != known.end();
    return !is_known && nearest(entry.key.text, {known.begin(), known.end()}) == key;
  });
}

void report_missing(const FieldInfo& info, const MapPlace& place, ReadContext& reading) {
  if (reading.fragment) return;
  reading.diagnostics.add("missing-key", place.where, fmt::format("{} has no `{}`", place.name, info.key),
                          fmt::format("Add `{}:` ({}).", info.key, info.doc));
}

}  // namespace tailorbird
