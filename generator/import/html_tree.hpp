#pragma once
// A lenient HTML parser: accepts tags that are never closed, stray end tags, attributes without quotes.
// Simpler than a browser's algorithm, but no text is lost.

#include <memory>
#include <string_view>

#include "package/xml_document.hpp"

namespace tailorbird {

struct HtmlTree {
  XmlDocument document;  // its first child is `<fragment>`, which contains everything
  bool balanced = true;  // every tag that needs one has an end tag

  pugi::xml_node root() const { return document.tree.document_element(); }
};

/// `first_line` is the line of the source on which `html` begins. Comments are nodes too.
std::unique_ptr<HtmlTree> read_html(std::string_view html, std::uint32_t first_line);

/// A tag at the beginning of a text.
struct HtmlTag {
  std::string name;  // in lower case; empty: there is no tag here
  bool closes = false;
  bool closed_itself = false;                                   // `<br/>`
  std::vector<std::pair<std::string, std::string>> attributes;  // names in lower case, entities decoded
  std::size_t length = 0;                                       // in bytes, with its brackets

  std::string attribute(std::string_view attribute) const;
  /// An attribute that holds an address, as `html_address` reads it.
  std::string address(std::string_view attribute) const;
};
HtmlTag html_tag(std::string_view text);

/// An address as browsers read it: without blanks around it, and without line breaks and tabs anywhere in it
/// (URL Standard, section 4.4).
std::string html_address(std::string_view value);

/// Whether elements of this name have neither content nor an end tag: "br".
bool is_void_element(std::string_view name);

/// `text` with entities (`&amp;`) decoded; unknown ones stay.
std::string entities_decoded(std::string_view text);

}  // namespace tailorbird
