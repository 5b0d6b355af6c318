#include "import/raw_html.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "compile/parse/markdown.hpp"
#include "import/html_elements.hpp"
#include "import/inline_html.hpp"

namespace tailorbird {
namespace {

/// Elements that must be converted whole: everything between their tags belongs together, even across blank
/// lines.
bool is_whole(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"table",   "ul",     "ol",   "dl",  "figure", "p",     "pre",   "blockquote",
       "picture", "h1",     "h2",   "h3",  "h4",     "h5",    "h6",    "script",
       "style",   "iframe", "form", "svg", "video",  "audio", "object"});
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::size_t most_lines_of_element = 2000;

/// The first tag of a piece of HTML; empty when it begins with something else.
std::string first_element(std::string_view html) {
  const HtmlTag tag = html_tag(trim(html));
  return tag.closes ? std::string() : tag.name;
}

class HtmlBlocks {
 public:
  explicit HtmlBlocks(ImportPage& page) : page_(page), blocks_(literal_blocks(joined(page.body))) {}

  void turn() {
    std::size_t at = 0;
    for (const BlockLines& block : blocks_) {
      if (block.first < at) continue;  // part of an element that was converted whole
      words(at, block.first);
      at = block.is_html ? html(block) : copy(block.first, block.last + 1);
    }
    words(at, page_.body.size());
    page_.body = std::move(made_);
  }

 private:
  std::size_t copy(std::size_t from, std::size_t to) {
    made_.insert(made_.end(), page_.body.begin() + static_cast<std::ptrdiff_t>(from),
                 page_.body.begin() + static_cast<std::ptrdiff_t>(to));
    return to;
  }

  /// Paragraphs, lists and tables, in which tags stand among words.
  void words(std::size_t from, std::size_t to) {
    while (from < to) {
      std::size_t end = from;
      while (end < to && !trim(page_.body[end].text).empty()) ++end;
      if (end > from) {
        const ImportLines turned = turn_inline_html({page_.body.begin() + static_cast<std::ptrdiff_t>(from),
                                                     page_.body.begin() + static_cast<std::ptrdiff_t>(end)},
                                                    page_);
        made_.insert(made_.end(), turned.begin(), turned.end());
      }
      if (end < to) made_.push_back(page_.body[end]);
      from = end + 1;
    }
  }

  std::string text_of(std::size_t from, std::size_t to, std::size_t column) const {
    std::string text;
    for (std::size_t line = from; line < to; ++line) {
      const std::string& whole = page_.body[line].text;
      const std::size_t blank = std::min(whole.find_first_not_of(" \t>"), whole.size());
      text += whole.substr(std::min(line == from ? column : std::min(column, blank), whole.size())) + "\n";
    }
    return text;
  }

  /// Returns the line after the converted text.
  std::size_t html(const BlockLines& block) {
    const std::uint32_t source = page_.body[block.first].source;
    std::string text = text_of(block.first, block.last + 1, block.column);
    const std::string_view bare = trim(text);
    if (bare.starts_with("<!--") && bare.find("-->") == bare.size() - 3)
      return copy(block.first, block.last + 1);
    std::unique_ptr<HtmlTree> tree = read_html(text, source);
    std::size_t end = block.last + 1;
    bool over_blank = false;
    if (!tree->balanced && is_whole(first_element(text))) {
      const std::size_t closed = end_of(first_element(text), block);
      if (closed > end) {
        end = closed;
        text = text_of(block.first, end, block.column);
        over_blank = text.find("\n\n") != std::string::npos;
        tree = read_html(text, source);
      }
    }
    if (!tree->balanced && !is_whole(first_element(text))) {
      put(turn_loose_tags({page_.body.begin() + static_cast<std::ptrdiff_t>(block.first),
                           page_.body.begin() + static_cast<std::ptrdiff_t>(end)},
                          page_),
          "");
      return end;
    }
    HtmlLanguage language(page_, *tree);
    language.is_markdown = over_blank;
    ImportLines lines = element_blocks(tree->root(), language);
    const std::string name = first_element(text);
    if (!lines.empty()) page_.lose("html-turned", source, fmt::format("`<{}>`", name.empty() ? "…" : name));
    put(lines, page_.body[block.first].text.substr(0, block.column));
    return end;
  }

  /// The line behind the end tag of the element that begins `block`; where the block ends when it has none.
  std::size_t end_of(const std::string& name, const BlockLines& block) const {
    int depth = 0;
    const std::size_t most = std::min(page_.body.size(), block.first + most_lines_of_element);
    for (std::size_t line = block.first; line < most; ++line) {
      const std::string& text = page_.body[line].text;
      for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
        const HtmlTag tag = html_tag(std::string_view(text).substr(at));
        if (tag.name == name) depth += tag.closes ? -1 : 1;
        if (tag.name == name && depth == 0) return line + 1;
      }
    }
    return block.last + 1;
  }

  /// Puts the marker before the HTML on its first line, of an item or a quote, before the new lines.
  void put(const ImportLines& lines, const std::string& before) {
    std::string rest = before;
    for (char& c : rest)
      if (c != '>') c = ' ';
    const bool begins_item = !trim(before).empty();
    if (!begins_item && !made_.empty() && !made_.back().text.empty() && !lines.empty())
      made_.push_back({lines.front().source, ""});
    if (lines.empty() && begins_item) made_.push_back({0, before});
    for (std::size_t index = 0; index < lines.size(); ++index) {
      const std::string& prefix = index == 0 ? before : rest;
      std::string text = prefix + lines[index].text;
      while (text.ends_with(' ')) text.pop_back();
      made_.push_back({lines[index].source, std::move(text)});
    }
  }

  ImportPage& page_;
  std::vector<BlockLines> blocks_;
  ImportLines made_;
};

void collect_literal(cmark_node* node, std::vector<BlockLines>& blocks) {
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
    const cmark_node_type type = cmark_node_get_type(child);
    if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) {
      const auto first = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(child))) - 1;
      const auto last = static_cast<std::size_t>(std::max(1, cmark_node_get_end_line(child))) - 1;
      blocks.push_back({first, std::max(first, last),
                        static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(child))) - 1,
                        type == CMARK_NODE_HTML_BLOCK});
    } else if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING) {
      collect_literal(child, blocks);
    }
  }
}

}  // namespace

std::vector<BlockLines> literal_blocks(const std::string& text) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  const MarkdownTree tree(text);
  std::vector<BlockLines> blocks;
  collect_literal(tree.root(), blocks);
  for (BlockLines& block : blocks) block.last = std::min(block.last, lines == 0 ? 0 : lines - 1);
  std::erase_if(blocks, [&](const BlockLines& block) { return block.first >= lines; });
  return blocks;
}

void turn_raw_html(ImportPage& page) {
  if (joined(page.body).find('<') != std::string::npos) HtmlBlocks(page).turn();
}

}  // namespace tailorbird
