#pragma once
// What one edition may show, as the leak scan decides it: by trying readers, value by value. It shares no
// code with tailoring (model/dimension.cpp, tailor/edition.cpp), so that a mistake there does not blind it.

#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "leak/restricted_texts.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// Whether there is a reader, one of those that `readers` allows, for whom all of `conditions` hold.
bool some_reader(const ReaderSet& readers, std::span<const Condition* const> conditions);

/// Which guards the readers of one edition come to, as far as conditions and organisations say.
class ReachedGuards {
 public:
  explicit ReachedGuards(const Edition& edition);

  /// Takes the guards that were added since the last call.
  void follow(const std::vector<Guard>& guards);
  bool is_reached(std::uint32_t guard) const { return chains_[chain_of_[guard]].reached; }

 private:
  /// A guard's own condition and those around it; guards that say the same share one.
  struct Chain {
    std::size_t outer = 0;
    Condition condition;
    bool reached = true;
  };

  std::size_t chain_of(const Guard& guard);
  std::size_t inner_chain(std::size_t outer, const Condition& condition);

  const Edition& edition_;
  std::uint32_t profile_;
  std::vector<Chain> chains_;  // first: everybody; second: nobody
  std::map<std::pair<std::size_t, Condition>, std::size_t> by_condition_;
  std::vector<std::size_t> chain_of_;  // by guard
};

/// Path → index in Project::pages, of the language and the organisation, partials too: where both have a page
/// the organisation's, unless the other is locked.
using PagesByPath = std::map<std::string_view, std::size_t>;
PagesByPath pages_by_path(const Edition& edition);

/// By index in Project::pages: whether some reader of the edition has the page. Of partials nothing is said.
std::vector<bool> shown_pages(const Edition& edition, const PagesByPath& pages);

/// By guard: whether the edition may show what stands under it.
std::vector<bool> shown_guards(const RestrictedTexts& texts, const Edition& edition);

}  // namespace tailorbird
