#include "leak/restricted_texts.hpp"

#include <algorithm>

#include "leak/program_texts.hpp"

namespace tailorbird {
namespace {

std::uint32_t add_guard(RestrictedTexts& texts, Guard guard) {
  texts.guards.push_back(std::move(guard));
  return static_cast<std::uint32_t>(texts.guards.size()) - 1;
}

void begin_part(RestrictedTexts& texts) {
  texts.parts.push_back({texts.guards.size(), texts.blocks.size(), texts.names.size()});
}

/// Words of one block that stand for themselves.
void add_text(RestrictedTexts& texts, std::string_view words, std::uint32_t guard) {
  if (!words.empty()) texts.blocks.push_back({{std::string(words), guard}});
}

void add_name(RestrictedTexts& texts, std::string_view name, std::uint32_t guard) {
  if (!name.empty()) texts.names.push_back({std::string(name), guard});
}

/// A name that tells something: two words, or digits or signs that no plain word has. Else `Reception` of one
/// organisation would be a secret of all others.
void add_telling_name(RestrictedTexts& texts, std::string_view name, std::uint32_t guard) {
  if (name.find_first_of(" 0123456789@") != std::string_view::npos) add_name(texts, name, guard);
}

std::uint32_t add_page_guard(const Page& page, std::size_t index, RestrictedTexts& texts) {
  Guard guard;
  guard.page = static_cast<std::uint32_t>(index);
  guard.condition = page.front.condition;
  guard.where = {page.file, page.front.title_at, 0};
  return add_guard(texts, std::move(guard));
}

void add_page(const Project& project, const ProgramOf& programs, std::size_t index, RestrictedTexts& texts) {
  const Page& page = project.pages[index];
  const std::uint32_t own = add_page_guard(page, index, texts);
  if (!page.partial) {
    add_text(texts, page.front.title, own);
    add_text(texts, page.front.summary, own);
    // Without .md: as in addresses and as the default id.
    if (page.path.find('/') != std::string::npos)
      add_name(texts, page.path.substr(0, page.path.size() - 3), own);
  }
  add_program_texts(programs(index), own, texts);
}

/// Of a page without a secret: what it brings in may have some.
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

void add_profile(const Profile& profile, std::uint32_t index, std::string_view language,
                 RestrictedTexts& texts) {
  Guard guard;
  guard.profile = index;
  guard.where = {profile.file, {}, 0};
  const std::uint32_t own = add_guard(texts, guard);
  add_telling_name(texts, profile.name.in(language), own);
  for (const auto& [name, text] : profile.variables) add_telling_name(texts, text.in(language), own);
  for (const Contact& contact : profile.contacts) {
    guard.where = contact.where.file.empty() ? SourceRange{profile.file, {}, 0} : contact.where;
    const std::uint32_t person = add_guard(texts, guard);
    add_telling_name(texts, contact.name.in(language), person);
    for (const std::string& value : {contact.phone, contact.email, contact.url})
      add_name(texts, value, person);
    add_text(texts, contact.note.in(language), person);
  }
  for (const ProfileLink& link : profile.links) {
    add_name(texts, link.url, own);
    add_text(texts, link.label.in(language), own);
  }
  add_rows(profile, index, language, texts);
}

/// "If you are the employee" is a leak where no reader is one.
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

/// Which readers of one edition come to each guard, as far as conditions and profiles say.
class GuardSpaces {
 public:
  static constexpr int nobody = -1;

  explicit GuardSpaces(const Edition& edition)
      : edition_(edition),
        profile_(static_cast<std::size_t>(edition.profile - edition.project->profiles.data())) {
    spaces_.push_back(edition.space);
  }

  /// Takes the guards that were added since the last call.
  void follow(const std::vector<Guard>& guards) {
    for (std::size_t index = space_of_.size(); index < guards.size(); ++index)
      space_of_.push_back(space_of(guards[index]));
  }

  bool is_reached(std::uint32_t guard) const { return space_of_[guard] != nobody; }

 private:
  /// Index in `spaces_`, or `nobody`. The same steps as tailoring takes.
  int space_of(const Guard& guard) {
    const int outer = guard.parent == Guard::none ? 0 : space_of_[guard.parent];
    if (outer == nobody || (guard.profile != Guard::none && guard.profile != profile_)) return nobody;
    const Verdict verdict = decide(guard.condition, spaces_[static_cast<std::size_t>(outer)]);
    if (verdict != Verdict::open) return verdict == Verdict::holds ? outer : nobody;
    spaces_.push_back(narrowed(spaces_[static_cast<std::size_t>(outer)], guard.condition));
    return static_cast<int>(spaces_.size()) - 1;
  }

