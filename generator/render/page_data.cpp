#include "render/page_data.hpp"

#include <algorithm>
#include <array>

#include "render/made_words.hpp"
#include "render/page_version.hpp"
#include "render/words.hpp"

namespace tailorbird {
namespace {

// Names that many pages have nothing for: texts, entries and answers, and lists.
constexpr auto names_of_some = std::to_array<const char*>(
    {"core",     "folded",   "ids",         "is-home",      "is-landing", "lists-children",
     "minutes",  "next",     "next-review", "opening",      "owner",      "page-id",
     "previous", "reviewed", "section",     "show-outline", "step",       "step-of",
     "summary",  "up",       "when",        "when-label"});
constexpr auto lists_of_some = std::to_array<const char*>(
    {"breadcrumbs", "children", "footnotes", "outline", "situation", "sources", "terms", "tools"});

/// Sets one of these names; nothing when page_defaults() say the same.
void set(Value& names, const std::string& name, Value value) {
  if (!value.is_false()) names[name] = std::move(value);
}
void set_entries(Value& names, const std::string& name, Value list) {
  if (list.is_non_empty_list()) set_list(names, name, std::move(list));
}

// Shorter pages are read without a list of their headings.
constexpr std::size_t headings_for_contents = 3;

struct PageMaker {
  const RenderContext& context;
  const EditionData& edition;
  const TailoredPage& tailored;
  const std::string path = context.addressing.path(tailored.edition_page);
  const std::string root = context.addressing.root(tailored.edition_page);
  PageData page = {};

  std::size_t node() const { return tailored.edition_page; }
  const NavNode& nav() const { return context.navigation.nodes[node()]; }
  const Page& source() const { return context.edition.project->pages[context.edition.pages[node()].page]; }
  Value node_reference(int index) const {
    return index < 0 ? Value(false) : edition.entries.reference(static_cast<std::size_t>(index));
  }
  /// Of a step.
  bool is_landing() const {
    const auto& steps = context.navigation.steps;
    return std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
      return std::find(step.landings.begin(), step.landings.end(), node()) != step.landings.end();
    });
  }
  std::string_view word(std::string_view key) const {
    return context.theme.word(context.edition.language, key);
  }

  void set_addresses();
  void set_words();
  void set_place();
  void set_neighbours();
  void set_languages();
  void set_outline();
  void set_foot();
  void set_situation();
};

void PageMaker::set_addresses() {
  const Addressing& addressing = context.addressing;
  set(page.names, "up", text_value(addressing.up(node())));
  page.names["root"] = text_value(root);
  page.names["path"] = text_value(path);
  set(page.names, "ids", text_value(addressing.id_prefix(node())));
  set(page.names, "page-id", text_value(source().front.id));
  page.names["version"] = text_value(page_version_hole);
}

void PageMaker::set_words() {
  const FrontMatter& front = source().front;
  const std::string& language = context.edition.language;
  const Site& site = context.edition.project->site;
  const Condition& open = context.edition.pages[node()].open;
  page.names["title"] = text_value(front.title);
  set(page.names, "summary", text_value(front.summary));
  set(page.names, "minutes", text_value(minutes_in_words(context.theme, language, front.minutes)));
  set(page.names, "owner",
      text_value(front.owner.empty() ? std::string_view{} : site.role_label(front.owner, language)));
  set(page.names, "reviewed",
      text_value(front.reviewed.empty() ? "" : date_in_words(context.theme, language, front.reviewed)));
  set(page.names, "next-review", text_value(next_review(front, context.theme, language)));
  set(page.names, "when", text_value(open.always() ? "" : condition_code(site, open)));
  set(page.names, "when-label", text_value(label_beside_step(context, node())));
  set(page.names, "core", Value(front.core));
  set(page.names, "is-landing", Value(is_landing()));
}

