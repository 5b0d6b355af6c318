#include "compile/attributes/attributes.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// Typographic quotes, which word processors put in place of straight ones.
bool starts_with_curly_quote(std::string_view text) {
  constexpr std::string_view quotes[] = {"“", "”", "„", "‘", "’", "«", "»"};
  return std::any_of(std::begin(quotes), std::end(quotes), [&](auto one) { return text.starts_with(one); });
}

/// Classes that cannot be meant as anything else.
bool is_class_of_ours(std::string_view word) {
  constexpr std::string_view classes[] = {"only", "except", "term", "section", "decorative"};
  return std::find(std::begin(classes), std::end(classes), word) != std::end(classes);
}

class MarkReader {
 public:
  MarkReader(std::string_view text, const PlaceOf& place, const std::string& file, Diagnostics& diagnostics)
      : text_(text), place_(place), file_(file), diagnostics_(diagnostics) {}

  Mark read() {
    mark_.where = place_(0);
    const bool one_line = text_.find('\n') == std::string_view::npos;
    mark_.length = one_line ? static_cast<std::uint32_t>(code_points(text_)) : 0;
    at_ = 1;
    while (skip_space(), at_ < text_.size() && text_[at_] != '}') read_item();
    if (mark_.classes.empty() && !mark_.id && mark_.pairs.empty() && mark_.readable) {
      problem(0, text_.size(), "there is nothing between the braces",
              "say what the mark is for, such as `{.only audience=\"manager\"}`, or remove it");
    }
    return std::move(mark_);
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  PlacedWord word(std::size_t begin, std::size_t end) const {
    const std::string_view text = text_.substr(begin, end - begin);
    return {std::string(text), place_(begin), static_cast<std::uint32_t>(code_points(text))};
  }

  /// Only the first problem of a mark is reported: later ones may be consequences.
  void problem(std::size_t begin, std::size_t end, std::string message, std::string fix = {}) {
    if (!mark_.readable) return;
    const auto length = static_cast<std::uint32_t>(code_points(text_.substr(begin, end - begin)));
    diagnostics_.add("mark-unreadable", {file_, place_(begin), length}, std::move(message), std::move(fix));
    mark_.readable = false;
  }

  /// The end of the run of characters that can be part of a name.
  std::size_t name_end(std::size_t from) const {
    while (from < text_.size() && is_name(text_[from])) ++from;
    return from;
  }

  /// The end of whatever stands at `from`, up to white space or the closing brace.
  std::size_t chunk_end(std::size_t from) const {
    while (from < text_.size() && !is_space(text_[from]) && text_[from] != '}') ++from;
    return from;
  }

  void read_item() {
    if (text_[at_] == '.' || text_[at_] == '#') return read_class_or_id();
    const std::size_t end = name_end(at_);
    if (end > at_ && end < text_.size() && text_[end] == '=') return read_pair(end);
    const std::size_t stop = std::max(chunk_end(at_), at_ + 1);
    const std::string written(text_.substr(at_, stop - at_));
    std::size_t after = stop;
    while (after < text_.size() && is_space(text_[after])) ++after;
    if (end == stop && after < text_.size() && text_[after] == '=') {
      problem(at_, after + 1, fmt::format("a space before the `=` of `{}`", written),
              fmt::format("write `{}=\"…\"`, without spaces around the `=`", written));
    } else if (end == stop) {
      report_bare_word(stop, written);
    } else {
      problem(at_, stop, fmt::format("`{}` cannot be read", written),
              "write `.class`, `#id` or `key=\"value\"`, separated by spaces");
    }
    at_ = stop;
  }

  /// A word that is neither a class nor a value. It may be the end of a value without quotes, or of an id
  /// with a space.
  void report_bare_word(std::size_t stop, const std::string& written) {
    std::string fix = fmt::format("write `.{0}` for a class or `{0}=\"…\"` for a value", written);
    if (!unquoted_.empty()) return report_unquoted();
    if (!id_before_.empty()) {
      fix = fmt::format("an id has no spaces: `#{}-{}`", id_before_, written);
    } else if (is_class_of_ours(written)) {
      fix = fmt::format("write `.{}`", written);
    } else if (written.size() == 2) {
      fix = fmt::format("write `lang={}` for a language", written);
    }
    problem(at_, stop, fmt::format("`{}` is neither a class nor a value", written), std::move(fix));
  }

  /// `title=Our list`: the words up to the next class, id or key belong to the value.
  void report_unquoted() {
    std::size_t end = at_;
    for (std::size_t next = at_; next < text_.size() && text_[next] != '}';) {
      const std::size_t stop = chunk_end(next);
      const std::string_view chunk = text_.substr(next, stop - next);
      if (chunk.empty() || chunk.front() == '.' || chunk.front() == '#' ||
          chunk.find('=') != std::string_view::npos)
        break;
      end = stop;
      next = std::min(text_.find_first_not_of(" \t\n\r", stop), text_.size());
    }
    problem(unquoted_at_, end, "a value of several words has no quotes around it",
            fmt::format("write `{} {}\"`", unquoted_, text_.substr(at_, end - at_)));
  }

  void read_class_or_id() {
    const char kind = text_[at_];
    const std::size_t begin = at_ + 1;
    const std::size_t end = name_end(begin);
    const std::size_t stop = chunk_end(begin);
    const std::string written(text_.substr(at_, stop - at_));
    if (end == begin || end != stop) {
      problem(at_, std::max(stop, at_ + 1), fmt::format("`{}` cannot be read", written),
              "after `.` or `#` comes a name of letters, digits and hyphens");
    } else if (kind == '.') {
      mark_.classes.push_back(word(begin, end));
    } else if (mark_.id) {
      problem(at_, stop, fmt::format("a second id, `{}`", written), "keep one of the two");
    } else {
      mark_.id = word(begin, end);
    }
    id_before_ = kind == '#' ? written.substr(1) : std::string{};
    unquoted_.clear();
    at_ = std::max(stop, at_ + 1);
  }

  void read_pair(std::size_t equals) {
    const PlacedWord key = word(at_, equals);
    unquoted_.clear();
    id_before_.clear();
    const std::size_t key_at = at_;
    const std::size_t begin = equals + 1;
    const char first = begin < text_.size() ? text_[begin] : '}';
    if (first == '"' || first == '\'') {
      const std::size_t close = text_.find(first, begin + 1);
      if (close == std::string_view::npos) {
        problem(key_at, text_.size(), fmt::format("the value of `{}` has no closing quote", key.text));
        at_ = text_.size();
        return;
      }
      at_ = close + 1;
      add_pair({key, word(begin + 1, close)}, key_at);
      return;
    }
    at_ = chunk_end(begin);
    if (starts_with_curly_quote(text_.substr(begin))) {
      problem(begin, at_, fmt::format("the value of `{}` is in curly quotes", key.text),
              "type straight quotes: \"…\"");
    } else if (at_ == begin) {
      problem(key_at, begin, fmt::format("`{}` has no value", key.text),
              "write the value after `=`, without a space");
    } else {
      unquoted_at_ = key_at;
      unquoted_ = fmt::format("{}=\"{}", key.text, text_.substr(begin, at_ - begin));
      add_pair({key, word(begin, at_)}, key_at);
    }
  }

  void add_pair(MarkPair pair, std::size_t key_at) {
    if (mark_.pair(pair.key.text) != nullptr) {
      problem(key_at, key_at + pair.key.text.size(), fmt::format("`{}` is given twice", pair.key.text),
              "put all values into one, separated by spaces");
      return;
    }
    mark_.pairs.push_back(std::move(pair));
  }

  std::string_view text_;
  const PlaceOf& place_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  Mark mark_;
  std::size_t at_ = 0;
  std::string unquoted_;  // the value without quotes that was read last: `title="Our`
  std::size_t unquoted_at_ = 0;
  std::string id_before_;  // the id that was read last
};

}  // namespace

