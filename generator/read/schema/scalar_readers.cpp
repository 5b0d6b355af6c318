#include "read/schema/scalar_readers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "diag/suggest.hpp"
#include "diag/without_commas.hpp"
#include "text/http_hosts.hpp"
#include "text/iso_date.hpp"
#include "text/leftover_markup.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view small_letters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view digits = "0123456789";

bool only(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

/// Words that other YAML parsers turn into true, false or null.
bool is_ambiguous(const YamlNode& node) {
  constexpr auto ambiguous =
      std::to_array<std::string_view>({"no", "yes", "on", "off", "true", "false", "null", "~"});
  if (node.quoted || node.text.size() > 5) return false;
  const std::string lower = ascii_lower(node.text);
  return std::find(ambiguous.begin(), ambiguous.end(), lower) != ambiguous.end();
}

void report_ambiguous(const YamlNode& node, ReadContext& reading) {
  reading.diagnostics.add("unquoted-word", reading.range(node),
                          fmt::format("`{}` without quotes, where a text is meant", node.text),
                          fmt::format("Write \"{}\".", node.text));
}

/// The words of a scalar with their places. In a text with escapes or several lines words cannot be located:
/// then the place of each is the whole text.
std::vector<PlacedWord> placed_words(const YamlNode& node) {
  const std::size_t quotes = node.quoted ? 2 : 0;
  const bool measurable = node.length == code_points(node.text) + quotes;
  std::vector<PlacedWord> placed;
  for (const std::string_view word : words(node.text)) {
    PlacedWord one{std::string(word), node.where, node.length};
    if (measurable) {
      const auto offset = static_cast<std::size_t>(word.data() - node.text.data());
      const std::size_t before = code_points(std::string_view(node.text).substr(0, offset)) + quotes / 2;
      one.where.column += static_cast<std::uint32_t>(before);
      one.length = static_cast<std::uint32_t>(code_points(word));
    }
    placed.push_back(std::move(one));
  }
  return placed;
}

/// `added` after what is there, each word once.
void append_once(std::vector<PlacedWord>& all, std::vector<PlacedWord> added, const YamlNode& node,
                 ReadContext& reading) {
  for (PlacedWord& word : added) {
    const auto first =
        std::find_if(all.begin(), all.end(), [&](const PlacedWord& one) { return one.text == word.text; });
    if (first == all.end()) {
      all.push_back(std::move(word));
      continue;
    }
    reading.diagnostics
        .add("value-repeated", reading.range(node, word), fmt::format("`{}` is here twice", word.text))
        .related.push_back({reading.range(node, *first), "first here"});
  }
}

/// "nl-BE" → "nl", when BE is a region of the site.
std::string without_region(const std::string& key, const Site& site) {
  const std::size_t dash = key.rfind('-');
  const bool known = dash != std::string::npos && std::find(site.regions.begin(), site.regions.end(),
                                                            key.substr(dash + 1)) != site.regions.end();
  return known ? key.substr(0, dash) : key;
}

/// The keys of texts in one language that readers are shown; those in several are all shown.
constexpr auto shown_keys = std::to_array<std::string_view>({"title", "summary", "by"});

/// Reports Markdown in a value: it is not interpreted there, and readers would see its characters.
void check_plain(const YamlNode& node, TextPlace place, ReadContext& reading) {
  const auto leftover = find_leftover(node.text, place);
  if (!leftover) return;
  const std::string_view excerpt = std::string_view(node.text).substr(leftover->offset, leftover->length);
  reading.diagnostics.add(leftover->is_ours() ? "markup-unread" : "markup-left-over", reading.range(node),
                          leftover_message(excerpt, *leftover), std::string(leftover->fix));
}

bool check_language(const YamlNode& key, ReadContext& reading) {
  if (is_ambiguous(key)) {
    report_ambiguous(key, reading);
    return false;
  }
  if (!reading.languages_certain || reading.site->languages.empty()) return true;
  const auto& known = reading.site->languages;
  if (std::find(known.begin(), known.end(), without_region(key.text, *reading.site)) != known.end())
    return true;
  reading.diagnostics.add("unknown-language", reading.range(key),
                          fmt::format("`{}` is not among the languages of content/site.yaml", key.text),
                          key.text.find(' ') == std::string::npos
                              ? suggestion(key.text, known)
                              : "put a text that has a comma in double quotes");
  return false;
}

void report_untranslated(const LocalizedText& text, const YamlNode& node, std::string_view key,
                         ReadContext& reading) {
  std::vector<std::string> lacking;
  for (const std::string& language : reading.languages) {
    if (text.in(language).empty()) lacking.push_back("`" + language + "`");
  }
  if (lacking.empty()) return;
  reading.diagnostics.add("text-language-missing", reading.range(node),
                          fmt::format("`{}` has no text in {}", key, join(lacking, ", ")),
                          fmt::format("Add the text in {}, or give one text for all.", join(lacking, ", ")));
}

}  // namespace

