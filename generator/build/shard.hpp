#pragma once
// A build in parts, for several machines: each makes whole organisations, kit included, and
// `tailorbird join` puts them together (build/join.hpp).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// Number `index`, counted from 1, of `count`.
struct Shard {
  std::size_t index = 1;
  std::size_t count = 1;

  std::string text() const;  // "2/4"
  bool operator==(const Shard&) const = default;
};

/// Of "2/4". Fails on what is none.
Result<Shard> parse_shard(std::string_view text);

/// Microseconds of processor time to make the edition in all its formats, as measured on average.
std::size_t cost_of(const Edition& edition);

/// Those of `editions`, sorted by id, that the shard makes: all of an organisation or none. Every edition is
/// in one shard, and all shards have about the same to do: pages by the measured cost of their formats
/// (Format::cost). The dearest organisations are given away first, each to the shard that has least so far,
/// so that the shard with most has at most a third more than the best spread there is (Graham 1969).
std::vector<Edition> editions_of(std::vector<Edition> editions, const Shard& shard);

}  // namespace tailorbird
