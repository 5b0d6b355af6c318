#pragma once
// Decides what one edition may show, for the leak scan, by trying readers value by value. Shares no code with
// tailoring (model/dimension.cpp, tailor/edition.cpp), so that a mistake there is not repeated here.

#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "leak/restricted_texts.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// Whether some reader in `readers` meets all of `conditions`.
bool some_reader(const ReaderSet& readers, std::span<const Condition* const> conditions);

/// Decides which guards some reader of one edition meets, judging by conditions and organisations only.
class ReachedGuards {
 public:
  explicit ReachedGuards(const Edition& edition);

  /// Processes the guards that were added since the last call.
  void follow(const std::vector<Guard>& guards);
  bool is_reached(std::uint32_t guard) const { return chains_[chain_of_[guard]].reached; }

 private:
  /// The condition of a guard and, through `outer`, those around it. Guards with equal conditions share one.
  struct Chain {
    std::size_t outer = 0;
    Condition condition;
    bool reached = true;
  };

  std::size_t chain_of(const Guard& guard);
  std::size_t inner_chain(std::size_t outer, const Condition& condition);

  const Edition& edition_;
  std::uint32_t profile_;
  std::vector<Chain> chains_;  // the first holds for everybody, the second for nobody
  std::map<std::pair<std::size_t, Condition>, std::size_t> by_condition_;
  std::vector<std::size_t> chain_of_;  // by guard
};

/// Path → index in Project::pages, for the edition's language and organisation, including partials. A page of
/// the overlay replaces the one in content/ unless that is locked.
using PagesByPath = std::map<std::string_view, std::size_t>;
PagesByPath pages_by_path(const Edition& edition);

/// By index in Project::pages: whether some reader of the edition has the page. Unspecified for partials.
std::vector<bool> shown_pages(const Edition& edition, const PagesByPath& pages);

/// By guard: whether the edition may show the texts under it.
std::vector<bool> shown_guards(const RestrictedTexts& texts, const Edition& edition);

}  // namespace tailorbird
