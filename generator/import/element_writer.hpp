#pragma once
// Converts a tree of elements (HTML, DITA) to our Markdown. An ElementLanguage defines the meaning of
// elements: a table of names, and functions for what only that language knows, such as the readers of an
// element.

#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "import/import_page.hpp"

namespace tailorbird {

enum class ElementRole : std::uint8_t {
  through,  // the element is ignored, its content is not
  paragraph,
  heading,  // `value`: its level; empty: from ElementLanguage::level
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
  silent,   // element and content are not for readers
  lost,     // the same, but reported as a loss
  unknown,  // not in the table: reported, and its content is converted
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

/// Returned by `replaced` for an element that has no equivalent.
inline constexpr std::string_view replaced_by_nothing = "\x01";

/// The interface of an element language (HTML, DITA).
class ElementLanguage {
 public:
  ElementLanguage() = default;
  virtual ~ElementLanguage() = default;
  ElementLanguage(const ElementLanguage&) = delete;
  ElementLanguage& operator=(const ElementLanguage&) = delete;

  /// The role of an element; ElementRole::unknown when it is not in the table.
  virtual ElementRow row(pugi::xml_node element) const = 0;
  /// The address of an element of the role `link`, as written.
  virtual std::string address(pugi::xml_node link) const = 0;
  virtual ElementPicture picture(pugi::xml_node element) const = 0;
  /// The level of an element of the role `heading`, from 1, when its row has none.
  virtual int level(pugi::xml_node heading) const = 0;
  /// The line of the element in its file, from 1.
  virtual std::uint32_t line(pugi::xml_node element) const = 0;
  /// The readers of an element: `.only audience="manager"`; empty: everybody; nothing: nobody, and it is left
  /// out. Each element that is converted is asked, and hold_unasked finds those that were forgotten.
  std::optional<std::string> readers(pugi::xml_node element) {
    std::optional<std::string> readers = readers_here(element);
    asked_[element.hash_value()] = readers.has_value();
    return readers;
  }
  /// Says that the readers of an element are in what stands around it.
  void readers_known(pugi::xml_node element) { asked_[element.hash_value()] = true; }
  /// Whether an element says who may read it.
  virtual bool says_readers(pugi::xml_node) const { return false; }
  enum class Asked : std::uint8_t { never, stays, left_out };
  Asked asked(pugi::xml_node element) const {
    const auto found = asked_.find(element.hash_value());
    return found == asked_.end() ? Asked::never : found->second ? Asked::stays : Asked::left_out;
  }
  /// Blocks that replace the element, such as an include; empty: not replaced.
  virtual std::string replaced(pugi::xml_node) { return {}; }
  /// The blocks of an item that takes its text from elsewhere; nothing: it has its own.
  virtual std::optional<ImportLines> blocks_instead(pugi::xml_node) { return std::nullopt; }
  /// Text that replaces an inline element; nothing: not replaced.
  virtual std::optional<std::string> words_instead(pugi::xml_node) { return std::nullopt; }
  /// Records that something cannot be imported. `kind`: of loss (import/losses.hpp); `what`: for the report.
  virtual void lose(std::string_view kind, pugi::xml_node element, std::string what) = 0;
  /// Whether texts are Markdown already and must not be escaped.
  bool is_markdown = false;

 protected:
  /// The answer of `readers`.
  virtual std::optional<std::string> readers_here(pugi::xml_node) { return std::string(); }

 private:
  std::map<std::size_t, bool> asked_;  // by the hash of an element: whether it stays
};

/// The content of `element` as blocks, separated by blank lines.
ImportLines element_blocks(pugi::xml_node element, ElementLanguage& language);
/// The element itself as blocks.
ImportLines element_block(pugi::xml_node element, ElementLanguage& language);
/// The content of `element` as inline Markdown on one line.
std::string element_words(pugi::xml_node element, ElementLanguage& language);

/// Reports each element at or below `element` that says who may read it, but was converted without being
/// asked: the page becomes a draft.
void hold_unasked(pugi::xml_node element, ElementLanguage& language);

/// `text` with backslashes before characters that Markdown would interpret.
std::string markdown_escaped(std::string_view text);

}  // namespace tailorbird
