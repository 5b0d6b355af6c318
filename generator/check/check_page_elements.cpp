#include <fmt/format.h>

#include "base/strings.hpp"
#include "check/all_checks.hpp"
#include "check/each_component.hpp"
#include "components/component.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

class ElementCheck {
 public:
  ElementCheck(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics)
      : page_(view.edition.page(page.edition_page)),
        view_(view),
        tailored_(page),
        diagnostics_(diagnostics) {}

  void check(const PageElements& wanted) const {
    if (is_kit_page(page_)) return;  // documents for those who bring the guidance in
    const ReaderSet readers = narrowed(view_.edition.space, page_.front.condition);
    if (page_.front.layout != wanted.layout || decide(wanted.where_holds, readers) != Verdict::holds) return;
    if (tailored_.words == 0 && !shows_more_than_words(tailored_.body))
      return;  // reported by check_page_words
    check_there(wanted);
    for (const auto& [component, count] : wanted.parts) check_parts(component, count);
  }

 private:
  void check_there(const PageElements& wanted) const {
    std::vector<std::string> lacking;
    for (std::size_t index = 0; index < wanted.needs.size(); ++index) {
      const std::string& name = wanted.needs[index];
      if (find_component(name) < 0) {
        report_unknown(name, wanted.needs_at[index]);
        continue;
      }
      bool there = false;
      each_component(tailored_.body, [&](const TailoredPart& component) { there |= component.role == name; });
      if (!there) lacking.push_back("`" + name + "`");
    }
    if (!lacking.empty())
      add("page-element-missing",
          fmt::format("page `{}` has no {}", page_.front.title, join(lacking, ", no ")));
  }

  /// Told where it is asked for, once for all pages and editions.
  void report_unknown(const std::string& name, const SourceRange& where) const {
    std::vector<std::string> known;
    for (const ComponentSpec& spec : component_specs()) known.emplace_back(spec.name);
    diagnostics_.add("page-element-missing", where,
                     fmt::format("no component `{}`, for which `page-elements` asks", name),
                     suggestion(name, known));
  }

  /// Parts that the reader's choice decides may be there or not.
  void check_parts(const std::string& wanted, int count) const {
    each_component(tailored_.body, [&](const TailoredPart& component) {
      if (component.role != wanted) return;
      int always = 0;
      int open = 0;
      for (const TailoredPart& child : component.children) ++(child.open_condition.empty() ? always : open);
      if (always <= count && count <= always + open) return;
      add("page-element-count", fmt::format("`{}` on page `{}` has {} parts; {} are asked for", wanted,
                                            page_.front.title, always + open, count));
    });
  }

  void add(std::string_view code, std::string message) const {
    diagnostics_.add(code, {page_.file, page_.front.title_at, 0}, std::move(message)).editions = {
        view_.edition.id()};
  }

  const Page& page_;
  const EditionView& view_;
  const TailoredPage& tailored_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_page_elements(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  const ElementCheck check(view, page, diagnostics);
  for (const PageElements& wanted : view.edition.project->site.page_elements) check.check(wanted);
}

}  // namespace tailorbird
