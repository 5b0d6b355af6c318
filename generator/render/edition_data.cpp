#include "render/edition_data.hpp"

#include <algorithm>

#include "render/colours.hpp"
#include "render/page_groups.hpp"
#include "render/statement.hpp"
#include "render/words.hpp"
#include "text/direction.hpp"
#include "text/mail_words.hpp"

namespace tailorbird {
namespace {

const Page& page_of(const RenderContext& context, std::size_t node) {
  const EditionPage& page = context.edition.pages[context.navigation.nodes[node].edition_page];
  return context.edition.project->pages[page.page];
}

Value references(const Entries& entries, const std::vector<std::size_t>& indices) {
  Value list = empty_list();
  for (const std::size_t index : indices) list.push_back(entries.reference(index));
  return list;
}

Value node_value(const RenderContext& context, const Entries& entries, std::size_t index) {
  const NavNode& node = context.navigation.nodes[index];
  const Page& page = page_of(context, index);
  Value entry = empty_object();
  entry["title"] = text_value(page.front.title);
  entry["summary"] = text_value(page.front.summary);
  entry["path"] = text_value(context.addressing.path(node.edition_page));
  entry["minutes"] =
      text_value(minutes_in_words(context.theme, context.edition.language, page.front.minutes));
  const Condition& open = context.edition.pages[node.edition_page].open;
  entry["when"] = text_value(open.always() ? "" : condition_code(context.edition.project->site, open));
  entry["when-label"] = text_value(label_beside_step(context, index));
  if (is_kit_page(page)) {
    entry["file"] = text_value(fs::path(page.path).stem().string());
    entry["is-document"] = Value(is_kit_document(page));
  }
  set_list(entry, "children", references(entries, node.children));
  entry["few-children"] = Value(!node.children.empty() && node.children.size() <= most_listed);
  return entry;
}

std::string step_path(const RenderContext& context, const Step& step, std::string_view id) {
  const Addressing& addressing = context.addressing;
  if (step.landings.size() == 1) return addressing.path(step.landings.front());
  const std::string place = "tb-step-" + std::string(id);
  return addressing.is_one_file() ? place : (addressing.is_xml() ? "index.xhtml#" : "index.html#") + place;
}

void add_steps(EditionData& data, const RenderContext& context) {
  const Site& site = context.edition.project->site;
  std::vector<std::size_t> entries;
  for (const Step& step : context.navigation.steps) {
    const DimensionValue& value = site.dimensions[*site.path_dimension].values[step.value];
    Value entry = empty_object();
    entry["number"] = text_value(std::to_string(entries.size() + 1));
    entry["step-id"] = text_value(value.id);
    entry["step-label"] = text_value(value.label.in(context.edition.locale));
    entry["step-path"] = text_value(step_path(context, step, value.id));
    entry["one-landing"] =
        step.landings.size() == 1 ? data.entries.reference(step.landings.front()) : Value(false);
    const std::vector<std::size_t> none;
    set_list(entry, "landings", references(data.entries, step.landings.size() > 1 ? step.landings : none));
    const std::vector<std::size_t>& pages = step.landings.empty() ? step.pages : none;
    set_list(entry, "pages", references(data.entries, pages));
    entry["folded-pages"] = folded_pages(context, data.entries, pages);
    entries.push_back(data.entries.add(std::move(entry)));
  }
  set_list(data.names, "steps", references(data.entries, entries));
  data.steps = std::move(entries);
}

Value person_value(const Contact& contact, const Site& site, std::string_view locale) {
  const std::string_view own_label = contact.label.in(locale);
  Value person = empty_object();
  person["role"] = text_value(contact.role);
  person["role-label"] = text_value(own_label.empty() ? site.role_label(contact.role, locale) : own_label);
  person["name"] = text_value(contact.name.in(locale));
  person["phone"] = text_value(contact.phone);
  person["phone-href"] = text_value(phone_href(contact.phone));
  person["email"] = text_value(contact.email);
  person["email-name"] = text_value(mail_words(contact.email).name);
  person["email-host"] = text_value(mail_words(contact.email).host);
  person["url"] = text_value(contact.url);
  person["hours"] = text_value(contact.hours.in(locale));
  person["note"] = text_value(contact.note.in(locale));
  return person;
}

/// On every page: the people each profile must name, or else the first two.
void add_people(EditionData& data, const RenderContext& context) {
  const Site& site = context.edition.project->site;
  const auto& required = site.requires_.contacts;
  std::vector<std::size_t> near;
  std::vector<std::size_t> all;
  for (const Contact& contact : context.edition.profile->contacts) {
    all.push_back(data.entries.add(person_value(contact, site, context.edition.locale)));
    const bool is_required = std::find(required.begin(), required.end(), contact.role) != required.end();
    if (required.empty() ? near.size() < 2 : is_required) near.push_back(all.back());
  }
  set_list(data.names, "people", references(data.entries, near));
  set_list(data.names, "all-people", references(data.entries, all));
}

void add_links(EditionData& data, const RenderContext& context) {
  std::vector<std::size_t> entries;
  for (const ProfileLink& link : context.edition.profile->links) {
    const std::string_view label = link.label.in(context.edition.locale);
    Value entry = empty_object();
    entry["label"] = text_value(label.empty() ? std::string_view(link.url) : label);
    entry["url"] = text_value(link.url);
    entries.push_back(data.entries.add(std::move(entry)));
  }
  set_list(data.names, "links", references(data.entries, entries));
}

void add_sources(EditionData& data, const RenderContext& context) {
  for (const Source& source : context.edition.project->site.sources) {
    if (decide(source.readers, context.edition.space) == Verdict::fails) continue;
    Value entry = empty_object();
    entry["source-id"] = text_value(source.id);
    entry["title"] = text_value(source.title.in(context.edition.locale));
    entry["by"] = text_value(source.by);
    entry["url"] = text_value(source.url);
    entry["checked"] = text_value(date_in_words(context.theme, context.edition.language, source.checked));
    const bool own_language = source.language == context.edition.language;
    const int distance = !source.readers.always() ? 0 : own_language ? 1 : 2;
    data.sources[source.id] = {data.entries.add(std::move(entry)), distance};
  }
}

void add_terms(EditionData& data, const RenderContext& context) {
  for (const GlossaryTerm& term : context.edition.project->site.glossary) {
    Value entry = empty_object();
    entry["key"] = text_value(term.id);
    entry["name"] = text_value(term.term.in(context.edition.locale));
    entry["meaning"] = text_value(term.meaning.in(context.edition.locale));
    data.terms[term.id] = data.entries.add(std::move(entry));
  }
}

void add_open_dimensions(EditionData& data, const RenderContext& context) {
  const auto& dimensions = context.edition.project->site.dimensions;
  const std::string& locale = context.edition.locale;
  for (std::size_t index = 0; index < dimensions.size(); ++index) {
    if (context.edition.space.fixed(index)) continue;
    const Dimension& dimension = dimensions[index];
    Value values = empty_list();
    for (std::size_t value = 0; value < dimension.values.size(); ++value) {
      if ((context.edition.space.possible[index] >> value & 1U) == 0) continue;
      Value choice = empty_object();
      choice["value"] = text_value(dimension.values[value].id);
      choice["value-label"] = text_value(dimension.values[value].label.in(locale));
      values.push_back(choice);
    }
    const std::string_view question = dimension.question.in(locale);
    Value entry = empty_object();
    entry["dimension"] = text_value(dimension.id);
    entry["label"] = text_value(dimension.label.in(locale));
    entry["question"] = text_value(question.empty() ? dimension.label.in(locale) : question);
    set_list(entry, "values", std::move(values));
    data.open.push_back({index, data.entries.add(std::move(entry))});
  }
}

/// Each language has a name in that language, so that those who look for it can read it.
void add_languages(EditionData& data, const RenderContext& context) {
  for (const std::string& language : context.languages) {
    const bool known = context.theme.words.contains(language);
    data.languages.emplace_back(language, known ? context.theme.word(language, "language-name") : language);
  }
  data.names["several-languages"] = Value(context.languages.size() > 1);
}

/// What stands beside the start page, in the menu of each page. Where it is too much for that, the menu has
/// the sections of it, and a way to the list on the start page.
void add_top(EditionData& data, const RenderContext& context) {
  const Navigation& navigation = context.navigation;
  set_list(data.names, "top", references(data.entries, navigation.top));
  data.names["folded-top"] = folded_pages(context, data.entries, navigation.top);
  std::vector<std::size_t> sections = navigation.top;
  std::erase_if(sections, [&](std::size_t node) { return navigation.nodes[node].children.empty(); });
  if (sections.size() > most_listed) sections.clear();
  set_list(data.names, "top-sections", references(data.entries, sections));
}

void add_navigation(EditionData& data, const RenderContext& context) {
  const Navigation& navigation = context.navigation;
  for (std::size_t index = 0; index < navigation.nodes.size(); ++index) {
    data.entries.add(node_value(context, data.entries, index));
  }
  for (std::size_t index = 0; index < navigation.nodes.size(); ++index) {
    Value folded = folded_pages(context, data.entries, navigation.nodes[index].children);
    data.entries[index]["folded"] = std::move(folded);
  }
  add_top(data, context);
  const bool has_home = navigation.home >= 0;
  data.names["home"] =
      has_home ? data.entries.reference(static_cast<std::size_t>(navigation.home)) : Value(false);
  data.reading_place.resize(navigation.nodes.size());
  for (std::size_t place = 0; place < navigation.reading.size(); ++place) {
    data.reading_place[navigation.reading[place]] = place;
  }
}

void add_organisation(EditionData& data, const RenderContext& context) {
  const Edition& edition = context.edition;
  const Site& site = edition.project->site;
  const std::string_view name = edition.profile->name.in(edition.locale);
  const std::string_view short_name = edition.profile->short_name.in(edition.locale);
  Value& names = data.names;
  names["language"] = text_value(edition.language);
  names["right-to-left"] = Value(is_right_to_left(edition.language));
  names["site-title"] = text_value(site.title.in(edition.locale));
  names["bundle-id"] = text_value(edition.profile->id + "-" + edition.bundle->id);
  names["bundle-title"] = text_value(edition.bundle->title.in(edition.locale));
  names["organisation"] = text_value(name);
  names["organisation-short"] = text_value(short_name.empty() ? name : short_name);
  names["primary"] = text_value(readable_on_paper(edition.profile->primary));
  names["logo"] = text_value(logo_path(*edition.profile));
  names["logo-dark"] = text_value(dark_logo_path(*edition.profile));
  names["licence"] = text_value(site.licence_name);
  names["licence-url"] = text_value(site.licence_url);
  names["statement"] = text_value(has_statement(context.theme) ? statement_address(context.addressing) : "");
  names["quick-exit"] = text_value(edition.profile->quick_exit);
  names["revision"] = text_value(context.revision);
  names["svg-space"] = text_value(context.addressing.is_xml() ? " xmlns=\"http://www.w3.org/2000/svg\"" : "");
}

/// Whether the page, or one that it stands under, is called what the label of this condition says.
bool is_said_by_title(const RenderContext& context, std::size_t node, const Atom& atom) {
  const Condition alone = {.atoms = {atom}};
  const std::string label =
      condition_label(context.edition.project->site, alone, context.edition.space, context.edition.locale);
  for (int at = static_cast<int>(node); at >= 0;) {
    const auto place = static_cast<std::size_t>(at);
    if (page_of(context, place).front.title == label) return true;
    at = context.navigation.nodes[place].parent;
  }
  return false;
}

}  // namespace

std::string label_beside_step(const RenderContext& context, std::size_t node) {
  const Site& site = context.edition.project->site;
  const NavNode& nav = context.navigation.nodes[node];
  Condition open = context.edition.pages[nav.edition_page].open;
  if (!open.negated) {
    std::erase_if(open.atoms, [&](const Atom& atom) {
      return (nav.step >= 0 && atom.dimension == *site.path_dimension) ||
             is_said_by_title(context, node, atom);
    });
  }
  return open.always() ? std::string{}
                       : condition_label(site, open, context.edition.space, context.edition.locale);
}

EditionData make_edition_data(const RenderContext& context) {
  EditionData data;
  add_navigation(data, context);  // first: a node's entry has the node's index
  add_organisation(data, context);
  add_steps(data, context);
  add_people(data, context);
  add_links(data, context);
  add_sources(data, context);
  add_terms(data, context);
  add_open_dimensions(data, context);
  add_languages(data, context);
  return data;
}

}  // namespace tailorbird