void PageMaker::set_place() {
  page.current.push_back(node());
  std::vector<int> around;
  for (int parent = nav().parent; parent >= 0;
       parent = context.navigation.nodes[static_cast<std::size_t>(parent)].parent) {
    around.push_back(parent);
    page.around.push_back(static_cast<std::size_t>(parent));
  }
  const int home = context.navigation.home;
  const bool is_home = home == static_cast<int>(node());
  if (!is_home && home >= 0 && (around.empty() || around.back() != home)) around.push_back(home);
  Value breadcrumbs = empty_list();
  for (auto parent = around.rbegin(); parent != around.rend(); ++parent)
    breadcrumbs.push_back(node_reference(*parent));
  set(page.names, "is-home", Value(is_home));
  set(page.names, "section", node_reference(nav().parent));
  set_entries(page.names, "breadcrumbs", std::move(breadcrumbs));
  set_entries(page.names, "children", Value(*edition.entries[node()].get("children")));
  const int step = nav().step;
  const Value* folded = edition.entries[node()].get("folded");
  set(page.names, "folded", Value(*folded));
  // The landing of a step lists the others in its head, unless they are many.
  const bool in_head = is_landing() && folded->is_false();
  set(page.names, "lists-children", Value(!nav().children.empty() && !in_head));
  if (step < 0) return;
  const std::size_t entry = edition.steps[static_cast<std::size_t>(step)];
  page.current.push_back(entry);
  set(page.names, "step", edition.entries.reference(entry));
  set(page.names, "step-of",
      text_value(filled(word("step-of"),
                        {{"n", std::to_string(step + 1)}, {"count", std::to_string(edition.steps.size())}})));
}

void PageMaker::set_neighbours() {
  const auto& reading = context.navigation.reading;
  const std::size_t place = edition.reading_place[node()];
  const bool has_previous = place > 0 && place < reading.size();
  const bool has_next = place + 1 < reading.size();
  set(page.names, "previous", has_previous ? edition.entries.reference(reading[place - 1]) : Value(false));
  set(page.names, "next", has_next ? edition.entries.reference(reading[place + 1]) : Value(false));
}

void PageMaker::set_languages() {
  const Page& here = source();
  const std::string& own = context.edition.language;
  tailorbird::set_languages(page, edition, own, [&](std::string_view language) {
    const bool translated = language == own || (context.has_page && context.has_page(language, here.path));
    return LanguageAddress{root + std::string(language) + "/" + (translated ? path : "index.html"),
                           translated};
  });
}

void PageMaker::set_outline() {
  Value list = empty_list();
  std::size_t count = 0;
  for (const OutlineEntry& heading : tailored.outline) {
    if (heading.level > 3) continue;
    ++count;
    Value entry = empty_object();
    entry["id"] = text_value(heading.id);
    entry["html"] = text_value(html_from(heading.words));
    entry["when"] = text_value(heading.open_condition);
    entry["is-deep"] = Value(heading.level > 2);
    list.push_back(page.entries.reference(page.entries.add(std::move(entry))));
  }
  set_entries(page.names, "outline", std::move(list));
  set(page.names, "show-outline", Value(count >= headings_for_contents));
}

void PageMaker::set_foot() {
  Value footnotes = empty_list();
  for (const MarkedText& note : tailored.footnotes) {
    Value entry = empty_object();
    entry["html"] = text_value(html_from(note));
    footnotes.push_back(page.entries.reference(page.entries.add(std::move(entry))));
  }
  set_entries(page.names, "footnotes", std::move(footnotes));
  std::vector<NearSource> near;
  for (const std::string& id : source().front.sources) {
    const auto found = edition.sources.find(id);
    if (found != edition.sources.end()) near.push_back(found->second);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const NearSource& a, const NearSource& b) { return a.distance < b.distance; });
  Value sources = empty_list();
  for (const NearSource& one : near) sources.push_back(edition.entries.reference(one.entry));
  set_entries(page.names, "sources", std::move(sources));
}

