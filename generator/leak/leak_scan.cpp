#include "leak/leak_scan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "leak/filled_texts.hpp"
#include "leak/shown_guards.hpp"

namespace tailorbird {
namespace {

/// Collects the texts that the edition may show: a phrase in one of them is no leak, wherever else it occurs.
class AllowedText {
 public:
  explicit AllowedText(const LeakIndex& index) : index_(index), found_(index.size()) {}

  /// Adds a block. Phrases and numbers do not cross the borders of blocks, for which there is a sign.
  void add(std::string_view words) {
    text_ += words;
    text_ += "\n|\n";
  }

  /// Searches the blocks that were added since the last search.
  void search() { add_found(index_.find(std::exchange(text_, {}))); }
  /// The same, cached, for blocks that other editions add as well.
  void search_shared() { add_found(*index_.find_again(std::exchange(text_, {}))); }

  void add_found(const Phrases& found) {
    for (const std::uint32_t phrase : found) found_[phrase] = true;
  }

  /// By phrase: whether it was found so far.
  std::vector<bool> found() && { return std::move(found_); }

 private:
  const LeakIndex& index_;
  std::string text_;
  std::vector<bool> found_;
};

void add_localized(AllowedText& allowed, const LocalizedText& text, std::string_view language) {
  allowed.add(text.in(language));
}

void add_site(AllowedText& allowed, const Site& site, std::string_view language) {
  add_localized(allowed, site.title, language);
  allowed.add(site.licence_name);
  allowed.add(site.licence_url);
  for (const Dimension& dimension : site.dimensions) {
    add_localized(allowed, dimension.label, language);
    add_localized(allowed, dimension.question, language);
    for (const DimensionValue& value : dimension.values) add_localized(allowed, value.label, language);
  }
  for (const auto& [role, label] : site.roles) add_localized(allowed, label, language);
  for (const Source& source : site.sources) {
    add_localized(allowed, source.title, language);
    for (const std::string& text : {source.by, source.url}) allowed.add(text);
  }
  for (const GlossaryTerm& term : site.glossary) {
    add_localized(allowed, term.term, language);
    add_localized(allowed, term.meaning, language);
  }
  for (const auto& [letter, label] : site.responsibilities.letters) add_localized(allowed, label, language);
  for (const auto& [name, words] : site.search) add_localized(allowed, words, language);
}

void add_profile(AllowedText& allowed, const Edition& edition) {
  const Profile& profile = *edition.profile;
  for (const auto& [name, value] : edition.variables) {
    allowed.add(value.text);
    allowed.add(value.href);
  }
  for (const Contact& contact : profile.contacts) {
    for (const LocalizedText* text : {&contact.name, &contact.label, &contact.hours, &contact.note})
      add_localized(allowed, *text, edition.locale);
    for (const std::string& address : {contact.phone, contact.email, contact.url}) allowed.add(address);
  }
  for (const ProfileLink& link : profile.links) {
    add_localized(allowed, link.label, edition.locale);
    allowed.add(link.url);
  }
  for (const LocalizedText* text : {&profile.name, &profile.short_name})
    add_localized(allowed, *text, edition.locale);
  allowed.add(profile.id);
  allowed.add(profile.quick_exit);
  // Bundles of one organisation may name each other.
  for (const Bundle& bundle : profile.bundles) {
    add_localized(allowed, bundle.title, edition.locale);
    allowed.add(bundle.id);
  }
}

/// Ids and paths, which occur in addresses and in data for scripts.
void add_ids(AllowedText& allowed, const Edition& edition) {
  for (const Dimension& dimension : edition.project->site.dimensions) {
    allowed.add(dimension.id);
    for (const DimensionValue& value : dimension.values) allowed.add(value.id);
  }
  for (const EditionPage& one : edition.pages) {
    const Page& page = edition.project->pages[one.page];
    allowed.add(page.path);
    allowed.add(page.front.id);
    for (const std::string& words : page.front.search) allowed.add(words);
  }
}

std::string quoted(std::string_view phrase) {
  constexpr std::size_t most = 60;
  if (phrase.size() <= most) return fmt::format("“{}”", phrase);
  return fmt::format("“{}…”", phrase.substr(0, phrase.rfind(' ', most)));
}

/// By phrase: whether none of its guards is shown. Other texts that may allow a phrase are searched only once
/// the phrase has been found in a file, which most never are.
std::vector<bool> suspects(const LeakIndex& index, const std::vector<bool>& shown) {
  std::vector<bool> result(index.size());
  for (std::uint32_t phrase = 0; phrase < index.size(); ++phrase) {
    const auto guards = index.guards(phrase);
    result[phrase] =
        std::none_of(guards.begin(), guards.end(), [&](std::uint32_t guard) { return shown[guard]; });
  }
  return result;
}

}  // namespace

struct LeakScanner::State {
  const Edition& edition;
  const LeakIndex& index;
  ThemeText theme;
  std::vector<bool> suspect;  // by phrase
  bool any_suspect;
  std::once_flag secret_once;
  std::vector<bool> secret;  // by phrase: a suspect that no other text allows
  std::once_flag filled_once;
  std::optional<FilledTexts> filled;
  std::mutex excused_mutex;
  // Secrets that were found, but are shown once variables are filled in, or stood across two shown texts.
  std::set<std::uint32_t> excused;

  State(const Edition& of, const LeakIndex& from, ThemeText also)
      : edition(of),
        index(from),
        theme(std::move(also)),
        suspect(suspects(from, shown_guards(from.texts(), of))),
        any_suspect(std::find(suspect.begin(), suspect.end(), true) != suspect.end()) {}