bool is_id(std::string_view text) {
  constexpr std::size_t longest = 64;
  return !text.empty() && text.size() <= longest && text[0] != '-' &&
         only(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
}

bool is_page_id(std::string_view text) {
  const auto parts = split(text, '/');
  return std::all_of(parts.begin(), parts.end(), is_id);
}

bool is_language(std::string_view text) {
  // ISO 639-1. Codes of three letters name some 7,000 languages more.
  constexpr std::string_view of_two_letters =
      " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv "
      "dz ee el "
      "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io "
      "is it "
      "iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr "
      "ms mt "
      "my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si "
      "sk sl "
      "sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh "
      "yi yo "
      "za zh zu ";
  const std::vector<std::string_view> parts = split(text, '-');
  if (parts[0].size() < 2 || parts[0].size() > 3 || !only(parts[0], small_letters)) return false;
  if (parts[0].size() == 2 && of_two_letters.find(fmt::format(" {} ", parts[0])) == std::string_view::npos)
    return false;
  return std::all_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
    return part.size() >= 2 && part.size() <= 8 && is_id(part);
  });
}

bool is_region(std::string_view text) { return text.size() == 2 && only(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"); }

std::string found_text(const YamlNode& node) {
  constexpr std::size_t most = 40;  // bytes of a text that a message repeats
  if (node.kind == YamlNode::Kind::list) return "a list";
  if (node.kind == YamlNode::Kind::map) return "a map";
  if (node.blank()) return "nothing";
  if (node.text.size() <= most && node.text.find('\n') == std::string::npos)
    return fmt::format("`{}`", node.text);
  return "a longer text";
}

void report_wrong_type(const YamlNode& node, std::string_view key, std::string_view expected,
                       ReadContext& reading, std::string fix) {
  if (node.kind == YamlNode::Kind::refused) return;
  reading.diagnostics.add("wrong-type", reading.range(node),
                          fmt::format("`{}` must be {}, not {}", key, expected, found_text(node)),
                          fix.empty() ? fmt::format("Write {}.", expected) : std::move(fix));
}

void report_blank(const YamlNode& node, std::string_view key, ReadContext& reading, std::string fix) {
  reading.diagnostics.add("value-empty", reading.range(node), fmt::format("`{}` has no value", key),
                          std::move(fix));
}

bool is_mistyped_list(const YamlNode& node, std::string_view key, ReadContext& reading) {
  const std::string_view text = node.text;
  const bool begins = node.kind == YamlNode::Kind::scalar && !node.quoted && text.size() > 1 &&
                      text[0] == '-' && text[1] != ' ' && digits.find(text[1]) == std::string_view::npos;
  if (!begins || (text.find(' ') != std::string_view::npos && text.find(" -") == std::string_view::npos))
    return false;
  report_wrong_type(node, key, "a list", reading, "Put a space after each hyphen that begins an item.");
  return true;
}

namespace {

/// A text that stands at `place`.
std::optional<std::string> read_text(const YamlNode& node, std::string_view key, TextPlace place,
                                     ReadContext& reading) {
  if (node.kind != YamlNode::Kind::scalar) {
    report_wrong_type(node, key, "a text", reading,
                      "Write one text. When it begins with [ or {, it needs quotes.");
    return std::nullopt;
  }
  if (node.blank()) {
    report_blank(node, key, reading);
    return std::nullopt;
  }
  if (is_ambiguous(node)) {
    report_ambiguous(node, reading);
    return std::nullopt;
  }
  if (!node.text.empty() && trim(node.text).empty()) {  // quotes around a space
    report_blank(node, key, reading);
    return std::nullopt;
  }
  check_plain(node, place, reading);
  return node.text;
}

}  // namespace

std::optional<std::string> read_text(const YamlNode& node, std::string_view key, ReadContext& reading) {
  const bool is_shown = std::find(shown_keys.begin(), shown_keys.end(), key) != shown_keys.end();
  return read_text(node, key, is_shown ? TextPlace::shown : TextPlace::value, reading);
}

std::optional<LocalizedText> read_localized(const YamlNode& node, std::string_view key,
                                            ReadContext& reading) {
  LocalizedText result;
  if (node.kind == YamlNode::Kind::scalar) {
    auto text = read_text(node, key, TextPlace::shown, reading);
    if (!text) return std::nullopt;
    result.any = std::move(*text);
    return result;
  }
  if (node.kind != YamlNode::Kind::map) {
    report_wrong_type(node, key, "a text, or a map of languages and texts", reading);
    return std::nullopt;
  }
  if (node.entries.empty()) {
    report_blank(node, key, reading);
    return std::nullopt;
  }
  bool languages_known = true;
  for (const YamlEntry& entry : node.entries) {
    if (!check_language(entry.key, reading)) {
      languages_known = false;  // the missing text may be in the unknown language
    } else if (auto text = read_text(entry.value, entry.key.text, TextPlace::shown, reading)) {
      result.by_language[entry.key.text] = std::move(*text);
    }
  }
  if (languages_known) report_untranslated(result, node, key, reading);
  return result;
}

std::optional<std::vector<PlacedWord>> read_words(const YamlNode& node, std::string_view key,
                                                  ReadContext& reading) {
  if (is_mistyped_list(node, key, reading)) return std::nullopt;
  std::vector<PlacedWord> all;
  if (node.kind == YamlNode::Kind::list) {
    for (const YamlNode& item : node.items) {
      if (!read_text(item, key, reading)) return std::nullopt;
      append_once(all, placed_words(item), item, reading);
    }
  } else if (node.kind == YamlNode::Kind::scalar) {
    if (!read_text(node, key, reading)) return std::nullopt;
    append_once(all, placed_words(node), node, reading);
  } else {
    report_wrong_type(node, key, "words, or a list of them", reading);
    return std::nullopt;
  }
  return all;
}

bool check_id(const YamlNode& key, std::string_view what, ReadContext& reading) {
  if (is_ambiguous(key)) {
    report_ambiguous(key, reading);
    return false;
  }
  if (is_id(key.text)) return true;
  reading.diagnostics.add("bad-name", reading.range(key),
                          fmt::format("`{}` cannot be the name of {}", key.text, what));
  return false;
}

bool check_known(const YamlNode& node, const PlacedWord& word, std::string_view what,
                 const std::vector<std::string>& known, std::string_view code, ReadContext& reading) {
  const auto is_known = [&](std::string_view one) {
    return std::find(known.begin(), known.end(), one) != known.end();
  };
  if (is_known(word.text)) return true;
  const std::string meant = without_commas(word.text, is_known);
  reading.diagnostics.add(code, reading.range(node, word), fmt::format("no {} `{}`", what, word.text),
                          meant.empty() ? suggestion(word.text, known) : fmt::format("Write `{}`.", meant));
  return false;
}

PlacedWord as_word(const YamlNode& node) { return {node.text, node.where, node.length}; }

std::optional<int> duration_days(std::string_view text) {
  struct Unit {
    std::string_view name;
    int days;  // of `per` of them: 12 months are 365 days
    int per;
  };
  constexpr auto units =
      std::to_array<Unit>({{"day", 1, 1}, {"week", 7, 1}, {"month", 365, 12}, {"year", 365, 1}});
  constexpr int most = 999'999;  // keeps the product in range
  const std::vector<std::string_view> parts = words(text);
  if (parts.size() != 2 || !only(parts[0], digits)) return std::nullopt;
  int count = 0;
  const auto [end, failed] = std::from_chars(parts[0].data(), parts[0].data() + parts[0].size(), count);
  if (failed != std::errc{} || count < 1 || count > most) return std::nullopt;
  for (const Unit& unit : units) {
    const bool named = parts[1] == unit.name ||
                       (parts[1].ends_with('s') && parts[1].substr(0, parts[1].size() - 1) == unit.name);
    if (named) return (count * unit.days + unit.per - 1) / unit.per;
  }
  return std::nullopt;
}

bool is_date(std::string_view text) { return parse_iso_date(text).has_value(); }

bool is_https_url(std::string_view text) {
  constexpr std::string_view scheme = "https://";
  if (!text.starts_with(scheme)) return false;
  const std::string_view rest = text.substr(scheme.size());
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const bool has_host = !host.empty() && host.front() != '.' && host.front() != ':' &&
                        host.find_first_of("@,;!$&()*+=~%") == std::string_view::npos;
  return has_host && text.find_first_of(" \t\r\n\"'<>\\`{}|^") == std::string_view::npos;
}

bool is_http_url(std::string_view text, const std::vector<std::string>& hosts) {
  constexpr std::string_view scheme = "http:";
  return text.starts_with(scheme) && is_http_to(text, hosts) &&
         is_https_url("https:" + std::string(text.substr(scheme.size())));
}

}  // namespace tailorbird
