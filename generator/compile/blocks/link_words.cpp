#include "compile/blocks/link_words.hpp"

#include <cmark-gfm/node.h>
#include <fmt/format.h>
#include <string>
#include <unordered_map>
#include <vector>

#include "compile/blocks/blocks.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

struct WordedLink {
  std::string words;
  std::string target;  // without the place on the page
};

std::string words_of(cmark_node* link) {
  std::string words;
  for (cmark_node* node = cmark_node_first_child(link); node != nullptr; node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) != CMARK_NODE_TEXT) return {};  // a picture, code: not compared
    words += literal(node);
  }
  return words;
}

/// The links of a paragraph; none when it has a mark.
std::vector<WordedLink> links_of(cmark_node* paragraph) {
  std::vector<WordedLink> links;
  for (cmark_node* node = cmark_node_first_child(paragraph); node != nullptr; node = cmark_node_next(node)) {
    if (is_mark(node)) return {};
    if (cmark_node_get_type(node) != CMARK_NODE_LINK) continue;
    const std::string url = cmark_node_get_url(node);
    links.push_back({words_of(node), url.substr(0, url.find('#'))});
  }
  return links;
}

void check_paragraph(Context& context, cmark_node* paragraph) {
  const std::vector<WordedLink> links = links_of(paragraph);
  if (links.size() < 2) return;
  std::unordered_map<std::string, std::string> targets;  // words → where they lead first
  for (const WordedLink& link : links) {
    if (link.words.empty() || link.target.empty()) continue;
    const auto [known, added] = targets.emplace(link.words, link.target);
    if (added || known->second == link.target) continue;
    context.problem("link-words-repeated", place_of_block(context, paragraph), 0,
                    fmt::format("two links here say `{}`: one leads to `{}`, the other to `{}`", link.words,
                                known->second, link.target));
    return;
  }
}

}  // namespace

void check_link_words(Context& context, cmark_node* root) {
  cmark_iter* iterator = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* node = cmark_iter_get_node(iterator);
    if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH) continue;
    check_paragraph(context, node);
    cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);  // no paragraph is in it
  }
  cmark_iter_free(iterator);
}

}  // namespace tailorbird
