#include "leak/restricted_texts.hpp"

#include <algorithm>

#include "leak/program_texts.hpp"
#include "leak/shown_guards.hpp"

namespace tailorbird {
namespace {

std::uint32_t add_guard(RestrictedTexts& texts, Guard guard) {
  texts.guards.push_back(std::move(guard));
  return static_cast<std::uint32_t>(texts.guards.size()) - 1;
}

/// Adds a block of one text.
void add_text(RestrictedTexts& texts, std::string_view words, std::uint32_t guard) {
  if (!words.empty()) texts.blocks.push_back({{std::string(words), guard}});
}

void add_name(RestrictedTexts& texts, std::string_view name, std::uint32_t guard) {
  if (!name.empty()) texts.names.push_back({std::string(name), guard});
}

/// Adds a name in all languages: no other organisation may show it in any of them.
void add_name(RestrictedTexts& texts, const LocalizedText& name, std::uint32_t guard) {
  add_name(texts, name.any, guard);
  for (const auto& [language, text] : name.by_language) add_name(texts, text, guard);
}

std::uint32_t add_page_guard(const Page& page, std::size_t index, RestrictedTexts& texts) {
  Guard guard;
  guard.page = static_cast<std::uint32_t>(index);
  guard.condition = page.front.condition;
  guard.where = {page.file, page.front.title_at, 0};
  return add_guard(texts, std::move(guard));
}

/// The title of a page that some edition leaves out is restricted even when it has only two words: it would
/// reveal that page.
void add_title(RestrictedTexts& texts, const std::string& title, bool hidden, std::uint32_t guard) {
  if (hidden && title.find(' ') != std::string::npos) {
    add_name(texts, title, guard);
  } else {
    add_text(texts, title, guard);
  }
}

void add_page(const Project& project, const ProgramOf& programs, std::size_t index, bool hidden,
              RestrictedTexts& texts) {
  const Page& page = project.pages[index];
  const std::uint32_t own = add_page_guard(page, index, texts);
  if (!page.partial) {
    add_title(texts, page.front.title, hidden, own);
    add_text(texts, page.front.summary, own);
    // Without .md, as in addresses and in the default id.
    if (page.path.find('/') != std::string::npos)
      add_name(texts, page.path.substr(0, page.path.size() - 3), own);
  }
  add_program_texts(programs(index), own, texts);
}

/// Adds only the includes of a page that all editions show in full: the included partials may be restricted.
void add_includes_alone(const Project& project, const Program& program, std::size_t index,
                        RestrictedTexts& texts) {
  const std::uint32_t own = add_page_guard(project.pages[index], index, texts);
  for (const IncludeUse& include : program.includes) texts.includes.push_back({include.path, own});
}

void add_rows(const Profile& profile, std::uint32_t index, std::string_view language,
              RestrictedTexts& texts) {
  for (const ResponsibilityRow& row : profile.responsibilities) {
    Guard guard;
    guard.profile = index;
    guard.condition = row.when;
    guard.where = row.where;
    const std::uint32_t own = add_guard(texts, std::move(guard));
    add_text(texts, row.task.in(language), own);
    for (const auto& [role, note] : row.notes) add_text(texts, note.in(language), own);
  }
}

void add_contact(const Profile& profile, const Contact& contact, Guard guard, RestrictedTexts& texts) {
  guard.where = contact.where.file.empty() ? SourceRange{profile.file, {}, 0} : contact.where;
  const std::uint32_t person = add_guard(texts, std::move(guard));
  for (const LocalizedText* text : {&contact.name, &contact.label, &contact.hours, &contact.note})
    add_name(texts, *text, person);
  for (const std::string& address : {contact.phone, contact.email, contact.url})
    add_name(texts, address, person);
}

/// Adds every field of the profile that readers may see.
void add_profile(const Profile& profile, std::uint32_t index, std::string_view language,
                 RestrictedTexts& texts) {
  Guard guard;
  guard.profile = index;
  guard.where = {profile.file, {}, 0};
  const std::uint32_t own = add_guard(texts, guard);
  for (const LocalizedText* text : {&profile.name, &profile.short_name}) add_name(texts, *text, own);
  add_name(texts, profile.quick_exit, own);
  for (const auto& [name, text] : profile.variables) add_name(texts, text, own);
  if (profile.rollout) {
    add_name(texts, profile.rollout->address, own);
    for (const auto& [name, text] : profile.rollout->texts) add_name(texts, text, own);
  }
  for (const Contact& contact : profile.contacts) add_contact(profile, contact, guard, texts);
  for (const ProfileLink& link : profile.links) {
    add_name(texts, link.url, own);
    add_name(texts, link.label, own);
  }
  for (const Bundle& bundle : profile.bundles) add_name(texts, bundle.title, own);
  add_rows(profile, index, language, texts);
}

/// Adds texts such as "If you are the employee", which are leaks in editions without employees.
void add_dimension_words(const Site& site, std::string_view language, RestrictedTexts& texts) {
  for (std::size_t dimension = 0; dimension < site.dimensions.size(); ++dimension) {
    const std::vector<DimensionValue>& values = site.dimensions[dimension].values;
    for (std::size_t value = 0; value < values.size(); ++value) {
      Guard guard;
      guard.condition.atoms = {{static_cast<std::uint16_t>(dimension), ValueSet{1} << value}};
      guard.where = {"content/site.yaml", {}, 0};
      add_text(texts, values[value].when.in(language), add_guard(texts, std::move(guard)));
    }
  }
}

/// Decides whether all editions show a page or guard. Partials count as hidden somewhere, because it is not
/// known yet which pages include them.
class Everywhere {
 public:
  explicit Everywhere(std::span<const Edition* const> editions) {
    for (const Edition* edition : editions) {
      const PagesByPath pages = pages_by_path(*edition);
      views_.push_back({ReachedGuards(*edition), shown_pages(*edition, pages)});
    }
  }

