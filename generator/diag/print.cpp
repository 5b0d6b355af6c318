#include "diag/print.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

#include "base/limits.hpp"
#include "base/strings.hpp"
#include "diag/codes.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"

namespace tailorbird {

namespace {

/// By severity.
constexpr auto severity_words = std::to_array<std::string_view>({"error", "warning", "note"});

}  // namespace

std::string_view severity_word(Severity severity) {
  return severity_words[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severity_of(std::string_view word) {
  const auto* const found = std::find(severity_words.begin(), severity_words.end(), word);
  if (found == severity_words.end()) return std::nullopt;
  return static_cast<Severity>(found - severity_words.begin());
}

std::string_view why_of(const Diagnostic& one) {
  const DiagnosticCode* row = find_code(one.code);
  return row != nullptr ? row->why : std::string_view{};
}

std::string_view fix_of(const Diagnostic& one) {
  if (!one.fix.empty()) return one.fix;
  const DiagnosticCode* row = find_code(one.code);
  return row != nullptr ? row->fix : std::string_view{};
}

namespace {

/// ANSI.
std::string_view colour_of(Severity severity) {
  constexpr auto colours = std::to_array<std::string_view>({"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m"});
  return colours[static_cast<std::size_t>(severity)];
}

std::string place(const SourceRange& where) {
  const std::string file = visible(where.file);
  if (where.start.line == 0) return file;
  if (where.start.column == 0) return fmt::format("{}:{}", file, where.start.line);
  return fmt::format("{}:{}:{}", file, where.start.line, where.start.column);
}

std::string_view from_code_point(std::string_view text, std::size_t number) {
  std::size_t at = 0;
  while (number-- > 0 && at < text.size()) next_code_point(text, at);
  return text.substr(at);
}

/// A line, or as much of a long one as a message shows.
struct Quoted {
  std::string text;
  std::size_t column;  // of the place in it, from 0
  std::size_t width;   // code points
};

Quoted quoted(std::string_view line, std::size_t column) {
  const std::size_t width = code_points(line);
  column = std::min(column, width);
  if (width <= most_quoted_characters) return {std::string(line), column, width};
  const std::size_t before = std::min(column, most_quoted_characters / 2);
  const std::size_t first = std::min(column - before, width - most_quoted_characters);
  const std::string_view rest = from_code_point(line, first);
  const std::string_view after = from_code_point(rest, most_quoted_characters);
  std::string text(rest.substr(0, rest.size() - after.size()));
  if (first > 0) text.insert(0, "…");
  if (!after.empty()) text += "…";
  const std::size_t cut = first > 0 ? 1 : 0;
  return {std::move(text), column - first + cut, most_quoted_characters + cut};
}

/// The source line with carets under the range.
std::string frame(const SourceRange& where, const SourceLine& source_line) {
  if (where.start.line == 0 || !source_line) return {};
  const std::optional<std::string> line = source_line(where.file, where.start.line);
  if (!line) return {};
  const std::string number = std::to_string(where.start.line);
  const Quoted shown = quoted(*line, std::max(where.start.column, 1U) - 1);
  std::string result = fmt::format("  {} | {}\n", number, blanked(shown.text));
  if (where.start.column == 0) return result;
  const std::size_t room = std::max(shown.width, shown.column + 1) - shown.column;
  result += fmt::format("  {} | {}{}\n", std::string(number.size(), ' '), std::string(shown.column, ' '),
                        std::string(std::clamp<std::size_t>(where.length, 1, room), '^'));
  return result;
}

std::string editions_line(const Diagnostic& one, std::size_t total) {
  constexpr std::size_t most = 6;
  std::vector<std::string> shown = one.editions;
  const bool more = shown.size() > most;
  if (more) shown.resize(most);
  const std::string list = join(shown, ", ") + (more ? ", …" : "");
  if (total > 0) return fmt::format("  in {} of {} editions: {}\n", one.editions.size(), total, list);
  return fmt::format("  in {} editions: {}\n", one.editions.size(), list);
}

std::string related_lines(const Diagnostic& one, bool all) {
  constexpr std::size_t most = 5;
  const std::size_t shown = all || one.related.size() <= most ? one.related.size() : most;
  std::string text;
  for (std::size_t index = 0; index < shown; ++index) {
    const RelatedPlace& related = one.related[index];
    text += fmt::format("  see {}: {}\n", place(related.where), visible(related.message));
  }
  if (shown < one.related.size())
    text += fmt::format("  … and {} more places; --all shows them\n", one.related.size() - shown);
  return text;
}

std::string one_text(const Diagnostic& one, const PrintOptions& options) {
  const std::string_view on = options.colour ? colour_of(one.severity) : "";
  const std::string_view off = options.colour ? "\x1b[0m" : "";
  std::string text = fmt::format("{}: {}{}[{}]{}: {}\n", place(one.where), on, severity_word(one.severity),
                                 one.code, off, visible(one.message));
  text += frame(one.where, options.source_line);
  if (!why_of(one).empty()) text += fmt::format("  why: {}\n", why_of(one));
  if (!fix_of(one).empty()) text += fmt::format("  fix: {}\n", visible(fix_of(one)));
  text += related_lines(one, options.all);
  if (!one.editions.empty()) text += editions_line(one, options.edition_count);
  return text;
}

/// How many findings of a code may be printed in full, and how many of them are shown when there are more.
constexpr std::size_t most_of_one_code = 20;
constexpr std::size_t shown_of_many = 3;

std::map<std::string_view, std::size_t> counts_by_code(const std::vector<Diagnostic>& diagnostics) {
  std::map<std::string_view, std::size_t> counts;
  for (const Diagnostic& diagnostic : diagnostics) ++counts[diagnostic.code];
  return counts;
}

std::string more_text(std::string_view code, std::size_t hidden) {
  return fmt::format("  … and {} more of {}; --all shows them\n", hidden, code);
}

}  // namespace

std::string diagnostics_text(const std::vector<Diagnostic>& diagnostics, const PrintOptions& options) {
  const std::map<std::string_view, std::size_t> counts = counts_by_code(diagnostics);
  std::map<std::string_view, std::size_t> told;
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::size_t count = counts.at(diagnostic.code);
    const bool folded = !options.all && count > most_of_one_code;
    const std::size_t number = ++told[diagnostic.code];
    if (folded && number > shown_of_many) continue;
    if (!text.empty()) text += '\n';
    text += one_text(diagnostic, options);
    if (folded && number == shown_of_many) text += more_text(diagnostic.code, count - shown_of_many);
  }
  return text;
}

}  // namespace tailorbird
