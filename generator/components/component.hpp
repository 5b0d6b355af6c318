#pragma once
// The table of components, blocks with behaviour. Each is one file with one descriptor, and one row in
// components.def. Its grammar defines how Markdown becomes parts, the theme's components/<name>.mustache its
// markup, and the theme's assets its style and script.

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
  list_item,        // each item of a list directly in the parent
  numbered_item,    // each item of a numbered list
  task_item,        // each item of a task list: attribute `checked` is "true" for [x]
  timed_item,       // each item that begins with `0:04-0:09`: attributes `from` and `to` are the two times
  heading_section,  // a heading and what follows up to the next: child part "heading" is the heading's words
  first_paragraph,  // its words
  image,            // the first picture, alone in its paragraph
};

struct AttributeSpec {
  enum class Kind : std::uint8_t {
    text,
    number,
    choice,
    words,
    slug,              // a name; by default the slug of the words that the component is put on
    file,              // a path relative to the file it is written in
    dimension_values,  // one attribute for each dimension, with its values; has no name of its own
  };
  std::string_view name;
  Kind kind = Kind::text;
  bool required = false;
  std::string_view choices = {};  // for Kind::choice; for Kind::file the extensions. Separated by spaces
  int least = 0;                  // Kind::number
  int most = 1000000;
};

/// A rule of the grammar: a kind of part and what it may contain. Markdown that no rule takes stays in the
/// parent's body.
struct PartSpec {
  std::string_view role;
  PartFrom from = PartFrom::div;
  int least = 0;
  int most = -1;  // -1: any number
  std::span<const AttributeSpec> attributes = {};
  std::span<const PartSpec> children = {};
};

/// A component or one of its parts in one edition: conditions decided, bodies as fragments.
struct TailoredPart;

/// Text, and a component after it that is not rendered yet.
struct Segment;
using Fragment = std::vector<Segment>;

struct TailoredPart {
  std::string role;
  std::string id;
  Attributes attributes;
  Condition open;              // what the reader's choice must meet
  std::string open_condition;  // the same as code for the script (model/site.hpp); empty: always shown
  std::string open_label;      // in words
  SourceRange where;           // where the author wrote it; no file: made by the component
  Fragment body;
  std::vector<TailoredPart> children;
  bool has_content = false;  // words, pictures or components in `body`, if an author wrote it
};

struct Segment {
  MarkedText text;
  std::vector<TailoredPart> component;  // none or one, after `text`; its role is the component's name
};

/// What `prepare` may use besides the component's own text.
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

  /// Adds a problem at an attribute's value; at the part itself when it has no such attribute.
  void at(const Part& part, std::string_view attribute, std::string_view code, std::string message,
          std::string fix = {}) const;
};

struct ComponentSpec {
  std::string_view name;
  std::string_view summary;   // one line, for lists
  bool needs_script = false;  // it does more with a script than without
  bool needs_id = false;     // the reader's answers are stored under its id; by default the slug of its title
  bool in_words = false;     // written as [words]{.name}, not as a div
  bool allows_words = true;  // false: Markdown that no part takes (except an introduction) is an error
  std::span<const AttributeSpec> attributes = {};
  std::span<const PartSpec> parts = {};
  std::string_view adds = {};  // roles of parts that `prepare` adds, separated by spaces: templates may use
                               // them even when there are none
  /// More checks on what was written, such as a `next` that names no step. May be null.
  void (*check)(const ComponentCheck& check) = nullptr;
  /// Completes the tailored part: adds children from the profile, numbers steps, computes attributes that
  /// the template shows. May be null.
  void (*prepare)(TailoredPart& component, const ComponentContext& context) = nullptr;
};

/// All components, in the order of the reference page.
std::span<const ComponentSpec> component_specs();
/// Their names, in the order of the table.
std::vector<std::string> component_names();

/// The index of a component by name, or -1.
int find_component(std::string_view name);

}  // namespace tailorbird
