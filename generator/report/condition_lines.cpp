#include "report/condition_lines.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// A line without the quote marks and spaces before its words.
std::string_view inner(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" >\t");
  return start == std::string_view::npos ? std::string_view{} : line.substr(start);
}

bool is_code_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

/// How a line changes the depth of divs: 1 opens one, -1 closes one.
int div_step(std::string_view line) {
  if (!line.starts_with(":::")) return 0;
  return trim(line.substr(std::min(line.find_first_not_of(':'), line.size()))).empty() ? -1 : 1;
}

std::size_t heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level > 0 && level < line.size() && line[level] == ' ' ? level : 0;
}

bool is_item(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) return true;
  const std::size_t digits = line.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos && (line[digits] == '.' || line[digits] == ')');
}

/// The part of `text` from code point `start` on, `length` long.
std::string_view cut(std::string_view text, std::size_t start, std::size_t length) {
  std::size_t at = 0;
  const auto skip = [&](std::size_t count) {
    for (; count > 0 && at < text.size(); --count) {
      ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    }
  };
  skip(start);
  const std::size_t begin = at;
  skip(length);
  return text.substr(begin, at - begin);
}

}  // namespace

PageLines::PageLines(const Page& page) : first_(page.body_line), lines_(split(page.body, '\n')) {}

std::string_view PageLines::line(std::uint32_t number) const {
  if (number < first_ || number - first_ >= lines_.size()) return {};
  return lines_[number - first_];
}

std::uint32_t PageLines::last() const {
  return first_ + static_cast<std::uint32_t>(std::max<std::size_t>(lines_.size(), 1)) - 1;
}

std::string PageLines::mark(const ConditionUse& use) const {
  const std::string_view text = line(use.where.line);
  const std::string_view rest = cut(text, use.where.column - 1, code_points(text));
  const std::size_t end = rest.starts_with('{') ? rest.find('}') : std::string_view::npos;
  if (end != std::string_view::npos) return std::string(rest.substr(0, end + 1));
  return std::string(trim(use.length > 0 ? cut(text, use.where.column - 1, use.length) : text));
}

LineSpan PageLines::span(const ConditionUse& use) const {
  const std::uint32_t start = use.where.line;
  const std::string_view text = inner(line(start));
  if (text.starts_with(":::")) return {start, end_of_div(start)};
  const bool of_section = mark(use).find(".section") != std::string::npos;
  if (heading_level(text) > 0) return {start, of_section ? end_of_section(start) : start};
  if (use.placement == Placement::element && is_item(text)) return {start, end_of_item(start)};
  return {start, start};
}

std::uint32_t PageLines::end_of_div(std::uint32_t fence) const {
  int depth = 1;
  bool in_code = false;
  for (std::uint32_t number = fence + 1; number <= last(); ++number) {
    const std::string_view text = inner(line(number));
    if (is_code_fence(text)) in_code = !in_code;
    if (!in_code) depth += div_step(text);
    if (depth == 0) return number;
  }
  return last();
}

std::uint32_t PageLines::end_of_section(std::uint32_t heading) const {
  const std::size_t level = heading_level(inner(line(heading)));
  int depth = 0;
  bool in_code = false;
  for (std::uint32_t number = heading + 1; number <= last(); ++number) {
    const std::string_view text = inner(line(number));
    if (is_code_fence(text)) in_code = !in_code;
    if (in_code) continue;
    depth += div_step(text);
    const std::size_t other = heading_level(text);
    if (depth < 0 || (depth == 0 && other > 0 && other <= level)) return number - 1;
  }
  return last();
}

std::uint32_t PageLines::end_of_item(std::uint32_t item) const {
  const std::size_t indent = line(item).find_first_not_of(' ');
  std::uint32_t end = item;
  for (std::uint32_t number = item + 1; number <= last(); ++number) {
    const std::size_t here = line(number).find_first_not_of(" \r");
    if (here == std::string_view::npos) continue;
    if (here <= indent) break;
    end = number;
  }
  return end;
}

}  // namespace tailorbird
