#include "import/inline_html.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "base/strings.hpp"
#include "import/html_elements.hpp"
#include "import/source_conditions.hpp"

namespace tailorbird {
namespace {

/// The Markdown in place of an element's tags.
struct TagMarks {
  ElementRole role;
  std::string_view begin;
  std::string_view end;
};
constexpr auto tag_marks = std::to_array<TagMarks>({
    {ElementRole::strong, "**", "**"},
    {ElementRole::emphasis, "*", "*"},
    {ElementRole::strike, "~~", "~~"},
    {ElementRole::quotation, "“", "”"},
});

const TagMarks* marks_of(ElementRole role) {
  const auto* const row =
      std::find_if(tag_marks.begin(), tag_marks.end(), [&](const TagMarks& one) { return one.role == role; });
  return row == tag_marks.end() ? nullptr : row;
}

/// `<h2 id="x">` and `<a name="x">` name a place.
std::string place_name(const HtmlTag& tag) {
  const std::string id = tag.attribute("id");
  return id.empty() && tag.name == "a" ? tag.attribute("name") : id;
}

class InlineHtml {
 public:
  InlineHtml(std::string text, std::uint32_t line, bool on_one_line, ImportPage& page)
      : text_(std::move(text)), line_(line), on_one_line_(on_one_line), page_(page) {}

