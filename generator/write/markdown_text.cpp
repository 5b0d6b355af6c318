#include "write/markdown_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <pugixml.hpp>
#include <utility>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr auto block_names = std::to_array<std::string_view>(
    {"address", "article",    "aside",   "blockquote", "caption", "dd",   "div", "dl",
     "dt",      "figcaption", "figure",  "footer",     "h1",      "h2",   "h3",  "h4",
     "h5",      "h6",         "header",  "hr",         "li",      "main", "nav", "ol",
     "p",       "pre",        "section", "table",      "ul"});

bool is_block(const pugi::xml_node& node) {
  return std::find(block_names.begin(), block_names.end(), std::string_view(node.name())) !=
         block_names.end();
}

bool has_class(const pugi::xml_node& node, std::string_view name) {
  const auto classes = words(node.attribute("class").value());
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// White space as one space, and characters with a meaning in Markdown escaped by a backslash.
void append_text(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (blank) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    if (std::string_view("\\*_[]<>`|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

class MarkdownWriter {
 public:
  std::string take() {
    while (out_.ends_with('\n')) out_.pop_back();
    return out_ + "\n";
  }

  /// Writes the children in order: blocks with a blank line between them, words between blocks as paragraphs.
  void blocks(const pugi::xml_node& parent) {
    std::string line;
    for (const pugi::xml_node& child : parent.children()) {
      if (is_block(child) || holds_blocks(child)) {
        paragraph(std::exchange(line, {}));
        block(child);
      } else {
        inline_node(line, child);
      }
    }
    paragraph(line);
  }

 private:
  static bool holds_blocks(const pugi::xml_node& node) {
    return std::any_of(node.begin(), node.end(),
                       [](const pugi::xml_node& child) { return is_block(child) || holds_blocks(child); });
  }

  void start_block() {
    if (!out_.empty() && !is_item_begun_) out_ += tight_ ? "" : "\n";
    if (!is_item_begun_) out_ += indent_;
    is_item_begun_ = false;
  }

  void paragraph(std::string_view text) {
    text = trim(text);
    if (text.empty()) return;
    start_block();
    out_.append(text).append("\n");
  }

  void block(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    if (is_hidden(node)) return;
    if (name == "ul" || name == "ol") return list(node, name == "ol");
    if (name == "table") return table(node);
    if (name == "hr") return paragraph("\\* \\* \\*");
    if (name == "pre") return preformatted(node);
    if (name == "blockquote") return inside(node, "> ");
    if (name == "dl") return definitions(node);
    if (is_title(node)) return paragraph("**" + std::string(trim(inline_text(node))) + "**");
    if (is_heading(name)) return heading(node, static_cast<std::size_t>(name[1] - '0'));
    blocks(node);
  }

  static bool is_hidden(const pugi::xml_node& node) {
    const bool is_hidden = std::string_view(node.attribute("aria-hidden").value()) == "true";
    return (is_hidden && !has_class(node, "box")) || has_class(node, "knot");  // the list has numbers itself
  }

  /// Titles of components are not headings here, but stay above their content.
  static bool is_title(const pugi::xml_node& node) {
    constexpr auto titles = std::to_array<std::string_view>(
        {"component-title", "callout-title", "conversation-number", "component-kind", "checklist-group-title",
         "plan-ideas-title", "person-name"});
    return std::any_of(titles.begin(), titles.end(),
                       [&](std::string_view title) { return has_class(node, title); });
  }

  /// Writes a heading with the id to which links in the text lead.
  void heading(const pugi::xml_node& node, std::size_t level) {
    std::string_view id = node.attribute("id").value();
    const pugi::xml_node head = node.parent();
    if (id.empty() && std::string_view(head.name()) == "header") id = head.parent().attribute("id").value();
    paragraph(std::string(level, '#') + " " + std::string(trim(inline_text(node))) +
              (id.empty() ? "" : fmt::format(" {{#{}}}", id)));
  }

  void inside(const pugi::xml_node& node, std::string_view mark) {
    const std::string before = indent_;
    indent_ += mark;
    blocks(node);
    indent_ = before;
  }

  void list(const pugi::xml_node& node, bool numbered) {
    int number = 0;
    tight_ = !indent_.empty() && !out_.ends_with("\n\n");  // right below the words of an item
    for (const pugi::xml_node& item : node.children("li")) {
      const bool box = !item.child("span").empty() && has_class(item.child("span"), "box");
      const std::string mark = numbered ? fmt::format("{}. ", ++number) : "- ";
      start_block();
      out_ += mark + (box ? "[ ] " : "");
      is_item_begun_ = true;
      tight_ = false;
      const std::string before = indent_;
      indent_ += std::string(mark.size(), ' ');
      const std::size_t size = out_.size();
      blocks(item);
      indent_ = before;
      if (out_.size() == size) out_ += "\n";
      is_item_begun_ = false;
      tight_ = true;
    }
    tight_ = false;
  }

  void table(const pugi::xml_node& node) {
    if (const pugi::xml_node caption = node.child("caption")) paragraph(inline_text(caption));
    std::string text;
    bool is_first = true;
    for (const pugi::xpath_node& found : node.select_nodes(".//tr")) {
      std::string row = indent_ + "|";
      std::string rule = indent_ + "|";
      for (const pugi::xml_node& cell : found.node().children()) {
        if (cell.type() != pugi::node_element) continue;  // line ends between the cells
        row += " " + std::string(trim(inline_text(cell))) + " |";
        rule += " --- |";
      }
      text += row + "\n" + (is_first ? rule + "\n" : "");
      is_first = false;
    }
    if (text.empty()) return;
    start_block();
    out_ += text.substr(indent_.size());
  }

  void preformatted(const pugi::xml_node& node) {
    start_block();
    out_ += "```\n";
    for (const std::string_view line : split(
             trim(node.child("code").empty() ? node.child_value() : node.child("code").child_value()), '\n'))
      out_.append(indent_).append(line).append("\n");
    out_ += indent_ + "```\n";
  }

  void definitions(const pugi::xml_node& node) {
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view name = child.name();
      if (name == "div") definitions(child);
      if (name == "dt") paragraph("**" + std::string(trim(inline_text(child))) + "**");
      if (name == "dd") blocks(child);
    }
  }

  static std::string inline_text(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& child : node.children()) inline_node(text, child);
    return text;
  }

  static void inline_node(std::string& out, const pugi::xml_node& node) {
    const std::string_view name = node.name();
    if (name.empty()) return append_text(out, node.value());
    if (is_hidden(node) || has_class(node, "box")) return;
    const std::string inner = inline_text(node);
    if (name == "br") {
      out += " ";
    } else if (name == "img") {
      append_text(out, node.attribute("alt").value());
    } else if (name == "svg") {
      append_text(out, node.attribute("aria-label").value());
    } else if (name == "a") {
      link(out, node, inner);
    } else if (name == "strong" || name == "b") {
      marked(out, inner, "**");
    } else if (name == "em" || name == "i") {
      marked(out, inner, "*");
    } else if (name == "code") {
      out += "`" + std::string(trim(node.text().get())) + "`";
    } else {
      if (name == "li" && node.previous_sibling("li")) out = std::string(trim(out)) + ";";
      if (is_block(node) && !out.empty() && !out.ends_with(' ')) out += ' ';
      out += inner;
      if (is_block(node)) out += ' ';
    }
  }

  /// White space stays outside the marks: inside, Markdown would not recognise them.
  static void marked(std::string& out, std::string_view inner, std::string_view mark) {
    const std::string_view text = trim(inner);
    if (text.empty()) return;
    if (inner.front() == ' ' && !out.ends_with(' ')) out += ' ';
    out.append(mark).append(text).append(mark);
    if (inner.back() == ' ') out += ' ';
  }

  static void link(std::string& out, const pugi::xml_node& node, const std::string& inner) {
    const std::string_view href = node.attribute("href").value();
    const std::string_view text = trim(inner);
    if (std::string_view(node.attribute("role").value()) == "doc-noteref") {
      out += fmt::format("({})", text);
      return;
    }
    const bool shows_address = (href.ends_with(text) && !href.starts_with('#')) || href.starts_with("tel:");
    if (has_class(node, "term") || has_class(node, "footnote-backref") || shows_address) {
      if (!has_class(node, "footnote-backref")) out += inner;
      return;
    }
    out += fmt::format("[{}]({})", text, href);
  }

  std::string out_;
  std::string indent_;
  bool is_item_begun_ = false;  // the marker of a list item has just been written
  bool tight_ = false;          // between items of a list no line is empty
};

}  // namespace

std::optional<std::string> markdown_text(std::string_view xml) {
  pugi::xml_document document;
  const std::string whole = "<body>" + std::string(xml) + "</body>";
  if (!document.load_buffer(whole.data(), whole.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                            pugi::encoding_utf8))
    return std::nullopt;
  MarkdownWriter writer;
  writer.blocks(document.child("body"));
  return writer.take();
}

}  // namespace tailorbird
