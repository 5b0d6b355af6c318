#include "compile/blocks/html_tags.hpp"

#include <string>
#include <string_view>

#include "base/strings.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

bool is_html(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_HTML_BLOCK || (type == CMARK_NODE_HTML_INLINE && !is_mark(node));
}

std::string_view html_of(cmark_node* node) {
  const char* html = cmark_node_get_literal(node);
  return html == nullptr ? std::string_view{} : trim(html);
}

}  // namespace

bool closes_reported_element(cmark_node* node) {
  constexpr int farthest = 64;  // siblings; bounded, because hostile pages have thousands of tags
  const std::string_view html = html_of(node);
  if (!html.starts_with("</") || html.find('>') + 1 != html.size()) return false;
  const std::string opening = "<" + ascii_lower(trim(html.substr(2, html.size() - 3)));
  int looked = 0;
  for (cmark_node* before = cmark_node_previous(node); before != nullptr && looked < farthest; ++looked) {
    if (is_html(before) && ascii_lower(html_of(before)).find(opening) != std::string::npos) return true;
    before = cmark_node_previous(before);
  }
  return false;
}

}  // namespace tailorbird
