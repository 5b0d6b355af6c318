#include "leak/phrase_finder.hpp"

#include <algorithm>
#include <iterator>
#include <memory>

#include "leak/fold_text.hpp"
#include "leak/pieces.hpp"
#include "text/extract_text.hpp"
#include "text/word_starts.hpp"

namespace tailorbird {
namespace {

// No fingerprint or short name is longer than word_edge bytes, and no eight digits in groups than digit_edge.
constexpr std::uint32_t word_edge = fingerprint_slack;
constexpr std::uint32_t digit_edge = 32;
static_assert(word_edge >= ShortNames::longest);

/// Whether a match that begins with the word at `at` may extend beyond the first `size` bytes of `text`, or
/// belong to a number that began before `text`.
bool is_at_edge(std::string_view text, std::uint32_t at, std::size_t size) {
  if (at + word_edge >= size) return true;
  const bool is_near = at < digit_edge || at + digit_edge >= size;
  return is_near && text[at] >= '0' && text[at] <= '9';
}

void sort_each_once(Phrases& found) {
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

/// The `part` (Block::words or Block::marks) of each of `blocks`.
template <typename Block, typename Stretch>
std::vector<const Stretch*> each(const std::vector<std::shared_ptr<const Block>>& blocks,
                                 Stretch Block::*part) {
  std::vector<const Stretch*> all;
  all.reserve(blocks.size());
  for (const auto& block : blocks) all.push_back(&((*block).*part));
  return all;
}

}  // namespace

/// `text` must end in fingerprint_slack bytes in which no word begins.
Phrases PhraseFinder::find_folded(std::string_view text, Words starts) const {
  Phrases found = table_.find(text, starts);
  short_names_.find(text, starts, found);
  numbers_.find(text, starts, found);
  return found;
}

Phrases PhraseFinder::find(std::string_view words) const {
  std::string text = fold_text(words);
  text.append(fingerprint_slack, '\n');
  Phrases found = find_folded(text, word_starts(text));
  sort_each_once(found);
  return found;
}

Phrases PhraseFinder::find_anywhere(std::string_view bytes) const {
  const ExtractedText plain = extract_text(bytes);
  Phrases found = find(plain.words);
  const Phrases in_marks = find(plain.marks);
  found.insert(found.end(), in_marks.begin(), in_marks.end());
  return found;
}

/// Searches for phrases that begin with the words at `starts`. Those within the text are found for good;
/// those that may extend beyond it remain open.
void PhraseFinder::settle(Stretch& stretch, Words starts) const {
  std::string& text = stretch.text;
  const std::size_t size = text.size();
  text.append(fingerprint_slack, '\n');
  table_.find_candidates(text, starts, stretch.open);
  std::erase_if(stretch.open, [&](const PhraseTable::Candidate& candidate) {
    if (!candidate.is_within(size)) return false;
    const std::uint32_t phrase = table_.phrase_at(candidate, text);
    if (phrase != PhraseTable::no_phrase) stretch.inside.push_back(phrase);
    return true;
  });
  short_names_.find(text, starts, stretch.inside);
  numbers_.find(text, starts, stretch.inside);
  std::copy_if(starts.begin(), starts.end(), std::back_inserter(stretch.edges),
               [&](std::uint32_t at) { return is_at_edge(text, at, size); });
  text.resize(size);
}

PhraseFinder::Stretch PhraseFinder::read_stretch(std::string_view written, bool goes_on) const {
  Stretch stretch{fold_text(written), {}, {}, {}};
  if (stretch.text.empty()) return stretch;
  if (stretch.text.back() != ' ' && !goes_on) stretch.text += ' ';
  settle(stretch, word_starts(stretch.text));
  return stretch;
}

/// Concatenates `stretches`. Only their open candidates and the words at their edges are examined again.
PhraseFinder::Stretch PhraseFinder::joined(std::span<const Stretch* const> stretches) const {
  Stretch all;
  std::size_t size = fingerprint_slack;
  std::size_t edge_count = 0;
  for (const Stretch* one : stretches) {
    size += one->text.size();
    edge_count += one->edges.size();
  }
  all.text.reserve(size);
  std::vector<std::uint32_t> edges;
  edges.reserve(edge_count);
  for (const Stretch* one : stretches) {
    const auto begin = static_cast<std::uint32_t>(all.text.size());
    all.text += one->text;
    for (const std::uint32_t at : one->edges) edges.push_back(begin + at);
    for (PhraseTable::Candidate candidate : one->open) {
      candidate.at += begin;
      all.open.push_back(candidate);
    }
    all.inside.insert(all.inside.end(), one->inside.begin(), one->inside.end());
  }
  settle(all, edges);
  return all;
}

PhraseFinder::Block PhraseFinder::read_leaf(std::string_view bytes) const {
  const ExtractedText plain = extract_text(bytes);
  return {read_stretch(plain.words, goes_on(bytes)), read_stretch(plain.marks), plain.ends_in_tag};
}

PhraseFinder::Block PhraseFinder::joined(const Blocks& blocks) const {
  return {joined(each(blocks, &Block::words)), joined(each(blocks, &Block::marks)),
          blocks.back()->ends_in_tag};
}

/// Empty when a leaf other than the last ends inside a tag: then the block must be read as a whole.
PhraseFinder::Blocks PhraseFinder::read_leaves(std::string_view bytes) const {
  const std::vector<std::string_view> parts = leaves_of(bytes);
  Blocks leaves;
  leaves.reserve(parts.size());
  for (const std::string_view part : parts) {
    leaves.push_back(leaves_.get(part, [this](std::string_view text) { return read_leaf(text); }));
    if (leaves.back()->ends_in_tag && leaves.size() < parts.size()) return {};
  }
  return leaves;
}

/// Adds `bytes` to `blocks`, as one block or as its leaves, which makes no difference to the result.
void PhraseFinder::add_block(std::string_view bytes, Blocks& blocks) const {
  const auto read = [this](std::string_view text) { return read_leaf(text); };
  if (goes_on(bytes)) return blocks.push_back(lists_.get(bytes, read));
  if (auto known = blocks_.find(bytes)) return blocks.push_back(std::move(known));
  const bool again = seen_blocks_.was_seen(bytes);
  const Blocks leaves = read_leaves(bytes);
  if (again || leaves.empty()) {
    blocks.push_back(blocks_.get(
        bytes, [&](std::string_view text) { return leaves.empty() ? read_leaf(text) : joined(leaves); }));
  } else {
    blocks.insert(blocks.end(), leaves.begin(), leaves.end());
  }
}

Phrases PhraseFinder::find_in_blocks(std::string_view piece) const {
  const std::vector<std::string_view> parts = blocks_of(piece);
  Blocks blocks;
  if (parts.size() > 1) {
    for (const std::string_view part : parts) {
      if (!blocks.empty() && blocks.back()->ends_in_tag) return find_anywhere(piece);
      add_block(part, blocks);
    }
  } else if (leaves_of(piece).size() > 1) {  // a single leaf is the piece itself, which the caller caches
    blocks = read_leaves(piece);
  }
  if (blocks.empty()) return find_anywhere(piece);
  Phrases found;
  for (const auto part : {&Block::words, &Block::marks}) {
    const Phrases inside = joined(each(blocks, part)).inside;
    found.insert(found.end(), inside.begin(), inside.end());
  }
  sort_each_once(found);
  return found;
}

}  // namespace tailorbird
