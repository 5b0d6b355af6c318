// Definitions as a block extension of cmark-gfm: notes `[^name]: …` and link labels `[label]: address
// "title"`.
//
// cmark-gfm keeps one definition of each name for the whole document, wherever it stands. Here each stays in
// the tree where it was written, so that the conditions around it are known. A label is put into cmark's own
// map with a stand-in for its address, which identifies the links that use it (label_of).

#include <algorithm>
#include <cctype>
#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/utf8.h>
#include <cstring>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "base/strings.hpp"
#include "compile/parse/extensions.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

constexpr int deepest_indent = 3;
constexpr int note_indent = 4;
constexpr int most_parentheses = 32;
constexpr std::size_t longest_label = 999;

cmark_node_type note_type = CMARK_NODE_NONE;
cmark_node_type label_type = CMARK_NODE_NONE;

/// Whether the title of a label may follow on the line after its address.
enum class LabelState : char { title_may_follow, complete };

LabelState state_of(cmark_node* label) {
  return static_cast<LabelState>(reinterpret_cast<std::uintptr_t>(cmark_node_get_user_data(label)));
}

/// The library stores one pointer for us; the state fits into it.
void set_state(cmark_node* label, LabelState state) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  cmark_node_set_user_data(label, reinterpret_cast<void*>(static_cast<std::uintptr_t>(state)));
}

