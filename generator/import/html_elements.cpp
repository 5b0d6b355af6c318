#include "import/html_elements.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "import/source_conditions.hpp"

namespace tailorbird {
namespace {

using enum ElementRole;  // a column of the table

constexpr auto elements = std::to_array<ElementRow>({
    {"a", link},
    {"abbr", through},
    {"acronym", through},
    {"address", through},
    {"article", through},
    {"aside", through},
    {"audio", lost},
    {"b", strong},
    {"base", silent},
    {"bdi", through},
    {"bdo", through},
    {"big", through},
    {"blockquote", quote},
    {"body", through},
    {"br", line_break},
    {"button", lost},
    {"canvas", lost},
    {"caption", silent},
    {"center", through},
    {"cite", emphasis},
    {"code", code},
    {"col", silent},
    {"colgroup", silent},
    {"data", through},
    {"datalist", lost},
    {"dd", meaning},
    {"del", strike},
    {"details", question},
    {"dfn", emphasis},
    {"dialog", lost},
    {"div", through},
    {"dl", through},
    {"dt", term},
    {"em", emphasis},
    {"embed", lost},
    {"fieldset", through},
    {"figcaption", paragraph},
    {"figure", through},
    {"font", through},
    {"footer", through},
    {"form", lost},
    {"h1", heading, "1"},
    {"h2", heading, "2"},
    {"h3", heading, "3"},
    {"h4", heading, "4"},
    {"h5", heading, "5"},
    {"h6", heading, "6"},
    {"head", silent},
    {"header", through},
    {"hr", rule},
    {"html", through},
    {"i", emphasis},
    {"iframe", lost},
    {"img", picture},
    {"input", lost},
    {"ins", through},
    {"kbd", code},
    {"label", through},
    {"legend", through},
    {"li", item},
    {"link", silent},
    {"main", through},
    {"map", lost},
    {"mark", through},
    {"meta", silent},
    {"nav", through},
    {"noscript", lost},
    {"object", lost},
    {"ol", numbers},
    {"p", paragraph},
    {"picture", through},
    {"pre", code_block},
    {"q", quotation},
    {"s", strike},
    {"samp", code},
    {"script", lost},
    {"section", through},
    {"select", lost},
    {"small", through},
    {"source", silent},
    {"span", through},
    {"strike", strike},
    {"strong", strong},
    {"style", lost},
    {"sub", through},
    {"summary", caption},
    {"sup", through},
    {"svg", lost},
    {"table", table},
    {"tbody", table_part},
    {"td", cell},
    {"template", lost},
    {"textarea", lost},
    {"tfoot", table_part},
    {"th", header_cell},
    {"thead", table_part, "head"},
    {"time", through},
    {"title", silent},
    {"tr", row},
    {"tt", code},
    {"u", through},
    {"ul", bullets},
    {"var", emphasis},
    {"video", lost},
    {"wbr", silent},
});

}  // namespace

const ElementRow* html_element(std::string_view name) {
  const auto* const row =
      std::find_if(elements.begin(), elements.end(), [&](const ElementRow& one) { return one.name == name; });
  return row == elements.end() ? nullptr : row;
}

ElementRow HtmlLanguage::row(pugi::xml_node element) const {
  const std::string_view name = element.name();
  if (name == "fragment") return {name, through};
  const ElementRow* found = html_element(name);
  return found == nullptr ? ElementRow{name, unknown} : *found;
}

std::string HtmlLanguage::address(pugi::xml_node link) const {
  return html_address(link.attribute("href").value());
}

ElementPicture HtmlLanguage::picture(pugi::xml_node element) const {
  const pugi::xml_attribute words = element.attribute("alt");
  return {html_address(element.attribute("src").value()), words.value(), words && *words.value() == '\0'};
}

int HtmlLanguage::level(pugi::xml_node) const { return 2; }

std::uint32_t HtmlLanguage::line(pugi::xml_node element) const {
  return tree_.document.position(element).line;
}

std::optional<std::string> HtmlLanguage::readers_here(pugi::xml_node element) {
  std::vector<std::pair<std::string, std::string>> attributes;
  for (const pugi::xml_attribute one : element.attributes()) attributes.emplace_back(one.name(), one.value());
  if (!is_hidden_html(attributes)) return std::string();
  settle_condition(page_, ConditionKind::element, line(element));
  lose("hidden-text", element,
       fmt::format("`<{}>`, which no browser shows, and what is in it", element.name()));
  return std::nullopt;
}

void HtmlLanguage::lose(std::string_view kind, pugi::xml_node element, std::string what) {
  page_.lose(kind, line(element), std::move(what));
}

}  // namespace tailorbird
