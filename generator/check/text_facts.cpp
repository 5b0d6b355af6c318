#include "check/text_facts.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"
#include "base/recent_map.hpp"
#include "base/strings.hpp"
#include "check/find_in_source.hpp"
#include "tailor/plain_text.hpp"
#include "text/comparable.hpp"
#include "text/phrase_set.hpp"

namespace tailorbird {
namespace {

constexpr RecentBounds most_results{.entries = std::size_t{1} << 14U};

bool is_ascii_letter(std::string_view text, std::size_t at) {
  return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'));
}

bool is_whole(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || !is_ascii_letter(text, begin - 1)) && !is_ascii_letter(text, end);
}

void add(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void make_unique(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// Names, and glossary terms, which have no easier word. Readability is measured without them. Longer ones
/// are removed first: "works council" before "council".
class FixedWords {
 public:
  FixedWords(const Site& site, std::string_view locale, const std::vector<const Profile*>& profiles) {
    std::vector<std::string> of_site;
    for (const GlossaryTerm& term : site.glossary) of_site.push_back(ascii_lower(term.term.in(locale)));
    for (const auto& [role, label] : site.roles) of_site.push_back(ascii_lower(label.in(locale)));
    std::map<const Profile*, std::vector<std::string>> of_profile;
    for (const Profile* profile : profiles) {
      for (const Contact& contact : profile->contacts) {
        of_profile[profile].push_back(ascii_lower(contact.name.in(locale)));
        of_profile[profile].push_back(ascii_lower(contact.label.in(locale)));
      }
    }
    words_ = of_site;
    for (const auto& [profile, names] : of_profile) words_.insert(words_.end(), names.begin(), names.end());
    std::sort(words_.begin(), words_.end(), longer_first);
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
    std::erase_if(words_, [](const std::string& word) { return word.empty(); });
    for (std::uint32_t number = 0; number < words_.size(); ++number) trie_.add(words_[number], number);
    site_ = numbers_of(of_site);
    for (const auto& [profile, names] : of_profile) of_profile_.emplace(profile, numbers_of(names));
  }

  /// The numbers of the words in `block`, whichever profile they belong to, sorted.
  std::vector<std::uint32_t> found_in(std::string_view block) const {
    const std::string lower = ascii_lower(block);
    std::vector<std::uint32_t> found;
    for (std::size_t at = 0; at < lower.size(); ++at) {
      if (at > 0 && is_ascii_letter(lower, at - 1)) continue;
      trie_.walk(lower, at, [&](std::uint32_t number, std::size_t end) {
        if (is_whole(lower, at, end)) found.push_back(number);
      });
    }
    make_unique(found);
    return found;
  }

  /// Those of `found` that belong to the site or to `profile`.
  std::vector<std::uint32_t> of(const Profile* profile, std::vector<std::uint32_t> found) const {
    const auto own = of_profile_.find(profile);
    std::erase_if(found, [&](std::uint32_t number) {
      return !std::binary_search(site_.begin(), site_.end(), number) &&
             (own == of_profile_.end() ||
              !std::binary_search(own->second.begin(), own->second.end(), number));
    });
    return found;
  }

  std::string without(std::string block, const std::vector<std::uint32_t>& numbers) const {
    std::string lower = ascii_lower(block);
    for (const std::uint32_t number : numbers) {
      const std::string& word = words_[number];
      for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at)) {
        if (!is_whole(lower, at, at + word.size())) {
          ++at;
          continue;
        }
        block.erase(at, word.size());
        lower.erase(at, word.size());
      }
    }
    return block;
  }

 private:
  static bool longer_first(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  }

  std::vector<std::uint32_t> numbers_of(const std::vector<std::string>& words) const {
    std::vector<std::uint32_t> numbers;
    for (const std::string& word : words) {
      const auto found = std::lower_bound(words_.begin(), words_.end(), word, longer_first);
      if (found != words_.end() && *found == word)
        numbers.push_back(static_cast<std::uint32_t>(found - words_.begin()));
    }
    make_unique(numbers);
    return numbers;
  }

  std::vector<std::string> words_;  // lower case, by number
  PhraseTrie trie_;
  std::vector<std::uint32_t> site_;
  std::map<const Profile*, std::vector<std::uint32_t>> of_profile_;
};

PhraseSet terms_of(const Site& site, std::string_view locale) {
  PhraseSet terms;
  for (const GlossaryTerm& term : site.glossary) terms.add(term.term.in(locale));
  return terms;
}

/// The line of `body`, the Markdown of `page`, at `place`.
std::string_view line_of(const Page& page, std::string_view body, const SourceRange& place) {
  const std::vector<std::string_view> lines = split(body, '\n');
  const std::size_t index = place.start.line - page.body_line;
  return index < lines.size() ? lines[index] : std::string_view{};
}

}  // namespace

/// The facts for one locale.
class TextFacts::OfLocale {
 public:
  OfLocale(const Site& site, std::string language, std::string locale,
           const std::vector<const Profile*>& profiles)
      : site_(site),
        language_(std::move(language)),
        locale_(std::move(locale)),
        terms_(terms_of(site, locale_)),
        fixed_(site, locale_, profiles) {
    for (std::uint32_t index = 0; index < site.banned_phrases.size(); ++index) {
      const BannedPhrases& banned = site.banned_phrases[index];
      if (banned.where_holds.always() || banned.language != language_) continue;
      for (const std::string& phrase : banned.phrases) {
        banned_.add(phrase);
        banned_of_.push_back(index);
      }
    }
  }

