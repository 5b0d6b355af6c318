#pragma once
// A trie that finds any number of phrases in one pass over a text.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tailorbird {

class PhraseTrie {
 public:
  /// Adds `phrase`; walk() reports it by `number`. An empty phrase is never found.
  void add(std::string_view phrase, std::uint32_t number);

  /// Calls `visit(number, end)` for each phrase that begins at `text[at]`, shortest first. Takes time linear
  /// in the length of the longest phrase.
  template <typename Visit>
  void walk(std::string_view text, std::size_t at, const Visit& visit) const {
    std::uint32_t node = roots_[static_cast<unsigned char>(text[at])];
    while (node != none) {
      ++at;
      for (const std::uint32_t number : nodes_[node].numbers) visit(number, at);
      if (at == text.size()) return;
      node = child(node, text[at]);
    }
  }

 private:
  static constexpr std::uint32_t none = 0;  // roots are numbered from 1

  /// A prefix of phrases.
  struct Node {
    char byte = 0;  // the last byte of the prefix
    std::uint32_t first_child = none;
    std::uint32_t sibling = none;
    std::vector<std::uint32_t> numbers;  // of the phrases that end here
  };

  std::uint32_t child(std::uint32_t node, char byte) const {
    std::uint32_t one = nodes_[node].first_child;
    while (one != none && nodes_[one].byte != byte) one = nodes_[one].sibling;
    return one;
  }
  std::uint32_t new_node(char byte, std::uint32_t sibling);

  std::array<std::uint32_t, 256> roots_{};
  std::vector<Node> nodes_ = std::vector<Node>(1);
};

}  // namespace tailorbird
