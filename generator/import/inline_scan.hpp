#pragma once
// Links and pictures in Markdown as it is written, without code: where each address stands, to change it.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

struct WrittenLink {
  std::string words;    // between the brackets, as written
  std::string address;  // without angle brackets, as written otherwise
  std::string title;    // with its quotes; empty: none
  std::string mark;     // directly behind it, as `{width=50%}`; empty: none
  bool picture = false;
  bool definition = false;  // `[label]: address`
  std::size_t line = 0;     // of the text, from 0
};

/// What becomes of a link.
struct LinkChange {
  enum class Kind : std::uint8_t { keep, address, words, text };
  Kind kind = Kind::keep;
  std::string text = {};      // address: the new one; text: what stands in its place. words: its words stay
  bool without_mark = false;  // the mark behind it goes
};

using ChangeLink = std::function<LinkChange(const WrittenLink&)>;

/// `text` with each `[words](address)`, `![words](address)`, `[label]: address`, `<https://…>` and bare
/// `http://…` changed as `change` says. Inner ones come first. Code spans are left alone; code blocks are not
/// known here.
std::string with_links(std::string_view text, const ChangeLink& change);

}  // namespace tailorbird