  const Edition& edition_;
  std::size_t profile_;
  std::vector<ReaderSet> spaces_;
  std::vector<int> space_of_;  // by guard
};

/// By index in Project::pages: the pages of the edition.
std::vector<bool> pages_of(const Edition& edition) {
  std::vector<bool> pages(edition.project->pages.size(), false);
  for (const EditionPage& page : edition.pages) pages[page.page] = true;
  return pages;
}

/// Tells what all editions show. A partial is taken to be hidden somewhere: who includes it is not known yet.
class Everywhere {
 public:
  explicit Everywhere(std::span<const Edition* const> editions) {
    for (const Edition* edition : editions) views_.push_back({GuardSpaces(*edition), pages_of(*edition)});
  }

  bool shows_page(std::size_t page) const {
    return !views_.empty() &&
           std::all_of(views_.begin(), views_.end(), [&](const View& view) { return view.pages[page]; });
  }

  bool shows(const RestrictedTexts& texts, std::uint32_t guard) {
    const std::uint32_t page = texts.guards[guard].page;
    if (views_.empty() || (page != Guard::none && !shows_page(page))) return false;
    return std::all_of(views_.begin(), views_.end(), [&](View& view) {
      view.spaces.follow(texts.guards);
      return view.spaces.is_reached(guard);
    });
  }

 private:
  struct View {
    GuardSpaces spaces;
    std::vector<bool> pages;
  };
  std::vector<View> views_;
};

/// Takes out the blocks that have been added since there were `blocks` and are shown everywhere. Names stay:
/// the same address may stand under a condition elsewhere, and is no secret then.
void drop_shown(RestrictedTexts& texts, std::size_t blocks, Everywhere& everywhere) {
  const auto is_shown = [&](const RestrictedText& text) { return everywhere.shows(texts, text.guard); };
  const auto first = texts.blocks.begin() + static_cast<std::ptrdiff_t>(blocks);
  texts.blocks.erase(std::remove_if(first, texts.blocks.end(),
                                    [&](const TextBlock& block) {
                                      return std::all_of(block.begin(), block.end(), is_shown);
                                    }),
                     texts.blocks.end());
}

/// Which pages readers of the edition come to: its own, and the partials that an include brings in that is
/// shown.
std::vector<bool> reached_pages(const RestrictedTexts& texts, const Edition& edition,
                                const GuardSpaces& spaces) {
  std::vector<bool> reached = pages_of(edition);
  for (bool again = true; again;) {
    again = false;
    for (const RestrictedInclude& include : texts.includes) {
      if (!spaces.is_reached(include.guard) || !reached[texts.guards[include.guard].page]) continue;
      const auto target = edition.by_path.find(include.path);
      if (target == edition.by_path.end() || reached[target->second]) continue;
      reached[target->second] = true;
      again = true;
    }
  }
  return reached;
}

}  // namespace

RestrictedTexts restricted_texts(const Project& project, const ProgramOf& programs, std::string_view language,
                                 std::span<const Edition* const> editions) {
  RestrictedTexts texts;
  Everywhere everywhere(editions);
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    if (project.pages[index].language != language) continue;
    begin_part(texts);
    const std::size_t blocks = texts.blocks.size();
    if (everywhere.shows_page(index) && programs(index).conditions.empty()) {
      add_includes_alone(project, programs(index), index, texts);
    } else {
      add_page(project, programs, index, texts);
      drop_shown(texts, blocks, everywhere);
    }
  }
  begin_part(texts);
  const std::size_t blocks = texts.blocks.size();
  for (std::size_t index = 0; index < project.profiles.size(); ++index) {
    add_profile(project.profiles[index], static_cast<std::uint32_t>(index), language, texts);
  }
  add_dimension_words(project.site, language, texts);
  drop_shown(texts, blocks, everywhere);
  begin_part(texts);
  return texts;
}

std::vector<bool> shown_guards(const RestrictedTexts& texts, const Edition& edition) {
  GuardSpaces spaces(edition);
  spaces.follow(texts.guards);
  const std::vector<bool> pages = reached_pages(texts, edition, spaces);
  std::vector<bool> shown(texts.guards.size());
  for (std::uint32_t index = 0; index < shown.size(); ++index) {
    const std::uint32_t page = texts.guards[index].page;
    shown[index] = spaces.is_reached(index) && (page == Guard::none || pages[page]);
  }
  return shown;
}

}  // namespace tailorbird
