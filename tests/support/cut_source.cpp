#include "support/cut_source.hpp"

#include <algorithm>
#include <vector>

#include "support/cut_mark.hpp"

namespace tailorbird::test {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string trimmed(std::string text) {
  const std::size_t first = text.find_first_not_of(" \n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \n") + 1 - first);
}

bool is_blank(const std::string& line) { return trimmed(line).empty(); }
bool is_code_fence(const std::string& line) { return line.starts_with("```"); }
bool is_fence(const std::string& line) { return line.starts_with(":::"); }
bool is_closing_fence(const std::string& line) {
  return is_fence(line) && line.find_first_not_of(": ") == std::string::npos;
}

/// The line after the code block that begins at line `at`; at + 1 when none begins there.
std::size_t past_code(const Lines& lines, std::size_t at) {
  if (!is_code_fence(lines[at])) return at + 1;
  do ++at;
  while (at < lines.size() && !is_code_fence(lines[at]));
  return std::min(at + 1, lines.size());
}

/// The length of the marker of a list item or footnote; 0 when the line begins neither.
std::size_t marker_length(const std::string& line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) return 2;
  if (line.starts_with("1. ")) return 3;
  if (line.starts_with("[^") && line.find("]: ") != std::string::npos) return line.find("]: ") + 3;
  return 0;
}

std::size_t heading_level(const std::string& line) {
  const std::size_t level = line.find_first_not_of('#');
  return level != std::string::npos && line[level] == ' ' ? level : 0;
}

bool begins_block(const std::string& line) {
  return is_blank(line) || is_fence(line) || is_code_fence(line) || line[0] == '>' || line[0] == '|' ||
         marker_length(line) > 0 || heading_level(line) > 0;
}

std::string cut_words(std::string_view text, const EditionReaders& edition);

/// The length of the first piece of `text`: an escape, inline code, brackets with everything inside, or one
/// character.
std::size_t piece_length(std::string_view text) {
  if (text[0] == '\\') return 2;
  if (text[0] == '`') {
    const std::size_t ticks = text.find_first_not_of('`');
    return text.find(std::string(ticks, '`'), ticks) + ticks;
  }
  if (text[0] != '[') return 1;
  std::size_t end = 1;
  while (end < text.size() && text[end] != ']') end += piece_length(text.substr(end));
  return end + 1;
}

/// The length of the address or label of a link, `(…)` or `[…]`; 0 when it is not a link.
std::size_t target_length(std::string_view text) {
  if (text.empty() || (text[0] != '(' && text[0] != '[')) return 0;
  return text.find(text[0] == '(' ? ')' : ']') + 1;
}

/// Cuts the brackets at the beginning of `text`, with their mark, for the edition. Removes them from `text`.
std::string cut_bracket(std::string_view& text, const EditionReaders& edition) {
  const std::size_t bracket = piece_length(text);
  const std::size_t target = text.starts_with("[^") ? 0 : target_length(text.substr(bracket));
  const std::string_view words = text.substr(1, bracket - 2);
  const std::string_view address = text.substr(bracket, target);
  text.remove_prefix(bracket + target);
  CutMark mark;
  if (text.starts_with('{') && !text.starts_with("{{")) {
    mark = read_mark(text.substr(1, text.find('}') - 1), edition);
    text.remove_prefix(text.find('}') + 1);
    if (verdict_of(mark, edition) == CutVerdict::drop) return "";
  }
  const std::string inside = cut_words(words, readers_inside(mark, edition));
  const std::string left = mark_left(mark, edition);
  const bool is_plain = mark.is_condition && left.empty() && target == 0;
  return (is_plain ? inside : "[" + inside + "]") + std::string(address) + left;
}

std::string cut_words(std::string_view text, const EditionReaders& edition) {
  std::string out;
  while (!text.empty()) {
    if (text[0] == '[') {
      out += cut_bracket(text, edition);
      continue;
    }
    const std::size_t length = piece_length(text);
    out += text.substr(0, length);
    text.remove_prefix(std::min(length, text.size()));
  }
  return out;
}

/// Words and the mark after them, separated by a space: "words {mark}".
struct Marked {
  std::string words;
  CutMark mark;
};

Marked marked_of(const std::string& text, const EditionReaders& edition) {
  const std::size_t brace = text.rfind(" {");
  if (brace == std::string::npos || !text.ends_with('}') || text[brace + 2] == '{') return {text, {}};
  return {text.substr(0, brace), read_mark(text.substr(brace + 2, text.size() - brace - 3), edition)};
}

