#include "import/content_counts.hpp"

#include "base/strings.hpp"
#include "compile/parse/markdown.hpp"
#include "import/html_elements.hpp"

namespace tailorbird {
namespace {

bool holds_letter(std::string_view word) {
  for (const char c : word) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
        static_cast<unsigned char>(c) >= 0x80)
      return true;
  }
  return false;
}

ElementRole html_role(pugi::xml_node element) {
  const ElementRow* row = html_element(element.name());
  return row == nullptr ? ElementRole::unknown : row->role;
}

class MarkdownCount {
 public:
  ContentCounts count(cmark_node* root) {
    children(root, false);
    counts_.words += count_plain_words(text_);
    return counts_;
  }

 private:
  void children(cmark_node* node, bool inside) {
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child))
      one(child, inside);
  }

  /// `inside`: within an item or a table, where paragraphs are not counted.
  void one(cmark_node* node, bool inside) {
    const cmark_node_type type = cmark_node_get_type(node);
    bool within = inside;
    if (is_mark(node)) return;
    if (type == CMARK_NODE_HEADING) ++counts_.headings;
    if (type == CMARK_NODE_PARAGRAPH && !inside) ++counts_.paragraphs;
    if (type == CMARK_NODE_ITEM) ++counts_.items;
    if (type == extension_types().table) ++counts_.tables;
    if (type == CMARK_NODE_LINK) ++counts_.links;
    if (type == CMARK_NODE_IMAGE) ++counts_.pictures;
    if (type == CMARK_NODE_ITEM || type == extension_types().table) within = true;
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text_ += literal(node);
    if (type == CMARK_NODE_CODE_BLOCK) (text_ += '\n') += literal(node);
    if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) html(node);
    if (type == CMARK_NODE_IMAGE) return;  // its alternative text does not count
    const bool breaks = type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
                        type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING ||
                        type == extension_types().table_cell;
    if (breaks) text_ += '\n';
    children(node, within);
  }

  void html(cmark_node* node) { counts_ += count_elements(read_html(literal(node), 1)->root(), html_role); }

  ContentCounts counts_;
  std::string text_;
};

}  // namespace

std::size_t count_plain_words(std::string_view text) {
  std::size_t count = 0;
  for (const std::string_view word : words(text)) count += holds_letter(word) ? 1U : 0U;
  return count;
}

ContentCounts count_elements(pugi::xml_node element, ElementRole (*role)(pugi::xml_node)) {
  ContentCounts counts;
  for (const pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_pcdata) counts.words += count_plain_words(child.value());
    if (child.type() != pugi::node_element) continue;
    const ElementRole is = role(child);
    if (is == ElementRole::heading) ++counts.headings;
    if (is == ElementRole::paragraph) ++counts.paragraphs;
    if (is == ElementRole::item) ++counts.items;
    if (is == ElementRole::table) ++counts.tables;
    if (is == ElementRole::picture) ++counts.pictures;
    if (is == ElementRole::link && (child.attribute("href") || child.attribute("keyref"))) ++counts.links;
    counts += count_elements(child, role);
  }
  return counts;
}

ContentCounts count_markdown(const std::string& text) {
  const MarkdownTree tree(text);
  return MarkdownCount().count(tree.root());
}

}  // namespace tailorbird
