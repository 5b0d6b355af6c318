#include "text/phrase_trie.hpp"

namespace tailorbird {

std::uint32_t PhraseTrie::new_node(char byte, std::uint32_t sibling) {
  Node& made = nodes_.emplace_back();
  made.byte = byte;
  made.sibling = sibling;
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void PhraseTrie::add(std::string_view phrase, std::uint32_t number) {
  if (phrase.empty()) return;
  std::uint32_t& root = roots_[static_cast<unsigned char>(phrase[0])];
  if (root == none) root = new_node(phrase[0], none);
  std::uint32_t node = root;
  for (const char byte : phrase.substr(1)) {
    std::uint32_t next = child(node, byte);
    if (next == none) {
      next = new_node(byte, nodes_[node].first_child);
      nodes_[node].first_child = next;
    }
    node = next;
  }
  nodes_[node].numbers.push_back(number);
}

}  // namespace tailorbird