/// What the reader may choose, as far as something on the page depends on it.
void PageMaker::set_situation() {
  Value situation = empty_list();
  for (const OpenDimension& open : edition.open) {
    if (std::binary_search(tailored.choices.begin(), tailored.choices.end(), open.dimension))
      situation.push_back(edition.entries.reference(open.entry));
  }
  set_entries(page.names, "situation", std::move(situation));
}

}  // namespace

Value page_defaults() {
  Value names = empty_object();
  for (const char* name : names_of_some) names[name] = Value(false);
  for (const char* name : lists_of_some) set_list(names, name, empty_list());
  return names;
}

PageData make_page_data(const RenderContext& context, const EditionData& edition,
                        const TailoredPage& tailored) {
  PageMaker maker{context, edition, tailored};
  maker.set_addresses();
  maker.set_words();
  maker.set_place();
  maker.set_neighbours();
  maker.set_languages();
  maker.set_outline();
  maker.set_foot();
  maker.set_situation();
  return std::move(maker.page);
}

void set_tools(PageData& page, const Fragment& body, const std::string& id_prefix) {
  constexpr auto kinds =
      std::to_array<std::string_view>({"checklist", "plan", "conversation", "timeline", "question"});
  Value tools = empty_list();
  for (const Segment& segment : body) {
    for (const TailoredPart& component : segment.component) {
      if (component.id.empty() || std::find(kinds.begin(), kinds.end(), component.role) == kinds.end())
        continue;
      Value entry = empty_object();
      entry["id"] = text_value(id_prefix + component.id);
      entry["title"] = text_value(attribute(component.attributes, "title"));
      entry["when"] = text_value(component.open_condition);
      for (const std::string_view kind : kinds)
        entry["is-" + std::string(kind)] = Value(kind == component.role);
      tools.push_back(page.entries.reference(page.entries.add(std::move(entry))));
    }
  }
  set_entries(page.names, "tools", std::move(tools));
}

void set_body(PageData& page, const EditionData& edition, const BodyParts& body,
              const std::set<std::string, std::less<>>& terms) {
  Value meanings = empty_list();
  for (const std::string& key : terms) {
    const auto entry = edition.terms.find(key);
    if (entry != edition.terms.end()) meanings.push_back(edition.entries.reference(entry->second));
  }
  set_entries(page.names, "terms", std::move(meanings));
  // By reference: without an opening the two are one text, the longest of the page.
  const std::size_t whole = page.entries.add(text_value(body.whole));
  page.names["body"] = page.entries.reference(whole);
  set(page.names, "opening", text_value(body.opening));
  page.names["rest"] = body.opening.empty() ? page.entries.reference(whole) : text_value(body.rest);
}

void set_languages(PageData& page, const EditionData& edition, std::string_view own,
                   const std::function<LanguageAddress(std::string_view language)>& address) {
  Value list = empty_list();
  for (const auto& [language, name] : edition.languages) {
    const LanguageAddress there = address(language);
    Value entry = empty_object();
    entry["code"] = text_value(language);
    entry["name"] = text_value(name);
    entry["href"] = text_value(there.href);
    entry["translated"] = Value(there.translated);
    const std::size_t index = page.entries.add(std::move(entry));
    if (language == own) page.current_here.push_back(index);
    list.push_back(page.entries.reference(index));
  }
  set_list(page.names, "languages", std::move(list));
}

void set_component_assets(PageData& page, const Theme& theme,
                          const std::set<std::string, std::less<>>& components) {
  const auto add = [&](const char* list, const char* name, const auto& path_of) {
    Value paths = empty_list();
    for (const std::string& component : components) {
      const std::string path = path_of(component);
      if (!theme.assets.contains(path)) continue;
      Value entry = empty_object();
      entry[name] = text_value(path);
      paths.push_back(page.entries.reference(page.entries.add(std::move(entry))));
    }
    set_list(page.names, list, std::move(paths));
  };
  add("scripts", "script", component_script);
  add("styles", "style", component_style);
}

}  // namespace tailorbird
