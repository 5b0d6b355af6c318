#include "leak/pieces.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>

namespace tailorbird {
namespace {

// Searching fewer bytes takes no longer than looking them up in the cache.
constexpr std::size_t least_bytes = 256;
constexpr std::size_t list_bytes = 1024;

// Tags at the beginning of a line that start a part of the page which differs between pages or organisations
// independently of the other parts. Their second letters tell them apart, so that a line is compared with one
// of them at most.
constexpr auto landmarks = std::to_array<std::string_view>(
    {"<title", "<link", "<body", "<header", "<nav", "<main", "</main", "<footer"});
constexpr std::string_view second_letters = "tlbhnm/f";

constexpr auto blocks = std::to_array<std::string_view>(
    {"<p", "<h2", "<h3", "<h4", "<ul", "<ol", "<li", "<div", "<section", "<table", "<tr", "<dl", "<dt", "<dd",
     "<blockquote", "<figure", "<details", "<article", "<aside"});

bool is_landmark(std::string_view line) {
  if (line.size() < 2) return false;
  const std::size_t place = second_letters.find(line[1]);
  return place != std::string_view::npos && line.starts_with(landmarks[place]);
}

constexpr std::string_view block_initials = "phuoldstbfa";

bool begins_block(std::string_view line) {
  if (line.size() < 2 || block_initials.find(line[1]) == std::string_view::npos) return false;
  return std::any_of(blocks.begin(), blocks.end(), [&](std::string_view name) {
    return line.starts_with(name) && line.size() > name.size() &&
           (line[name.size()] == '>' || line[name.size()] == ' ');
  });
}

/// HTML allows the declaration in either case; pages that are also well-formed XML have it in upper case.
bool is_page(std::string_view document) {
  return document.starts_with("<!DOCTYPE html>") || document.starts_with("<!doctype html>");
}

/// Cuts `text` before lines for which `is_cut(line)`; parts other than the last have at least `least` bytes.
template <typename IsCut>
std::vector<std::string_view> cut_at_lines(std::string_view text, std::size_t least, const IsCut& is_cut) {
  std::vector<std::string_view> pieces;
  std::size_t from = 0;
  for (std::size_t at = text.find("\n<", least); at != std::string_view::npos;) {
    const bool cuts = !goes_on(text.substr(from, at - from)) && is_cut(text.substr(at + 1));
    if (cuts) {
      pieces.push_back(text.substr(from, at - from));
      from = at;
    }
    at = text.find("\n<", at + (cuts ? least : 1));
  }
  pieces.push_back(text.substr(from));
  return pieces;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Cuts `text` after bars before a letter or digit, into parts of at least `least` bytes. Lists that differ
/// in a few entries are soon cut at the same places again.
std::vector<std::string_view> cut_after_bars(std::string_view text, std::size_t least) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  for (std::size_t at = text.find('|', least); at < text.size() - 1; at = text.find('|', at + 1)) {
    if (!is_letter_or_digit(text[at + 1])) continue;
    parts.push_back(text.substr(from, at + 1 - from));
    from = at + 1;
    at += least;
  }
  parts.push_back(text.substr(from));
  return parts;
}

}  // namespace

std::vector<std::string_view> pieces_of(std::string_view document) {
  if (!is_page(document)) return {document};
  return cut_at_lines(document, least_bytes, is_landmark);
}

std::vector<std::string_view> new_pieces_of(std::string_view document, std::string_view before) {
  std::vector<std::string_view> pieces = pieces_of(document);
  if (before.empty()) return pieces;
  const std::vector<std::string_view> old = pieces_of(before);
  const std::unordered_set<std::string_view> known(old.begin(), old.end());
  std::erase_if(pieces, [&](std::string_view piece) { return known.contains(piece); });
  return pieces;
}

std::vector<std::string_view> blocks_of(std::string_view piece) {
  std::vector<std::string_view> blocks = cut_at_lines(piece, least_bytes, begins_block);
  return blocks.size() > 1 || piece.empty() ? blocks : cut_after_bars(piece, list_bytes);
}

std::vector<std::string_view> leaves_of(std::string_view block) {
  return cut_at_lines(block, 1, begins_block);
}

}  // namespace tailorbird
