#pragma once
// Interprets marks: their condition, language, id, and the attributes that their element supports. A mark
// that cannot be read is a diagnostic and is not used at all: its text is left out of the program (fail
// closed).

#include <cmark-gfm.h>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "compile/attributes/attributes.hpp"
#include "compile/context.hpp"
#include "compile/scopes.hpp"
#include "components/component.hpp"

namespace tailorbird {

/// What a mark may contain besides a condition.
struct Expected {
  std::string_view about;  // "a list item", for messages
  std::span<const std::string_view> classes = {};
  std::span<const AttributeSpec> attributes = {};
  bool id = false;
  bool language = false;
  bool condition = true;
};

struct MarkMeaning {
  bool readable = false;
  std::optional<Condition> condition;
  std::optional<PlacedWord> id;
  std::optional<PlacedWord> language;
  std::vector<PlacedWord> classes;   // of Expected::classes
  std::vector<MarkPair> attributes;  // of Expected::attributes
  Position where;
  std::uint32_t length = 0;

  bool has_class(std::string_view name) const;
};

/// The class with the dot before it, as it stands in a mark.
PlacedWord with_dot(PlacedWord word);

/// Parses a mark of the tree, with places found in the source.
Mark read_mark_node(Context& context, cmark_node* node);

/// The place of a mark of the tree, searched in the source from the cursor on.
SourceRange place_of_mark(Context& context, cmark_node* node);

/// Interprets the parts of `mark`. A condition that no reader at this place can meet makes it unreadable too.
MarkMeaning understand(Context& context, const Mark& mark, const Expected& expected);

/// Reports marks in `container` (a paragraph, heading or cell) at places where no mark is allowed. False:
/// nothing of the container may be used.
bool marks_are_sound(Context& context, cmark_node* container);

/// Removes the mark at the very end of `container` from the tree, with the white space before it, and returns
/// it; null if there is none.
cmark_node* take_trailing_mark(cmark_node* container);

/// RAII: writes begin_if and end_if around what is written during its lifetime, and narrows the readers.
class ConditionScope {
 public:
  /// Without a condition it does nothing.
  ConditionScope(Context& context, const MarkMeaning& meaning, Placement placement);
  ~ConditionScope();
  ConditionScope(const ConditionScope&) = delete;
  ConditionScope& operator=(const ConditionScope&) = delete;

  /// Index in Program::conditions, or -1.
  int condition() const { return condition_; }

 private:
  Context& context_;
  int condition_ = -1;
  std::uint32_t begin_ = 0;
  ReaderScope readers_;
};

/// Adds the condition to the program without writing anything; -1 when there is none.
int add_condition(Context& context, const MarkMeaning& meaning, Placement placement);

/// The class that other tools' word for a condition stands for: `if` → "only"; empty: it is no such word.
std::string_view condition_meant(std::string_view word);

}  // namespace tailorbird
