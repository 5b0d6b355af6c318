#pragma once
// The values of one page. Nothing outside render/ needs this.

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "render/body_parts.hpp"
#include "render/edition_data.hpp"

namespace tailorbird {

struct PageData {
  Value names = empty_object();
  Entries entries{Entries::Owner::page};
  std::vector<std::size_t> current;       // entries of the edition that are this page: its node, its step
  std::vector<std::size_t> around;        // the sections around it
  std::vector<std::size_t> current_here;  // entries of this page that are current: its language
};

PageData make_page_data(const RenderContext& context, const EditionData& edition,
                        const TailoredPage& tailored);

/// Adds what is known once the page's body is there: the body, and the glossary's terms in it.
void set_body(PageData& page, const EditionData& edition, const BodyParts& body,
              const std::set<std::string, std::less<>>& terms);

/// Adds the page's tools, to be reached from its head: those of its components that a reader works with and
/// that have an id.
void set_tools(PageData& page, const Fragment& body, const std::string& id_prefix);

/// Where a page leads readers of another language.
struct LanguageAddress {
  std::string href;
  bool translated = true;  // false: to the start page, as the page itself is not in that language
};

/// Adds the bundle's languages. `own`: the page's; `address`: of the page in any of them.
void set_languages(PageData& page, const EditionData& edition, std::string_view own,
                   const std::function<LanguageAddress(std::string_view language)>& address);

/// Adds the scripts that the theme has for the components of the page, beyond the one for all pages.
void set_component_assets(PageData& page, const Theme& theme,
                          const std::set<std::string, std::less<>>& components);

}  // namespace tailorbird