bool Mark::has_class(std::string_view name) const {
  return std::any_of(classes.begin(), classes.end(), [&](const PlacedWord& one) { return one.text == name; });
}

const MarkPair* Mark::pair(std::string_view key) const {
  const auto at =
      std::find_if(pairs.begin(), pairs.end(), [&](const MarkPair& one) { return one.key.text == key; });
  return at == pairs.end() ? nullptr : &*at;
}

std::size_t mark_size(std::string_view text, std::size_t most) {
  const std::size_t end = std::min(text.size(), most);
  char quote = 0;
  for (std::size_t at = 1; at < end; ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && text[at - 1] == '=') {
      quote = c;
    } else if (c == '}') {
      return at + 1;
    }
  }
  return 0;
}

UnclosedMark unclosed_mark(std::string_view line) {
  const std::size_t value = line.find("=\"");
  if (value != std::string_view::npos && line.find('}', value) != std::string_view::npos)
    return {"a mark with a value whose quote is not closed",
            "end the value as it begins, with the straight quote `\"`"};
  return {"a mark without its closing brace, `}`", ""};
}

Mark read_mark(std::string_view text, const PlaceOf& place, const std::string& file,
               Diagnostics& diagnostics) {
  return MarkReader(text, place, file, diagnostics).read();
}

std::vector<PlacedWord> value_words(const PlacedWord& value) {
  std::vector<PlacedWord> result;
  for (const std::string_view one : words(value.text)) {
    const auto before = code_points(
        std::string_view(value.text).substr(0, static_cast<std::size_t>(one.data() - value.text.data())));
    result.push_back({std::string(one),
                      {value.where.line, value.where.column + static_cast<std::uint32_t>(before)},
                      static_cast<std::uint32_t>(code_points(one))});
  }
  return result;
}

}  // namespace tailorbird
