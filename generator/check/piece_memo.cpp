#include "check/piece_memo.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t most_pieces = std::size_t{1} << 14U;
// Shorter than this a search takes no longer than the memory.
constexpr std::size_t least_bytes = 256;

constexpr auto landmarks = std::to_array<std::string_view>({"\n<main", "\n</main>", "\n<footer"});

}  // namespace

std::vector<std::string_view> pieces_of(std::string_view document) {
  if (!document.starts_with("<!doctype html>")) return {document};
  std::vector<std::string_view> pieces;
  for (const std::string_view landmark : landmarks) {
    const std::size_t at = document.find(landmark);
    if (at == std::string_view::npos || at < least_bytes) continue;
    pieces.push_back(document.substr(0, at));
    document.remove_prefix(at);
  }
  pieces.push_back(document);
  return pieces;
}

std::uint64_t PieceMemo::key_of(std::string_view piece) { return quick_hash(piece); }

std::shared_ptr<const Phrases> PieceMemo::find(std::uint64_t key) const {
  const std::lock_guard lock(mutex_);
  const auto known = found_.find(key);
  return known == found_.end() ? nullptr : known->second;
}

std::shared_ptr<const Phrases> PieceMemo::put(std::uint64_t key, Phrases phrases) {
  auto shared = std::make_shared<const Phrases>(std::move(phrases));
  const std::lock_guard lock(mutex_);
  if (found_.size() == most_pieces) found_.clear();
  found_.emplace(key, shared);
  return shared;
}

}  // namespace tailorbird
