#include "check/leak_scan.hpp"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <mutex>

#include "check/plain_words.hpp"

namespace tailorbird {
namespace {

/// Everything the edition may show, a block per line: what is in here is no leak, wherever else it stands.
class AllowedText {
 public:
  void add(std::string_view words) {
    text_ += words;
    text_ += '\n';
  }
  bool contains(std::string_view phrase) const { return text_.find(phrase) != std::string::npos; }

 private:
  std::string text_;
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

void add_pages(AllowedText& allowed, const GuardedTexts& texts, const std::vector<bool>& shown) {
  for (const TextBlock& block : texts.blocks) {
    std::string words;
    for (const GuardedText& text : block) {
      if (shown[text.guard]) words += text.words;
    }
    allowed.add(words);
  }
  for (const GuardedText& name : texts.names) {
    if (shown[name.guard]) allowed.add(name.words);
  }
}

std::string quoted(std::string_view phrase) {
  constexpr std::size_t most = 60;
  if (phrase.size() <= most) return fmt::format("“{}”", phrase);
  return fmt::format("“{}…”", phrase.substr(0, phrase.rfind(' ', most)));
}

enum class Secret : std::uint8_t { no, maybe, yes };

}  // namespace

struct LeakScanner::State {
  const Edition& edition;
  const LeakIndex& index;
  std::vector<std::string> further;
  std::vector<bool> shown;                   // by guard
  std::vector<std::atomic<Secret>> secrets;  // by phrase; `maybe` until one is met and looked up
  PhraseFilter filter;
  std::once_flag allowed_once;
  AllowedText allowed;

  State(const Edition& of, const LeakIndex& from, std::vector<std::string> also)
      : edition(of),
        index(from),
        further(std::move(also)),
        shown(shown_guards(from.texts(), of)),
        secrets(from.size()) {
    for (std::size_t phrase = 0; phrase < secrets.size(); ++phrase) {
      const auto guards = index.guards(phrase);
      const bool may_show =
          std::any_of(guards.begin(), guards.end(), [&](std::uint32_t guard) { return shown[guard]; });
      secrets[phrase].store(may_show ? Secret::no : Secret::maybe, std::memory_order_relaxed);
    }
    filter = index.filter([this](std::uint32_t phrase) { return secrets[phrase] != Secret::no; });
  }

  /// Most secrets are never met: the texts they would have to be searched in are only put together when one
  /// is.
  bool is_secret(std::uint32_t phrase) {
    Secret secret = secrets[phrase].load(std::memory_order_relaxed);
    if (secret == Secret::maybe) {
      std::call_once(allowed_once, [this] { collect_allowed(); });
      secret = allowed.contains(index.phrase(phrase)) ? Secret::no : Secret::yes;
      secrets[phrase].store(secret, std::memory_order_relaxed);
    }
    return secret == Secret::yes;
  }

  void collect_allowed() {
    add_site(allowed, edition.project->site, edition.language);
    add_profile(allowed, edition);
    add_pages(allowed, index.texts(), shown);
    for (const std::string& words : further) allowed.add(words);
  }

  void search(std::string text, std::vector<std::uint32_t>& found) {
    text.append(sizeof(std::uint64_t), '\n');  // the table reads eight bytes at a time
    const auto unknown = [this](std::uint32_t phrase) {
      return secrets[phrase].load(std::memory_order_relaxed) != Secret::no;
    };
    for (const std::uint32_t phrase : index.find(text, filter, unknown)) {
      if (is_secret(phrase)) found.push_back(phrase);
    }
  }
};

LeakScanner::LeakScanner(const Edition& edition, const LeakIndex& index, std::vector<std::string> allowed)
    : state_(std::make_unique<State>(edition, index, std::move(allowed))) {}

LeakScanner::~LeakScanner() = default;

void LeakScanner::scan(std::string_view path, std::string_view bytes, Diagnostics& diagnostics) const {
  constexpr std::size_t most_per_file =
      10;  // a page that leaks as a whole need not be told sentence by sentence
  PlainWords plain = plain_words(bytes);
  plain.marks += path;
  std::vector<std::uint32_t> found;
  state_->search(std::move(plain.words), found);
  state_->search(std::move(plain.marks), found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
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
