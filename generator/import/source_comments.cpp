#include "import/source_comments.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "import/literal_spans.hpp"
#include "import/source_conditions.hpp"

namespace tailorbird {
namespace {

using Kind = LiteralSpan::Kind;

struct Place {
  std::size_t line = 0;
  std::size_t column = 0;
};

class Comments {
 public:
  explicit Comments(ImportPage& page) : page_(page) {}

  void leave_out() {
    definitions();
    gone_.assign(page_.body.size(), false);
    std::vector<LiteralSpan> spans = literal_spans(text_);
    std::reverse(spans.begin(), spans.end());  // so that places before stay true
    for (const LiteralSpan& span : spans) {
      if (span.kind == Kind::code) continue;
      const std::string excerpt = first_line(span);
      const std::uint32_t source = page_.body[place(span.begin).line].source;
      if (span.kind == Kind::unclosed) {
        page_.lose("readers-unknown", source, fmt::format("`{}`: a comment that never ends", excerpt));
        continue;
      }
      if (span.kind == Kind::html_comment && (is_for_editors(span) || is_conditional(span))) continue;
      page_.lose(span.kind == Kind::html_comment ? "html-turned" : "hidden-text", source,
                 span.kind == Kind::html_comment ? std::string("`<!-- -->`")
                                                 : fmt::format("`{}`: a comment", excerpt));
      remove(span);
    }
    ImportLines kept;
    for (std::size_t line = 0; line < page_.body.size(); ++line)
      if (!gone_[line]) kept.push_back(std::move(page_.body[line]));
    page_.body = std::move(kept);
  }

 private:
  /// `[//]: # (a comment)`: the definition of a link to which nothing links.
  void definitions() {
    bool code = false;
    for (ImportLine& line : page_.body) {
      const std::string_view bare = trim(line.text);
      if (bare.starts_with("```") || bare.starts_with("~~~")) code = !code;
      const std::size_t end = bare.find("]:");
      if (code || !bare.starts_with('[') || end == std::string_view::npos) continue;
      const std::vector<std::string_view> parts = words(bare.substr(end + 2));
      const bool nowhere = parts.size() > 1 && (parts.front() == "#" || parts.front() == "<>");
      const bool titled =
          nowhere && std::string_view("\"'(").find(parts[1].front()) != std::string_view::npos;
      if (!titled) continue;
      page_.lose("hidden-text", line.source, fmt::format("`{} …`: a comment", bare.substr(0, end + 2)));
      line.text.clear();
    }
    text_ = joined(page_.body);
    for (std::size_t at = 0; at < text_.size(); at = text_.find('\n', at) + 1) starts_.push_back(at);
  }

  Place place(std::size_t at) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), at);
    const auto line = static_cast<std::size_t>(next - starts_.begin()) - 1;
    return {line, at - starts_[line]};
  }

  std::string first_line(const LiteralSpan& span) const {
    const std::string_view all = std::string_view(text_).substr(span.begin, span.end - span.begin);
    const std::string_view line = trim(all.substr(0, all.find('\n')));
    return std::string(line.substr(0, 40)) + (line.size() == all.size() && line.size() <= 40 ? "" : " …");
  }

  /// Whether nothing else stands on its lines. One over several lines must begin a block.
  bool is_for_editors(const LiteralSpan& span) const {
    const Place begin = place(span.begin);
    const Place end = place(span.end);
    const std::string_view before = std::string_view(page_.body[begin.line].text).substr(0, begin.column);
    const std::string_view after = end.line < page_.body.size()
                                       ? std::string_view(page_.body[end.line].text)
                                             .substr(std::min(end.column, page_.body[end.line].text.size()))
                                       : std::string_view();
    const bool several = begin.line != end.line;
    return trim(before).empty() && trim(after).empty() && before.size() <= (several ? 0U : 8U);
  }

  /// Such a one is reported with the other conditions.
  bool is_conditional(const LiteralSpan& span) const {
    return is_conditional_comment(std::string_view(text_).substr(span.begin, span.end - span.begin));
  }

  void remove(const LiteralSpan& span) {
    const Place begin = place(span.begin);
    const Place end = place(span.end);
    std::string rest =
        page_.body[end.line].text.substr(std::min(end.column, page_.body[end.line].text.size()));
    std::string& first = page_.body[begin.line].text;
    first.resize(begin.column);
    if (first.empty() || first.ends_with(' '))
      rest.erase(0, std::min(rest.find_first_not_of(' '), rest.size()));
    first += rest;
    // In an item or a quote, an empty line would say something else.
    const bool nothing = begin.column > 0 && first.find_first_not_of(" \t>") == std::string::npos;
    for (std::size_t line = begin.line + (nothing ? 0 : 1); line <= end.line; ++line) gone_[line] = true;
  }

  ImportPage& page_;
  std::string text_;
  std::vector<std::size_t> starts_;  // of lines
  std::vector<bool> gone_;           // by line
};

}  // namespace

void leave_out_comments(ImportPage& page) { Comments(page).leave_out(); }

}  // namespace tailorbird
