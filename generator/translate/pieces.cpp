#include "translate/pieces.hpp"

#include <algorithm>
#include <array>
#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>

#include "compile/parse/markdown.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// An entity at the beginning of `text`: its size as written, and its characters.
struct Entity {
  std::size_t size = 0;  // 0: none
  std::string characters;
};

Entity read_entity(std::string_view text) {
  if (!text.starts_with('&')) return {};
  cmark_strbuf buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  const bufsize_t after =
      houdini_unescape_ent(&buffer, reinterpret_cast<const std::uint8_t*>(text.data() + 1),
                           static_cast<bufsize_t>(std::min<std::size_t>(text.size() - 1, 64)));
  Entity entity;
  if (after > 0) {
    entity.size = static_cast<std::size_t>(after) + 1;
    entity.characters.assign(reinterpret_cast<const char*>(buffer.ptr),
                             static_cast<std::size_t>(buffer.size));
  }
  cmark_strbuf_free(&buffer);
  return entity;
}

/// The offset past the first `close` at or after `at` that no backslash stands before; npos: none.
std::size_t past(std::string_view text, std::size_t at, char close) {
  for (; at < text.size() && text[at] != close; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at < text.size() ? at + 1 : std::string_view::npos;
}

std::size_t skip_white(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\n>", at), text.size());
}

/// The end of an address without angle brackets that begins at `at`.
std::size_t end_of_bare_address(std::string_view text, std::size_t at) {
  for (int depth = 0; at < text.size() && text[at] != ' ' && text[at] != '\t' && text[at] != '\n'; ++at) {
    if (text[at] == '\\') ++at;
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth < 0) break;
  }
  return std::min(at, text.size());
}

/// Offsets in `(address "title")`.
struct Address {
  std::size_t title = 0;                     // past the quotation mark; 0: no title
  std::size_t title_end = 0;                 // the closing one
  std::size_t end = std::string_view::npos;  // past the closing parenthesis; npos: not such a text
};

Address read_address(std::string_view text, std::size_t at) {
  constexpr std::size_t none = std::string_view::npos;
  if (text.substr(at, 1) != "(") return {};
  at = std::min(text.find_first_not_of(" \t\n", at + 1), text.size());
  at = text.substr(at, 1) == "<" ? past(text, at + 1, '>') : end_of_bare_address(text, at);
  if (at == none) return {};
  at = std::min(text.find_first_not_of(" \t\n", at), text.size());
  Address address;
  const char quote = at < text.size() ? text[at] : '\0';
  if (quote == '"' || quote == '\'' || quote == '(') {
    address.title = at + 1;
    at = past(text, at + 1, quote == '(' ? ')' : quote);
    if (at == none) return {};
    address.title_end = at - 1;
    at = std::min(text.find_first_not_of(" \t\n", at), text.size());
  }
  if (text.substr(at, 1) == ")") address.end = at + 1;
  return address;
}

/// Walks the tree and the text in parallel.
class Aligner {
 public:
  explicit Aligner(std::string_view text) : text_(text) {}

  std::optional<Pieces> align(cmark_node* container) {
    children(container);
    if (!agrees_ || at_ != text_.size() || !nests()) return std::nullopt;
    return std::move(pieces_);
  }

