#include "tailor/plain_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tailorbird {
namespace {

/// Elements within a sentence; every other tag ends a block.
constexpr auto inline_elements =
    std::to_array<std::string_view>({"a", "abbr", "b", "code", "del", "dfn", "em", "i", "mark", "q", "s",
                                     "small", "span", "strong", "sub", "sup"});

/// How many bytes of white space `text` has at `at`; a space that does not break lines has two.
std::size_t space_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return 1;
  return c == '\xc2' && text.substr(at).starts_with("\u00a0") ? 2 : 0;
}

/// The words with one space between them.
std::string folded_space(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool apart = false;  // from the word before
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t space = space_at(text, at)) {
      apart = !result.empty();
      at += space;
      continue;
    }
    if (std::exchange(apart, false)) result += ' ';
    result += text[at++];
  }
  return result;
}

/// The element's name in what stands between the brackets of a tag.
std::string_view name_in(std::string_view tag) {
  std::size_t end = 0;
  while (end < tag.size() && tag[end] != ' ' && tag[end] != '/') ++end;
  return tag.substr(0, end);
}

/// Reads tailored text: words, and between them tags that are well-formed and whole. Hands each block's text
/// to `Take`.
template <typename Take>
class Reader {
 public:
  explicit Reader(Take& take) : take_(take) {}

  void read(const MarkedText& text) {
    text.each_run([this](std::string_view html) { markup(html); },
                  [this](std::string_view words) { this->words(words); });
  }

  void end() {
    end_block();
    skipping_ = 0;
  }

 private:
  void words(std::string_view words) {
    if (skipping_ == 0) current_ += words;
  }

  void markup(std::string_view html) {
    while (!html.empty()) {
      const std::size_t open = std::min(html.find('<'), html.size());
      words(html.substr(0, open));  // white space between tags
      if (open == html.size()) return;
      const std::size_t close = std::min(html.find('>', open), html.size() - 1);
      tag(html.substr(open + 1, close - open - 1));
      html.remove_prefix(close + 1);
    }
  }

  void tag(std::string_view inside) {
    const bool closing = inside.starts_with('/');
    const std::string_view name = name_in(inside.substr(closing ? 1 : 0));
    if (skipping_ > 0) {  // an element inside one that is skipped
      skipping_ += closing ? -1 : inside.ends_with('/') ? 0 : 1;
      return;
    }
    if (!closing && name.size() < inside.size() && is_left_out(inside)) {
      skipping_ = 1;
    } else if (std::find(inline_elements.begin(), inline_elements.end(), name) == inline_elements.end()) {
      end_block();
    }
  }

  /// The label of a condition, and the number of a footnote, which is no part of the word before it.
  static bool is_left_out(std::string_view tag) {
    if (tag.size() < std::string_view("a class=").size()) return false;  // most tags are a name alone
    return tag.find("class=\"when-label\"") != std::string_view::npos ||
           tag.find("class=\"footnote-ref\"") != std::string_view::npos;
  }

  void end_block() {
    if (!current_.empty()) take_(current_);
    current_.clear();
  }

  int skipping_ = 0;  // depth inside an element that is left out
  std::string current_;
  Take& take_;
};

/// Whether a component stands within a sentence, as a term does.
bool is_in_words(std::string_view component) {
  const int kind = find_component(component);
  return kind >= 0 && component_specs()[static_cast<std::size_t>(kind)].in_words;
}

template <typename Take>
void read_fragment(const Fragment& fragment, Reader<Take>& reader);

template <typename Take>
void read_part(const TailoredPart& part, Reader<Take>& reader) {
  read_fragment(part.body, reader);
  for (const TailoredPart& child : part.children) read_part(child, reader);
}

template <typename Take>
void read_fragment(const Fragment& fragment, Reader<Take>& reader) {
  for (const Segment& segment : fragment) {
    reader.read(segment.text);
    for (const TailoredPart& component : segment.component) {
      if (is_in_words(component.role)) {  // its words belong to the sentence around it
        for (const Segment& word : component.body) reader.read(word.text);
        continue;
      }
      reader.end();
      read_part(component, reader);
    }
  }
  reader.end();
}

/// The blocks that are not empty.
struct Blocks {
  std::vector<std::string> all;
  void operator()(std::string_view text) {
    std::string block = folded_space(text);
    if (!block.empty()) all.push_back(std::move(block));
  }
};

}  // namespace

std::vector<std::string> text_blocks(const MarkedText& text) {
  Blocks blocks;
  Reader reader(blocks);
  reader.read(text);
  reader.end();
  return std::move(blocks.all);
}

std::vector<std::string> text_blocks(const Fragment& fragment) {
  Blocks blocks;
  Reader reader(blocks);
  read_fragment(fragment, reader);
  return std::move(blocks.all);
}

std::string plain_text(const Fragment& fragment) {
  std::string text;
  const auto add = [&](std::string_view block) {
    text += block;
    text += '\n';
  };
  Reader reader(add);
  read_fragment(fragment, reader);
  return text;
}

}  // namespace tailorbird
