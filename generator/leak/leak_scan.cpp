#include "leak/leak_scan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <mutex>
#include <utility>

namespace tailorbird {
namespace {

/// Everything the edition may show: a phrase that stands in here is no leak, wherever else it stands.
class AllowedText {
 public:
  explicit AllowedText(const LeakIndex& index) : index_(index) {}

  /// A block, in which a phrase stands as a whole or not at all.
  void add(std::string_view words) {
    text_ += words;
    text_ += '\n';
    if (text_.size() > enough) search();
  }

  void add_found(const Phrases& found) { found_.insert(found_.end(), found.begin(), found.end()); }

  /// The phrases that were in what was added, sorted.
  Phrases found() && {
    search();
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  static constexpr std::size_t enough = std::size_t{1} << 18U;

  void search() { add_found(index_.find(std::exchange(text_, {}))); }

  const LeakIndex& index_;
  std::string text_;
  Phrases found_;
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
    for (const std::string& text : {source.title, source.by, source.url}) allowed.add(text);
  }
  for (const GlossaryTerm& term : site.glossary) {
    add_localized(allowed, term.term, language);
    add_localized(allowed, term.meaning, language);
  }
  for (const auto& [letter, label] : site.responsibilities.letters) add_localized(allowed, label, language);
}

void add_profile(AllowedText& allowed, const Edition& edition) {
  for (const auto& [name, value] : edition.variables) {
    allowed.add(value.text);
    allowed.add(value.href);
  }
  for (const Contact& contact : edition.profile->contacts)
    add_localized(allowed, contact.label, edition.language);
  for (const ProfileLink& link : edition.profile->links) allowed.add(link.url);
  allowed.add(edition.profile->quick_exit);
  // Bundles of one organisation may name each other.
  for (const Bundle& bundle : edition.profile->bundles)
    add_localized(allowed, bundle.title, edition.language);
}

std::string quoted(std::string_view phrase) {
  constexpr std::size_t most = 60;
  if (phrase.size() <= most) return fmt::format("“{}”", phrase);
  return fmt::format("“{}…”", phrase.substr(0, phrase.rfind(' ', most)));
}

/// By phrase: whether no shown guard allows it. Most are never met, so whether another text allows them is
/// asked then.
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
  std::vector<std::string> further;
  std::vector<bool> suspect;  // by phrase
  bool any_suspect;
  std::once_flag allowed_once;
  Phrases allowed;  // suspects that the edition may show after all, among others; sorted

  State(const Edition& of, const LeakIndex& from, std::vector<std::string> also)
      : edition(of),
        index(from),
        further(std::move(also)),
        suspect(suspects(from, shown_guards(from.texts(), of))),
        any_suspect(std::find(suspect.begin(), suspect.end(), true) != suspect.end()) {}

  bool is_secret(std::uint32_t phrase) {
    if (!suspect[phrase]) return false;
    std::call_once(allowed_once, [this] { allowed = all_allowed(); });
    return !std::binary_search(allowed.begin(), allowed.end(), phrase);
  }

  Phrases all_allowed() const {
    AllowedText all(index);
    add_site(all, edition.project->site, edition.language);
    add_profile(all, edition);
    const std::vector<bool> shown = shown_guards(index.all_texts(), edition);
    for (std::size_t part = 0; part + 1 < index.all_texts().parts.size(); ++part) {
      all.add_found(*index.find_shown(part, shown));
    }
    for (const std::string& words : further) all.add(words);
    return std::move(all).found();
  }

  /// The secrets that stand in a file or its path, each once, sorted.
  Phrases secrets_in(std::string_view path, std::string_view bytes) {
    if (!any_suspect) return {};
    Phrases found = index.find_in_file(bytes);
    const Phrases in_path = index.find(std::string(path));
    found.insert(found.end(), in_path.begin(), in_path.end());
    std::erase_if(found, [this](std::uint32_t phrase) { return !is_secret(phrase); });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }
};

LeakScanner::LeakScanner(const Edition& edition, const LeakIndex& index, std::vector<std::string> allowed)
    : state_(std::make_unique<State>(edition, index, std::move(allowed))) {}

LeakScanner::~LeakScanner() = default;

void LeakScanner::scan(std::string_view path, std::string_view bytes, Diagnostics& diagnostics) const {
  constexpr std::size_t most_per_file =
      10;  // a page that leaks as a whole need not be told sentence by sentence
  const Phrases found = state_->secrets_in(path, bytes);
  for (std::size_t index = 0; index < std::min(found.size(), most_per_file); ++index) {
    const Guard& guard = state_->index.texts().guards[state_->index.guards(found[index])[0]];
    const std::size_t more = index + 1 == most_per_file ? found.size() - most_per_file : 0;
    diagnostics
        .add("text-leaked", guard.where,
             fmt::format("`{}` holds {}, which this edition leaves out{}", path,
                         quoted(state_->index.phrase(found[index])),
                         more == 0 ? "" : fmt::format(" (and {} more)", more)))
        .editions = {state_->edition.id()};
  }
}

}  // namespace tailorbird
