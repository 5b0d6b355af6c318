#include "write/kit/text_document.hpp"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string>

#include "text/http_hosts.hpp"

namespace tailorbird {
namespace {

using Node = pugi::xml_node;

constexpr auto left_out = std::to_array<std::string_view>(
    {"button", "dialog", "input", "nav", "script", "select", "style", "svg", "template", "textarea"});
constexpr auto block_names = std::to_array<std::string_view>(
    {"address", "article",    "aside",  "blockquote", "details", "div",     "dl",      "dt",    "dd",
     "figure",  "figcaption", "footer", "h1",         "h2",      "h3",      "h4",      "h5",    "h6",
     "header",  "hr",         "ol",     "p",          "pre",     "section", "summary", "table", "ul"});

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Steps get their numbers from the list.
bool is_shown(Node node) {
  return !is_one_of(left_out, node.name()) && !node.attribute("hidden") &&
         std::string_view(node.attribute("class").value()) != "knot";
}
bool is_block(Node node) { return is_one_of(block_names, node.name()); }

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Adds `text` to the runs, each stretch of white space as one space, none at the beginning.
void add_words(std::vector<TextRun>& runs, TextRun look, std::string_view text) {
  const auto ends_in_space = [&] {
    if (!look.text.empty()) return look.text.back() == ' ';
    return runs.empty() || runs.back().text.ends_with(' ') || runs.back().text.ends_with('\n');
  };
  for (const char c : text) {
    if (!is_space(c)) {
      look.text += c;
    } else if (!ends_in_space()) {
      look.text += ' ';
    }
  }
  if (!look.text.empty()) runs.push_back(std::move(look));
}

std::string outside_href(Node link) {
  const std::string_view href = link.attribute("href").value();
  const bool outside = is_web_address(href) || href.starts_with("mailto:") || href.starts_with("tel:");
  return outside ? std::string(href) : std::string();
}

class BlockReader {
 public:
  /// The blocks in `parent`; words between them become paragraphs of their own.
  std::vector<TextBlock> blocks_in(Node parent) {
    std::vector<TextBlock> outer = std::move(blocks_);
    blocks_.clear();
    std::vector<TextRun> loose;
    add_children(parent, loose);
    end_paragraph(loose);
    std::swap(outer, blocks_);
    return outer;
  }

 private:
  void add_children(Node parent, std::vector<TextRun>& loose) {
    for (const Node child : parent.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        add_words(loose, {}, child.value());
      } else if (child.type() != pugi::node_element || !is_shown(child)) {
        continue;
      } else if (is_block(child)) {
        end_paragraph(loose);
        add_block(child);
      } else {
        add_inline(loose, {}, child);
      }
    }
  }

  void end_paragraph(std::vector<TextRun>& loose) {
    TextBlock block;
    block.runs = std::move(loose);
    loose.clear();
    add_words_block(std::move(block));
  }

  /// Adds a paragraph without trailing white space; nothing when it is blank.
  void add_words_block(TextBlock block) {
    std::vector<TextRun>& runs = block.runs;
    while (!runs.empty()) {
      std::string& last = runs.back().text;
      while (!last.empty() && (last.back() == ' ' || last.back() == '\n')) last.pop_back();
      if (!last.empty()) break;
      runs.pop_back();
    }
    if (!runs.empty()) blocks_.push_back(std::move(block));
  }

  static std::vector<TextRun> runs_of(Node node, const TextRun& look = {}) {
    std::vector<TextRun> runs;
    for (const Node child : node.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        add_words(runs, look, child.value());
      } else if (child.type() == pugi::node_element && is_shown(child)) {
        add_inline(runs, look, child);
      }
    }
    return runs;
  }

