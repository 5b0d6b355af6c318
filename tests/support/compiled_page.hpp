#pragma once
// Compiles pages against a small site. Shows programs and diagnostics as text.

#include <string>
#include <string_view>
#include <vector>

#include "compile/compile.hpp"
#include "compile/dump.hpp"

namespace tailorbird::test {

inline Dimension dimension(std::string id, const std::vector<std::string>& values) {
  Dimension made;
  made.id = std::move(id);
  for (const std::string& value : values) made.values.push_back({value, {}, {}, {}});
  return made;
}

/// audience: manager, hr, employee; phase: treatment, plan, return; jurisdiction: nl, fr.
/// Conditions: early (phase treatment), staff (audience manager, hr). Term: work-ability.
inline Site small_site() {
  Site site;
  site.languages = {"en", "nl"};
  site.dimensions = {dimension("audience", {"manager", "hr", "employee"}),
                     dimension("phase", {"treatment", "plan", "return"}),
                     dimension("jurisdiction", {"nl", "fr"})};
  site.conditions = {{"early", {false, {{1, 1}}}, {}}, {"staff", {false, {{0, 3}}}, {}}};
  site.roles = {{"oh", {"Occupational physician", {}}}, {"hr", {"HR", {}}}};
  GlossaryTerm term;
  term.id = "work-ability";
  term.term.by_language = {{"en", "work ability"}, {"nl", "belastbaarheid"}};
  term.meaning.any = "What someone can do at work now.";
  site.glossary = {term};
  return site;
}

inline Page page_with(std::string body) {
  Page page;
  page.language = "en";
  page.path = "manager/page.md";
  page.file = "content/en/manager/page.md";
  page.body = std::move(body);
  return page;
}

inline Compiled compiled(const Page& page) {
  static const Site site = small_site();
  return compile_page(page, site);
}
inline Compiled compiled(std::string body) { return compiled(page_with(std::move(body))); }

/// The program of a page with this body, as text.
inline std::string program_of(std::string body) {
  static const Site site = small_site();
  return dump(compiled(std::move(body)).program, site);
}

/// Diagnostics as they are written in tests/spec/:
///   2:5+3 error[code]: message
///     fix
inline std::string listing_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics.all()) {
    text += std::to_string(one.where.start.line) + ":" + std::to_string(one.where.start.column);
    if (one.where.length > 0) text += "+" + std::to_string(one.where.length);
    text += one.severity == Severity::error ? " error[" : " warning[";
    text += std::string(one.code) + "]: " + one.message + "\n";
    if (!one.fix.empty()) text += "  " + one.fix + "\n";
  }
  return text;
}

/// "line:column+length code: message | fix", one line per diagnostic.
inline std::string problems_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics.all()) {
    text += std::to_string(one.where.start.line) + ":" + std::to_string(one.where.start.column);
    if (one.where.length > 0) text += "+" + std::to_string(one.where.length);
    text +=
        " " + std::string(one.code) + ": " + one.message + (one.fix.empty() ? "" : " | " + one.fix) + "\n";
  }
  return text;
}
inline std::string problems_of(std::string body) {
  return problems_of(compiled(std::move(body)).diagnostics);
}

/// All visible words of the program, in order, under whatever condition.
inline std::string words_of(const Program& program) {
  std::string words;
  for (const Instruction& one : program.code) {
    if (one.op == Op::text) words += program.piece(one);
  }
  return words;
}

}  // namespace tailorbird::test
