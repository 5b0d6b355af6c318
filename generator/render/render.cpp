#include "render/render.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/strings.hpp"
#include "diag/suggest.hpp"
#include "render/body_parts.hpp"
#include "render/component_data.hpp"
#include "render/layout_cache.hpp"
#include "render/page_data.hpp"
#include "render/page_version.hpp"
#include "render/statement.hpp"
#include "render/templates.hpp"
#include "render/words.hpp"
#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view default_layout = "page";
constexpr std::string_view section_layout = "section";              // one of many in one file
constexpr std::string_view paper_section_layout = "section-paper";  // the same, in the components' paper form
constexpr std::string_view chapter_layout = "chapter";              // a file of an EPUB

/// Layouts for what is no page of a site: they do not show a page's text, or show it among others.
bool is_internal(std::string_view layout) {
  constexpr auto names =
      std::to_array<std::string_view>({"booklet", "card", "cards", "languages", "people-paper", "redirect",
                                       "scorm", "sheets", "single", "text-head"});
  constexpr auto families =
      std::to_array<std::string_view>({section_layout, chapter_layout, "epub-", "statement"});
  return std::find(names.begin(), names.end(), layout) != names.end() ||
         std::any_of(families.begin(), families.end(),
                     [&](std::string_view family) { return layout.starts_with(family); });
}

/// The layout the page asks for, or the default one when the theme does not have it. Only a page that is a
/// file of a site can ask.
std::string layout_of(const Page& page, const Theme& theme, const Addressing& addressing,
                      Diagnostics& diagnostics) {
  if (addressing.is_one_file())
    return std::string(addressing.is_paper() ? paper_section_layout : section_layout);
  if (addressing.is_xml()) return std::string(chapter_layout);
  const std::string layout = is_kit_document(page) ? std::string(kit_id) : page.front.layout;
  if (theme.layouts.contains(layout) && !is_internal(layout)) return layout;
  if (layout != default_layout) {  // else the theme is at fault, which is said when it is to be used
    std::vector<std::string> known;
    for (const auto& [name, file] : theme.layouts) {
      if (!is_internal(name)) known.push_back(name);
    }
    diagnostics.add("layout-unknown", page.front.layout_at,
                    "no layout `" + layout + "` in the theme `" + theme.name + "`",
                    suggestion(layout, known));
  }
  return std::string(default_layout);
}

std::uint64_t eight_bytes(std::string_view bytes, std::size_t at) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes.data() + at, sizeof(eight));
  return eight;
}

/// 32 bytes at a time: every document goes through this.
bool is_ascii(std::string_view bytes) {
  std::uint64_t all = 0;
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    all |= eight_bytes(bytes, at) | eight_bytes(bytes, at + 8) | eight_bytes(bytes, at + 16) |
           eight_bytes(bytes, at + 24);
  }
  for (; at < bytes.size(); ++at) all |= static_cast<unsigned char>(bytes[at]);
  return (all & 0x8080808080808080U) == 0;
}

/// Everything that goes in is ASCII already; a text of another layer that is not must not break the promise.
std::string as_ascii(std::string html) {
  if (is_ascii(html)) return html;
  std::string out;
  append_ascii_html(out, html);
  return out;
}

/// The step a page belongs to, or its section.
std::string place_of(const RenderContext& context, const NavNode& node) {
  const Edition& edition = context.edition;
  if (node.step >= 0) {
    const Site& site = edition.project->site;
    const Step& step = context.navigation.steps[static_cast<std::size_t>(node.step)];
    return std::string(site.dimensions[*site.path_dimension].values[step.value].label.in(edition.locale));
  }
  return node.parent < 0 ? std::string{} : edition.page(static_cast<std::size_t>(node.parent)).front.title;
}

/// What tells two pages with like titles apart in a list: where they are, unless the title says that already,
/// and for which readers they are.
std::string place_in_words(const RenderContext& context, std::size_t index) {
  const std::string readers = label_beside_step(context, index);
  std::string place = place_of(context, context.navigation.nodes[index]);
  if (place == context.edition.page(index).front.title) place.clear();
  if (place.empty() || readers.empty()) return place + readers;
  return place + " \u00b7 " + readers;
}

/// Nobody searches on paper.
bool is_searched(const RenderContext& context) { return !context.addressing.is_paper(); }

OutputFile search_script(const RenderContext& context, const std::vector<SearchPage>& pages) {
  const std::string& language = context.edition.language;
  std::vector<std::string> same;
  for (const auto& [name, words] : context.edition.project->site.search)
    same.emplace_back(words.in(language));
  return {"assets/search-" + language + ".js", context.lexicon.data(pages, same)};
}

}  // namespace

