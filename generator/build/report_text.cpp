#include "build/report_text.hpp"

#include <nlohmann/json.hpp>

#include "diag/codes.hpp"

namespace tailorbird {
namespace {

using nlohmann::json;

json json_of(const SourceRange& where) {
  return {where.file, where.start.line, where.start.column, where.length};
}

SourceRange range_of(const json& value) { return {value.at(0), {value.at(1), value.at(2)}, value.at(3)}; }

json json_of(const Diagnostic& one) {
  json related = json::array();
  for (const RelatedPlace& place : one.related) related.push_back({json_of(place.where), place.message});
  json asked_at = json::array();
  for (const SourceRange& place : one.asked_at) asked_at.push_back(json_of(place));
  return {{"code", one.code},
          {"severity", static_cast<int>(one.severity)},
          {"where", json_of(one.where)},
          {"message", one.message},
          {"fix", one.fix},
          {"related", related},
          {"editions", one.editions},
          {"about", one.about},
          {"asked-at", asked_at}};
}

/// Throws std::exception on what is none.
Diagnostic diagnostic_of(const json& value) {
  const DiagnosticCode* row = find_code(value.at("code").get_ref<const std::string&>());
  if (row == nullptr) throw std::invalid_argument("no such code");
  Diagnostic one;
  one.code = row->code;
  one.severity = static_cast<Severity>(value.at("severity").get<int>());
  one.where = range_of(value.at("where"));
  one.message = value.at("message");
  one.fix = value.at("fix");
  for (const json& place : value.at("related")) one.related.push_back({range_of(place.at(0)), place.at(1)});
  one.editions = value.at("editions").get<std::vector<std::string>>();
  one.about = value.at("about").get<std::vector<std::string>>();
  for (const json& place : value.at("asked-at")) one.asked_at.push_back(range_of(place));
  return one;
}

json json_of(const std::vector<Diagnostic>& diagnostics) {
  json all = json::array();
  for (const Diagnostic& one : diagnostics) all.push_back(json_of(one));
  return all;
}

/// Throws std::exception on what is none.
std::vector<Diagnostic> diagnostics_of(const json& value) {
  std::vector<Diagnostic> diagnostics;
  for (const json& one : value) diagnostics.push_back(diagnostic_of(one));
  return diagnostics;
}

std::optional<std::string> dumped(const json& value) {
  try {
    return value.dump();
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::optional<std::string> diagnostics_text(const std::vector<Diagnostic>& diagnostics) {
  return dumped(json_of(diagnostics));
}

std::optional<std::vector<Diagnostic>> read_diagnostics(std::string_view text) {
  try {
    return diagnostics_of(json::parse(text));
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::optional<std::string> report_text(const BuildReport& report) {
  return dumped({{"diagnostics", json_of(report.diagnostics)},
                 {"editions", report.edition_count},
                 {"pages", report.page_count},
                 {"bytes", report.bytes},
                 {"stale", report.stale},
                 {"kept", report.kept}});
}

std::optional<BuildReport> read_report(std::string_view text) {
  try {
    const json value = json::parse(text);
    BuildReport report;
    report.diagnostics = diagnostics_of(value.at("diagnostics"));
    report.edition_count = value.at("editions");
    report.page_count = value.at("pages");
    report.bytes = value.at("bytes");
    report.stale = value.at("stale").get<std::vector<std::string>>();
    report.kept = value.at("kept").get<std::vector<std::string>>();
    report.written = true;
    return report;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace tailorbird
