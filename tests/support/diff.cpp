#include "support/diff.hpp"

#include <algorithm>
#include <vector>

namespace tailorbird::test {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t around = 3;
constexpr std::size_t most_compared = 2000;  // lines on each side; the table of lengths is quadratic

struct Step {
  char mark;  // ' ', '-' or '+'
  std::string_view line;
};

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// The edits from `a` to `b`, along a longest common subsequence.
std::vector<Step> steps_between(const Lines& a, const Lines& b) {
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::vector<Step> steps;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      steps.push_back({' ', a[i]});
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      steps.push_back({'-', a[i++]});
    } else {
      steps.push_back({'+', b[j++]});
    }
  }
  return steps;
}

bool is_near_a_change(const std::vector<Step>& steps, std::size_t at) {
  const std::size_t begin = at < around ? 0 : at - around;
  const std::size_t end = std::min(steps.size(), at + around + 1);
  for (std::size_t index = begin; index < end; ++index) {
    if (steps[index].mark != ' ') return true;
  }
  return false;
}

}  // namespace

std::string unified_diff(std::string_view expected, std::string_view got) {
  if (expected == got) return {};
  Lines a = lines_of(expected);
  Lines b = lines_of(got);
  a.resize(std::min(a.size(), most_compared));
  b.resize(std::min(b.size(), most_compared));
  const std::vector<Step> steps = steps_between(a, b);
  std::string text;
  bool gap = false;
  for (std::size_t at = 0; at < steps.size(); ++at) {
    if (!is_near_a_change(steps, at)) {
      gap = true;
      continue;
    }
    if (gap) text += "…\n";
    gap = false;
    text += steps[at].mark;
    text += steps[at].line;
    if (!steps[at].line.ends_with('\n')) text += "\n\\ no line end\n";
  }
  return text.empty() ? "they differ after the first 2000 lines\n" : text;
}

}  // namespace tailorbird::test
