#pragma once
// Readers of single values: a YamlNode becomes a text, a number, a date … or nothing, and then the
// reason is in ReadContext::diagnostics. Wrong types say what was expected and what was found.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/checked_day.hpp"
#include "model/condition_names.hpp"
#include "model/localized.hpp"
#include "model/site.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {

struct FieldInfo;

/// What readers share while one thing is read, be it from one file or, as a profile, from several.
struct ReadContext {
  std::vector<std::string> files;      // from the root; YamlNode::source is an index here
  const Site* site = nullptr;          // what is declared so far
  std::vector<std::string> languages;  // those a text should be in; other declared ones are allowed
  bool languages_certain = true;       // false: `languages` of site.yaml has mistakes; which exist is unknown
  bool fragment = false;               // only a part of the whole ("_base.yaml"): nothing is missing
  Diagnostics diagnostics;
  std::vector<CheckedDay> checked_days;  // of sources and rules, in the order read

  std::size_t errors() const { return diagnostics.count(Severity::error); }
  SourceRange range(const YamlNode& node) const { return {files[node.source], node.where, node.length}; }
  SourceRange range(const YamlNode& node, const PlacedWord& word) const {
    return {files[node.source], word.where, word.length};
  }
};

/// Whether `text` is [a-z0-9-], begins with a letter or digit, and has at most 64 characters: a name that
/// can stand in file names and addresses.
bool is_id(std::string_view text);
/// Ids with slashes between them: "manager/plan".
bool is_page_id(std::string_view text);

/// Whether `text` looks like a language: "en", "pt-br".
bool is_language(std::string_view text);

/// Whether `text` looks like a region: "BE".
bool is_region(std::string_view text);

/// Whether `node` is a text such as `-nl`, and says so: without a space behind it a hyphen begins no item,
/// and YAML joins the lines to one text. Numbers are none.
bool is_mistyped_list(const YamlNode& node, std::string_view key, ReadContext& reading);

/// A scalar as it is written, when a text is meant: not blank, not a list, and no bare `no` or `null`.
std::optional<std::string> read_text(const YamlNode& node, std::string_view key, ReadContext& reading);

/// One text, or a map of languages → texts. Languages the site does not declare are errors; those the
/// text should be in and is not are a warning.
std::optional<LocalizedText> read_localized(const YamlNode& node, std::string_view key, ReadContext& reading);

/// The words of one text ("manager hr") or of a list, each with its place. Repeated words are an error.
std::optional<std::vector<PlacedWord>> read_words(const YamlNode& node, std::string_view key,
                                                  ReadContext& reading);

/// Whether `word`, written in `node`, is one of `known`; if not, adds `code`: "no role `ohh`" with a
/// suggestion.
bool check_known(const YamlNode& node, const PlacedWord& word, std::string_view what,
                 const std::vector<std::string>& known, std::string_view code, ReadContext& reading);

/// The word that a whole scalar is.
PlacedWord as_word(const YamlNode& node);

/// Whether a map's key can be the name of `what` ("a dimension"): an id, and no bare `no`. If not, says so.
bool check_id(const YamlNode& key, std::string_view what, ReadContext& reading);

/// "a list", "a map", "nothing", "`soon`": for messages on wrong types.
std::string found_text(const YamlNode& node);

/// Adds "`key` must be …, not …".
void report_wrong_type(const YamlNode& node, std::string_view key, std::string_view expected,
                       ReadContext& reading, std::string fix = {});

/// Adds "`key` has no value".
void report_blank(const YamlNode& node, std::string_view key, ReadContext& reading, std::string fix = {});

/// Days in "10 days", "2 weeks", "12 months", "1 year"; nothing when it is no such duration.
std::optional<int> duration_days(std::string_view text);

/// Whether `text` is a day of the calendar: "2026-02-28".
bool is_date(std::string_view text);

/// Whether `text` is an address that begins with https:// and has a host and no white space or quotes.
bool is_https_url(std::string_view text);

/// The same with http:// and one of `hosts`, which are in small letters.
bool is_http_url(std::string_view text, const std::vector<std::string>& hosts);

}  // namespace tailorbird
