#include <fmt/format.h>

#include "base/strings.hpp"
#include "check/all_checks.hpp"
#include "check/demands.hpp"
#include "tailor/plain_text.hpp"
#include "text/readability.hpp"

namespace tailorbird {
namespace {

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
  ReadabilityCheck(const EditionView& view, const TailoredPage& tailored, const ReadabilityTarget& target,
                   Diagnostics& diagnostics)
      : view_(view),
        tailored_(tailored),
        page_(view.edition.page(tailored.edition_page)),
        target_(target),
        diagnostics_(diagnostics) {}

  void check() const {
    const Readability counts = view_.texts.of_page(view_.edition, tailored_)->counts;
    if (is_too_long(counts)) long_sentences();
    if (counts.words < enough_words) return;
    const double mean = counts.mean_sentence();
    if (target_.most_words_on_average > 0 && mean > target_.most_words_on_average) {
      add("sentences-too-long", title(),
          fmt::format("the sentences of `{}` have {:.1f} words on average; at most {} are asked for",
                      page_.front.title, mean, target_.most_words_on_average),
          target_.most_words_on_average_at);
    }
    if (target_.least_score > 0 && has_readability_formula(view_.edition.language)) whole_page();
  }

 private:
  bool is_too_long(const Readability& counts) const {
    return target_.most_words > 0 && counts.longest > static_cast<std::size_t>(target_.most_words);
  }

  void long_sentences() const {
    const Edition& edition = view_.edition;
    for (const std::string& block : text_blocks(tailored_.body)) {
      if (!is_too_long(view_.texts.of_block(edition, block)->counts)) continue;
      for (const std::string& sentence : sentences_of(block)) {
        const Readability counts = measure({sentence}, edition.language);
        if (!is_too_long(counts)) continue;
        add("sentence-too-long",
            view_.texts.place_of_sentence(edition.pages[tailored_.edition_page].page, sentence),
            fmt::format("a sentence of {} words, at most {} are asked for: “{}”", counts.longest,
                        target_.most_words, beginning_of(sentence)),
            target_.most_words_at);
      }
    }
  }

  void whole_page() const {
    const Readability counts = view_.texts.without_fixed_words(view_.edition, tailored_);
    const double reached = score(counts, view_.edition.language);
    if (reached >= target_.least_score) return;
    add("text-hard-to-read", title(),
        fmt::format("page `{}` scores {:.1f} for ease of reading; at least {} is asked for",
                    page_.front.title, reached, target_.least_score),
        target_.least_score_at);
  }

  SourceRange title() const { return {page_.file, page_.front.title_at, 0}; }

  void add(std::string_view code, SourceRange where, std::string message, const SourceRange& asked_at) const {
    Diagnostic& found = diagnostics_.add(code, std::move(where), std::move(message));
    found.editions = {view_.edition.id()};
    found.asked_at = {asked_at};
  }

  const EditionView& view_;
  const TailoredPage& tailored_;
  const Page& page_;
  const ReadabilityTarget& target_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_readability(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  const Page& source = view.edition.page(page.edition_page);
  const ReadabilityTarget* target = target_for(view.edition, source);
  if (target == nullptr) return;
  ReadabilityCheck(view, page, *target, diagnostics).check();
}

}  // namespace tailorbird