  std::string turn() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\' && at_ + 1 < text_.size()) {
        take(2);
      } else if (c == '`') {
        code_span();
      } else if (c != '<' || !(comment() || tag())) {
        take(1);
      }
    }
    tell();
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return std::string_view(text_).substr(at_); }

  /// Copies `bytes` and counts lines.
  void take(std::size_t bytes) {
    out_ += text_.substr(at_, bytes);
    skip(bytes);
  }
  void skip(std::size_t bytes) {
    for (const std::size_t end = at_ + bytes; at_ < end; ++at_) {
      if (text_[at_] != '\n') continue;
      tell();
      ++line_;
    }
  }

  void tell() {
    if (turned_.empty()) return;
    page_.lose("html-turned", line_, join({turned_.begin(), turned_.end()}, ", "));
    turned_.clear();
  }
  void turned(const std::string& name) { turned_.insert(fmt::format("`<{}>`", name)); }
  void lost(const std::string& what) { page_.lose("html-lost", line_, what); }

  void code_span() {
    const std::size_t ticks = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
    std::size_t end = text_.find('`', at_ + ticks);
    while (end != std::string::npos) {
      const std::size_t run = std::min(text_.find_first_not_of('`', end), text_.size()) - end;
      if (run == ticks) return take(end + run - at_);
      end = text_.find('`', end + run);
    }
    take(ticks);
  }

  bool comment() {
    if (!rest().starts_with("<!--")) return false;
    const std::size_t end = text_.find("-->", at_);
    if (end == std::string::npos) return false;
    const std::size_t before = out_.find_last_not_of(' ');
    const std::size_t after = text_.find_first_not_of(' ', end + 3);
    const bool alone = (before == std::string::npos || out_[before] == '\n') &&
                       (after == std::string::npos || text_[after] == '\n');
    if (alone) {  // on lines of its own it is for editors, here too
      take(end + 3 - at_);
      return true;
    }
    turned("!-- --");
    skip(end + 3 - at_);
    return true;
  }

  bool tag() {
    const HtmlTag tag = html_tag(rest());
    if (tag.name.empty()) return false;
    const ElementRow* row = html_element(tag.name);
    if (!tag.closes && is_hidden_html(tag.attributes) && hidden(tag)) return true;
    if (row == nullptr) return unknown(tag);
    if (const std::string name = place_name(tag); !name.empty() && !tag.closes)
      page_.places.emplace_back(name, line_);
    if (row->role == ElementRole::line_break) return line_break(tag);
    if (row->role == ElementRole::picture) return picture(tag);
    if (row->role == ElementRole::code && !tag.closes) return code(tag);
    if (row->role == ElementRole::lost) return element_lost(tag);
    if (tag.closes) return close(tag);
    return open(tag, *row);
  }

  /// Leaves out an element that no browser shows. One whose end is not among these words stays, and its page
  /// becomes a draft.
  bool hidden(const HtmlTag& tag) {
    std::size_t end = at_ + tag.length;
    for (int depth = tag.closed_itself || is_void_element(tag.name) ? 0 : 1; depth > 0;) {
      end = text_.find('<', end);
      if (end == std::string::npos || never_end_.contains(tag.name)) {
        never_end_.insert(tag.name);
        return false;
      }
      const HtmlTag next = html_tag(std::string_view(text_).substr(end));
      if (next.name == tag.name && !next.closed_itself) depth += next.closes ? -1 : 1;
      end += std::max<std::size_t>(next.name.empty() ? 1 : next.length, 1);
    }
    settle_condition(page_, ConditionKind::element, line_);
    page_.lose("hidden-text", line_,
               fmt::format("`<{}>`, which no browser shows, and what is in it", tag.name));
    skip(end - at_);
    return true;
  }

  /// Either an element that only another tool knows, or words in angle brackets: `<your name>`.
  bool unknown(const HtmlTag& tag) {
    const bool has_partner = text_.find("</" + text_.substr(at_ + 1, tag.name.size())) != std::string::npos;
    const bool is_mark = tag.closes || tag.closed_itself || has_partner ||
                         tag.name.find(':') != std::string::npos ||
                         (text_[at_ + 1] >= 'A' && text_[at_ + 1] <= 'Z');
    if (is_mark) {
      if (!tag.closes)
        lost(fmt::format("`{}`; its text stayed", text_.substr(at_, std::min<std::size_t>(tag.length, 80))));
      skip(tag.length);
      return true;
    }
    page_.lose("html-turned", line_, fmt::format("`{}` are words", text_.substr(at_, tag.length)));
    out_ += '\\';
    take(tag.length);
    return true;
  }

  bool line_break(const HtmlTag& tag) {
    turned(tag.name);
    skip(tag.length);
    while (out_.ends_with(' ')) out_.pop_back();
    if (on_one_line_) {
      out_ += ' ';
    } else if (at_ < text_.size() && text_[at_] == '\n') {
      out_ += '\\';
    } else if (!trim(rest()).empty() && !out_.empty()) {
      out_ += "\\\n";
      while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    return true;
  }

  bool picture(const HtmlTag& tag) {
    turned(tag.name);
    bool has_words = false;
    for (const auto& [name, value] : tag.attributes) has_words = has_words || name == "alt";
    const std::string words = tag.attribute("alt");
    const std::string address = replace_all(tag.address("src"), " ", "%20");
    if (address.empty()) {
      page_.lose("picture-lost", line_, "a picture that says no file");
    } else {
      out_ += fmt::format("![{}]({}){}", markdown_escaped(replace_all(words, "\n", " ")), address,
                          has_words && words.empty() ? "{.decorative}" : "");
    }
    skip(tag.length);
    return true;
  }

  bool code(const HtmlTag& tag) {
    const std::size_t end = text_.find("</" + tag.name, at_);
    const std::size_t close = end == std::string::npos ? end : text_.find('>', end);
    if (close == std::string::npos) return element_lost(tag);
    const auto tree = read_html(text_.substr(at_, close + 1 - at_), line_);
    HtmlLanguage language(page_, *tree);
    out_ += element_words(tree->root(), language);
    turned(tag.name);
    skip(close + 1 - at_);
    return true;
  }

  /// An element without meaning here, whole or as a single tag.
  bool element_lost(const HtmlTag& tag) {
    const std::size_t end = tag.closes || tag.closed_itself || is_void_element(tag.name)
                                ? std::string::npos
                                : text_.find("</" + tag.name, at_);
    const std::size_t close = end == std::string::npos ? end : text_.find('>', end);
    if (!tag.closes)
      lost(fmt::format("`<{}>`{}", tag.name, close == std::string::npos ? "" : " and what is in it"));
    skip(close == std::string::npos ? tag.length : close + 1 - at_);
    return true;
  }

  bool open(const HtmlTag& tag, const ElementRow& row) {
    turned(tag.name);
    const bool has_end = text_.find("</" + tag.name, at_) != std::string::npos;
    skip(tag.length);
    std::string end;
    if (const TagMarks* marks = marks_of(row.role); marks != nullptr && has_end) {
      const std::size_t blank = std::min(text_.find_first_not_of(' ', at_), text_.size()) - at_;
      take(blank);
      out_ += marks->begin;
      end = marks->end;
    }
    const std::string address = row.role == ElementRole::link ? tag.address("href") : std::string();
    if (!address.empty() && has_end) {
      out_ += '[';
      end = fmt::format("]({})", replace_all(address, " ", "%20"));
    }
    if (has_end) open_.emplace_back(tag.name, end);
    return true;
  }

  bool close(const HtmlTag& tag) {
    skip(tag.length);
    if (open_.empty() || open_.back().first != tag.name) return true;
    const std::string end = open_.back().second;
    open_.pop_back();
    if (end.empty()) return true;
    std::size_t blank = 0;
    while (out_.ends_with(' ')) {
      out_.pop_back();
      ++blank;
    }
    out_ += end + std::string(blank, ' ');
    return true;
  }

  std::string text_;
  std::uint32_t line_;
  bool on_one_line_;
  ImportPage& page_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::pair<std::string, std::string>> open_;  // name, what ends it here
  std::set<std::string> turned_;
  std::set<std::string> never_end_;  // hidden elements
};

