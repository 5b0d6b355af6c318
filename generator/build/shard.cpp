#include "build/shard.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "write/format.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t most_shards = 100'000;

/// The whole of `text` as a number; 0: it is none.
std::size_t number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

/// Microseconds to tailor, render and check a page, whatever its formats (docs/performance.md).
constexpr std::size_t cost_of_page = 900;

/// What an organisation costs, in microseconds of processor time.
struct Load {
  const Profile* profile = nullptr;
  std::size_t cost = 0;
};

/// The most expensive first; equal ones by id, so that every machine comes to the same result.
std::vector<Load> loads_of(const std::vector<Edition>& editions) {
  std::vector<Load> loads;
  for (const Edition& edition : editions) {
    if (loads.empty() || loads.back().profile != edition.profile) loads.push_back({edition.profile, 0});
    loads.back().cost += cost_of(edition);
  }
  std::stable_sort(loads.begin(), loads.end(), [](const Load& a, const Load& b) { return a.cost > b.cost; });
  return loads;
}

}  // namespace

std::string Shard::text() const { return fmt::format("{}/{}", index, count); }

Result<Shard> parse_shard(std::string_view text) {
  const std::size_t slash = text.find('/');
  const Shard shard{number(text.substr(0, slash)),
                    slash == std::string_view::npos ? 0 : number(text.substr(slash + 1))};
  if (shard.index < 1 || shard.index > shard.count || shard.count > most_shards) {
    return Error{
        fmt::format("`{}` is not a shard: write the number of this one and of all, such as 2/4 for the "
                    "second of four (at most {})",
                    text, most_shards)};
  }
  return shard;
}

std::size_t cost_of(const Edition& edition) {
  std::size_t cost = cost_of_page;
  for (const Format& format : formats()) {
    if (is_written_as(*edition.bundle, format.id)) cost += format.cost;
  }
  return cost * edition.pages.size();
}

std::vector<Edition> editions_of(std::vector<Edition> editions, const Shard& shard) {
  std::set<std::pair<std::size_t, std::size_t>> shards;  // cost so far, and which
  for (std::size_t index = 1; index <= shard.count; ++index) shards.emplace(0, index);
  std::set<const Profile*> ours;
  for (const Load& load : loads_of(editions)) {
    const auto [cost, index] = *shards.begin();
    shards.erase(shards.begin());
    shards.emplace(cost + load.cost, index);
    if (index == shard.index) ours.insert(load.profile);
  }
  std::erase_if(editions, [&](const Edition& edition) { return !ours.contains(edition.profile); });
  return editions;
}

}  // namespace tailorbird