 private:
  void children(cmark_node* parent) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr && agrees_;) {
      cmark_node* next = cmark_node_next(node);
      one(node);
      // The mark after a link or picture was consumed with it.
      const bool taken = next != nullptr && is_mark(next) && mark_kind(next) == MarkKind::after_link;
      node = taken ? cmark_node_next(next) : next;
    }
  }

  void one(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (is_mark(node)) return mark(node);
    if (type == CMARK_NODE_TEXT) return words(literal(node));
    if (type == CMARK_NODE_SOFTBREAK) return line_end();
    if (type == CMARK_NODE_LINEBREAK) return line_break();
    if (type == CMARK_NODE_CODE) return code();
    if (type == CMARK_NODE_HTML_INLINE) return alone(CodeType::html, literal(node));
    if (type == CMARK_NODE_EMPH) return pair(node, CodeType::emphasis, 1);
    if (type == CMARK_NODE_STRONG) return pair(node, CodeType::strong, 2);
    if (type == extension_types().strikethrough) return pair(node, CodeType::strike, strike_width());
    if (type == CMARK_NODE_LINK) return link(node);
    if (type == CMARK_NODE_IMAGE) return reference(node, CodeType::picture, 2);
    agrees_ = false;
  }

  /// Whether codes are properly nested. A span may begin in emphasis and end outside it, which `check`
  /// reports.
  bool nests() const {
    std::vector<std::string_view> open;
    for (const Piece& piece : pieces_) {
      if (piece.role == Piece::Role::open) open.push_back(piece.id);
      if (piece.role != Piece::Role::close) continue;
      if (open.empty() || open.back() != piece.id) return false;
      open.pop_back();
    }
    return open.empty();
  }

  std::string_view rest() const { return text_.substr(std::min(at_, text_.size())); }

  void words(std::string_view literal) {
    const std::size_t begin = at_;
    while (!literal.empty() && agrees_) {
      const std::string_view ahead = rest();
      if (ahead.size() > 1 && ahead[0] == '\\' && is_ascii_punctuation(ahead[1])) {
        agrees_ = ahead[1] == literal[0];
        at_ += 2;
        literal.remove_prefix(1);
      } else if (const Entity entity = read_entity(ahead); entity.size > 0) {
        agrees_ = literal.starts_with(entity.characters);
        at_ += entity.size;
        literal.remove_prefix(std::min(entity.characters.size(), literal.size()));
      } else {
        agrees_ = ahead.starts_with(literal[0]);
        ++at_;
        literal.remove_prefix(1);
      }
    }
    if (agrees_) add(Piece::Role::text, CodeType::none, text_.substr(begin, at_ - begin), {});
  }

  void add(Piece::Role role, CodeType type, std::string_view data, std::string id) {
    if (role == Piece::Role::text && !pieces_.empty() && pieces_.back().role == Piece::Role::text) {
      pieces_.back().data += data;
    } else {
      pieces_.push_back({role, type, std::string(data), std::move(id)});
    }
  }

  std::string new_id() { return std::to_string(++ids_); }

  /// Adds a code of the next `size` bytes; npos: the text does not match the tree.
  void take(Piece::Role role, CodeType type, std::size_t size, std::string id) {
    if (size == std::string_view::npos || at_ + size > text_.size()) {
      agrees_ = false;
      return;
    }
    add(role, type, text_.substr(at_, size), std::move(id));
    at_ += size;
  }

  void alone(CodeType type, std::string_view expected) {
    take(Piece::Role::alone, type, rest().starts_with(expected) ? expected.size() : std::string_view::npos,
         new_id());
  }

  /// White space at the end of the line, the end, and what begins the next: its indentation, `>`.
  void line_end() {
    const std::string_view ahead = rest();
    const std::size_t end = ahead.find_first_not_of(" \t");
    const bool is_end = end != std::string_view::npos && ahead[end] == '\n';
    take(Piece::Role::alone, CodeType::line_end, is_end ? skip_white(ahead, end + 1) : std::string_view::npos,
         new_id());
  }

  void line_break() {
    const std::string_view ahead = rest();
    const std::size_t end = ahead.find('\n');
    const bool is_end = end != std::string_view::npos &&
                        ahead.substr(0, end).find_first_not_of(" \\") == std::string_view::npos;
    take(Piece::Role::alone, CodeType::line_break,
         is_end ? skip_white(ahead, end + 1) : std::string_view::npos, new_id());
  }

  void code() {
    const std::string_view ahead = rest();
    const std::size_t width = std::min(ahead.find_first_not_of('`'), ahead.size());
    std::size_t end = width == 0 ? std::string_view::npos : width;
    while (end < ahead.size()) {
      const std::size_t run = ahead.find('`', end);
      if (run == std::string_view::npos) {
        end = run;
        break;
      }
      end = std::min(ahead.find_first_not_of('`', run), ahead.size());
      if (end - run == width) break;
    }
    take(Piece::Role::alone, CodeType::code, end, new_id());
  }

  std::size_t strike_width() const { return rest().starts_with("~~") ? 2 : 1; }

  void pair(cmark_node* node, CodeType type, std::size_t width) {
    const std::string id = new_id();
    const std::string_view open = rest().substr(0, width);
    const bool sound = open.size() == width && open.find_first_not_of(open[0]) == std::string_view::npos &&
                       std::string_view("*_~").find(open[0]) != std::string_view::npos;
    take(Piece::Role::open, type, sound ? width : std::string_view::npos, id);
    children(node);
    const bool closed = rest().starts_with(open);
    if (agrees_) take(Piece::Role::close, type, closed ? width : std::string_view::npos, id);
  }

  /// The bytes of `{…}` directly after the link or picture `node`, which ends `size` bytes ahead.
  std::size_t with_mark(cmark_node* node, std::size_t size) const {
    cmark_node* next = cmark_node_next(node);
    if (size == std::string_view::npos || next == nullptr || !is_mark(next) ||
        mark_kind(next) != MarkKind::after_link)
      return size;
    const std::string_view mark = mark_text(next);
    return rest().substr(size).starts_with(mark) ? size + mark.size() : std::string_view::npos;
  }

  void link(cmark_node* node) {
    const std::string_view ahead = rest();
    if (ahead.starts_with('[')) return reference(node, CodeType::link, 1);
    if (ahead.starts_with('<')) {
      const std::size_t end = ahead.find('>');
      return take(Piece::Role::alone, CodeType::address,
                  with_mark(node, end == std::string_view::npos ? end : end + 1), new_id());
    }
    cmark_node* words = cmark_node_first_child(node);
    const bool bare = words != nullptr && ahead.starts_with(literal(words));
    take(Piece::Role::alone, CodeType::address,
         bare ? with_mark(node, literal(words).size()) : std::string_view::npos, new_id());
  }

  /// `[words](address)`, `[words][label]`, `[label][]` or `[label]`; with `!` before it for a picture.
  void reference(cmark_node* node, CodeType type, std::size_t width) {
    const std::string id = new_id();
    const std::string_view open = type == CodeType::picture ? "![" : "[";
    take(Piece::Role::open, type, rest().starts_with(open) ? width : std::string_view::npos, id);
    children(node);
    if (!agrees_) return;
    const std::size_t size =
        rest().starts_with(']') ? with_mark(node, closing_size(node)) : std::string_view::npos;
    const std::size_t taken = size == std::string_view::npos || has_label(node) ? 0 : title();
    take(Piece::Role::close, type, size - taken, id);
  }

  /// Takes `](address "words"`, when there are words on one line; the bytes taken.
  std::size_t title() {
    const Address address = read_address(rest(), 1);
    const std::string_view words = rest().substr(address.title, address.title_end - address.title);
    if (words.find('\n') != std::string_view::npos || slug(words).empty()) return 0;
    const std::string id = new_id();
    take(Piece::Role::open, CodeType::title, address.title, id);
    add(Piece::Role::text, CodeType::none, words, {});
    at_ += words.size();
    take(Piece::Role::close, CodeType::title, 1, id);
    return address.title_end + 1;
  }

  static bool has_label(cmark_node* node) {
    const char* url = cmark_node_get_url(node);
    return url != nullptr && !label_of(url).empty();
  }

  std::size_t closing_size(cmark_node* node) const {
    const std::string_view ahead = rest();
    if (!has_label(node)) return read_address(ahead, 1).end;
    return ahead.substr(1, 1) == "[" ? past(ahead, 2, ']') : 1;
  }

  void mark(cmark_node* node) {
    const std::string_view written = mark_text(node);
    switch (mark_kind(node)) {
      case MarkKind::span_open:
        spans_.push_back(new_id());
        return take(Piece::Role::open, CodeType::span, rest().starts_with('[') ? 1 : std::string_view::npos,
                    spans_.back());
      case MarkKind::span_close: {
        const bool sound = !spans_.empty() && rest().starts_with("]" + std::string(written));
        take(Piece::Role::close, CodeType::span, sound ? written.size() + 1 : std::string_view::npos,
             sound ? spans_.back() : std::string());
        if (sound) spans_.pop_back();
        return;
      }
      case MarkKind::note:
        return alone(CodeType::note, "[" + std::string(written) + "]");
      case MarkKind::shortcode:
        return alone(CodeType::variable, written);
      default:
        return alone(CodeType::mark, written);
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int ids_ = 0;
  std::vector<std::string> spans_;  // ids of those that are open
  Pieces pieces_;
  bool agrees_ = true;
};

}  // namespace

std::optional<Pieces> pieces_of(cmark_node* container, std::string_view written) {
  return Aligner(written).align(container);
}

std::string text_of(const Pieces& pieces) {
  std::string text;
  for (const Piece& piece : pieces) text += piece.data;
  return text;
}

bool has_words(const Pieces& pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [](const Piece& piece) { return !piece.is_code() && !slug(piece.data).empty(); });
}

std::string_view code_words(CodeType type) {
  constexpr auto words = std::to_array<std::string_view>(
      {"words", "emphasis", "strong emphasis", "struck-out words", "a link", "a picture",
       "the title of a link", "a span in brackets", "code", "a variable", "a mark in braces", "a note",
       "HTML", "an address", "the end of a line", "a line break"});
  return words[static_cast<std::size_t>(type)];
}

}  // namespace tailorbird