struct EditionRenderer::State {
  explicit State(const RenderContext& of) : context(of), edition(make_edition_data(context)) {
    words.resize(context.edition.pages.size());
  }

  RenderContext context;
  EditionData edition;
  const Value defaults = page_defaults();
  // By index in Edition::pages. Each page is made once, so that threads write to different places.
  std::vector<std::shared_ptr<const SearchWords>> words;
  LayoutCache frames;
};

EditionRenderer::EditionRenderer(const RenderContext& context) : state_(std::make_unique<State>(context)) {}

EditionRenderer::~EditionRenderer() = default;

void EditionRenderer::add_words(const TailoredPage& tailored) const {
  const RenderContext& context = state_->context;
  if (!is_searched(context)) return;
  const std::size_t index = context.edition.pages[tailored.edition_page].page;
  const FrontMatter& front = context.edition.project->pages[index].front;
  state_->words[tailored.edition_page] =
      context.lexicon.words(index, {front.title, front.summary, front.search}, tailored);
}

OutputFile EditionRenderer::page(const TailoredPage& tailored, Diagnostics& diagnostics) const {
  const RenderContext& context = state_->context;
  const EditionData& edition = state_->edition;
  const Page& source = context.edition.page(tailored.edition_page);

  add_words(tailored);
  PageData page = make_page_data(context, edition, tailored);
  Scope scope(edition.entries, page.entries);
  for (const std::size_t entry : page.current) scope.mark_current(&edition.entries[entry]);
  for (const std::size_t entry : page.around) scope.mark_around(&edition.entries[entry]);
  for (const std::size_t entry : page.current_here) scope.mark_current(&page.entries[entry]);
  scope.push(&edition.names);
  scope.push_page(&state_->defaults);
  scope.push_page(&page.names);

  Templates::Lease templates(*context.theme.templates,
                             context.theme.words_language(context.edition.language));
  const Addressing& addressing = context.addressing;
  FragmentRenderer renderer(
      templates, scope, page.entries, diagnostics,
      {addressing.is_paper(), addressing.id_prefix(tailored.edition_page),
       [&](std::string_view date) { return day_in_words(context.theme, context.edition.language, date); }});
  set_body(page, edition, body_parts(tailored.body, renderer), renderer.terms());
  set_tools(page, tailored.body, addressing.id_prefix(tailored.edition_page));
  set_component_assets(page, context.theme, renderer.components());
  std::string document =
      renderer.with_layout("layouts/" + layout_of(source, context.theme, addressing, diagnostics),
                           addressing.up(tailored.edition_page), state_->frames);
  return {addressing.output(tailored.edition_page), with_page_version(as_ascii(std::move(document)))};
}

std::vector<OutputFile> EditionRenderer::extras(Diagnostics& diagnostics) const {
  const RenderContext& context = state_->context;
  std::vector<SearchPage> pages;
  for (std::size_t index = 0; index < state_->words.size(); ++index) {
    if (state_->words[index] == nullptr) continue;
    const Page& page = context.edition.page(index);
    const Condition& open = context.edition.pages[index].open;
    pages.push_back(
        {context.addressing.path(index), page.front.title, place_in_words(context, index), page.front.summary,
         open.always() ? "" : condition_code(context.edition.project->site, open), state_->words[index]});
  }
  std::vector<OutputFile> files;
  if (is_searched(context)) files.push_back(search_script(context, pages));
  if (auto statement = accessibility_statement(context, state_->edition, diagnostics)) {
    files.push_back(std::move(*statement));
  }
  return files;
}

std::string EditionRenderer::around(std::string_view name, const LayoutTexts& texts,
                                    Diagnostics& diagnostics) const {
  const RenderContext& context = state_->context;
  Entries entries(Entries::Owner::page);
  Value names = empty_object();
  names["up"] = text_value("#");
  names["ids"] = Value(false);
  names["step"] = Value(false);
  Value choices = empty_list();
  for (const OpenDimension& open : state_->edition.open)
    choices.push_back(state_->edition.entries.reference(open.entry));
  set_list(names, "situation", std::move(choices));
  for (const auto& [key, text] : texts) names[key] = text_value(text);
  Scope scope(state_->edition.entries, entries);
  scope.push(&state_->edition.names);
  scope.push(&names);
  Templates::Lease templates(*context.theme.templates,
                             context.theme.words_language(context.edition.language));
  return as_ascii(
      FragmentRenderer(templates, scope, entries, diagnostics).with_template("layouts/" + std::string(name)));
}

const RenderContext& EditionRenderer::context() const { return state_->context; }

}  // namespace tailorbird
