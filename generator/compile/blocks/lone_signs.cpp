#include "compile/blocks/lone_signs.hpp"

#include <algorithm>
#include <cmark-gfm/node.h>
#include <fmt/format.h>
#include <utility>

#include "compile/parse/markdown.hpp"
#include "text/lone_sign.hpp"

namespace tailorbird {
namespace {

bool is_star(const LoneSigns::Lone& one) { return one.text[one.leftover.offset] == '*'; }

/// Whether it is an asterisk directly after a word, as in a reference to a footnote.
bool refers(const LoneSigns::Lone& one) {
  const std::size_t at = one.leftover.offset;
  return is_star(one) && at > 0 && !is_blank(one.text[at - 1]);
}

bool begins_line(const LoneSigns::Lone& one) {
  const std::size_t at = one.leftover.offset;
  return at == 0 || one.text[at - 1] == '\n';
}

std::string_view text_of(cmark_node* node) {
  return node != nullptr && node->type == CMARK_NODE_TEXT ? literal(node) : std::string_view{};
}

/// Whether there are letters directly before and after the emphasis, and it contains several words.
bool is_inside_words(cmark_node* emphasis) {
  const std::string_view before = text_of(cmark_node_previous(emphasis));
  const std::string_view after = text_of(cmark_node_next(emphasis));
  const std::string_view first = text_of(cmark_node_first_child(emphasis));
  return !before.empty() && is_letter(before.back()) && !after.empty() && is_letter(after.front()) &&
         (first.find(' ') != std::string_view::npos || cmark_node_next(cmark_node_first_child(emphasis)));
}

void report_inside_words(Context& context, cmark_node* block, cmark_node* emphasis) {
  const std::string_view before = text_of(cmark_node_previous(emphasis));
  const std::string_view first = text_of(cmark_node_first_child(emphasis));
  const std::string word = std::string(before.substr(before.find_last_of(" \t\n") + 1)) + "*" +
                           std::string(first.substr(0, first.find_first_of(" .,;:!?")));
  const int begin_line = std::max(cmark_node_get_start_line(block), 1);
  const int end_line = std::max(cmark_node_get_end_line(block), begin_line);
  const std::string_view source = context.source.text().substr(0, context.source.line_start(end_line + 1));
  const std::size_t at = source.find(word, context.source.line_start(begin_line));
  if (at == std::string_view::npos) return;
  const SourceRange place = context.source.range(at, word.size());
  std::string escaped = word;
  escaped.insert(escaped.find('*'), 1, '\\');
  context.problem("markup-left-over", place.start, place.length,
                  fmt::format("the star in `{}` begins slanted words, which end at the next star", word),
                  fmt::format("write `{}`", escaped));
}

}  // namespace

void LoneSigns::add_text(std::string_view text) { has_note_ = has_note_ || begins_with_star(text); }

void LoneSigns::add(Lone lone) {
  has_reference_ = has_reference_ || refers(lone);
  all_.push_back(std::move(lone));
}

std::vector<LoneSigns::Lone> LoneSigns::mistakes() const {
  std::vector<Lone> mistakes;
  const bool has_notes = has_note_ && has_reference_;
  for (const Lone& one : all_) {
    const bool is_of_note = has_notes && is_star(one) && (refers(one) || begins_line(one));
    if (!is_of_note) mistakes.push_back(one);
  }
  return mistakes;
}

void check_stars_in_words(Context& context, cmark_node* block) {
  for (cmark_node* node = cmark_node_first_child(block); node != nullptr; node = cmark_node_next(node)) {
    if (node->type == CMARK_NODE_EMPH && is_inside_words(node)) {
      report_inside_words(context, block, node);
      return;
    }
  }
}

}  // namespace tailorbird
