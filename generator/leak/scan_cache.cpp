#include "leak/scan_cache.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t most_recent = std::size_t{1} << 13U;
constexpr std::size_t most_bytes = std::size_t{16} << 20U;
// Shorter than this a search takes no longer than the memory.
constexpr std::size_t least_bytes = 256;

// Lines that begin with one of these begin something that differs between pages, or organisations, in ways of
// its own.
constexpr auto landmarks = std::to_array<std::string_view>(
    {"<title", "<link", "<body", "<header", "<nav", "<main", "</main", "<footer"});

bool is_landmark(std::string_view line) {
  constexpr std::string_view second_letters = "tlbhnm/f";  // most lines are none: they are told at once
  if (line.size() < 2 || second_letters.find(line[1]) == std::string_view::npos) return false;
  return std::any_of(landmarks.begin(), landmarks.end(),
                     [&](std::string_view landmark) { return line.starts_with(landmark); });
}

/// HTML takes the declaration in either case; pages that are XML too write it in capitals.
bool is_page(std::string_view document) {
  return document.starts_with("<!DOCTYPE html>") || document.starts_with("<!doctype html>");
}

}  // namespace

std::vector<std::string_view> pieces_of(std::string_view document) {
  if (!is_page(document)) return {document};
  std::vector<std::string_view> pieces;
  std::size_t from = 0;
  for (std::size_t at = document.find("\n<"); at != std::string_view::npos;
       at = document.find("\n<", at + 1)) {
    if (at - from < least_bytes || !is_landmark(document.substr(at + 1))) continue;
    pieces.push_back(document.substr(from, at - from));
    from = at;
  }
  pieces.push_back(document.substr(from));
  return pieces;
}

std::uint64_t ScanCache::key_of(std::string_view piece) { return quick_hash(piece); }

std::shared_ptr<const Phrases> ScanCache::find(std::uint64_t key, std::string_view piece) {
  const std::shared_ptr<const Entry> entry = find_entry(key);
  if (!entry || entry->piece != piece) return nullptr;
  return {entry, &entry->phrases};
}

std::shared_ptr<const ScanCache::Entry> ScanCache::find_entry(std::uint64_t key) {
  const std::lock_guard lock(mutex_);
  if (const auto known = recent_.find(key); known != recent_.end()) return known->second;
  const auto known = before_.find(key);
  if (known == before_.end()) return nullptr;
  std::shared_ptr<const Entry> entry = known->second;
  keep(key, entry);
  return entry;
}

std::shared_ptr<const Phrases> ScanCache::put(std::uint64_t key, std::string_view piece, Phrases phrases) {
  auto entry = std::make_shared<const Entry>(Entry{std::string(piece), std::move(phrases)});
  const std::lock_guard lock(mutex_);
  keep(key, entry);
  return {entry, &entry->phrases};
}

void ScanCache::keep(std::uint64_t key, std::shared_ptr<const Entry> entry) {
  if (recent_.size() == most_recent || recent_bytes_ >= most_bytes) {
    before_ = std::exchange(recent_, {});
    recent_bytes_ = 0;
  }
  recent_bytes_ += entry->piece.size();
  recent_.insert_or_assign(key, std::move(entry));
}

}  // namespace tailorbird
