#include "check/guarded_texts.hpp"

#include <algorithm>

#include "check/program_texts.hpp"

namespace tailorbird {
namespace {

std::uint32_t add_guard(GuardedTexts& texts, Guard guard) {
  texts.guards.push_back(std::move(guard));
  return static_cast<std::uint32_t>(texts.guards.size()) - 1;
}

/// Words of one block that stand for themselves.
void add_text(GuardedTexts& texts, std::string_view words, std::uint32_t guard) {
  if (!words.empty()) texts.blocks.push_back({{std::string(words), guard}});
}

void add_name(GuardedTexts& texts, std::string_view name, std::uint32_t guard) {
  if (!name.empty()) texts.names.push_back({std::string(name), guard});
}

/// A name that tells something: two words, or digits or signs that no plain word has. Else `Reception` of one
/// organisation would be a secret of all others.
void add_telling_name(GuardedTexts& texts, std::string_view name, std::uint32_t guard) {
  if (name.find_first_of(" 0123456789@") != std::string_view::npos) add_name(texts, name, guard);
}

void add_page(const Project& project, const ProgramOf& programs, std::size_t index, GuardedTexts& texts) {
  const Page& page = project.pages[index];
  Guard guard;
  guard.page = static_cast<std::uint32_t>(index);
  guard.condition = page.front.condition;
  guard.where = {page.file, page.front.title_at, 0};
  const std::uint32_t own = add_guard(texts, std::move(guard));
  if (!page.partial) {
    add_text(texts, page.front.title, own);
    add_text(texts, page.front.summary, own);
    // Without .md: as in addresses and as the default id.
    if (page.path.find('/') != std::string::npos)
      add_name(texts, page.path.substr(0, page.path.size() - 3), own);
  }
  add_program_texts(programs(index), own, texts);
}

void add_rows(const Profile& profile, std::uint32_t index, std::string_view language, GuardedTexts& texts) {
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
                 GuardedTexts& texts) {
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
void add_dimension_words(const Site& site, std::string_view language, GuardedTexts& texts) {
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

/// Which readers of the edition come to each guard, as far as conditions and profiles say; no value: none.
class Evaluation {
 public:
  Evaluation(const GuardedTexts& texts, const Edition& edition)
      : texts_(texts),
        edition_(edition),
        profile_(static_cast<std::size_t>(edition.profile - edition.project->profiles.data())) {
    spaces_.push_back(edition.space);
    space_of_.reserve(texts.guards.size());
    for (const Guard& guard : texts.guards) space_of_.push_back(space_of(guard));
  }

  std::vector<bool> shown() {
    const std::vector<bool> pages = reached_pages();
    std::vector<bool> result(texts_.guards.size());
    for (std::size_t index = 0; index < result.size(); ++index) {
      const Guard& guard = texts_.guards[index];
      result[index] = space_of_[index] >= 0 && (guard.page == Guard::none || pages[guard.page]);
    }
    return result;
  }

 private:
  /// Index in `spaces_`, or -1: nobody. The same steps as tailoring takes.
  int space_of(const Guard& guard) {
    const int outer = guard.parent == Guard::none ? 0 : space_of_[guard.parent];
    if (outer < 0 || (guard.profile != Guard::none && guard.profile != profile_)) return -1;
    const Verdict verdict = decide(guard.condition, spaces_[static_cast<std::size_t>(outer)]);
    if (verdict != Verdict::open) return verdict == Verdict::holds ? outer : -1;
    spaces_.push_back(narrowed(spaces_[static_cast<std::size_t>(outer)], guard.condition));
    return static_cast<int>(spaces_.size()) - 1;
  }

  /// The edition's pages, and the partials that come in through an include that is shown.
  std::vector<bool> reached_pages() const {
    std::vector<bool> reached(edition_.project->pages.size(), false);
    for (const EditionPage& page : edition_.pages) reached[page.page] = true;
    for (bool again = true; again;) {
      again = false;
      for (const GuardedInclude& include : texts_.includes) {
        const Guard& guard = texts_.guards[include.guard];
        if (space_of_[include.guard] < 0 || !reached[guard.page]) continue;
        const auto target = edition_.by_path.find(include.path);
        if (target == edition_.by_path.end() || reached[target->second]) continue;
        reached[target->second] = true;
        again = true;
      }
    }
    return reached;
  }

  const GuardedTexts& texts_;
  const Edition& edition_;
  std::size_t profile_;
  std::vector<Space> spaces_;
  std::vector<int> space_of_;  // by guard
};

}  // namespace

GuardedTexts guarded_texts(const Project& project, const ProgramOf& programs, std::string_view language) {
  GuardedTexts texts;
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    if (project.pages[index].language == language) add_page(project, programs, index, texts);
  }
  for (std::size_t index = 0; index < project.profiles.size(); ++index) {
    add_profile(project.profiles[index], static_cast<std::uint32_t>(index), language, texts);
  }
  add_dimension_words(project.site, language, texts);
  return texts;
}

std::vector<bool> shown_guards(const GuardedTexts& texts, const Edition& edition) {
  return Evaluation(texts, edition).shown();
}

}  // namespace tailorbird