  std::shared_ptr<const ShownFacts> of_block(std::string_view block) const {
    return blocks_.get(quick_hash(block), [&] {
      ShownFacts facts;
      count_readability(block, language_, facts.counts);
      const std::string comparable = comparable_text(block);
      facts.terms = terms_.found_in(comparable);
      if (!banned_.empty()) {
        for (const std::uint32_t phrase : banned_.found_in(comparable))
          facts.banned.push_back(banned_of_[phrase]);
        make_unique(facts.banned);
      }
      facts.fixed = fixed_.found_in(block);
      return facts;
    });
  }

  std::shared_ptr<const ShownFacts> of_page(const TailoredPage& page) const {
    return pages_.get(page.body_hash, [&] {
      ShownFacts sum;
      for (const std::string& block : text_blocks(page.body)) {
        const std::shared_ptr<const ShownFacts> facts = of_block(block);
        sum.counts += facts->counts;
        add(sum.terms, facts->terms);
        add(sum.banned, facts->banned);
        add(sum.fixed, facts->fixed);
        if (!facts->fixed.empty()) sum.with_fixed.push_back(block);
      }
      for (std::vector<std::uint32_t>* numbers : {&sum.terms, &sum.banned, &sum.fixed}) make_unique(*numbers);
      return sum;
    });
  }

  Readability without_fixed_words(const Profile* profile, const TailoredPage& page) const {
    const std::shared_ptr<const ShownFacts> facts = of_page(page);
    const std::vector<std::uint32_t> of_page = fixed_.of(profile, facts->fixed);
    if (of_page.empty()) return facts->counts;
    return *plain_.get(key_of(of_page, page.body_hash), [&] {
      Readability sum = facts->counts;
      for (const std::string& block : facts->with_fixed) sum = less_fixed_words(sum, block, profile);
      return sum;
    });
  }

  std::shared_ptr<const std::vector<TermPlace>> places_of_terms(const Project& project,
                                                                std::size_t index) const {
    return places_.get(index, [&] {
      const Page& page = project.pages[index];
      const std::string body = project.body_of(page);
      std::vector<TermPlace> places;
      for (PhrasePlace& one : places_of_all(page, body, terms_)) {
        const bool known = std::any_of(places.begin(), places.end(),
                                       [&](const TermPlace& other) { return other.term == one.phrase; });
        if (known) continue;
        const std::string_view line = line_of(page, body, one.where);
        const std::string_view term = site_.glossary[one.phrase].term.in(locale_);
        if (line.starts_with('#') || holds_phrase(line, std::string("[").append(term).append("]"))) continue;
        places.push_back({one.phrase, std::move(one.where)});
      }
      return places;
    });
  }

 private:
  static std::uint64_t key_of(const std::vector<std::uint32_t>& numbers, std::uint64_t seed) {
    const auto* const bytes = reinterpret_cast<const char*>(numbers.data());
    return quick_hash({bytes, numbers.size() * sizeof(std::uint32_t)}, seed);
  }

  /// `sum`, the counts of a page, after one of its blocks has been counted without its fixed words.
  Readability less_fixed_words(Readability sum, const std::string& block, const Profile* profile) const {
    const std::shared_ptr<const ShownFacts> facts = of_block(block);
    const std::vector<std::uint32_t> of_block = fixed_.of(profile, facts->fixed);
    if (of_block.empty()) return sum;
    const auto plain = plain_.get(key_of(of_block, quick_hash(block)), [&] {
      Readability counts;
      count_readability(fixed_.without(block, of_block), language_, counts);
      return counts;
    });
    sum -= facts->counts;
    sum += *plain;
    return sum;
  }

  const Site& site_;
  const std::string language_;
  const std::string locale_;
  const PhraseSet terms_;
  const FixedWords fixed_;
  PhraseSet banned_;                      // phrases that are banned for some readers
  std::vector<std::uint32_t> banned_of_;  // by number in banned_: index in Site::banned_phrases
  mutable RecentMap<ShownFacts> blocks_{most_results};
  mutable RecentMap<ShownFacts> pages_{most_results};
  mutable RecentMap<Readability> plain_{most_results};
  mutable RecentMap<std::vector<TermPlace>> places_{most_results};
};

TextFacts::TextFacts(const Project& project, std::span<const Edition> editions)
    : project_(project), sentences_(project) {
  struct Users {
    std::string language;
    std::vector<const Profile*> profiles;
  };
  std::map<std::string, Users> by_locale;
  for (const Edition& edition : editions) {
    Users& users = by_locale[edition.locale];
    users.language = edition.language;
    if (users.profiles.empty() || users.profiles.back() != edition.profile)
      users.profiles.push_back(edition.profile);
  }
  for (const auto& [locale, users] : by_locale) {
    by_locale_.emplace(
        locale, std::make_unique<const OfLocale>(project.site, users.language, locale, users.profiles));
  }
}

TextFacts::~TextFacts() = default;

const TextFacts::OfLocale& TextFacts::of(const Edition& edition) const {
  return *by_locale_.at(edition.locale);
}

std::shared_ptr<const ShownFacts> TextFacts::of_page(const Edition& edition, const TailoredPage& page) const {
  return of(edition).of_page(page);
}

std::shared_ptr<const ShownFacts> TextFacts::of_block(const Edition& edition, std::string_view block) const {
  return of(edition).of_block(block);
}

Readability TextFacts::without_fixed_words(const Edition& edition, const TailoredPage& page) const {
  return of(edition).without_fixed_words(edition.profile, page);
}

std::shared_ptr<const std::vector<TermPlace>> TextFacts::places_of_terms(const Edition& edition,
                                                                         std::size_t page) const {
  return of(edition).places_of_terms(project_, page);
}

}  // namespace tailorbird
