#include "diag/suggest.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

/// Optimal string alignment distance: insertions, deletions, substitutions, neighbouring swaps.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(current);
  }
  return last[b.size()];
}

/// The name with each of its numbers as one `#`, and these numbers without the zeros in front of them.
struct NumberedName {
  std::string letters;
  std::vector<std::string> numbers;

  explicit NumberedName(std::string_view name) {
    constexpr std::string_view digits = "0123456789";
    while (!name.empty()) {
      const std::size_t number = std::min(name.find_first_of(digits), name.size());
      letters += name.substr(0, number);
      name.remove_prefix(number);
      if (name.empty()) return;
      const std::size_t end = std::min(name.find_first_not_of(digits), name.size());
      letters += '#';
      const std::size_t zeros = std::min(name.find_first_not_of('0'), end);
      numbers.emplace_back(name.substr(zeros, end - zeros));
      name.remove_prefix(end);
    }
  }
};

/// Whether two names differ in their numbers alone: S018 and S108. Either may be meant by nobody.
bool is_another_number(const NumberedName& a, std::string_view b) {
  if (a.numbers.empty()) return false;
  const NumberedName other(b);
  return a.letters == other.letters && a.numbers != other.numbers;
}

}  // namespace

std::string nearest(std::string_view name, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest_compared = 80;  // a mistyped name is short; hostile ones are not compared
  if (name.size() > longest_compared) return {};
  const std::string wanted = ascii_lower(name);
  const NumberedName numbered(wanted);
  std::string best;
  // Of one letter nothing is left when it is another.
  std::size_t best_distance = std::max<std::size_t>(wanted.size() > 1 ? 1 : 0, wanted.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest_compared) continue;
    const std::size_t this_distance = distance(wanted, ascii_lower(candidate));
    const bool is_nearer = this_distance < best_distance ||
                           (this_distance == best_distance && !best.empty() && candidate < best);
    if (is_nearer && !is_another_number(numbered, ascii_lower(candidate))) {
      best = candidate;
      best_distance = this_distance;
    }
  }
  return best;
}

std::string suggestion(std::string_view name, const std::vector<std::string>& candidates) {
  if (candidates.empty()) return {};
  if (const std::string best = nearest(name, candidates); !best.empty())
    return fmt::format("did you mean `{}`?", best);
  std::vector<std::string> shown = candidates;
  std::sort(shown.begin(), shown.end());
  constexpr std::size_t most = 12;
  const bool more = shown.size() > most;
  if (more) shown.resize(most);
  return fmt::format("one of: {}{}", join(shown, ", "), more ? ", …" : "");
}

std::string key_suggestion(std::string_view key, const std::vector<std::string>& candidates,
                           const std::vector<std::string>& present) {
  const auto is_present = [&](const std::string& one) {
    return std::find(present.begin(), present.end(), one) != present.end();
  };
  if (const std::string best = nearest(key, candidates); is_present(best))
    return fmt::format("`{}` is there already: take `{}` out", best, key);
  std::vector<std::string> free = candidates;
  std::erase_if(free, is_present);
  return suggestion(key, free);
}

}  // namespace tailorbird
