#pragma once
// Text as words with HTML markup between them. Words are unescaped UTF-8 until append_html or html_from
// serialises them. It knows its values, which are another organisation's in another edition, so that what
// editions share can be told from them.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

class MarkedText {
 public:
  /// Adds markup as it will be in the output: ASCII, with attribute values escaped.
  void add_markup(std::string_view html) { add(html, false); }
  /// Adds words as readers see them, unescaped.
  void add_words(std::string_view words) { add(words, true); }
  /// The same for a value: a name, a telephone number, an address in a tag.
  void add_value_markup(std::string_view html);
  void add_value_words(std::string_view words);
  void append(const MarkedText& other);
  /// Bytes that are all words or all markup.
  struct Run {
    std::uint32_t size;
    bool is_words;
  };
  /// Adds `bytes`, which consist of these runs one after the other, none of them empty.
  void add_runs(std::string_view bytes, std::span<const Run> runs);

  void reserve(std::size_t bytes) { bytes_.reserve(bytes); }
  /// Bytes of markup and words together.
  std::size_t size() const { return bytes_.size(); }
  /// Removes everything added after the text had this size.
  void truncate(std::size_t size);
  /// Removes `markup` from the end; false when the text does not end with it.
  bool remove_last_markup(std::string_view markup);

  /// Whether only white space follows the first `from` bytes.
  bool is_blank_after(std::size_t from) const;
  bool is_blank() const { return is_blank_after(0); }
  /// The markup before the first words.
  std::string_view first_markup() const;
  /// Whether the markup contains `part`.
  bool has_markup(std::string_view part) const;

  /// Calls `on_markup(std::string_view)` and `on_words(std::string_view)` for each run of markup or of words,
  /// in order.
  template <typename OnMarkup, typename OnWords>
  void each_run(const OnMarkup& on_markup, const OnWords& on_words) const {
    const std::string_view all = bytes_;
    std::size_t begin = 0;
    for (std::size_t border = 0; border <= borders_.size(); ++border) {
      const std::size_t end = border == borders_.size() ? all.size() : borders_[border];
      if (border % 2 == 1) {
        on_words(all.substr(begin, end - begin));
      } else if (begin != end) {
        on_markup(all.substr(begin, end - begin));
      }
      begin = end;
    }
  }

  bool has_values() const { return !values_.empty(); }
  /// Calls `use(std::string_view)` for each value, in order.
  template <typename Use>
  void each_value(const Use& use) const {
    for (std::size_t index = 0; index < values_.size(); index += 2)
      use(std::string_view(bytes_).substr(values_[index], values_[index + 1] - values_[index]));
  }
  /// The text with a hole (text/holes.hpp) for each value; their numbers begin at `first`.
  MarkedText with_holes(std::size_t first) const;

  /// Bytes and borders, for hashing: two texts are equal when both are equal.
  std::string_view bytes() const { return bytes_; }
  std::span<const std::uint32_t> borders() const { return borders_; }
  bool operator==(const MarkedText& other) const {
    return bytes_ == other.bytes_ && borders_ == other.borders_;
  }

 private:
  bool ends_in_words() const { return borders_.size() % 2 == 1; }
  void add(std::string_view bytes, bool words) {
    if (bytes.empty()) return;
    if (ends_in_words() != words) borders_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    bytes_ += bytes;
  }
  void add_value(std::size_t begin);

  std::string bytes_;
  std::vector<std::uint32_t> borders_;  // offsets at which words begin, markup begins again, and so on
  std::vector<std::uint32_t> values_;   // offsets at which values begin and end
};

/// Appends `text` as HTML in ASCII, with its words escaped (text/html_escape.hpp).
void append_html(std::string& out, const MarkedText& text);

std::string html_from(const MarkedText& text);

}  // namespace tailorbird