/// The rest of the line, without its line end.
std::string_view rest_of_line(cmark_parser* parser, const unsigned char* input, int length) {
  const int begin = cmark_parser_get_first_nonspace(parser);
  std::string_view line(reinterpret_cast<const char*>(input) + begin,
                        static_cast<std::size_t>(length - begin));
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

void advance(cmark_parser* parser, const unsigned char* input, std::size_t bytes_of_rest) {
  const int to = cmark_parser_get_first_nonspace(parser) + static_cast<int>(bytes_of_rest);
  cmark_parser_advance_offset(parser, reinterpret_cast<const char*>(input),
                              to - cmark_parser_get_offset(parser), 0);
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  return std::min(line.find_first_not_of(" \t", at), line.size());
}

// --- Notes ---

/// The size in bytes of `[^name]:` and the blanks after it; 0 when the line does not begin a note.
std::size_t note_size(std::string_view line) {
  const std::string_view name = note_name(line);
  const std::size_t colon = name.size() + 3;
  if (name.empty() || line.substr(colon, 1) != ":") return 0;
  return skip_blanks(line, colon + 1);
}

cmark_node* open_note(cmark_syntax_extension* self, cmark_parser* parser, cmark_node* parent,
                      const unsigned char* input, std::string_view line) {
  const std::size_t size = note_size(line);
  if (size == 0) return nullptr;
  cmark_node* note =
      cmark_parser_add_child(parser, parent, note_type, cmark_parser_get_first_nonspace(parser) + 1);
  cmark_node_set_syntax_extension(note, self);
  cmark_node_set_string_content(note, std::string(note_name(line)).c_str());
  advance(parser, input, size);
  return note;
}

int match_note(cmark_parser* parser, const unsigned char* input) {
  if (cmark_parser_get_indent(parser) >= note_indent) {
    cmark_parser_advance_offset(parser, reinterpret_cast<const char*>(input), note_indent, 1);
    return 1;
  }
  return cmark_parser_is_blank(parser) != 0 ? 1 : 0;
}

// --- Labels ---

struct Label {
  std::string_view name;
  std::string_view address;
  std::string_view title;  // with its quotes; empty: none
};

/// The offset past the first `close` after `at` without a backslash before it; 0 when there is none.
std::size_t end_of(std::string_view line, std::size_t at, char close) {
  for (; at < line.size() && line[at] != close; ++at) {
    if (line[at] == '\\') ++at;
  }
  return at < line.size() ? at + 1 : 0;
}

std::string_view read_title(std::string_view line) {
  if (line.size() < 2) return {};
  const char open = line.front();
  const std::size_t end =
      open == '"' || open == '\'' || open == '(' ? end_of(line, 1, open == '(' ? ')' : open) : 0;
  return end != 0 && trim(line.substr(end)).empty() ? line.substr(0, end) : std::string_view();
}

std::string_view read_name(std::string_view line) {
  std::size_t at = 1;
  for (; at < line.size() && line[at] != ']' && line[at] != '['; ++at) {
    if (line[at] == '\\') ++at;
  }
  if (at >= line.size() || line[at] != ']' || at > longest_label) return {};
  return line.substr(1, at - 1);
}

/// The address at the beginning of `line`, as written; nothing when there is none.
std::optional<std::string_view> read_address(std::string_view line) {
  if (line.starts_with('<')) {
    const std::size_t end = end_of(line, 1, '>');
    if (end == 0 || line.substr(1, end - 2).find('<') != std::string_view::npos) return std::nullopt;
    return line.substr(0, end);
  }
  int depth = 0;
  std::size_t at = 0;
  for (; at < line.size() && line[at] != ' ' && line[at] != '\t'; ++at) {
    if (line[at] == '\\' && at + 1 < line.size() &&
        std::ispunct(static_cast<unsigned char>(line[at + 1])) != 0) {
      ++at;
    } else if (line[at] == '(') {
      if (++depth > most_parentheses) return std::nullopt;
    } else if (line[at] == ')' && --depth < 0) {
      return std::nullopt;
    }
  }
  return at == 0 ? std::nullopt : std::optional(line.substr(0, std::min(at, line.size())));
}

/// `line` as the definition of a label, if the whole line is one.
std::optional<Label> read_label(std::string_view line) {
  if (!line.starts_with('[')) return std::nullopt;
  Label label;
  label.name = trim(read_name(line));
  const std::size_t colon = read_name(line).size() + 2;
  if (label.name.empty() || line.substr(colon, 1) != ":") return std::nullopt;
  const std::string_view after = line.substr(skip_blanks(line, colon + 1));
  const std::optional<std::string_view> address = read_address(after);
  if (!address) return std::nullopt;
  label.address = *address;
  const std::string_view rest = trim(after.substr(address->size()));
  const bool spaced = after.size() > address->size() && after[address->size()] != '"';
  label.title = spaced ? read_title(rest) : std::string_view();
  if (!rest.empty() && label.title.empty()) return std::nullopt;
  return label;
}

/// `written` with escapes and entities resolved.
std::string unescaped(cmark_mem* memory, std::string_view written) {
  cmark_strbuf buffer;
  cmark_strbuf_init(memory, &buffer, 0);
  houdini_unescape_html_f(&buffer, reinterpret_cast<const std::uint8_t*>(written.data()),
                          static_cast<bufsize_t>(written.size()));
  cmark_strbuf_unescape(&buffer);
  std::string text(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
  cmark_strbuf_free(&buffer);
  return text;
}

/// As cmark compares labels: case folded, white space collapsed.
std::string normalised(cmark_mem* memory, std::string_view name) {
  cmark_strbuf buffer;
  cmark_strbuf_init(memory, &buffer, 0);
  cmark_utf8proc_case_fold(&buffer, reinterpret_cast<const std::uint8_t*>(name.data()),
                           static_cast<bufsize_t>(name.size()));
  cmark_strbuf_trim(&buffer);
  cmark_strbuf_normalize_whitespace(&buffer);
  std::string text(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
  cmark_strbuf_free(&buffer);
  return text;
}

unsigned char* copy_for(cmark_mem* memory, std::string_view text) {
  auto* copy = static_cast<unsigned char*>(memory->calloc(text.size() + 1, 1));
  std::memcpy(copy, text.data(), text.size());
  return copy;
}

/// Lets cmark find the label, with a stand-in for its address.
void add_to_map(cmark_parser* parser, const std::string& name) {
  cmark_map* map = parser->refmap;
  auto* reference = static_cast<cmark_reference*>(parser->mem->calloc(1, sizeof(cmark_reference)));
  const std::string stand_in = std::string(1, label_stand_in) + name;
  reference->entry.label = copy_for(parser->mem, name);
  reference->entry.age = map->size;
  reference->entry.next = map->refs;
  reference->url.data = copy_for(parser->mem, stand_in);
  reference->url.len = static_cast<bufsize_t>(stand_in.size());
  reference->url.alloc = 1;
  map->refs = &reference->entry;
  ++map->size;
}

std::string_view without_angles(std::string_view address) {
  return address.starts_with('<') ? address.substr(1, address.size() - 2) : address;
}

std::string_view without_quotes(std::string_view title) {
  return title.size() < 2 ? std::string_view() : title.substr(1, title.size() - 2);
}

/// The text being parsed, for looking ahead to the next line.
class Lines {
 public:
  void begin(std::string_view text) {
    text_ = text;
    number_ = 1;
    at_ = 0;
  }

  /// The line with this number; lines are requested in order.
  std::string_view line(int number) {
    for (; number_ < number && at_ < text_.size(); ++number_) at_ = end_of_line(at_, true);
    return number_ < number ? std::string_view() : text_.substr(at_, end_of_line(at_, false) - at_);
  }
  std::string_view next(int number) {
    line(number);
    const std::size_t begin = end_of_line(at_, true);
    return text_.substr(begin, end_of_line(begin, false) - begin);
  }

 private:
  std::size_t end_of_line(std::size_t from, bool past_end) const {
    std::size_t end = std::min(text_.find_first_of("\r\n", from), text_.size());
    if (!past_end || end == text_.size()) return end;
    return end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
  }

  std::string_view text_;
  int number_ = 1;
  std::size_t at_ = 0;
};

thread_local Lines lines;  // cmark's functions take no context

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" \t>"), line.size()); }

