#pragma once
// What a mark means where it stands: its condition, language, id, the attributes that its element knows.
// What cannot be read is a diagnostic, and then nothing of the mark is used: the text under it is left
// out of the program (fail closed).

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

/// What may stand in a mark besides a condition.
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

/// Reads a mark of the tree: finds it in the source and takes it apart.
Mark read_mark_node(Context& context, cmark_node* node);

/// The place of a mark of the tree, its source found from the cursor on.
SourceRange place_of_mark(Context& context, cmark_node* node);

/// Says what the parts of `mark` are. A condition that no reader here can meet makes it unreadable too.
MarkMeaning understand(Context& context, const Mark& mark, const Expected& expected);

/// Reports marks among the descendants of `container` (a paragraph, heading or cell) that stand where no
/// mark can. False: nothing of the container may be used.
bool marks_are_sound(Context& context, cmark_node* container);

/// The mark at the very end of `container`, taken out of the tree with the white space before it, or null.
cmark_node* take_trailing_mark(cmark_node* container);

/// Writes begin_if and end_if around what is written during its life, and narrows the readers.
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

}  // namespace tailorbird
