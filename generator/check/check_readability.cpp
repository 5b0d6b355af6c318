#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "check/all_checks.hpp"
#include "check/find_in_source.hpp"
#include "tailor/plain_text.hpp"
#include "text/readability.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t enough_words = 100;  // a score of fewer says nothing

/// The first target that holds for everybody who reads the page in this edition, or null.
const ReadabilityTarget* target_for(const EditionView& view, const Page& page) {
  const ReaderSet readers = narrowed(view.edition.space, page.front.condition);
  for (const ReadabilityTarget& target : view.edition.project->site.readability) {
    if (decide(target.where_holds, readers) == Verdict::holds) return &target;
  }
  return nullptr;
}

/// Names, and terms that have no easier word: they are explained instead, and count for no score.
std::vector<std::string> fixed_words(const Edition& edition) {
  std::vector<std::string> fixed;
  const Site& site = edition.project->site;
  for (const GlossaryTerm& term : site.glossary) fixed.emplace_back(term.term.in(edition.locale));
  for (const auto& [role, label] : site.roles) fixed.emplace_back(label.in(edition.locale));
  for (const Contact& contact : edition.profile->contacts) {
    fixed.emplace_back(contact.name.in(edition.locale));
    fixed.emplace_back(contact.label.in(edition.locale));
  }
  for (std::string& one : fixed) one = ascii_lower(one);
  std::erase_if(fixed, [](const std::string& one) { return one.empty(); });
  std::sort(fixed.begin(), fixed.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;  // "works council" before "council"
  });
  return fixed;
}

bool is_ascii_letter(std::string_view text, std::size_t at) {
  return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'));
}

std::string without(std::string block, const std::vector<std::string>& fixed) {
  std::string lower = ascii_lower(block);
  for (const std::string& term : fixed) {
    for (std::size_t at = lower.find(term); at != std::string::npos; at = lower.find(term, at)) {
      const bool whole =
          (at == 0 || !is_ascii_letter(lower, at - 1)) && !is_ascii_letter(lower, at + term.size());
      if (!whole) {
        ++at;
        continue;
      }
      block.erase(at, term.size());
      lower.erase(at, term.size());
    }
  }
  return block;
}

std::string beginning_of(std::string_view sentence) {
  constexpr std::size_t shown = 6;
  std::vector<std::string> first;
  for (const std::string_view word : words(sentence)) {
    if (first.size() < shown) first.emplace_back(word);
  }
  return join(first, " ") + " …";
}

class ReadabilityCheck {
 public:
  ReadabilityCheck(const EditionView& view, const Page& page, const ReadabilityTarget& target,
                   Diagnostics& diagnostics)
      : edition_(view.edition), page_(page), target_(target), diagnostics_(diagnostics) {}

  void check(const std::vector<std::string>& blocks) const {
    const Readability counts = measure(blocks, edition_.language);
    if (target_.most_words > 0 && counts.longest > static_cast<std::size_t>(target_.most_words))
      long_sentences(blocks);
    if (counts.words < enough_words) return;
    const double mean = counts.mean_sentence();
    if (target_.most_words_on_average > 0 && mean > target_.most_words_on_average) {
      add("sentences-too-long", title(),
          fmt::format("the sentences of `{}` have {:.1f} words on average; at most {} are asked for",
                      page_.front.title, mean, target_.most_words_on_average));
    }
    if (target_.least_score > 0 && has_readability_formula(edition_.language)) whole_page(blocks);
  }

 private:
  void long_sentences(const std::vector<std::string>& blocks) const {
    for (const std::string& block : blocks) {
      for (const std::string& sentence : sentences_of(block)) {
        const std::size_t length = measure({sentence}, edition_.language).longest;
        if (length <= static_cast<std::size_t>(target_.most_words)) continue;
        add("sentence-too-long", place_of_sentence(*edition_.project, page_, sentence),
            fmt::format("a sentence of {} words, at most {} are asked for: “{}”", length, target_.most_words,
                        beginning_of(sentence)));
      }
    }
  }

  void whole_page(const std::vector<std::string>& blocks) const {
    const std::vector<std::string> fixed = fixed_words(edition_);
    std::vector<std::string> counted;
    counted.reserve(blocks.size());
    for (const std::string& block : blocks) counted.push_back(without(block, fixed));
    const double reached = score(measure(counted, edition_.language), edition_.language);
    if (reached >= target_.least_score) return;
    add("text-hard-to-read", title(),
        fmt::format("page `{}` scores {:.1f} for ease of reading; at least {} is asked for",
                    page_.front.title, reached, target_.least_score));
  }

  SourceRange title() const { return {page_.file, page_.front.title_at, 0}; }

  void add(std::string_view code, SourceRange where, std::string message) const {
    diagnostics_.add(code, std::move(where), std::move(message)).editions = {edition_.id()};
  }

  const Edition& edition_;
  const Page& page_;
  const ReadabilityTarget& target_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_readability(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  const Page& source = view.edition.page(page.edition_page);
  const ReadabilityTarget* target = target_for(view, source);
  if (target == nullptr) return;
  ReadabilityCheck(view, source, *target, diagnostics).check(text_blocks(page.body));
}

}  // namespace tailorbird
