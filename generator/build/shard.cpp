#include "build/shard.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace tailorbird {
namespace {

constexpr std::size_t most_shards = 100'000;

/// The whole of `text` as a number; 0: it is none.
std::size_t number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

/// What an organisation costs, in pages that are made: once to tailor and check, once for each format.
struct Load {
  const Profile* profile = nullptr;
  std::size_t pages = 0;
};

/// The dearest first; equal ones in the order of their ids, so that every machine comes to the same result.
std::vector<Load> loads_of(const std::vector<Edition>& editions) {
  std::vector<Load> loads;
  for (const Edition& edition : editions) {
    if (loads.empty() || loads.back().profile != edition.profile) loads.push_back({edition.profile, 0});
    loads.back().pages += edition.pages.size() * (1 + edition.bundle->formats.size());
  }
  std::stable_sort(loads.begin(), loads.end(),
                   [](const Load& a, const Load& b) { return a.pages > b.pages; });
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
        fmt::format("`{}` is no shard: write the number of this one and of all, such as 2/4 for the "
                    "second of four (at most {})",
                    text, most_shards)};
  }
  return shard;
}

std::vector<Edition> editions_of(std::vector<Edition> editions, const Shard& shard) {
  std::set<std::pair<std::size_t, std::size_t>> shards;  // pages so far, and which
  for (std::size_t index = 1; index <= shard.count; ++index) shards.emplace(0, index);
  std::set<const Profile*> ours;
  for (const Load& load : loads_of(editions)) {
    const auto [pages, index] = *shards.begin();
    shards.erase(shards.begin());
    shards.emplace(pages + load.pages, index);
    if (index == shard.index) ours.insert(load.profile);
  }
  std::erase_if(editions, [&](const Edition& edition) { return !ours.contains(edition.profile); });
  return editions;
}

}  // namespace tailorbird
