#pragma once
// Reads single values: a YamlNode becomes a text, number, date … or nothing, with the reason in
// ReadContext::diagnostics. Messages on wrong types say what was expected and what was found.

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

/// The context that readers share while they read one value from one file, or, like a profile, from several.
struct ReadContext {
  std::vector<std::string> files;      // from the root; YamlNode::source is an index here
  const Site* site = nullptr;          // with what has been declared so far
  std::vector<std::string> languages;  // the languages a text should have; other declared ones are allowed
  bool languages_certain = true;       // false: `languages` of site.yaml has mistakes; which exist is unknown
  bool fragment = false;               // only a part of the whole ("_base.yaml"): no key is required
  Diagnostics diagnostics;
  std::vector<CheckedDay> checked_days;  // of sources and rules, in the order read

  std::size_t errors() const { return diagnostics.count(Severity::error); }
  SourceRange range(const YamlNode& node) const { return {files[node.source], node.where, node.length}; }
  SourceRange range(const YamlNode& node, const PlacedWord& word) const {
    return {files[node.source], word.where, word.length};
  }
};

/// Whether `text` is an id, usable in file names and addresses: characters [a-z0-9-], beginning with a letter
/// or digit, at most 64.
bool is_id(std::string_view text);
/// Ids with slashes between them: "manager/plan".
bool is_page_id(std::string_view text);

/// Whether `text` looks like a language: "en", "pt-br".
bool is_language(std::string_view text);

/// Whether `text` looks like a region: "BE".
bool is_region(std::string_view text);

/// Whether `node` is a mistyped list such as `-nl`; if so, reports it. Without a space after the hyphen YAML
/// sees no items and joins the lines into one text. Numbers are not lists.
bool is_mistyped_list(const YamlNode& node, std::string_view key, ReadContext& reading);

/// A scalar as written, where a text is expected: not blank, not a list, and not an unquoted `no` or `null`.
std::optional<std::string> read_text(const YamlNode& node, std::string_view key, ReadContext& reading);

/// One text, or a map of languages → texts. Languages that the site does not declare are errors; missing ones
/// are a warning.
std::optional<LocalizedText> read_localized(const YamlNode& node, std::string_view key, ReadContext& reading);

/// The words of one text ("manager hr") or of a list, each with its place. Repeated words are an error.
std::optional<std::vector<PlacedWord>> read_words(const YamlNode& node, std::string_view key,
                                                  ReadContext& reading);

/// Whether `word`, written in `node`, is one of `known`; if not, reports `code`: "no role `ohh`" with a
/// suggestion.
bool check_known(const YamlNode& node, const PlacedWord& word, std::string_view what,
                 const std::vector<std::string>& known, std::string_view code, ReadContext& reading);

/// A whole scalar as one word.
PlacedWord as_word(const YamlNode& node);

/// Whether a map's key can be the name of `what` ("a dimension"): an id other than an unquoted `no`. If not,
/// reports it.
bool check_id(const YamlNode& key, std::string_view what, ReadContext& reading);

/// A description of `node` for messages on wrong types: "a list", "a map", "nothing", "`soon`".
std::string found_text(const YamlNode& node);

/// Reports "`key` must be …, not …".
void report_wrong_type(const YamlNode& node, std::string_view key, std::string_view expected,
                       ReadContext& reading, std::string fix = {});

/// Reports "`key` has no value".
void report_blank(const YamlNode& node, std::string_view key, ReadContext& reading, std::string fix = {});

/// The number of days in "10 days", "2 weeks", "12 months", "1 year"; nothing when `text` is not a duration.
std::optional<int> duration_days(std::string_view text);

/// Whether `text` is an ISO date that exists: "2026-02-28".
bool is_date(std::string_view text);

/// Whether `text` is an address that begins with https:// and has a host and no white space or quotes.
bool is_https_url(std::string_view text);

/// The same with http:// and one of `hosts`, which are in lower case.
bool is_http_url(std::string_view text, const std::vector<std::string>& hosts);

}  // namespace tailorbird
