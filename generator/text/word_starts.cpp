#include "text/word_starts.hpp"

namespace tailorbird {

std::vector<std::uint32_t> word_starts(std::string_view text) {
  std::vector<std::uint32_t> starts(text.size() / 2 + 1);  // starts are at least two bytes apart
  std::size_t count = 0;
  std::uint64_t before = 0;
  for (std::size_t at = 0; at < text.size(); at += 8) {
    const std::uint64_t words = word_bytes(swar::load(text, at));
    for (std::uint64_t left = words & ~swar::moved_on(words, before); left != 0;
         left = swar::without_first(left)) {
      starts[count++] = static_cast<std::uint32_t>(at) + swar::first(left);
    }
    before = words;
  }
  starts.resize(count);
  return starts;
}

}  // namespace tailorbird