/// Whether the line after this one can be read by itself. To cmark, words directly after a definition are a
/// paragraph that has begun, in which a line of hyphens or an indented one means something else.
bool stands_apart(cmark_parser* parser) {
  const std::string_view next = lines.next(parser->line_number);
  const std::string_view words = next.substr(indent_of(next));
  if (words.empty()) return true;
  const std::size_t indent = indent_of(lines.line(parser->line_number));
  if (indent_of(next) > indent + deepest_indent) return false;
  constexpr std::string_view beginnings[] = {"[", "\"", "'", "(", ":::", "#", "```", "~~~", "- ", "* ", "+ "};
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view one) { return words.starts_with(one); });
}

/// A line that would continue a paragraph is not a definition. Where this line has opened a block, cmark may
/// have freed its current node already: a paragraph of nothing but definitions.
bool goes_on(cmark_parser* parser, cmark_node* parent) {
  if (parent->type == CMARK_NODE_PARAGRAPH) return true;
  const bool opened_here = parent->start_line == parser->line_number;
  return !opened_here && parser->current->type == CMARK_NODE_PARAGRAPH;
}

void set_content(cmark_node* node, const std::string& name, const std::string& address,
                 const std::string& title) {
  cmark_node_set_string_content(node, (name + '\n' + address + '\n' + title).c_str());
}

cmark_node* open_label(cmark_syntax_extension* self, cmark_parser* parser, cmark_node* parent,
                       const unsigned char* input, std::string_view line) {
  if (parent->type == extension_types().table || goes_on(parser, parent)) return nullptr;
  const std::optional<Label> label = read_label(line);
  if (!label || !stands_apart(parser)) return nullptr;
  cmark_node* node =
      cmark_parser_add_child(parser, parent, label_type, cmark_parser_get_first_nonspace(parser) + 1);
  cmark_node_set_syntax_extension(node, self);
  const std::string name = normalised(parser->mem, label->name);
  set_content(node, name, unescaped(parser->mem, without_angles(label->address)),
              unescaped(parser->mem, without_quotes(label->title)));
  set_state(node, label->title.empty() ? LabelState::title_may_follow : LabelState::complete);
  add_to_map(parser, name);
  advance(parser, input, line.size());
  return node;
}

