#pragma once
// A page program: one Markdown file, parsed once, as flat data. It is immutable after compile, shared by
// all threads and editions, and holds no pointer, so that it can be stored and printed.
//
// An edition is one pass over `code` (tailor/tailored_page.hpp). Words, titles and addresses are UTF-8 as the
// author wrote them, escaped only when a document is serialised. Only `literal` is markup.

#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/dimension.hpp"

namespace tailorbird {

enum class Op : std::uint8_t {
  literal,         // a, b: offset and length in `text`: markup, ASCII HTML as it will be in the output
  text,            // a, b: the same, but visible words in UTF-8, as read by search, leak scan and checks
  begin_if,        // a: index in conditions; b: index just past the matching end_if
  end_if,          // a: index in conditions
  if_attributes,   // a: index in conditions, placement `element`: where the open element's tag takes
                   // attributes
  if_label,        // a: the same: where the label for readers without script goes
  begin_optional,  // b: index just past the matching end_optional. A paragraph, item or list: everything from
                   // begin to end is dropped when its readers see nothing in it. a: optional_rows for a
                   // table, whose header is not enough: then only `content` ops count
  end_optional,
  content,        // the row of a table
  variable,       // a: index in variables
  begin_link,     // a: index in links; b: index just past the matching end_link: writes <a …>
  end_link,       // a: index in links: writes </a>
  image,          // a: index in images: writes <img …>
  begin_heading,  // a: index in headings: writes <hN id="…">; what follows up to end_heading is its text
  end_heading,    // a: index in headings
  footnote,       // a: index in footnotes of the first note with this name; b: how many there are. Writes
                  // the reference
  include,        // a: index in includes: the code of another program runs here
  component,      // a: index in components; b: index just past the code of its parts
};

/// Eight bytes, as a page has hundreds. `a` is below 2²⁷, far more than a page may have of anything
/// (base/limits.hpp).
struct Instruction {
  Op op : 5;
  std::uint32_t a : 27;
  std::uint32_t b;

  constexpr Instruction(Op op_ = Op::literal, std::uint32_t a_ = 0, std::uint32_t b_ = 0)
      : op(op_), a(a_ & ((1U << 27U) - 1)), b(b_) {}
  bool operator==(const Instruction&) const = default;
};
static_assert(sizeof(Instruction) == 8);

/// Whether it is a piece of Program::text.
constexpr bool is_stored(const Instruction& one) { return one.op == Op::literal || one.op == Op::text; }

/// The operand `a` of begin_optional for a table.
inline constexpr std::uint32_t optional_rows = 1;

/// Instructions [begin, end) of the program's code.
struct CodeRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const CodeRange&) const = default;
};

/// How an open condition is written: around blocks (<div>), around words (<span>), or on the element that
/// is itself conditional (<li>, <tr>, <h2>), by if_attributes and if_label.
enum class Placement : std::uint8_t { block, words, element };

struct ConditionUse {
  Condition condition;
  Placement placement = Placement::block;
  Position where;
  std::uint32_t length = 0;
};

/// The conditions around a place, outermost first: indices in Program::conditions.
using ConditionChain = std::vector<std::uint32_t>;

struct VariableUse {
  std::string name;  // "contact.oh.name"
  Position where;
  std::uint32_t length = 0;
};

struct LinkUse {
  enum class Kind : std::uint8_t { page, fragment, outside, variable, file };
  Kind kind = Kind::outside;
  std::string target;   // page: path from the language folder, "manager/plan/index.md"; fragment: empty;
                        // outside: the URL, unsafe bytes as %XX; variable: its name; file: path from the root
  std::string written;  // as the author wrote it, for messages; not kept of an outside link
  std::string fragment;  // without #; empty: none
  std::string title;     // empty: none
  Position where;
  std::uint32_t length = 0;
  ConditionChain conditions =
      {};  // of the definition `[label]: address`, without those that hold at the use anyway
  std::uint32_t others = 0;  // how many links after this one are alternatives for other readers
};

struct ImageUse {
  std::string target;  // file, from the project's root
  std::string written;
  std::string alt;    // conditions inside alt text are an error
  std::string title;  // empty: none
  Position where;
  std::uint32_t length = 0;
  ConditionChain conditions = {};  // as for a link
  std::uint32_t others = 0;
};

struct Heading {
  std::uint8_t level = 2;  // 1…6
  std::string id;
  bool explicit_id = false;
  CodeRange text;      // its words, for contents lists
  int condition = -1;  // its own, index in conditions; -1: none
  Position where;
  bool is_prose = false;  // a paragraph that a line of hyphens below it turned into a heading: reported
};

struct Footnote {
  std::string name;  // as written: [^name]
  CodeRange body;    // stored out of line: run once, at the end, when it is referred to
  Position where;
  ConditionChain conditions = {};  // those around the definition
};

struct IncludeUse {
  std::string path;  // from the language folder: "_shared/privacy-note.md"
  Position where;
  std::uint32_t length = 0;
};

using Attributes = std::vector<std::pair<std::string, std::string>>;

/// The value of an attribute, or empty.
inline std::string_view attribute(const Attributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

/// Where the value of an attribute is written.
struct ValuePlace {
  Position where;
  std::uint32_t length = 0;
  bool is_words = false;  // the place has the words from which the value was derived
};

/// A piece of a component: a checklist's item, a conversation's choice.
struct Part {
  std::string role;  // from the component's grammar: "item", "choice"
  std::string id;    // #id; empty: none
  Attributes attributes;
  std::vector<ValuePlace>
      places;                  // of the attributes, by the same index; none for attributes that are computed
  int condition = -1;          // index in conditions; -1: none
  CodeRange body;              // the content of the part itself, without its child parts
  std::vector<Part> children;  // in the order written
  Position where;
};

struct ComponentUse {
  std::uint16_t kind = 0;    // index in component_specs()
  Part root;                 // role = the component's name; attributes as written
  std::uint32_t length = 0;  // of the opening fence, for messages
};

/// What a page has many of stands in one memory resource, which may be a file (base/mapped_memory.hpp).
struct Program {
  std::string file;       // for positions
  std::pmr::string text;  // storage of literal and text ops
  std::pmr::vector<Instruction> code;
  CodeRange main;  // the page itself; footnote bodies are outside it
  std::pmr::vector<ConditionUse> conditions;
  std::pmr::vector<VariableUse> variables;
  std::pmr::vector<LinkUse> links;
  std::pmr::vector<ImageUse> images;
  std::pmr::vector<Heading> headings;
  std::pmr::vector<Footnote> footnotes;
  std::pmr::vector<IncludeUse> includes;
  std::pmr::vector<ComponentUse> components;
  bool failed = false;  // a condition could not be read: its text is not in the program, and the
                        // diagnostics are errors

  std::string_view piece(const Instruction& stored) const {
    return std::string_view(text).substr(stored.a, stored.b);
  }
};

}  // namespace tailorbird
