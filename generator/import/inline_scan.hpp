#pragma once
// Rewrites links and pictures in Markdown source, outside code spans.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace tailorbird {

struct WrittenLink {
  std::string words;    // between the brackets, as written
  std::string address;  // as written, without angle brackets
  std::string title;    // with its quotes; empty: none
  std::string mark;     // directly after it, such as `{width=50%}`; empty: none
  bool picture = false;
  bool definition = false;  // `[label]: address`
  std::size_t line = 0;     // of the text, from 0
};

/// What to do with a link.
struct LinkChange {
  enum class Kind : std::uint8_t { keep, address, words, text };
  Kind kind = Kind::keep;
  std::string text =
      {};  // address: the new address; text: the replacement; words: unused, only its words stay
  bool without_mark = false;  // remove the mark after it
};

using ChangeLink = std::function<LinkChange(const WrittenLink&)>;

/// `text` with each `[words](address)`, `![words](address)`, `[label]: address`, `<https://…>` and bare
/// `http://…` changed according to `change`. Inner ones come first. Code spans are skipped; code blocks must
/// be excluded by the caller.
std::string with_links(std::string_view text, const ChangeLink& change);

}  // namespace tailorbird
