#pragma once
// A tree of elements (HTML, DITA) as our Markdown. What an element means is said by its language: a table of
// names, and answers to what only it knows, such as who reads an element.

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "import/import_page.hpp"

namespace tailorbird {

enum class ElementRole : std::uint8_t {
  through,  // the element counts for nothing; what is in it does
  paragraph,
  heading,  // `value`: its level, or empty: as the language says
  strong,
  emphasis,
  strike,
  code,
  code_block,
  link,
  picture,
  line_break,
  rule,
  bullets,
  numbers,
  item,
  quotation,  // words between quotation marks
  quote,      // blocks
  table,
  table_part,  // holds rows: `value` "head" where they are headers
  row,
  cell,
  header_cell,
  callout,    // `value`: its type
  component,  // a div of this name
  question,   // `<details>`: its first child of the role `caption` is the question
  caption,
  term,  // of a list of definitions
  meaning,
  silent,   // it and what is in it say nothing to readers
  lost,     // the same, but somebody may miss it
  unknown,  // not in the table: told, and gone through
};

struct ElementRow {
  std::string_view name;
  ElementRole role;
  std::string_view value = {};
};

struct ElementPicture {
  std::string address;
  std::string words;
  bool decorative = false;
};

/// What `replaced` gives for an element of which nothing came along.
inline constexpr std::string_view replaced_by_nothing = "\x01";

/// What a language of elements knows.
class ElementLanguage {
 public:
  ElementLanguage() = default;
  virtual ~ElementLanguage() = default;
  ElementLanguage(const ElementLanguage&) = delete;
  ElementLanguage& operator=(const ElementLanguage&) = delete;

  virtual ElementRow row(pugi::xml_node element) const = 0;
  virtual std::string address(pugi::xml_node link) const = 0;
  virtual ElementPicture picture(pugi::xml_node element) const = 0;
  virtual int level(pugi::xml_node heading) const = 0;
  virtual std::uint32_t line(pugi::xml_node element) const = 0;
  /// Who reads an element: `.only audience="manager"`; empty: everybody; nothing: nobody.
  virtual std::optional<std::string> readers(pugi::xml_node) { return std::string(); }
  /// Blocks that take the place of the element, such as an include; empty: it stands for itself.
  virtual std::string replaced(pugi::xml_node) { return {}; }
  /// Words that take the place of an element among words; nothing: it stands for itself.
  virtual std::optional<std::string> words_instead(pugi::xml_node) { return std::nullopt; }
  virtual void lose(std::string_view kind, pugi::xml_node element, std::string what) = 0;
  /// Whether texts are Markdown already.
  bool is_markdown = false;
};

/// What is in `element`, as blocks with a blank line between them.
ImportLines element_blocks(pugi::xml_node element, ElementLanguage& language);
/// `element` itself, as blocks.
ImportLines element_block(pugi::xml_node element, ElementLanguage& language);
/// What is in `element`, as words on one line.
std::string element_words(pugi::xml_node element, ElementLanguage& language);

/// `text` with a backslash before what Markdown would take for a mark.
std::string markdown_escaped(std::string_view text);

}  // namespace tailorbird
