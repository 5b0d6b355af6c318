#include "tailor/plain_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utf8proc.h>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

/// Elements within a sentence; every other tag ends a block.
constexpr auto inline_elements =
    std::to_array<std::string_view>({"a", "abbr", "b", "code", "del", "dfn", "em", "i", "mark", "q", "s",
                                     "small", "span", "strong", "sub", "sup"});

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr auto entities =
    std::to_array<Entity>({{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"nbsp", " "}});

void append_code_point(std::string& out, std::string_view digits) {
  utf8proc_int32_t code_point = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), code_point);
  if (problem != std::errc{} || end != digits.data() + digits.size()) return;
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(code_point, bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::size_t>(std::max<utf8proc_ssize_t>(0, size)));
}

void append_entity(std::string& out, std::string_view name) {
  if (name.starts_with('#')) {
    append_code_point(out, name.substr(1));
    return;
  }
  const auto known =
      std::find_if(entities.begin(), entities.end(), [&](const Entity& one) { return one.name == name; });
  if (known != entities.end()) out += known->text;
}

std::string folded_space(std::string_view text) {
  const std::string without_no_break = replace_all(text, "\u00a0", " ");
  std::string result;
  for (const std::string_view word : words(without_no_break)) {
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result;
}

/// Reads HTML that this program has written: well-formed, without comments or raw text elements. Hands each
/// block's text to `Take`.
template <typename Take>
class Reader {
 public:
  Reader(std::string_view html, Take& take) : html_(html), take_(take) {}

  void read() {
    while (at_ < html_.size()) step();
    end_block();
  }

 private:
  void step() {
    if (html_[at_] == '<') {
      tag();
    } else if (html_[at_] == '&') {
      const std::size_t end = std::min(html_.find(';', at_), html_.size());
      if (skipping_ == 0) append_entity(current_, html_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
    } else {
      const std::size_t end = std::min(html_.find_first_of("<&", at_), html_.size());
      if (skipping_ == 0) current_ += html_.substr(at_, end - at_);
      at_ = end;
    }
  }

  void tag() {
    const std::size_t end = std::min(html_.find('>', at_), html_.size());
    const std::string_view inside = html_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, html_.size());
    const bool closing = inside.starts_with('/');
    const std::string_view name =
        inside.substr(closing ? 1 : 0, inside.find_first_of(" />", 1) - (closing ? 1 : 0));
    if (skipping_ > 0) {  // nested elements inside what is left out
      skipping_ += closing ? -1 : inside.ends_with('/') ? 0 : 1;
      return;
    }
    if (!closing && is_left_out(inside)) {
      skipping_ = 1;
    } else if (std::find(inline_elements.begin(), inline_elements.end(), name) == inline_elements.end()) {
      end_block();
    }
  }

  /// The label of a condition, and the number of a footnote, which is no part of the word before it.
  static bool is_left_out(std::string_view tag) {
    return tag.find("when-label") != std::string_view::npos ||
           tag.find("footnote-ref") != std::string_view::npos;
  }

  void end_block() {
    if (!current_.empty()) take_(current_);
    current_.clear();
  }

  std::string_view html_;
  std::size_t at_ = 0;
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
void read_fragment(const Fragment& fragment, Take& take);

template <typename Take>
void read_part(const TailoredPart& part, Take& take) {
  read_fragment(part.body, take);
  for (const TailoredPart& child : part.children) read_part(child, take);
}

template <typename Take>
void read_fragment(const Fragment& fragment, Take& take) {
  std::string html;  // segments around an inline component belong to one sentence
  for (const Segment& segment : fragment) {
    html += segment.html;
    for (const TailoredPart& component : segment.component) {
      if (is_in_words(component.role)) {
        for (const Segment& word : component.body) html += word.html;
        continue;
      }
      Reader(html, take).read();
      html.clear();
      read_part(component, take);
    }
  }
  Reader(html, take).read();
}

/// A list of the blocks that hold something.
struct Blocks {
  std::vector<std::string> all;
  void operator()(std::string_view text) {
    std::string block = folded_space(text);
    if (!block.empty()) all.push_back(std::move(block));
  }
};

}  // namespace

std::vector<std::string> text_blocks(std::string_view html) {
  Blocks blocks;
  Reader(html, blocks).read();
  return std::move(blocks.all);
}

std::vector<std::string> text_blocks(const Fragment& fragment) {
  Blocks blocks;
  read_fragment(fragment, blocks);
  return std::move(blocks.all);
}

std::string plain_text(const Fragment& fragment) {
  std::string text;
  const auto add = [&](std::string_view block) {
    text += block;
    text += '\n';
  };
  read_fragment(fragment, add);
  return text;
}

}  // namespace tailorbird
