#include "diag/print_machine.hpp"

#include <array>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "base/strings.hpp"
#include "diag/codes.hpp"
#include "diag/print.hpp"

namespace tailorbird {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) { return json_text(json, 2) + "\n"; }

// --- JSON of our own ---

Json place_json(const SourceRange& where) {
  return {{"file", where.file},
          {"line", where.start.line},
          {"column", where.start.column},
          {"length", where.length}};
}

Json one_json(const Diagnostic& one) {
  Json json = {{"code", one.code}, {"severity", severity_word(one.severity)}};
  json.update(place_json(one.where));
  json["message"] = one.message;
  json["why"] = why_of(one);
  json["fix"] = fix_of(one);
  json["related"] = Json::array();
  for (const RelatedPlace& related : one.related) {
    Json entry = place_json(related.where);
    entry["message"] = related.message;
    json["related"].push_back(entry);
  }
  json["editions"] = one.editions;
  return json;
}

// --- SARIF ---

/// A path as SARIF wants it: a URI reference. File names hold little that needs escaping.
std::string uri(std::string_view path) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string result;
  for (const char c : path) {
    if (plain.find(c) != std::string_view::npos) {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

Json region(const SourceRange& where) {
  Json json = {{"startLine", where.start.line}};
  if (where.start.column == 0) return json;
  json["startColumn"] = where.start.column;
  if (where.length > 0) json["endColumn"] = where.start.column + where.length;
  return json;
}

Json location(const SourceRange& where) {
  Json place = {{"artifactLocation", {{"uri", uri(where.file)}, {"uriBaseId", "%SRCROOT%"}}}};
  if (where.start.line > 0) place["region"] = region(where);
  return {{"physicalLocation", std::move(place)}};
}

Json rule(std::string_view code) {
  Json json = {{"id", code}};
  const DiagnosticCode* row = find_code(code);
  if (row == nullptr) return json;
  json["shortDescription"] = {{"text", row->why}};
  json["help"] = {{"text", row->fix}};
  json["defaultConfiguration"] = {{"level", severity_word(row->severity)}};
  return json;
}

Json result(const Diagnostic& one, std::size_t rule_index) {
  Json json = {{"ruleId", one.code},
               {"ruleIndex", rule_index},
               {"level", severity_word(one.severity)},
               {"message", {{"text", fmt::format("{}. {} {}", one.message, why_of(one), fix_of(one))}}},
               {"locations", Json::array({location(one.where)})}};
  for (const RelatedPlace& related : one.related) {
    Json place = location(related.where);
    place["message"] = {{"text", related.message}};
    json["relatedLocations"].push_back(std::move(place));
  }
  if (!one.editions.empty()) json["properties"] = {{"editions", one.editions}};
  return json;
}

// --- GitHub ---

/// What ends a workflow command or one of its properties, escaped as the runner unescapes it.
std::string escaped_message(std::string_view text) {
  return replace_all(replace_all(replace_all(text, "%", "%25"), "\r", "%0D"), "\n", "%0A");
}

std::string escaped_property(std::string_view text) {
  return replace_all(replace_all(escaped_message(text), ":", "%3A"), ",", "%2C");
}

std::string github_line(const Diagnostic& one) {
  constexpr auto commands = std::to_array<std::string_view>({"error", "warning", "notice"});
  std::string properties = fmt::format("file={}", escaped_property(one.where.file));
  if (one.where.start.line > 0) properties += fmt::format(",line={}", one.where.start.line);
  if (one.where.start.column > 0) {
    properties += fmt::format(",col={}", one.where.start.column);
    if (one.where.length > 0)
      properties += fmt::format(",endColumn={}", one.where.start.column + one.where.length);
  }
  return fmt::format("::{} {},title={}::{}\n", commands[static_cast<std::size_t>(one.severity)], properties,
                     escaped_property(one.code),
                     escaped_message(fmt::format("{}\n{}\n{}", one.message, why_of(one), fix_of(one))));
}

constexpr auto forms = std::to_array<MachineForm>({
    {"json", diagnostics_json},
    {"sarif", diagnostics_sarif},
    {"github", diagnostics_github},
});

}  // namespace

std::string diagnostics_json(const std::vector<Diagnostic>& diagnostics, const MachineRun& run) {
  Json json = {{"version", diagnostics_json_version},
               {"edition_count", run.edition_count},
               {"diagnostics", Json::array()}};
  for (const Diagnostic& one : diagnostics) json["diagnostics"].push_back(one_json(one));
  return dumped(json);
}

std::string diagnostics_sarif(const std::vector<Diagnostic>& diagnostics, const MachineRun& run) {
  std::map<std::string_view, std::size_t> rule_index;
  for (const Diagnostic& one : diagnostics) rule_index.emplace(one.code, 0);
  Json rules = Json::array();
  for (auto& [code, index] : rule_index) {
    index = rules.size();
    rules.push_back(rule(code));
  }
  Json results = Json::array();
  for (const Diagnostic& one : diagnostics) results.push_back(result(one, rule_index.at(one.code)));
  const Json driver = {{"name", "Tailorbird"}, {"version", run.tool_version}, {"rules", std::move(rules)}};
  const Json one_run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  return dumped({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({one_run})}});
}

std::string diagnostics_github(const std::vector<Diagnostic>& diagnostics, const MachineRun& /*run*/) {
  std::string text;
  for (const Diagnostic& one : diagnostics) text += github_line(one);
  return text;
}

std::span<const MachineForm> machine_forms() { return forms; }

}  // namespace tailorbird