  static void add_inline(std::vector<TextRun>& runs, TextRun look, Node node) {
    const std::string_view name = node.name();
    if (name == "br") {
      look.text = "\n";
      runs.push_back(std::move(look));
      return;
    }
    look.bold |= name == "b" || name == "strong";
    look.italic |= name == "i" || name == "em" || name == "cite";
    look.code |= name == "code" || name == "kbd";
    if (name == "a") look.href = outside_href(node);
    for (const Node child : node.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        add_words(runs, look, child.value());
      } else if (child.type() == pugi::node_element && is_shown(child)) {
        add_inline(runs, look, child);
      }
    }
  }

  void add_block(Node node) {
    const std::string_view name = node.name();
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      TextBlock block{BlockKind::heading, name[1] - '0'};
      block.runs = runs_of(node);
      add_words_block(std::move(block));
    } else if (name == "ul" || name == "ol") {
      add_list(node);
    } else if (name == "table") {
      add_table(node);
    } else if (name == "blockquote") {
      TextBlock block{BlockKind::quote};
      block.children = blocks_in(node);
      blocks_.push_back(std::move(block));
    } else if (name == "pre") {
      TextBlock block{BlockKind::code};
      block.runs.push_back({node.text().empty() ? node.child("code").text().get() : node.text().get()});
      add_words_block(std::move(block));
    } else if (name == "dt") {
      TextBlock block;
      block.runs = runs_of(node, {{}, true});
      add_words_block(std::move(block));
    } else {
      std::vector<TextRun> loose;
      add_children(node, loose);
      end_paragraph(loose);
    }
  }

  void add_list(Node node) {
    TextBlock list{BlockKind::list};
    list.list = std::string_view(node.name()) == "ol" ? ListKind::numbers : ListKind::bullets;
    for (const Node child : node.children("li")) {
      if (!is_shown(child)) continue;
      if (child.find_node(
              [](Node inner) { return std::string_view(inner.attribute("type").value()) == "checkbox"; }))
        list.list = ListKind::boxes;
      TextBlock item{BlockKind::item};
      item.children = blocks_in(child);
      if (!item.children.empty()) list.children.push_back(std::move(item));
    }
    if (!list.children.empty()) blocks_.push_back(std::move(list));
  }

  void add_rows(Node parent, TextBlock& table) {
    for (const Node child : parent.children()) {
      if (std::string_view(child.name()) != "tr") {
        if (std::string_view(child.name()) != "caption") add_rows(child, table);
        continue;
      }
      TextBlock row{BlockKind::row};
      for (const Node cell : child.children()) {
        const std::string_view name = cell.name();
        if (name != "td" && name != "th") continue;
        TextBlock block{BlockKind::cell};
        block.is_header = name == "th";
        block.children = blocks_in(cell);
        row.children.push_back(std::move(block));
      }
      row.is_header = std::string_view(parent.name()) == "thead";
      if (!row.children.empty()) table.children.push_back(std::move(row));
    }
  }

  void add_table(Node node) {
    TextBlock table{BlockKind::table};
    add_rows(node, table);
    if (!table.children.empty()) blocks_.push_back(std::move(table));
  }

  std::vector<TextBlock> blocks_;
};

// The width that a column needs, in letters.
constexpr std::size_t letters_for_handwriting = 40;
constexpr std::size_t fewest_letters = 16;
constexpr std::size_t most_letters = 70;

std::size_t letters_in(const TextBlock& block) {
  std::size_t letters = 0;
  for (const TextRun& run : block.runs) letters += run.text.size();
  for (const TextBlock& child : block.children) letters += letters_in(child);
  return letters;
}

}  // namespace

std::vector<TextBlock> read_text_blocks(std::string_view page) {
  pugi::xml_document document;
  const unsigned keep_spaces = pugi::parse_default | pugi::parse_ws_pcdata;
  if (!document.load_buffer(page.data(), page.size(), keep_spaces, pugi::encoding_utf8)) return {};
  const Node main = document.find_node([](Node node) { return std::string_view(node.name()) == "main"; });
  return BlockReader().blocks_in(main);
}

std::vector<int> column_widths(const TextBlock& table) {
  std::vector<std::size_t> longest;
  for (const TextBlock& row : table.children) {
    if (longest.size() < row.children.size()) longest.resize(row.children.size());
    for (std::size_t column = 0; column < row.children.size() && !row.is_header; ++column)
      longest[column] = std::max(longest[column], letters_in(row.children[column]));
  }
  std::size_t total = 0;
  for (std::size_t& letters : longest) {
    letters = letters == 0 ? letters_for_handwriting : std::clamp(letters, fewest_letters, most_letters);
    total += letters;
  }
  std::vector<int> widths;
  for (const std::size_t letters : longest) widths.push_back(static_cast<int>(1000 * letters / total));
  return widths;
}

}  // namespace tailorbird