class BlockCutter {
 public:
  BlockCutter(const Lines& lines, const EditionReaders& edition, bool is_tight, bool heads_parts)
      : lines_(lines), edition_(edition), is_tight_(is_tight), heads_parts_(heads_parts) {}

  Lines run() {
    while (at_ < lines_.size()) block();
    return out_;
  }

 private:
  void block() {
    const std::string& line = lines_[at_];
    if (is_code_fence(line)) {
      const std::size_t end = past_code(lines_, at_);
      while (at_ < end) out_.push_back(lines_[at_++]);
    } else if (is_fence(line)) {
      div();
    } else if (heading_level(line) > 0) {
      heading();
    } else if (line.starts_with('>')) {
      quote();
    } else if (line.starts_with('|')) {
      table();
    } else if (marker_length(line) > 0) {
      item();
    } else if (is_blank(line)) {
      out_.push_back(lines_[at_++]);
    } else {
      paragraph();
    }
  }

  Lines inside(const Lines& lines, const CutMark& mark, bool is_tight, bool heads_parts = false) const {
    return BlockCutter(lines, readers_inside(mark, edition_), is_tight, heads_parts).run();
  }
  void gap() {
    if (!is_tight_) out_.emplace_back();
  }
  void add(const Lines& lines) { out_.insert(out_.end(), lines.begin(), lines.end()); }

  void paragraph() {
    std::string text = lines_[at_++];
    while (at_ < lines_.size() && !begins_block(lines_[at_])) text += "\n" + lines_[at_++];
    for (const std::string& line : lines_of(cut_words(text, edition_))) {
      if (!is_blank(line)) out_.push_back(trimmed(line));
    }
  }

  /// The line of the fence that closes the div that opens at line `at`.
  std::size_t closing_fence(std::size_t at) const {
    std::size_t depth = 0;
    while (at < lines_.size()) {
      if (is_closing_fence(lines_[at])) {
        if (--depth == 0) return at;
      } else if (is_fence(lines_[at])) {
        ++depth;
      }
      at = past_code(lines_, at);
    }
    return at;
  }

  void div() {
    const std::size_t end = closing_fence(at_);
    const Lines body(lines_.begin() + static_cast<long>(at_) + 1, lines_.begin() + static_cast<long>(end));
    const std::string& fence = lines_[at_];
    at_ = end + 1;
    const std::size_t brace = fence.find('{');
    const std::string name = brace == std::string::npos ? trimmed(fence.substr(3)) : "";
    const CutMark mark =
        name.empty() ? read_mark(fence.substr(brace + 1, fence.rfind('}') - brace - 1), edition_) : CutMark{};
    gap();
    if (verdict_of(mark, edition_) == CutVerdict::drop) return;
    const std::string left = name.empty() ? mark_left(mark, edition_) : name;
    const bool is_component = !left.empty() && !left.starts_with("{.only") && !left.starts_with("{.except");
    const bool heads_parts =
        is_component ? left.find("faq") != std::string::npos || left.find("checklist") != std::string::npos
                     : heads_parts_;
    const Lines kept = inside(body, mark, is_tight_ || is_component, heads_parts);
    const bool has_fences =
        is_component || (!left.empty() && !std::all_of(kept.begin(), kept.end(), is_blank));
    if (has_fences) out_.push_back("::: " + left);
    add(kept);
    if (has_fences) out_.emplace_back(":::");
    gap();
  }

  /// The end of the section of a heading: the next heading of the same or a higher level, or the end of the
  /// enclosing block.
  std::size_t section_end(std::size_t at, std::size_t level) const {
    while (at < lines_.size()) {
      const std::size_t other = heading_level(lines_[at]);
      if (other > 0 && other <= level) return at;
      at = is_fence(lines_[at]) ? closing_fence(at) + 1 : past_code(lines_, at);
    }
    return at;
  }

  void heading() {
    const std::size_t level = heading_level(lines_[at_]);
    const auto [text, mark] = marked_of(lines_[at_++], edition_);
    const std::size_t end = mark.is_section || heads_parts_ ? section_end(at_, level) : at_;
    const Lines body(lines_.begin() + static_cast<long>(at_), lines_.begin() + static_cast<long>(end));
    at_ = end;
    if (verdict_of(mark, edition_) == CutVerdict::drop) {
      gap();
      return;
    }
    const std::string left = mark_left(mark, edition_);
    out_.push_back(cut_words(text, readers_inside(mark, edition_)) + (left.empty() ? "" : " " + left));
    add(inside(body, mark, is_tight_, heads_parts_));
  }

  void quote() {
    Lines body;
    while (at_ < lines_.size() && lines_[at_].starts_with('>')) {
      body.push_back(lines_[at_].size() > 1 ? lines_[at_].substr(2) : "");
      ++at_;
    }
    for (const std::string& line : inside(body, {}, false)) out_.push_back(line.empty() ? ">" : "> " + line);
  }

