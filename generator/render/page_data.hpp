#pragma once
// Template values of one page. Private to render/.

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "render/body_parts.hpp"
#include "render/edition_data.hpp"

namespace tailorbird {

/// The names of a page that many pages have nothing for: false, or an empty list. To be pushed before those
/// of the page, which then has only what it has something for.
Value page_defaults();

struct PageData {
  Value names = empty_object();
  Entries entries{Entries::Owner::page};
  std::vector<std::size_t> current;       // edition entries that are this page's own: its node, its step
  std::vector<std::size_t> around;        // edition entries of the enclosing sections
  std::vector<std::size_t> current_here;  // page entries that are current: its language
};

PageData make_page_data(const RenderContext& context, const EditionData& edition,
                        const TailoredPage& tailored);

/// Adds the rendered body and the glossary terms in it.
void set_body(PageData& page, const EditionData& edition, const BodyParts& body,
              const std::set<std::string, std::less<>>& terms);

/// Adds links for the head of the page to its tools: interactive components that have an id.
void set_tools(PageData& page, const Fragment& body, const std::string& id_prefix);

/// The link from a page to another language.
struct LanguageAddress {
  std::string href;
  bool translated = true;  // false: leads to the start page, since this page does not exist in that language
};

/// Adds the bundle's languages. `own`: the page's; `address`: of the page in any of them.
void set_languages(PageData& page, const EditionData& edition, std::string_view own,
                   const std::function<LanguageAddress(std::string_view language)>& address);

/// Adds the scripts that the theme has for the components of the page, beyond the one for all pages.
void set_component_assets(PageData& page, const Theme& theme,
                          const std::set<std::string, std::less<>>& components);

}  // namespace tailorbird
