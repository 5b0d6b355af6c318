#pragma once
// HTML as people and programs write it, as a tree: tags that are never closed, end tags of nothing,
// attributes without quotes. Not a browser's reading, but no text is lost.

#include <memory>
#include <string_view>

#include "package/xml_document.hpp"

namespace tailorbird {

struct HtmlTree {
  XmlDocument document;  // its first child is `<fragment>`, which holds everything
  bool balanced = true;  // each tag that needs one has its partner

  pugi::xml_node root() const { return document.tree.document_element(); }
};

/// `first_line` is the line of the source on which `html` begins. Comments are nodes too.
std::unique_ptr<HtmlTree> read_html(std::string_view html, std::uint32_t first_line);

/// One tag at the beginning of some text.
struct HtmlTag {
  std::string name;  // in small letters; empty: no tag stands here
  bool closes = false;
  bool closed_itself = false;                                   // `<br/>`
  std::vector<std::pair<std::string, std::string>> attributes;  // names in small letters, entities decoded
  std::size_t length = 0;                                       // bytes, with its brackets

  std::string attribute(std::string_view attribute) const;
};
HtmlTag html_tag(std::string_view text);

/// Whether elements of this name have neither text nor an end tag: "br".
bool is_void_element(std::string_view name);

/// `&amp;` and the like as characters; what is no entity stays.
std::string entities_decoded(std::string_view text);

}  // namespace tailorbird