  /// Cuts a table. The mark of a row is in its last cell with words.
  void table() {
    Lines kept;
    bool lost_rows = false;
    for (; at_ < lines_.size() && lines_[at_].starts_with('|'); ++at_) {
      std::string row = lines_[at_];
      CutMark mark;
      const std::size_t close = row.find_last_of('}');
      const std::size_t brace = row.rfind(" {");
      if (brace != std::string::npos && close != std::string::npos && brace < close &&
          row[brace + 2] != '{' && row.find_first_not_of("| ", close + 1) == std::string::npos) {
        mark = read_mark(row.substr(brace + 2, close - brace - 2), edition_);
        if (verdict_of(mark, edition_) == CutVerdict::drop) {
          lost_rows = true;
          continue;
        }
        row = row.substr(0, brace + 1) + mark_left(mark, edition_) + row.substr(close + 1);
      }
      kept.push_back(cut_words(row, readers_inside(mark, edition_)));
    }
    if (kept.size() > 2 || !lost_rows) add(kept);  // a header whose rows are all cut goes too
  }

  /// Cuts a list item or footnote, with the indented lines that belong to it.
  void item() {
    const std::string& first = lines_[at_];
    std::size_t length = marker_length(first);
    const std::size_t indent = first.starts_with("[^") ? 4 : length;
    if (first.substr(length, 4) == "[ ] " || first.substr(length, 4) == "[x] ") length += 4;
    Lines body = {first.substr(length)};
    std::size_t end = at_ + 1;
    for (std::size_t next = end; next < lines_.size(); ++next) {
      const bool blank = is_blank(lines_[next]);
      if (!blank && !lines_[next].starts_with(std::string(indent, ' '))) break;
      if (!blank) end = next + 1;
    }
    for (std::size_t next = at_ + 1; next < end; ++next) {
      body.push_back(is_blank(lines_[next]) ? "" : lines_[next].substr(indent));
    }
    const std::string marker = first.substr(0, length);
    at_ = end;
    std::size_t last = 0;
    while (last + 1 < body.size() && !begins_block(body[last + 1])) ++last;
    const auto [text, mark] = marked_of(body[last], edition_);
    if (verdict_of(mark, edition_) == CutVerdict::drop) return;
    const std::string left = mark_left(mark, edition_);
    body[last] = text + (left.empty() ? "" : " " + left);
    const bool is_tight = std::none_of(body.begin(), body.end(), is_blank);
    Lines kept = inside(body, mark, is_tight);
    if (kept.empty()) kept.emplace_back();
    out_.push_back(marker + kept[0]);
    for (std::size_t next = 1; next < kept.size(); ++next) {
      out_.push_back(kept[next].empty() ? "" : std::string(indent, ' ') + kept[next]);
    }
  }

  const Lines& lines_;
  const EditionReaders& edition_;
  const bool is_tight_;     // blank lines would make the enclosing list loose
  const bool heads_parts_;  // a heading begins a part, to which its condition applies
  std::size_t at_ = 0;
  Lines out_;
};

/// Cuts a line of front matter: keys that name readers are a condition on the page.
CutVerdict cut_key(std::string& line, EditionReaders& edition) {
  const std::size_t colon = line.find(": ");
  if (colon == std::string::npos || !edition.possible.contains(line.substr(0, colon)))
    return CutVerdict::keep;
  const std::string dimension = line.substr(0, colon);
  const CutMark mark = read_mark(".only " + dimension + "=\"" + line.substr(colon + 2) + "\"", edition);
  const CutVerdict verdict = verdict_of(mark, edition);
  if (verdict == CutVerdict::keep) line.clear();
  edition = readers_inside(mark, edition);
  return verdict;
}

}  // namespace

std::optional<std::string> cut_source(std::string_view page, const EditionReaders& edition) {
  const Lines lines = lines_of(page);
  const std::size_t end =
      static_cast<std::size_t>(std::find(lines.begin() + 1, lines.end(), "---") - lines.begin());
  std::string text;
  EditionReaders readers = edition;
  for (std::size_t at = 0; at <= end; ++at) {
    std::string line = lines[at];
    if (cut_key(line, readers) == CutVerdict::drop) return std::nullopt;
    if (!line.empty()) text += line + "\n";
  }
  const Lines body(lines.begin() + static_cast<long>(end) + 1, lines.end());
  for (const std::string& line : BlockCutter(body, readers, false, false).run()) text += line + "\n";
  return text;
}

}  // namespace tailorbird::test