  const std::vector<bool>& secrets() {
    std::call_once(secret_once, [this] {
      secret = suspect;
      if (!any_suspect) return;
      const std::vector<bool> allowed = all_allowed();
      for (std::size_t phrase = 0; phrase < allowed.size(); ++phrase) {
        if (allowed[phrase]) secret[phrase] = false;
      }
    });
    return secret;
  }

  bool is_secret(std::uint32_t phrase) {
    if (!suspect[phrase] || !secrets()[phrase]) return false;
    if (!is_filled_in(phrase)) return true;
    const std::lock_guard lock(excused_mutex);
    excused.insert(phrase);
    return false;
  }

  /// By phrase: whether some text that the edition may show has it.
  std::vector<bool> all_allowed() const {
    AllowedText all(index);
    add_site(all, edition.project->site, edition.locale);
    add_ids(all, edition);
    all.search_shared();
    add_profile(all, edition);
    all.search();
    const std::vector<bool> shown = shown_guards(index.all_texts().outline(), edition);
    for (std::size_t part = 0; part < index.all_texts().part_count(); ++part)
      all.add_found(*index.find_shown(part, shown));
    for (const std::string_view words : theme.words) all.add(words);
    all.search_shared();
    for (const std::string& words : theme.made) all.add(words);
    all.search();
    for (const std::string_view file : theme.files) all.add_found(*index.find_words_of_theme(file));
    return std::move(all).found();
  }

  /// Slow, so it is called only for phrases that would otherwise be leaks.
  const FilledTexts& filled_texts() {
    std::call_once(filled_once, [this] {
      filled.emplace(index.all_texts(), shown_guards(index.all_texts().outline(), edition), edition,
                     theme.words, theme.made);
    });
    return *filled;
  }

  /// Whether a shown sentence contains the phrase once its variables are filled in.
  bool is_filled_in(std::uint32_t phrase) { return filled_texts().hold(index.folded_phrase(phrase)); }

  /// Removes those of `found` that are in the file only across the border between two texts that the edition
  /// shows: the titles "First day" and "Back home" in a list.
  void drop_across_shown(std::string_view path, std::string_view bytes, Phrases& found) {
    const auto has_words = [this](std::uint32_t phrase) { return index.has_words(phrase); };
    if (std::none_of(found.begin(), found.end(), has_words)) return;
    const FilledTexts& texts = filled_texts();
    const Phrases left =
        index.find_apart(path, bytes, [&](std::string_view line) { return texts.show(line); });
    const std::lock_guard lock(excused_mutex);
    std::erase_if(found, [&](std::uint32_t phrase) {
      const bool is_across = has_words(phrase) && !std::binary_search(left.begin(), left.end(), phrase);
      if (is_across) excused.insert(phrase);
      return is_across;
    });
  }
};

LeakScanner::LeakScanner(const Edition& edition, const LeakIndex& index, ThemeText theme)
    : state_(std::make_unique<State>(edition, index, std::move(theme))) {}

LeakScanner::~LeakScanner() = default;
LeakScanner::LeakScanner(LeakScanner&&) noexcept = default;

const Edition& LeakScanner::edition() const { return state_->edition; }

Phrases LeakScanner::secrets_in_changed(std::string_view path, std::string_view bytes,
                                        std::string_view before) const {
  if (!state_->any_suspect) return {};
  Phrases found = state_->index.find_in_file(path, bytes, state_->suspect, before);
  const Phrases in_path = state_->index.find(path);
  found.insert(found.end(), in_path.begin(), in_path.end());
  std::erase_if(found, [this](std::uint32_t phrase) { return !state_->is_secret(phrase); });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  state_->drop_across_shown(path, bytes, found);
  return found;
}

bool LeakScanner::is_suspect(std::uint32_t phrase) const { return state_->suspect[phrase]; }

const std::vector<bool>& LeakScanner::secrets() const { return state_->secrets(); }

bool LeakScanner::is_secret(std::uint32_t phrase) const { return state_->is_secret(phrase); }

std::vector<bool> LeakScanner::looked_for() const {
  std::vector<bool> result = secrets();
  const std::lock_guard lock(state_->excused_mutex);
  for (const std::uint32_t phrase : state_->excused) result[phrase] = false;
  return result;
}

bool LeakScanner::allows(const LeakScanner& other, std::uint32_t phrase) const {
  const std::string_view words = other.state_->index.folded_phrase(phrase);
  const Phrases known = state_->index.find(words);
  return std::any_of(known.begin(), known.end(), [&](std::uint32_t own) {
    return state_->index.folded_phrase(own) == words && !state_->is_secret(own);
  });
}

void LeakScanner::report(std::string_view path, const Phrases& secrets, Diagnostics& diagnostics) const {
  constexpr std::size_t most_per_file = 10;  // when a whole page leaks, a few of its sentences are enough
  for (std::size_t index = 0; index < std::min(secrets.size(), most_per_file); ++index) {
    const Guard& guard = state_->index.texts().guards[state_->index.guards(secrets[index])[0]];
    const std::size_t more = index + 1 == most_per_file ? secrets.size() - most_per_file : 0;
    diagnostics
        .add("text-leaked", guard.where,
             fmt::format("`{}` holds {}, which this edition leaves out{}", path,
                         quoted(state_->index.phrase(secrets[index])),
                         more == 0 ? "" : fmt::format(" (and {} more)", more)))
        .editions = {state_->edition.id()};
  }
}

}  // namespace tailorbird