bool is_table_row(std::string_view line) {
  return trim(line).starts_with('|') || std::count(line.begin(), line.end(), '|') > 1;
}

/// Whether a line is a block of its own that does not continue on the next line.
bool stands_alone(std::string_view line) { return trim(line).starts_with('#') || is_table_row(line); }

ImportLines turned_lines(const ImportLines& lines, bool on_one_line, ImportPage& page) {
  std::string text = joined(lines);
  text.pop_back();
  ImportLines made =
      import_lines(InlineHtml(std::move(text), lines.front().source, on_one_line, page).turn(), 0);
  for (std::size_t index = 0; index < made.size(); ++index)
    made[index].source = lines[std::min(index, lines.size() - 1)].source;
  return made;
}

}  // namespace

ImportLines turn_inline_html(const ImportLines& lines, ImportPage& page) {
  ImportLines made;
  for (std::size_t from = 0; from < lines.size();) {
    std::size_t to = from + 1;
    const bool alone = stands_alone(lines[from].text);
    while (!alone && to < lines.size() && !stands_alone(lines[to].text)) ++to;
    const ImportLines part(lines.begin() + static_cast<std::ptrdiff_t>(from),
                           lines.begin() + static_cast<std::ptrdiff_t>(to));
    const bool plain = std::none_of(part.begin(), part.end(), [](const ImportLine& line) {
      return line.text.find('<') != std::string::npos;
    });
    const ImportLines turned = plain ? part : turned_lines(part, alone, page);
    made.insert(made.end(), turned.begin(), turned.end());
    from = to;
  }
  return made;
}

ImportLines turn_loose_tags(const ImportLines& lines, ImportPage& page) {
  ImportLines made;
  for (const ImportLine& line : lines) {
    std::string text = line.text;
    const std::string lower = ascii_lower(text);
    const bool begins = lower.find("<details") != std::string::npos;
    const bool ends = lower.find("</details") != std::string::npos;
    if (begins) made.push_back({line.source, "::: faq"});
    const std::size_t summary = lower.find("<summary");
    const ImportLines turned = turned_lines({{line.source, text}}, true, page);
    const std::string words(trim(turned.empty() ? std::string() : turned.front().text));
    if (summary != std::string::npos) {
      made.push_back({line.source, "### " + words});
      made.push_back({line.source, ""});
    } else if (!words.empty()) {
      made.push_back({line.source, words});
    }
    if (ends) {
      made.push_back({line.source, ":::"});
    }
  }
  return made;
}

}  // namespace tailorbird
