#include "compile/blocks/link_words.hpp"

#include <algorithm>
#include <cmark-gfm/node.h>
#include <fmt/format.h>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/strings.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

struct WordedLink {
  std::string words;
  std::string target;  // without the fragment
};

std::string words_of(cmark_node* link) {
  std::string words;
  for (cmark_node* node = cmark_node_first_child(link); node != nullptr; node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) != CMARK_NODE_TEXT) return {};  // with pictures or code it is not compared
    words += literal(node);
  }
  return words;
}

/// The links of a paragraph; empty when it has a mark.
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

/// The host of an address without `www.`: "example.org". Empty: `text` has neither a scheme nor `www.`.
std::string host_of(std::string_view text) {
  const bool has_scheme = text.starts_with("https://") || text.starts_with("http://");
  if (!has_scheme && !text.starts_with("www.")) return {};
  if (has_scheme) text.remove_prefix(text.find("//") + 2);
  std::string host = ascii_lower(text.substr(0, text.find_first_of("/?#: ")));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

/// Reports links to one site whose words are the address of another.
void check_address_in_words(Context& context, cmark_node* paragraph) {
  for (cmark_node* node = cmark_node_first_child(paragraph); node != nullptr; node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) != CMARK_NODE_LINK) continue;
    const std::string words = words_of(node);
    const std::string shown = host_of(words);
    if (shown.empty() || words.find(' ') != std::string::npos) continue;
    const std::string target = host_of(cmark_node_get_url(node));
    if (target.empty() || shown == target) continue;
    const std::size_t at = context.source.text().find(
        "[" + words + "](", context.source.line_start(std::max(cmark_node_get_start_line(paragraph), 1)));
    const SourceRange place = at == std::string_view::npos
                                  ? SourceRange{{}, place_of_block(context, paragraph), 0}
                                  : context.source.range(at + 1, words.size());
    context.problem("link-words-differ", place.start, place.length,
                    fmt::format("the words say `{}`, and the link leads to `{}`", shown, target));
  }
}

void check_paragraph(Context& context, cmark_node* paragraph) {
  check_address_in_words(context, paragraph);
  const std::vector<WordedLink> links = links_of(paragraph);
  if (links.size() < 2) return;
  std::unordered_map<std::string, std::string> targets;  // words → target of the first link with them
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
    cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);  // it contains no paragraphs
  }
  cmark_iter_free(iterator);
}

}  // namespace tailorbird
