#include <fmt/format.h>
#include <set>

#include "base/strings.hpp"
#include "check/all_checks.hpp"
#include "check/demands.hpp"
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
    if (!concerns(wanted, view_.edition, page_)) return;
    if (tailored_.words == 0 && !shows_more_than_words(tailored_.body))
      return;  // reported by check_page_words
    check_there(wanted);
    for (const auto& [component, parts] : wanted.parts) check_parts(component, parts);
  }

 private:
  void check_there(const PageElements& wanted) const {
    std::vector<std::string> lacking;
    std::vector<SourceRange> asked_at;
    for (std::size_t index = 0; index < wanted.needs.size(); ++index) {
      const std::string& name = wanted.needs[index];
      bool there = find_component(name) < 0;  // an unknown name is reported by check_element_names
      each_component(tailored_.body, [&](const TailoredPart& component) { there |= component.role == name; });
      if (there) continue;
      lacking.push_back("`" + name + "`");
      asked_at.push_back(wanted.needs_at[index]);
    }
    if (!lacking.empty())
      add("page-element-missing",
          fmt::format("page `{}` has no {}", page_.front.title, join(lacking, ", no ")), asked_at);
  }

  /// Parts that depend on the reader's choice may count or not.
  void check_parts(const std::string& wanted, const PageElements::Parts& parts) const {
    const int count = parts.count;
    each_component(tailored_.body, [&](const TailoredPart& component) {
      if (component.role != wanted) return;
      int always = 0;
      int open = 0;
      for (const TailoredPart& child : component.children) ++(child.open_condition.empty() ? always : open);
      if (always <= count && count <= always + open) return;
      add("page-element-count",
          fmt::format("`{}` on page `{}` has {} parts; {} are asked for", wanted, page_.front.title,
                      always + open, count),
          {parts.where});
    });
  }

  void add(std::string_view code, std::string message, std::vector<SourceRange> asked_at) const {
    Diagnostic& found = diagnostics_.add(code, {page_.file, page_.front.title_at, 0}, std::move(message));
    found.editions = {view_.edition.id()};
    found.asked_at = std::move(asked_at);
  }

  const Page& page_;
  const EditionView& view_;
  const TailoredPage& tailored_;
  Diagnostics& diagnostics_;
};

void report_unknown(const std::string& component, const SourceRange& where, Diagnostics& diagnostics) {
  if (find_component(component) >= 0) return;
  diagnostics.add("page-element-missing", where,
                  fmt::format("no component `{}`, for which `page-elements` asks", component),
                  suggestion(component, component_names()));
}

/// Reports a demand on pages of a layout that no page has.
void check_layout(const Project& project, const PageElements& wanted, Diagnostics& diagnostics) {
  if (wanted.layout_at.start.line == 0) return;
  std::set<std::string> layouts;
  for (const Page& page : project.pages) {
    if (!page.partial) layouts.insert(page.front.layout);
  }
  if (layouts.contains(wanted.layout)) return;
  diagnostics.add("page-element-missing", wanted.layout_at,
                  fmt::format("no page has the layout `{}`, so this demand is on none", wanted.layout),
                  suggestion(wanted.layout, {layouts.begin(), layouts.end()}));
}

}  // namespace

void check_element_names(const Project& project, const ProgramOf& /*programs*/, Diagnostics& diagnostics) {
  for (const PageElements& wanted : project.site.page_elements) {
    check_layout(project, wanted, diagnostics);
    for (std::size_t index = 0; index < wanted.needs.size(); ++index)
      report_unknown(wanted.needs[index], wanted.needs_at[index], diagnostics);
    for (const auto& [component, parts] : wanted.parts) report_unknown(component, parts.where, diagnostics);
  }
}

void check_page_elements(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  const ElementCheck check(view, page, diagnostics);
  for (const PageElements& wanted : view.edition.project->site.page_elements) check.check(wanted);
}

}  // namespace tailorbird
