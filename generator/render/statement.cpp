#include "render/statement.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "render/component_data.hpp"
#include "render/page_data.hpp"
#include "render/page_version.hpp"
#include "render/templates.hpp"
#include "render/words.hpp"
#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view statement_layout = "statement";
constexpr std::string_view statement_name = "accessibility-statement";

// What the content itself says about accessibility is the page of this name, in any section.
constexpr std::string_view own_page = "accessibility.md";

/// The layout for the form in which the edition is rendered.
std::string layout_for(const Addressing& addressing) {
  std::string layout(statement_layout);
  if (addressing.is_one_file()) return layout + (addressing.is_paper() ? "-section-paper" : "-section");
  return addressing.is_xml() ? layout + "-chapter" : layout;
}

/// The latest day on which a page of the edition was checked, as 2026-11-02; empty when no page has one.
std::string newest_review(const Edition& edition) {
  std::string newest;
  for (std::size_t index = 0; index < edition.pages.size(); ++index) {
    newest = std::max(newest, edition.page(index).front.reviewed);
  }
  return newest;
}

/// The content's own page, as an entry of navigation.
Value more_about_it(const RenderContext& context, const EditionData& edition) {
  for (std::size_t index = 0; index < context.edition.pages.size(); ++index) {
    const std::string& path = context.edition.page(index).path;
    if (name_of(path) == own_page) return edition.entries.reference(index);
  }
  return Value(false);
}

PageData statement_data(const RenderContext& context, const EditionData& edition) {
  const std::string& language = context.edition.language;
  PageData page;
  Value& names = page.names;
  const Addressing& addressing = context.addressing;
  names["up"] = addressing.is_one_file() ? text_value("#") : Value(false);
  names["root"] = addressing.is_one_file() ? Value(false) : text_value("../");
  names["path"] = text_value(statement_address(addressing));
  names["ids"] = Value(false);
  names["page-id"] = text_value("accessibility-statement");
  names["version"] = text_value(page_version_hole);
  names["title"] = text_value(context.theme.word(language, "statement-title"));
  for (const char* unused : {"summary", "section", "is-home", "when", "when-label", "core"})
    names[unused] = Value(false);
  names["newest-review"] = text_value(date_in_words(context.theme, language, newest_review(context.edition)));
  names["more"] = more_about_it(context, edition);
  Value breadcrumbs = empty_list();
  const int home = context.navigation.home;
  if (home >= 0) breadcrumbs.push_back(edition.entries.reference(static_cast<std::size_t>(home)));
  set_list(names, "breadcrumbs", std::move(breadcrumbs));
  set_languages(page, edition, language, [&](std::string_view other) {
    return LanguageAddress{"../" + std::string(other) + "/" + statement_address(addressing)};
  });
  set_component_assets(page, context.theme, {"guidance-version"});
  return page;
}

}  // namespace

std::string statement_address(const Addressing& addressing) {
  std::string address(statement_name);
  return addressing.is_one_file() ? address : address + (addressing.is_xml() ? ".xhtml" : ".html");
}

bool has_statement(const Theme& theme) { return theme.layouts.contains(statement_layout); }

std::optional<OutputFile> accessibility_statement(const RenderContext& context, const EditionData& edition,
                                                  Diagnostics& diagnostics) {
  if (!has_statement(context.theme)) return std::nullopt;
  PageData page = statement_data(context, edition);
  Scope scope(edition.entries, page.entries);
  for (const std::size_t entry : page.current_here) scope.mark_current(&page.entries[entry]);
  scope.push(&edition.names);
  scope.push(&page.names);
  const std::string& language = context.edition.language;
  Templates::Lease templates(*context.theme.templates, context.theme.words_language(language));
  FragmentRenderer renderer(templates, scope, page.entries, diagnostics);
  std::string path = language + "/" + statement_address(context.addressing);
  if (context.addressing.is_one_file()) path += ".html";
  std::string document;
  append_ascii_html(document, renderer.with_template("layouts/" + layout_for(context.addressing)));
  return OutputFile{std::move(path), with_page_version(std::move(document))};
}

}  // namespace tailorbird
