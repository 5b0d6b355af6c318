#pragma once
// The table of components: blocks or spans with a grammar, a template and perhaps a script. Each is one file
// with one descriptor, and one row in components.def. The grammar defines how Markdown becomes parts; the
// theme has the template, components/<name>.mustache, and assets for style and script.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/profile.hpp"
#include "model/program.hpp"
#include "model/site.hpp"
#include "text/marked_text.hpp"

namespace tailorbird {

/// The Markdown construct that a part is made from.
enum class PartFrom : std::uint8_t {
  div,              // ::: role
  list_item,        // each item of a list that is directly in the parent
  numbered_item,    // each item of a numbered list
  task_item,        // each item of a task list: attribute `checked` is "true" for [x]
  timed_item,       // each item that begins with `0:04-0:09`: attributes `from` and `to` are the two times
  heading_section,  // a heading and the blocks up to the next one; child part "heading": the heading's words
  first_paragraph,  // the words of the first paragraph
  image,            // the first picture that is alone in its paragraph
};

struct AttributeSpec {
  enum class Kind : std::uint8_t {
    text,
    number,
    choice,
    words,
    slug,              // a name; by default the slug of the words that the component is written on
    file,              // a path relative to the page in which it is written
    dimension_values,  // an attribute named after each dimension, with some of its values
  };
  std::string_view name;
  Kind kind = Kind::text;
  bool required = false;
  std::string_view choices = {};  // for Kind::choice; for Kind::file the extensions; separated by spaces
  int least = 0;                  // for Kind::number
  int most = 1000000;
};

/// A rule of the grammar: a kind of part and what it may contain. Markdown that matches no rule stays in the
/// body of the parent.
struct PartSpec {
  std::string_view role;
  PartFrom from = PartFrom::div;
  int least = 0;
  int most = -1;  // -1: no limit
  std::span<const AttributeSpec> attributes = {};
  std::span<const PartSpec> children = {};
};

/// A component or one of its parts in one edition, with fixed conditions decided and bodies as fragments.
struct TailoredPart;

/// Text, and optionally a component after it that is not rendered yet.
struct Segment;
using Fragment = std::vector<Segment>;

struct TailoredPart {
  std::string role;
  std::string id;
  Attributes attributes;
  Condition open;              // the condition that the reader's choice must meet
  std::string open_condition;  // the same as code for the script (model/site.hpp); empty: always shown
  std::string open_label;      // the same in words
  SourceRange where;           // where the author wrote it; without a file: made by the component
  Fragment body;
  std::vector<TailoredPart> children;
  bool has_content = false;  // the author wrote words, pictures or components into `body`
};

struct Segment {
  MarkedText text;
  std::vector<TailoredPart> component;  // empty or one, after `text`; its role is the name of the component
};

/// The data that `prepare` may use besides the component itself.
struct ComponentContext {
  const Site& site;
  const Profile& profile;
  const ReaderSet& space;
  std::string_view language;
  const std::vector<std::string>& page_sources;
};

/// A component as written, for checks that its grammar cannot express.
struct ComponentCheck {
  const ComponentUse& use;
  const Site& site;
  const std::string& language;  // of the page
  const std::string& file;
  Diagnostics& diagnostics;

  /// Reports a problem at the value of an attribute, or at the part when it has no such attribute.
  void at(const Part& part, std::string_view attribute, std::string_view code, std::string message,
          std::string fix = {}) const;
};

struct ComponentSpec {
  std::string_view name;
  std::string_view summary;   // one line, for lists
  bool needs_script = false;  // it does more in browsers that run scripts
  bool needs_id = false;      // answers are stored under its id, which is by default the slug of its title
  bool in_words = false;      // written as [words]{.name}, not as a div
  bool allows_words = true;   // false: Markdown that matches no part, except an introduction, is an error
  std::span<const AttributeSpec> attributes = {};
  std::span<const PartSpec> parts = {};
  std::string_view adds = {};  // roles of parts that `prepare` adds, separated by spaces: templates may name
  // them even if there are none
  /// Checks that the grammar cannot express, such as a `next` that names no step. May be null.
  void (*check)(const ComponentCheck& check) = nullptr;
  /// Completes the tailored component: adds children from the profile, numbers steps, computes attributes
  /// that the template shows. May be null.
  void (*prepare)(TailoredPart& component, const ComponentContext& context) = nullptr;
};

/// All components, in the order of the reference page.
std::span<const ComponentSpec> component_specs();
/// The names of all components, in the same order.
std::vector<std::string> component_names();

/// The index of the component with this name in component_specs(), or -1.
int find_component(std::string_view name);

}  // namespace tailorbird
