#include "import/literal_spans.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

using Kind = LiteralSpan::Kind;

struct CommentRow {
  std::string_view begin;
  std::string_view end;
  Kind kind;
};
/// Longest first.
constexpr auto comment_rows = std::to_array<CommentRow>({
    {"{{!--", "--}}", Kind::tool_comment},
    {"{{/*", "*/}}", Kind::tool_comment},
    {"{{!", "}}", Kind::tool_comment},
    {"{/*", "*/}", Kind::tool_comment},
    {"<!--", "-->", Kind::html_comment},
    {"%%", "%%", Kind::tool_comment},
});

class LiteralScan {
 public:
  explicit LiteralScan(std::string_view text) : text_(text) {}

  std::vector<LiteralSpan> scan() {
    while (at_ < text_.size()) {
      if (begins_line() && fence()) continue;
      const char c = text_[at_];
      if (c == '\\') {
        at_ += 2;
      } else if (c == '`') {
        code_span();
      } else if (!comment()) {
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  bool begins_line() const { return at_ == 0 || text_[at_ - 1] == '\n'; }
  std::string_view rest() const { return text_.substr(at_); }
  std::size_t line_end(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }

  void add(Kind kind, std::size_t end) {
    found_.push_back({kind, at_, end});
    at_ = end;
  }

  static std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(" \t"), line.size());
  }

  /// Skips the opening line, whose words count as text, and adds the lines up to the closing one.
  bool fence() {
    const std::string_view line = text_.substr(at_, line_end(at_) - at_);
    const std::string_view bare = trim(line);
    if (!bare.starts_with("```") && !bare.starts_with("~~~")) return false;
    const char sign = bare.front();
    const std::size_t run = std::min(bare.find_first_not_of(sign), bare.size());
    if (sign == '`' && bare.find('`', run) != std::string_view::npos) return false;  // a code span
    std::size_t& unclosed = sign == '`' ? unclosed_ticks_ : unclosed_tildes_;
    if (run >= unclosed) return false;
    const std::size_t first = std::min(line_end(at_) + 1, text_.size());
    for (std::size_t at = first; at < text_.size(); at = line_end(at) + 1) {
      const std::string_view one = text_.substr(at, line_end(at) - at);
      const std::string_view words = trim(one);
      const bool closes = words.size() >= run && words.find_first_not_of(sign) == std::string_view::npos;
      // An item of a list ends, and its code with it.
      const bool left = indent_of(line) > 1 && !words.empty() && indent_of(one) < 2;
      if (!closes && !left) continue;
      if (left && !closes) return false;
      at_ = first;
      add(Kind::code, line_end(at));
      return true;
    }
    unclosed = run;
    return false;
  }

  void code_span() {
    const std::size_t run = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
    if (at_ >= paragraph_) {
      paragraph_ = std::min(text_.find("\n\n", at_), text_.size());
      lonely_.clear();
    }
    for (std::size_t end = text_.find('`', at_ + run); end < paragraph_ && !lonely_.contains(run);
         end = text_.find('`', end)) {
      const std::size_t more = std::min(text_.find_first_not_of('`', end), text_.size()) - end;
      if (more == run) return add(Kind::code, end + run);
      end += more;
    }
    lonely_.insert(run);
    at_ += run;
  }

  bool comment() {
    const auto* const row =
        std::find_if(comment_rows.begin(), comment_rows.end(),
                     [&](const CommentRow& one) { return rest().starts_with(one.begin); });
    if (row == comment_rows.end()) return liquid_comment() || jinja_comment();
    // `<!-->` and `<!--->` are whole comments.
    const std::size_t from = at_ + (row->kind == Kind::html_comment ? 2 : row->begin.size());
    const std::size_t end = find_end(row->end, from);
    if (end == std::string_view::npos) {
      found_.push_back({Kind::unclosed, at_, text_.size()});
      at_ += row->begin.size();
    } else {
      add(row->kind, end + row->end.size());
    }
    return true;
  }

  /// `{% comment %}` … `{% endcomment %}`
  bool liquid_comment() {
    if (!rest().starts_with("{%")) return false;
    std::string_view inside = rest().substr(2, 20);
    inside.remove_prefix(std::min(inside.find_first_not_of("- "), inside.size()));
    if (!inside.starts_with("comment")) return false;
    const std::size_t close = find_end("endcomment", at_);
    const std::size_t end = close == std::string_view::npos ? close : find_end("%}", close);
    if (end == std::string_view::npos) return false;
    add(Kind::tool_comment, end + 2);
    return true;
  }

  /// `{# … #}`; `{#name}` is an id.
  bool jinja_comment() {
    if (!rest().starts_with("{# ")) return false;
    const std::size_t end = find_end("#}", at_ + 2);
    if (end == std::string_view::npos) return false;
    add(Kind::tool_comment, end + 2);
    return true;
  }

  /// What is not there once is not there further on either.
  std::size_t find_end(std::string_view end, std::size_t from) {
    if (absent_.contains(end)) return std::string_view::npos;
    const std::size_t found = text_.find(end, from);
    if (found == std::string_view::npos) absent_.insert(end);
    return found;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t paragraph_ = 0;     // where the one of the last code span ends
  std::set<std::size_t> lonely_;  // runs of backticks that nothing in it ends
  std::set<std::string_view> absent_;
  std::size_t unclosed_ticks_ = std::string_view::npos;  // the shortest fence that is never closed
  std::size_t unclosed_tildes_ = std::string_view::npos;
  std::vector<LiteralSpan> found_;
};

}  // namespace

std::vector<LiteralSpan> literal_spans(std::string_view text) { return LiteralScan(text).scan(); }

}  // namespace tailorbird
