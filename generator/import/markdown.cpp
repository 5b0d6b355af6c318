// Markdown of other tools, and Quarto, which is Markdown with conditions.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/strings.hpp"
#include "compile/compile.hpp"
#include "import/all_import_kinds.hpp"
#include "import/content_counts.hpp"
#include "import/foreign_front_matter.hpp"
#include "import/foreign_text.hpp"
#include "import/headings.hpp"
#include "import/markdown_page.hpp"
#include "import/other_tools.hpp"
#include "import/page_order.hpp"
#include "import/raw_html.hpp"
#include "import/source_comments.hpp"
#include "import/source_conditions.hpp"
#include "import/tool_shortcodes.hpp"

namespace tailorbird {
namespace {

bool ends_in(std::string_view path, std::span<const std::string_view> endings) {
  const std::string lower = ascii_lower(path);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view one) { return lower.ends_with(one); });
}

constexpr auto markdown_endings =
    std::to_array<std::string_view>({".md", ".markdown", ".mdx", ".mkd", ".mdown"});
constexpr auto quarto_endings = std::to_array<std::string_view>({".qmd", ".rmd", ".md"});

bool is_markdown_page(std::string_view path) {
  return ends_in(path, markdown_endings) && ascii_lower(name_of(path)) != "summary.md";
}
bool is_markdown_sign(std::string_view path) { return ends_in(path, markdown_endings); }
bool is_quarto_page(std::string_view path) { return ends_in(path, quarto_endings); }
bool is_quarto_sign(std::string_view path) {
  return name_of(path) == "_quarto.yml" || ends_in(path, std::to_array<std::string_view>({".qmd"}));
}

/// A page's lines without a condition in the spans of Quarto.
void turn_all_spans(ImportPage& page, ConditionMap& conditions) {
  bool code = false;
  for (ImportLine& line : page.body) {
    if (trim(line.text).starts_with("```")) code = !code;
    if (!code && line.text.find(".content-") != std::string::npos)
      line.text = turn_spans(line.text, line.source, page, conditions);
  }
}

/// Whether cmark would take too long: the limits are those of our own pages.
bool is_beyond_limits(const std::string& text) {
  Page page;
  page.body = text;
  const Compiled compiled = compile_page(page, Site{});
  return std::any_of(
      compiled.diagnostics.all().begin(), compiled.diagnostics.all().end(),
      [](const Diagnostic& one) { return one.code == "page-too-complex" || one.code == "page-too-large"; });
}

}  // namespace

std::string title_from_name(std::string_view source) {
  std::string_view name = source;
  const std::string key = ascii_lower(name_of(source));
  if ((key.starts_with("index.") || key.starts_with("_index.") || key.starts_with("readme.")) &&
      source.find('/') != std::string_view::npos)
    name = parent_of(source);
  std::string title(name_of(name));
  if (const std::size_t dot = title.rfind('.'); dot != std::string::npos && dot > 0) title.resize(dot);
  while (title.starts_with('_')) title.erase(0, 1);
  const std::size_t digits = std::min(title.find_first_not_of("0123456789"), title.size());
  if (digits > 0 && digits < title.size() && (title[digits] == '-' || title[digits] == '_'))
    title.erase(0, digits + 1);
  for (char& c : title) c = c == '-' || c == '_' ? ' ' : c;
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title.empty() ? "Page" : title;
}

void turn_markdown(ImportPage& page, ConditionMap& conditions) {
  page.in += count_markdown(joined(page.body));
  leave_out_comments(page);
  see_conditions(page, conditions);
  turn_other_tools(page, conditions);
  turn_all_spans(page, conditions);
  turn_raw_html(page);
  settle_headings(page);
  hold_unsettled(page);
}

namespace {

Result<SourcePages> read_markdown(const SourceTree& tree, ConditionMap& conditions) {
  SourcePages found;
  const auto order = read_page_order(tree);
  if (!order) return order.error();
  for (const std::string& path : tree.pages) {
    const Result<std::string> bytes = tree.read(path);
    if (!bytes) return bytes.error();
    if (bytes->size() > most_page_bytes) {
      found.losses.push_back(
          {"unreadable", path, 0,
           fmt::format("it has {} bytes; a page has at most {}", bytes->size(), most_page_bytes)});
      continue;
    }
    ImportPage page;
    page.source = path;
    const ForeignText text = foreign_text(*bytes);
    for (const std::string& change : text.changes) page.lose("encoding", 0, change);
    if (("/" + path).find("/_drafts/") != std::string::npos)
      page.lose("not-published", 0, "it is in the folder `_drafts`");
    read_foreign_front_matter(text.text, conditions, page);
    if (is_beyond_limits(joined(page.body))) {
      found.losses.push_back(
          {"unreadable", path, 0, "it is larger, or more deeply nested, than any page for readers"});
      continue;
    }
    turn_markdown(page, conditions);
    if (const auto place = order->find(path); place != order->end()) {
      if (page.order == 0) page.order = place->second.order;
      if (page.title.empty()) page.title = place->second.title;
    }
    if (page.title.empty()) {
      page.title = title_from_name(path);
      page.lose("title-made", 0, fmt::format("“{}”", page.title));
    }
    found.pages.push_back(std::move(page));
  }
  if (found.pages.empty())
    return Error{fmt::format("{} contains no page that can be imported", tree.folder.string())};
  return found;
}

}  // namespace

const ImportKind markdown_import{
    "markdown",
    "GitHub Flavored Markdown, also as Hugo, Jekyll, MkDocs, Docusaurus, mdBook and Obsidian write it",
    is_markdown_sign, is_markdown_page, read_markdown};
const ImportKind quarto_import{"quarto", "Quarto: .qmd with conditions by profile or format", is_quarto_sign,
                               is_quarto_page, read_markdown};

}  // namespace tailorbird
