#pragma once
// Divides a build between machines: each makes the bundles of whole organisations, kits included, and
// `tailorbird join` joins them (build/join.hpp).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// Shard number `index`, counted from 1, of `count`.
struct Shard {
  std::size_t index = 1;
  std::size_t count = 1;

  std::string text() const;  // "2/4"
  bool operator==(const Shard&) const = default;
};

/// Parses "2/4". Fails on anything else.
Result<Shard> parse_shard(std::string_view text);

/// Microseconds of processor time to make the edition in all its formats, as measured on average.
std::size_t cost_of(const Edition& edition);

/// The shard's share of `editions`, sorted by id: all of an organisation or none. Every edition is in exactly
/// one shard. Work is balanced by the measured cost of formats (Format::cost): organisations are assigned in
/// order of falling cost, each to the shard with the least work so far (longest processing time first), so
/// that the largest shard has at most a third more work than in the best possible division (Graham 1969).
std::vector<Edition> editions_of(std::vector<Edition> editions, const Shard& shard);

}  // namespace tailorbird
