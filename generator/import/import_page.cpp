#include "import/import_page.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "import/yaml_text.hpp"

namespace tailorbird {
namespace {

std::string front_matter(const ImportPage& page) {
  std::string text;
  if (!page.title.empty()) text += fmt::format("title: {}\n", yaml_quoted(page.title));
  if (!page.summary.empty()) text += fmt::format("summary: {}\n", yaml_quoted(page.summary));
  if (page.order != 0) text += fmt::format("order: {}\n", page.order);
  for (const auto& [key, value] : page.keys) text += fmt::format("{}: {}\n", key, value);
  if (page.draft) text += "draft: true\n";
  return fmt::format("---\n{}---\n\n", text);
}

}  // namespace

ContentCounts& ContentCounts::operator+=(const ContentCounts& other) {
  headings += other.headings;
  paragraphs += other.paragraphs;
  items += other.items;
  tables += other.tables;
  pictures += other.pictures;
  links += other.links;
  words += other.words;
  return *this;
}

void ImportPage::lose(Loss loss) {
  draft = draft || loss_kind(loss.kind).drafts;
  losses.push_back(std::move(loss));
}

LossFate ImportPage::fate() const {
  LossFate worst = LossFate::noted;
  for (const Loss& loss : losses) worst = std::max(worst, loss_kind(loss.kind).fate);
  return worst;
}

std::string ImportPage::text() const {
  return (partial ? std::string() : front_matter(*this)) + joined(body);
}

std::uint32_t ImportPage::source_line(std::uint32_t line) const {
  if (line == 0) return 0;
  const std::string front = partial ? std::string() : front_matter(*this);
  const auto before = static_cast<std::uint32_t>(std::count(front.begin(), front.end(), '\n'));
  if (line <= before || body.empty()) return 1;
  return body[std::min<std::size_t>(line - before, body.size()) - 1].source;
}

ImportLines import_lines(std::string_view text, std::uint32_t first) {
  ImportLines lines;
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (const std::string_view line : split(text, '\n')) lines.push_back({first++, std::string(line)});
  return lines;
}

void tidy(ImportLines& lines) {
  ImportLines tidied;
  std::string_view fence;  // of the code that is open
  for (ImportLine& line : lines) {
    const std::string_view bare = trim(line.text);
    const bool marks = bare.starts_with("```") || bare.starts_with("~~~");
    if (marks && fence.empty()) {
      fence = bare.front() == '`' ? "```" : "~~~";
    } else if (marks && bare.starts_with(fence) &&
               bare.find_first_not_of(fence.front()) == std::string_view::npos) {
      fence = {};
    }
    const bool blank = bare.empty() && fence.empty();
    if (blank && (tidied.empty() || tidied.back().text.empty())) continue;
    if (blank) line.text.clear();
    const bool breaks = line.text.ends_with("  ");
    if (fence.empty() && !breaks && line.text.ends_with(' ')) line.text.pop_back();
    tidied.push_back(std::move(line));
  }
  while (!tidied.empty() && tidied.back().text.empty()) tidied.pop_back();
  lines = std::move(tidied);
}

std::string joined(const ImportLines& lines) {
  std::string text;
  for (const ImportLine& line : lines) (text += line.text) += '\n';
  return text;
}

}  // namespace tailorbird
