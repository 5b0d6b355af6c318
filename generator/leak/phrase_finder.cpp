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

// Within so many bytes end a fingerprint and a short name, and eight digits each in a group of its own.
constexpr std::uint32_t word_edge = fingerprint_slack;
constexpr std::uint32_t digit_edge = 32;
static_assert(word_edge >= ShortNames::longest);

/// Whether what begins with the word at `at` in `text`, of which `size` bytes count, may go on behind its
/// end, or be a number that began before it.
bool is_at_edge(std::string_view text, std::uint32_t at, std::size_t size) {
  if (at + word_edge >= size) return true;
  const bool is_near = at < digit_edge || at + digit_edge >= size;
  return is_near && text[at] >= '0' && text[at] <= '9';
}

void sort_each_once(Phrases& found) {
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace

/// `text` must end in fingerprint_slack bytes that begin no word.
Phrases PhraseFinder::find_folded(std::string_view text, std::span<const std::uint32_t> starts) const {
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

PhraseFinder::Stretch PhraseFinder::read_stretch(std::string_view written) const {
  Stretch stretch{fold_text(written), {}, {}, {}};
  std::string& text = stretch.text;
  if (text.empty()) return stretch;
  if (text.back() != ' ') text += ' ';
  const std::size_t size = text.size();
  text.append(fingerprint_slack, '\n');
  const std::vector<std::uint32_t> starts = word_starts(text);
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
  return stretch;
}

PhraseFinder::Block PhraseFinder::read_block(std::string_view bytes) const {
  const ExtractedText plain = extract_text(bytes);
  return {read_stretch(plain.words), read_stretch(plain.marks), plain.ends_in_tag};
}

/// Adds what is found where `stretches` stand one behind the other.
void PhraseFinder::find_across(std::span<const Stretch* const> stretches, Phrases& found) const {
  std::string text;
  std::vector<std::uint32_t> edges;
  for (const Stretch* one : stretches) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += one->text;
    for (const std::uint32_t at : one->edges) edges.push_back(begin + at);
    found.insert(found.end(), one->inside.begin(), one->inside.end());
  }
  std::uint32_t begin = 0;
  for (const Stretch* one : stretches) {
    for (PhraseTable::Candidate candidate : one->open) {
      candidate.at += begin;
      const std::uint32_t phrase = table_.phrase_at(candidate, text);
      if (phrase != PhraseTable::no_phrase) found.push_back(phrase);
    }
    begin += static_cast<std::uint32_t>(one->text.size());
  }
  text.append(fingerprint_slack, '\n');
  const Phrases at_edges = find_folded(text, edges);
  found.insert(found.end(), at_edges.begin(), at_edges.end());
}

Phrases PhraseFinder::find_in_blocks(std::string_view piece) const {
  const std::vector<std::string_view> bytes = blocks_of(piece);
  if (bytes.size() == 1) return find_anywhere(piece);
  std::vector<std::shared_ptr<const Block>> blocks;
  for (const std::string_view one : bytes) {
    blocks.push_back(blocks_.get(one, [this](std::string_view block) { return read_block(block); }));
    if (blocks.back()->ends_in_tag && blocks.size() < bytes.size()) return find_anywhere(piece);
  }
  std::vector<const Stretch*> stretches;
  Phrases found;
  for (const auto part : {&Block::words, &Block::marks}) {
    stretches.clear();
    for (const auto& block : blocks) stretches.push_back(&(*block.*part));
    find_across(stretches, found);
  }
  sort_each_once(found);
  return found;
}

}  // namespace tailorbird