  bool shows_page(std::size_t page) const {
    return !views_.empty() &&
           std::all_of(views_.begin(), views_.end(), [&](const View& view) { return view.pages[page]; });
  }

  bool shows(const RestrictedTexts& texts, std::uint32_t guard) {
    const std::uint32_t page = texts.guards[guard].page;
    if (views_.empty() || (page != Guard::none && !shows_page(page))) return false;
    return std::all_of(views_.begin(), views_.end(), [&](View& view) {
      view.guards.follow(texts.guards);
      return view.guards.is_reached(guard);
    });
  }

 private:
  struct View {
    ReachedGuards guards;
    std::vector<bool> pages;
  };
  std::vector<View> views_;
};

/// Removes the blocks after the first `blocks` that all editions show. Names are kept, so that the same
/// address under a condition elsewhere is known to be shown.
void drop_shown(RestrictedTexts& texts, std::size_t blocks, Everywhere& everywhere) {
  const auto is_shown = [&](const RestrictedText& text) { return everywhere.shows(texts, text.guard); };
  const auto first = texts.blocks.begin() + static_cast<std::ptrdiff_t>(blocks);
  texts.blocks.erase(std::remove_if(first, texts.blocks.end(),
                                    [&](const TextBlock& block) {
                                      return std::all_of(block.begin(), block.end(), is_shown);
                                    }),
                     texts.blocks.end());
}

void add_common(const Project& project, std::string_view language, RestrictedTexts& texts) {
  for (std::size_t index = 0; index < project.profiles.size(); ++index) {
    add_profile(project.profiles[index], static_cast<std::uint32_t>(index), language, texts);
  }
  add_dimension_words(project.site, language, texts);
}

}  // namespace

RestrictedTexts restricted_texts(const Project& project, const ProgramOf& programs, std::string_view language,
                                 std::span<const Edition* const> editions) {
  RestrictedTexts texts;
  Everywhere everywhere(editions);
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    if (project.pages[index].language != language) continue;
    const std::size_t blocks = texts.blocks.size();
    if (everywhere.shows_page(index) && programs(index).conditions.empty()) {
      add_includes_alone(project, programs(index), index, texts);
    } else {
      add_page(project, programs, index, !everywhere.shows_page(index), texts);
      drop_shown(texts, blocks, everywhere);
    }
  }
  const std::size_t blocks = texts.blocks.size();
  add_common(project, language, texts);
  drop_shown(texts, blocks, everywhere);
  return texts;
}

RestrictedTexts page_texts(const Project& project, const ProgramOf& programs, std::size_t index) {
  RestrictedTexts texts;
  add_page(project, programs, index, true, texts);
  return texts;
}

RestrictedTexts common_texts(const Project& project, std::string_view language) {
  RestrictedTexts texts;
  add_common(project, language, texts);
  return texts;
}

}  // namespace tailorbird