/// A blank line after the definition is consumed with it: cmark does not remember where a definition was, and
/// the blank line would loosen a list.
int match_label(cmark_parser* parser, const unsigned char* input, int length, cmark_node* node) {
  const bool title_may_follow = state_of(node) == LabelState::title_may_follow;
  set_state(node, LabelState::complete);
  if (cmark_parser_is_blank(parser) != 0) return 1;
  node->flags = static_cast<std::uint16_t>(node->flags & ~CMARK_NODE__LAST_LINE_BLANK);
  if (!title_may_follow) return 0;
  const std::string_view line = rest_of_line(parser, input, length);
  const std::string_view title = read_title(line);
  if (title.empty()) return 0;
  const LabelDefinitionText text = label_definition(node);
  set_content(node, std::string(text.label), std::string(text.address),
              unescaped(parser->mem, without_quotes(title)));
  advance(parser, input, line.size());
  return 1;
}

// --- Both ---

cmark_node* open_definition(cmark_syntax_extension* self, int indented, cmark_parser* parser,
                            cmark_node* parent, unsigned char* input, int length) {
  if (indented != 0 || cmark_parser_get_indent(parser) > deepest_indent ||
      parent->type == CMARK_NODE_CODE_BLOCK)
    return nullptr;
  const std::string_view line = rest_of_line(parser, input, length);
  if (!line.starts_with('[')) return nullptr;
  cmark_node* note = open_note(self, parser, parent, input, line);
  return note != nullptr ? note : open_label(self, parser, parent, input, line);
}

int match_definition(cmark_syntax_extension*, cmark_parser* parser, unsigned char* input, int length,
                     cmark_node* node) {
  return node->type == note_type ? match_note(parser, input) : match_label(parser, input, length, node);
}

int can_contain(cmark_syntax_extension*, cmark_node* node, cmark_node_type child) {
  const bool block = (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
  const ExtensionTypes& types = extension_types();
  return node->type == note_type && block && child != CMARK_NODE_ITEM && child != types.table_row &&
                 child != types.table_cell
             ? 1
             : 0;
}

const char* type_string(cmark_syntax_extension*, cmark_node* node) {
  return node->type == note_type ? "note" : "label";
}

std::string_view content(cmark_node* node) {
  const char* text = cmark_node_get_string_content(node);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

}  // namespace

cmark_syntax_extension* make_definition_extension() {
  cmark_syntax_extension* self = cmark_syntax_extension_new("tailorbird-definition");
  cmark_syntax_extension_set_open_block_func(self, open_definition);
  cmark_syntax_extension_set_match_block_func(self, match_definition);
  cmark_syntax_extension_set_can_contain_func(self, can_contain);
  cmark_syntax_extension_set_get_type_string_func(self, type_string);
  note_type = cmark_syntax_extension_add_node(0);
  label_type = cmark_syntax_extension_add_node(0);
  return self;
}

void begin_definitions(std::string_view text) { lines.begin(text); }

std::string_view note_name(std::string_view text) {
  if (!text.starts_with("[^")) return {};
  const std::size_t end = text.find_first_of("]\\ \t\r\n", 2);
  const bool closed = end != std::string_view::npos && text[end] == ']';
  return closed ? text.substr(2, end - 2) : std::string_view();
}

bool is_note_definition(cmark_node* node) { return node->type == note_type; }
bool is_label_definition(cmark_node* node) { return node->type == label_type; }

std::string_view note_definition_name(cmark_node* node) { return content(node); }

LabelDefinitionText label_definition(cmark_node* node) {
  const std::string_view text = content(node);
  const std::size_t first = std::min(text.find('\n'), text.size());
  const std::size_t second = std::min(text.find('\n', first + 1), text.size());
  return {text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
}

std::string_view label_of(std::string_view address) {
  return address.starts_with(label_stand_in) ? address.substr(1) : std::string_view();
}

}  // namespace tailorbird
