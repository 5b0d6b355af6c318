#include "import/inline_scan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

class LinkScan {
 public:
  LinkScan(std::string_view text, const ChangeLink& change) : text_(text), change_(change) {}

  std::string scan() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\' && at_ + 1 < text_.size()) {
        take(2);
      } else if (c == '`') {
        code_span();
      } else if (c == '[') {
        open_.push_back({out_.size(), !out_.empty() && out_.back() == '!'});
        take(1);
      } else if (c == ']') {
        close();
      } else if ((c == '<' && autolink()) || (c == 'h' && bare_address())) {
        continue;
      } else {
        take(1);
      }
    }
    return std::move(out_);
  }

 private:
  struct Open {
    std::size_t at;  // of `[` in out_
    bool picture;
  };

  void take(std::size_t bytes) {
    for (const char c : text_.substr(at_, bytes)) line_ += c == '\n' ? 1U : 0U;
    out_ += text_.substr(at_, bytes);
    at_ = std::min(at_ + bytes, text_.size());
  }

  void code_span() {
    const std::size_t ticks = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
    if (no_ticks_.size() > ticks && no_ticks_[ticks]) return take(ticks);
    std::size_t end = text_.find('`', at_ + ticks);
    while (end != std::string_view::npos) {
      const std::size_t run = std::min(text_.find_first_not_of('`', end), text_.size()) - end;
      if (run == ticks) return take(end + run - at_);
      end = text_.find('`', end + run);
    }
    no_ticks_.resize(std::max(no_ticks_.size(), ticks + 1));
    no_ticks_[ticks] = true;
    take(ticks);
  }

  bool autolink() {
    const std::string_view rest = text_.substr(at_ + 1);
    if (!rest.starts_with("http://") && !rest.starts_with("https://")) return false;
    const std::size_t end = rest.find_first_of("> \n");
    if (end == std::string_view::npos || rest[end] != '>') return false;
    const std::string address(rest.substr(0, end));
    const LinkChange change = change_({address, address, "", "", false, false, line_});
    if (change.kind == LinkChange::Kind::keep) {
      take(end + 2);
      return true;
    }
    out_ += change.kind == LinkChange::Kind::address ? fmt::format("<{}>", change.text)
            : change.kind == LinkChange::Kind::words ? fmt::format("`{}`", address)
                                                     : change.text;
    at_ += end + 2;
    return true;
  }

  /// `http://…` among words, which becomes a link by itself.
  bool bare_address() {
    const std::string_view rest = text_.substr(at_);
    const char before = out_.empty() ? ' ' : out_.back();
    if (!rest.starts_with("http://") || (!is_blank(before) && before != '(' && before != '*')) return false;
    std::string_view address = rest.substr(0, std::min(rest.find_first_of(" \t\n<>`[]|"), rest.size()));
    while (!address.empty() && std::string_view(".,:;!?)*'\"").find(address.back()) != std::string_view::npos)
      address.remove_suffix(1);
    const LinkChange change =
        change_({std::string(address), std::string(address), "", "", false, false, line_});
    if (change.kind == LinkChange::Kind::keep) return false;
    out_ += change.kind == LinkChange::Kind::words ? fmt::format("`{}`", address) : change.text;
    at_ += address.size();
    return true;
  }

  /// A `]`: the end of a link's words, or of a label that is defined.
  void close() {
    if (open_.empty()) return take(1);
    const Open open = open_.back();
    open_.pop_back();
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    const bool begins_line = open.at == 0 || out_[open.at - 1] == '\n';
    const bool is_note = open.at + 1 < out_.size() && out_[open.at + 1] == '^';
    if (next == '(' || (next == ':' && begins_line && !is_note)) {
      if (address(open, next == ':')) return;
    }
    take(1);
  }

  /// The address behind `](` or `]:`; false when none stands there.
  bool address(const Open& open, bool definition) {
    std::size_t at = at_ + 2;
    while (at < text_.size() && is_blank(text_[at]) && text_[at] != '\n') ++at;
    WrittenLink link{out_.substr(open.at + 1), "", "", "", open.picture, definition, line_};
    const bool angled = at < text_.size() && text_[at] == '<';
    const std::size_t begin = at + (angled ? 1 : 0);
    int depth = 0;
    for (at = begin; at < text_.size() && text_[at] != '\n'; ++at) {
      const char c = text_[at];
      if (angled ? c == '>'
                 : (is_blank(c) && !is_space_in_address(at, definition)) ||
                       (c == ')' && depth == 0 && !definition))
        break;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    link.address = std::string(trim(text_.substr(begin, at - begin)));
    if (angled && at < text_.size()) ++at;
    std::size_t end = at;
    if (definition) {
      end = std::min(text_.find('\n', at), text_.size());
    } else {
      end = text_.find(')', title_end(at));
      if (end == std::string_view::npos || text_.substr(at, end - at).find("\n\n") != std::string_view::npos)
        return false;
    }
    link.title = std::string(trim(text_.substr(at, end - at)));
    if (link.title.starts_with('=')) link.title.clear();  // a size: `=100x20`
    if (link.address.empty() && definition) return false;
    std::size_t behind = definition ? end : end + 1;
    const std::size_t mark_end = !definition && behind < text_.size() && text_[behind] == '{'
                                     ? text_.find('}', behind)
                                     : std::string_view::npos;
    if (mark_end != std::string_view::npos)
      link.mark = std::string(text_.substr(behind, mark_end + 1 - behind));
    const LinkChange changed = change_(link);
    if (changed.kind == LinkChange::Kind::keep) {
      out_ += text_.substr(at_, behind - at_);
    } else {
      write(open, link, changed);
    }
    if (!link.mark.empty() && (changed.without_mark || changed.kind == LinkChange::Kind::text ||
                               changed.kind == LinkChange::Kind::words))
      behind += link.mark.size();
    for (const char c : text_.substr(at_, behind - at_)) line_ += c == '\n' ? 1U : 0U;
    at_ = behind;
    return true;
  }

  /// Other tools accept spaces in an address: it continues if the rest ends in `)`.
  bool is_space_in_address(std::size_t at, bool definition) const {
    if (definition || text_[at] != ' ') return false;
    const std::size_t next = std::min(text_.find_first_not_of(' ', at), text_.size());
    return next < text_.size() && text_[next] != '"' && text_[next] != '\'' && text_[next] != '(' &&
           text_[next] != '=' && text_[next] != ')' && text_[next] != '\n';
  }

  std::size_t title_end(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    const char quote = at < text_.size() ? text_[at] : ' ';
    if (quote != '"' && quote != '\'') return at;
    const std::size_t end = text_.find(quote, at + 1);
    return end == std::string_view::npos ? at : end;
  }

  void write(const Open& open, const WrittenLink& link, const LinkChange& change) {
    using enum LinkChange::Kind;
    const std::string title = link.title.empty() ? "" : " " + link.title;
    if (change.kind == words || change.kind == text) {
      out_.erase(link.picture && open.at > 0 ? open.at - 1 : open.at);
      // A mark of ours, such as a condition, outlives the address that it stood behind.
      const bool marked = change.kind == words && !link.mark.empty() && !change.without_mark;
      out_ += marked                 ? fmt::format("[{}]{}", link.words, link.mark)
              : change.kind == words ? link.words
                                     : change.text;
    } else {
      out_ += link.definition ? fmt::format("]: {}{}", change.text, title)
                              : fmt::format("]({}{})", change.text, title);
    }
  }

  std::string_view text_;
  const ChangeLink& change_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
  std::string out_;
  std::vector<Open> open_;
  std::vector<bool> no_ticks_;  // by count: no code ends with so many backticks
};

}  // namespace

std::string with_links(std::string_view text, const ChangeLink& change) {
  return LinkScan(text, change).scan();
}

}  // namespace tailorbird
