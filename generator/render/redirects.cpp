#include "render/redirects.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>

#include "base/files.hpp"
#include "render/layout.hpp"

namespace tailorbird {
namespace {

/// The number of the first value that a page is for, counted from 1, in the first dimension beside the
/// path's.
std::size_t number_of_readers(const Edition& edition, std::size_t page) {
  for (const Atom& atom : edition.pages[page].open.atoms) {
    if (atom.dimension == edition.project->site.path_dimension) continue;
    return static_cast<std::size_t>(std::countr_zero(atom.values)) + 1;
  }
  return 0;
}

std::string readers_in_words(const Edition& edition, std::size_t page) {
  Condition open = edition.pages[page].open;
  std::erase_if(open.atoms,
                [&](const Atom& atom) { return atom.dimension == edition.project->site.path_dimension; });
  return open.always() ? std::string{}
                       : condition_label(edition.project->site, open, edition.space, edition.locale);
}

std::string redirect(const RenderContext& context, const std::string& from, const std::string& to,
                     std::string_view title, Diagnostics& diagnostics) {
  return render_layout(context.theme, context.edition.language, "redirect",
                       {{"language", context.edition.language},
                        {"title", std::string(title)},
                        {"address", relative_path(from, to)}},
                       diagnostics);
}

/// "old/plan.md", "/old/plan.html" → "old/plan"
std::string without_ending(std::string_view alias) {
  while (alias.starts_with('/')) alias.remove_prefix(1);
  for (const std::string_view ending : {".md", ".html"}) {
    if (alias.ends_with(ending)) alias.remove_suffix(ending.size());
  }
  return std::string(alias);
}

}  // namespace

std::vector<EntryLink> entry_links(const Edition& edition, const Navigation& navigation) {
  std::vector<EntryLink> links;
  const std::string begin = std::string(entry_folder) + edition.language;
  if (navigation.home >= 0)
    links.push_back({begin + ".html", static_cast<std::size_t>(navigation.home), {}, {}, {}});
  const Site& site = edition.project->site;
  for (const Step& step : navigation.steps) {
    const DimensionValue& value = site.dimensions[*site.path_dimension].values[step.value];
    const std::string of_step = fmt::format("{}-{}", begin, step.value + 1);
    const std::string label(value.label.in(edition.locale));
    for (const std::size_t page : step.landings) {
      const std::size_t number = step.landings.size() == 1 ? 0 : number_of_readers(edition, page);
      EntryLink link{number == 0 ? of_step + ".html" : fmt::format("{}-{}.html", of_step, number), page,
                     value.id, label, readers_in_words(edition, page)};
      const bool taken = std::any_of(links.begin(), links.end(),
                                     [&](const EntryLink& one) { return one.path == link.path; });
      if (!taken) links.push_back(std::move(link));
    }
  }
  return links;
}

std::vector<OutputFile> entry_pages(const RenderContext& context, Diagnostics& diagnostics) {
  std::vector<OutputFile> pages;
  for (const EntryLink& link : entry_links(context.edition, context.navigation)) {
    const std::string to = context.addressing.output(link.page);
    pages.push_back({link.path, redirect(context, link.path, to, context.edition.page(link.page).front.title,
                                         diagnostics)});
  }
  return pages;
}

std::vector<OutputFile> alias_pages(const RenderContext& context, std::size_t page,
                                    Diagnostics& diagnostics) {
  std::vector<OutputFile> pages;
  const Page& source = context.edition.page(page);
  for (const std::string& alias : source.front.aliases) {
    const std::string path = fmt::format("{}/{}.html", source.language, without_ending(alias));
    pages.push_back(
        {path, redirect(context, path, context.addressing.output(page), source.front.title, diagnostics)});
  }
  return pages;
}

}  // namespace tailorbird
