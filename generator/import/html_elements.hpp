#pragma once
// The table of HTML elements, with their roles in Markdown.

#include "import/element_writer.hpp"
#include "import/html_tree.hpp"

namespace tailorbird {

/// The row of an element, named in lower case; null: HTML has no such element.
const ElementRow* html_element(std::string_view name);

/// The element language of HTML in a page; losses are recorded in the page.
class HtmlLanguage : public ElementLanguage {
 public:
  HtmlLanguage(ImportPage& page, const HtmlTree& tree) : page_(page), tree_(tree) {}

  ElementRow row(pugi::xml_node element) const override;
  std::string address(pugi::xml_node link) const override;
  ElementPicture picture(pugi::xml_node element) const override;
  int level(pugi::xml_node heading) const override;
  std::uint32_t line(pugi::xml_node element) const override;
  void lose(std::string_view kind, pugi::xml_node element, std::string what) override;

 protected:
  std::optional<std::string> readers_here(pugi::xml_node element) override;

 private:
  ImportPage& page_;
  const HtmlTree& tree_;
};

}  // namespace tailorbird
