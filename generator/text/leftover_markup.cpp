#include "text/leftover_markup.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "text/find_sign.hpp"
#include "text/foreign_markup.hpp"
#include "text/lone_sign.hpp"
#include "text/unfinished_text.hpp"
#include "text/unread_columns.hpp"
#include "text/unread_links.hpp"
#include "text/unread_tables.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

// --- Our own conditions, marks and shortcodes ---

Found our_condition(std::string_view text) {
  static constexpr auto signs = std::to_array<std::string_view>(
      {"{.only", "{.except", "(.only", "(.except", "[.only", "[.except", "{only ", "{except ", "{ .only"});
  return at_any(text, signs);
}
Found our_shortcode(std::string_view text) {
  static constexpr auto signs = std::to_array<std::string_view>(
      {"{{<", "{{ <", "{< var", "{<var", "{{var ", "{{ var ", "{< include", "{{include ", "{{%"});
  return at_any(text, signs);
}
/// Only inside a line: at the beginning of a line it is a fence, or is reported as a misplaced one.
Found our_fence(std::string_view text) {
  for (std::size_t at = text.find(":::"); at != std::string_view::npos; at = text.find(":::", at + 3)) {
    const std::size_t line = text.rfind('\n', at) == std::string_view::npos ? 0 : text.rfind('\n', at) + 1;
    if (!trim(text.substr(line, at - line)).empty()) return {at, 3};
  }
  return {};
}
Found our_mark(std::string_view text) {
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const bool sign =
        at + 2 < text.size() && (text[at + 1] == '.' || text[at + 1] == '#') && is_letter(text[at + 2]);
    if (sign) return {at, 2};
  }
  return {};
}

// --- Markdown that stayed literal ---

Found picture(std::string_view text) {
  const std::size_t at = text.find("![");
  return at != std::string_view::npos && text.find(']', at) != std::string_view::npos ? Found{at, 2}
                                                                                      : Found{};
}
Found link(std::string_view text) { return at_sign(text, "]("); }
Found reference(std::string_view text) { return at_sign(text, "]["); }
Found stars(std::string_view text) {
  for (std::size_t at = text.find("**"); at != std::string_view::npos; at = text.find("**", at + 2)) {
    const bool in_a_row = at + 2 < text.size() && text[at + 2] == '*';
    if (!in_a_row && (at == 0 || text[at - 1] != '*')) return {at, 2};
    at = std::min(text.find_first_not_of('*', at), text.size()) - 2;
  }
  return {};
}
Found note_sign(std::string_view text) { return at_sign(text, "[^"); }
Found wiki_link(std::string_view text) {
  const std::size_t at = text.find("[[");
  return at != std::string_view::npos && text.find("]]", at) != std::string_view::npos ? Found{at, 2}
                                                                                       : Found{};
}
Found heading(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
    return signs >= 2 && signs <= 6 && signs < line.size() && is_letter(line[signs]) ? signs : 0;
  });
}
Found deep_heading(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
    return signs > 6 && signs < line.size() && line[signs] == ' ' ? signs : 0;
  });
}
Found backtick(std::string_view text) { return at_sign(text, "`"); }
Found task(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    static constexpr auto signs = std::to_array<std::string_view>(
        {"-[ ]", "-[x]", "*[ ]", "*[x]", "[ ] ", "[x] ", "[] ", "[v] ", "[V] "});
    const auto sign =
        std::find_if(signs.begin(), signs.end(), [&](std::string_view one) { return line.starts_with(one); });
    if (sign != signs.end()) return sign->size();
    constexpr std::size_t box = 3;  // "[x]" directly before a word
    const bool is_box = line.starts_with("[x]") || line.starts_with("[ ]");
    return is_box && line.size() > box && is_letter(line[box]) ? box : 0;
  });
}
Found item(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    return line.size() > 1 && line[0] == '-' && is_letter(line[1]) && !line.starts_with("-\u00a0") ? 1 : 0;
  });
}
/// At least two consecutive lines that begin like list items in a form that Markdown does not know.
template <typename Matches>
Found at_two_lines(std::string_view text, const Matches& matches) {
  const Found first = at_line(text, matches);
  if (!first.any()) return {};
  const std::size_t next = text.find('\n', first.offset);
  if (next == std::string_view::npos) return {};
  const std::string_view rest = text.substr(next + 1);
  const std::string_view line = rest.substr(0, rest.find('\n'));
  const std::size_t blank = std::min(line.find_first_not_of(" \t"), line.size());
  return matches(line.substr(blank)) > 0 ? first : Found{};
}
/// "– one", "- one" with a no-break space, "o one", "1.one", "1 . one", "(1) one", "a) one"; "2. one", which
/// does not begin a list directly below other words.
Found false_items(std::string_view text) {
  return at_two_lines(text, [](std::string_view line) -> std::size_t {
    static constexpr auto dashes = std::to_array<std::string_view>({"– ", "— ", "-- ", "-\u00a0", "–\u00a0"});
    for (const std::string_view dash : dashes) {
      if (line.starts_with(dash)) return dash.size();
    }
    if (line.starts_with("o ") || line.starts_with("o\t")) return 1;  // the second-level bullet of Word
    if (line.size() > 1 && line[0] == '+' && is_letter(line[1])) return 1;
    const std::size_t bracket = line.starts_with('(') ? 1 : 0;
    const std::size_t end = std::min(line.find_first_not_of("0123456789", bracket), line.size());
    if (bracket > 0) return end > 1 && end < 4 && line.substr(end).starts_with(") ") ? end + 1 : 0;
    if (end > 0 && end < 4 && line.substr(end).starts_with(" . ")) return end + 2;
    const bool is_numbered = end > 0 && end < 4 && end + 1 < line.size() &&
                             (line[end] == '.' || line[end] == ')') &&
                             (is_letter(line[end + 1]) || line[end + 1] == ' ');
    if (is_numbered) return end + 1;
    const bool is_lettered =
        line.size() > 3 && line[0] >= 'a' && line[0] <= 'z' && line[1] == ')' && line[2] == ' ';
    return is_lettered ? 2 : 0;
  });
}
Found bullet(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    static constexpr auto signs = std::to_array<std::string_view>({"•", "‣", "◦", "▪", "●", "", "·\t", "· "});
    const auto sign =
        std::find_if(signs.begin(), signs.end(), [&](std::string_view one) { return line.starts_with(one); });
    return sign == signs.end() ? 0 : sign->size();
  });
}
Found table_row(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    const std::string_view row = trim(line);
    return row.size() > 2 && row.front() == '|' && row.back() == '|' ? 1 : 0;
  });
}
/// HTML elements that authors write in texts. `<desk>` is just a word in angle brackets.
bool is_html_element(std::string_view name) {
  static constexpr auto elements = std::to_array<std::string_view>(
      {"a",      "abbr",     "article", "aside", "audio", "b",      "blockquote", "body",   "br",
       "button", "center",   "code",    "dd",    "del",   "div",    "dl",         "dt",     "em",
       "font",   "footer",   "form",    "h1",    "h2",    "h3",     "h4",         "h5",     "h6",
       "head",   "header",   "hr",      "html",  "i",     "iframe", "img",        "input",  "ins",
       "kbd",    "label",    "li",      "link",  "main",  "mark",   "meta",       "nav",    "ol",
       "option", "p",        "pre",     "q",     "s",     "script", "section",    "select", "small",
       "span",   "strike",   "strong",  "style", "sub",   "sup",    "svg",        "table",  "tbody",
       "td",     "textarea", "tfoot",   "th",    "thead", "title",  "tr",         "u",      "ul",
       "video"});
  const std::string small = ascii_lower(name);
  return std::find(elements.begin(), elements.end(), small) != elements.end();
}

Found tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    std::size_t name = at + 1;
    if (name < text.size() && text[name] == '/') ++name;
    std::size_t end = name;
    while (end < text.size() &&
           ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z') ||
            (text[end] >= '0' && text[end] <= '9')))
      ++end;
    const bool named = is_html_element(text.substr(name, end - name)) && end < text.size() &&
                       (text[end] == '>' || text[end] == ' ' || text[end] == '/');
    if (!named) continue;
    const std::size_t close = text.find('>', end);
    return close == std::string_view::npos ? Found{} : Found{at, close + 1 - at};
  }
  return {};
}

/// "_ words _": exactly two underscores in a line. Not a field to fill in: "Name: _".
Found slanted_apart(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    const std::size_t close = line.starts_with("_ ") ? line.find(" _", 2) : std::string_view::npos;
    if (close == std::string_view::npos || line.find('_', close + 2) != std::string_view::npos) return 0;
    const std::string_view words = line.substr(2, close - 2);
    const bool is_words = !words.empty() && words.find('_') == std::string_view::npos &&
                          is_letter(words.front()) && (is_letter(words.back()) || words.back() == '.');
    return is_words ? 1 : 0;
  });
}

/// Emphasis and code in a text that is not Markdown: `*words*`, `_words_`, "`words`".
Found emphasis(std::string_view text) {
  for (const char sign : {'*', '_', '`'}) {
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
      const bool opens = at + 1 < text.size() && !is_blank(text[at + 1]) && text[at + 1] != sign &&
                         (at == 0 || is_blank(text[at - 1]));
      const std::size_t close = opens ? text.find(sign, at + 2) : std::string_view::npos;
      const bool ends = close != std::string_view::npos && !is_blank(text[close - 1]) &&
                        (close + 1 == text.size() || !is_letter(text[close + 1]));
      if (ends) return {at, close + 1 - at};
    }
  }
  return {};
}

// --- Other tools ---

/// "{name}", "{0}": a word or a digit in braces, as in a template.
Found placeholder(std::string_view text) {
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() &&
           (is_letter(text[end]) ||
            (end > at + 1 && (text[end] == ' ' || text[end] == '-' || text[end] == '_'))))
      ++end;
    if (end > at + 2 && end < text.size() && text[end] == '}') return {at, end + 1 - at};
    const bool is_number = at + 2 < text.size() && is_digit(text[at + 1]) && text[at + 2] == '}';
    if (is_number && (at == 0 || is_blank(text[at - 1]))) return {at, 3};
  }
  return {};
}
/// "&amp;": entities are not decoded in values.
Found entity(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '#') ++end;
    const std::size_t begin = end;
    while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80 &&
           (is_letter(text[end]) || (text[end] >= '0' && text[end] <= '9')))
      ++end;
    if (end > begin + 1 && end < text.size() && text[end] == ';') return {at, end + 1 - at};
  }
  return {};
}
/// "&nbsp;" that is left after Markdown has been parsed, because its `&` was an entity too.
Found double_entity(std::string_view text) {
  static constexpr auto signs = std::to_array<std::string_view>(
      {"&amp;", "&nbsp", "&lt;", "&gt;", "&quot;", "&apos;", "&#39;", "&euro;", "&mdash;", "&ndash;"});
  return at_any(text, signs);
}
// --- Characters left by pasting ---

Found lost_letter(std::string_view text) {
  static constexpr auto signs = std::to_array<std::string_view>({"\ufffd", "\ufffc"});
  return at_any(text, signs);
}
Found mojibake(std::string_view text) {
  static constexpr auto signs = std::to_array<std::string_view>(
      {"â€", "Ã©", "Ã¨", "Ã«", "Ã¯", "Ã´", "Ã¶", "Ã¼", "Ã§", "Ãª", "Ã¢", "Ã¤", "Â\u00a0", "Â©", "Â°", "ï»¿"});
  return at_any(text, signs);
}

bool is_invisible(std::int32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// Each control character contains one of these bytes.
constexpr std::string_view control_bytes(
    "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c"
    "\x1d\x1e\x1f"
    "\x7f\xc2",
    31);

bool is_control(std::int32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

template <bool is_bad(std::int32_t)>
Found code_point(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    if (is_bad(next_code_point(text, at))) return {begin, at - begin};
  }
  return {};
}

/// In a title or label an asterisk after a word is a reference ("Name*"), not emphasis.
Found lone_sign_in_label(std::string_view text) {
  const Found found = lone_sign(text);
  const bool refers =
      found.any() && text[found.offset] == '*' && found.offset > 0 && !is_blank(text[found.offset - 1]);
  return refers ? Found{} : found;
}

// --- The table ---

using Kind = LeftoverKind;

/// The texts in which a pattern is looked for: a bit for each TextPlace.
enum class In : std::uint8_t { blocks = 0b001, values = 0b110, shown_values = 0b100, all = 0b111 };

struct Pattern {
  Found (*find)(std::string_view text);
  std::string_view needs;  // every match contains one of these bytes
  In where;
  std::string_view what;
  std::string_view fix;  // for markup in a value replaced by value_fix
  Kind kind = Kind::markup;
};

/// Markdown is not read in values, so advice on how to write it would not help there.
constexpr std::string_view value_fix = "take the signs away: plain words are shown here";

constexpr std::string_view make_a_table =
    "make a table: `| Day | Hours |`, below it `|---|---|`, then a line like the first for each row";

/// When several patterns match, the first one counts.
constexpr auto patterns = std::to_array<Pattern>({
    {our_condition, "{([", In::all, "a condition that decides nothing here",
     "a condition comes directly after what it is about: `[words]{.only audience=\"manager\"}`, or at the "
     "end of an item, a heading or a row; to show one, write it as inline code",
     Kind::condition},
    {our_shortcode, "{", In::all, "a shortcode that is not replaced here",
     "in the text of a page write `{{< var name >}}`; titles, summaries and values take plain words",
     Kind::own_mark},
    {our_fence, ":", In::all, "a `:::` inside a line", "put `:::` at the beginning of a line of its own",
     Kind::own_mark},
    {our_mark, "{", In::all, "a mark that belongs to nothing",
     "put it directly after what it is about, without a space", Kind::own_mark},
    {picture, "!", In::all, "a picture that was not read as one",
     "write `![what it shows](../media/name.svg)`: an address without spaces, no size after it"},
    {wiki_link, "[", In::all, "a wiki link", "write `[words](page.md)`"},
    {link, "]", In::all, "a link that was not read as one",
     "write `[words](page.md)`, with an address without spaces; in titles and values write plain words"},
    {reference, "]", In::all, "a link to a label that no line explains",
     "add a line `[label]: page.md`, or write the address itself: `[words](page.md)`"},
    {unread_link, "])", In::all, "a link that was not read as one",
     "write `[words](page.md)`, with nothing between the brackets"},
    {note_sign, "[", In::blocks, "a note that was not read as one",
     "write `[^name]`, without spaces, and `[^name]: words` in a paragraph of its own"},
    {unread_label, "]", In::blocks, "a note or a label that was not read as one",
     "write `[^name]: words` for a note, `[name]: page.md` for an address"},
    {inline_note, "^", In::all, "a note in the form of another tool",
     "write `[^name]` here, and `[^name]: words` in a paragraph of its own"},
    {stars, "*", In::all, "stars that made no words bold", "put the stars right at the words: `**words**`"},
    {emphasis, "*_`", In::values, "Markdown where plain words are shown", "take the signs away"},
    {heading, "#", In::all, "a heading without a space", "put a space after the `#` signs"},
    {deep_heading, "#", In::blocks, "a heading of more than six signs",
     "begin it with `##`, or with `###` below one"},
    {backtick, "`", In::blocks, "a sign of code that has no other",
     "put one before and one after the code, or remove it"},
    {task, "[", In::all, "a checkbox that was not read as one", "write `- [ ] words` on a line of its own"},
    {item, "-", In::blocks, "a list item without a space", "put a space after the hyphen"},
    {false_items, "-\xe2.)o+", In::blocks, "a list that was not read as one",
     "begin each line with `- `, or `1. `"},
    {contents_sign, "[", In::all, "a table of contents of another tool",
     "take it out: each page lists its headings"},
    {abbreviation, "*", In::blocks, "an abbreviation in the form of another tool",
     "put it into content/glossary.yaml and write `[HR]{.term}`"},
    {marked, "=", In::all, "marked words in the form of another tool", "write `**words**`"},
    {inserted, "+", In::all, "inserted words in the form of another tool", "take the signs away"},
    {raised, "^", In::all, "raised signs in the form of another tool", "write the sign itself: m²"},
    {emoji_name, ":", In::all, "the name of a picture sign", "write the sign itself, or words"},
    {entity, "&", In::values, "an HTML entity, which is shown as it is", "write the sign itself"},
    {double_entity, "&", In::blocks, "an HTML entity, which is shown as it is",
     "write the sign itself; to show an entity, write it as inline code"},
    {blank_to_fill, "[", In::all, "a blank that was to be filled in",
     "write what belongs there; a profile's own words come by `{{< var name >}}`"},
    {note_to_self, "TFXLl?", In::all, "a note that authors write to themselves",
     "write what is missing, or take it out"},
    {bullet, "\xe2\xef\xc2", In::all, "a bullet from another program", "begin the line with `- `"},
    {uneven_table, "|", In::blocks, "a table whose line of dashes has not as many columns as its first row",
     "write one `---` for each column"},
    {table_row, "|", In::all, "a table without its line of dashes", "write `|---|---|` under the first row"},
    {open_rows, "|", In::blocks, "a table without its line of dashes",
     "write `--- | ---` under the first row"},
    {merge_field, "%@#", In::all, "a placeholder of another tool",
     "write `{{< var name >}}` in a page, or the words themselves"},
    {page_name, ".", In::blocks, "the name of a page's file",
     "write `[words](page.md)`; to show the name itself, write it as inline code"},
    {tag, "<", In::all, "an HTML tag", "use Markdown; to show a tag, write it as inline code"},
    {admonition, "!?", In::all, "a callout of another tool",
     "write `> [!NOTE]` and quote the lines with `>`"},
    {directive, ":.-", In::all, "a directive of another tool",
     "write it in Tailorbird's form: docs/editors/writing.md"},
    {definition, ":", In::blocks, "a list of definitions in the form of another tool",
     "write the term bold, and its meaning after it"},
    {command, "\\", In::blocks, "a command of another tool", "take it out"},
    {liquid, "{", In::all, "a placeholder of another tool",
     "write `{{< var name >}}` in a page, or the words themselves"},
    {placeholder, "{", In::all, "a placeholder that nothing fills in",
     "write `{{< var name >}}` in a page, or the words themselves"},
    {formula, "$", In::all, "a formula", "write it in words, or as inline code"},
    {dollar_name, "$", In::all, "a placeholder of another tool",
     "write `{{< var name >}}` in a page, or the words themselves"},
    {raised_note, "^", In::blocks, "a note that was not read as one",
     "write `[^1]` here, and `[^1]: words` in a paragraph of its own"},
    {lost_letter, "\xef", In::all, "a sign that replaces a lost letter", "type the letter again",
     Kind::wrong_text},
    {mojibake, "\xc3\xc2", In::all, "letters that were saved in one encoding and read in another",
     "type the word again", Kind::wrong_text},
    {code_point<is_invisible>, "\xc2\xe2\xef", In::all, "an invisible character",
     "delete it and type this place again", Kind::invisible},
    {lone_sign, "*_~", In::blocks, "a sign of emphasis that has no other",
     "put one right before and one right after the words; to show the sign itself, write a backslash before "
     "it",
     Kind::lone_sign},
    {stand_in, "tTnNkKxX?-\xe2.", In::shown_values, "what stands for words that are still missing",
     "write the words, or leave the key out", Kind::wrong_text},
    {lone_sign_in_label, "*_~", In::shown_values, "a sign of emphasis that has no other", {}},
    {slanted_apart, "_", In::blocks, "signs of emphasis with spaces between them and the words",
     "put them right at the words: `_words_`"},
    {tabbed_columns, "\t", In::blocks, "columns made with tabs", make_a_table},
    {spaced_columns, " ", In::blocks, "columns made with spaces", make_a_table},
    {code_point<is_control>, control_bytes, In::all, "a control character", "delete it", Kind::invisible},
});

/// Patterns by their index, as bits.
using PatternSet = std::uint64_t;
static_assert(patterns.size() <= 64);

/// By byte, the patterns that need it. Most texts have few of these bytes, so most patterns can skip them.
constexpr auto patterns_by_byte = [] {
  std::array<PatternSet, 256> sets{};
  for (std::size_t index = 0; index < patterns.size(); ++index) {
    for (const char c : patterns[index].needs) sets[static_cast<unsigned char>(c)] |= PatternSet{1} << index;
  }
  return sets;
}();

/// The patterns that may find something in `text`.
PatternSet patterns_for(std::string_view text) {
  PatternSet set = 0;
  for (const char c : text) set |= patterns_by_byte[static_cast<unsigned char>(c)];
  return set;
}

bool is_looked_for(const Pattern& pattern, TextPlace place) {
  return (static_cast<unsigned>(pattern.where) >> static_cast<unsigned>(place) & 1U) != 0;
}

/// What to do about what `pattern` found.
std::string_view fix_of(const Pattern& pattern, TextPlace place) {
  const bool is_markup = pattern.kind == Kind::markup || pattern.kind == Kind::lone_sign;
  return is_markup && place != TextPlace::block ? value_fix : pattern.fix;
}

}  // namespace

std::string leftover_message(std::string_view excerpt, const Leftover& leftover) {
  if (trim(excerpt).empty()) return std::string(leftover.what);
  if (excerpt == "`") return fmt::format("a backtick is left in the text: {}", leftover.what);
  if (leftover.kind != Kind::invisible)
    return fmt::format("`{}` is left in the text: {}", excerpt, leftover.what);
  std::size_t at = 0;
  return fmt::format("{}, U+{:04X}", leftover.what, static_cast<unsigned>(next_code_point(excerpt, at)));
}

std::optional<Leftover> find_leftover(std::string_view text, TextPlace place) {
  for (PatternSet left = patterns_for(text); left != 0; left &= left - 1) {
    const Pattern& pattern = patterns[static_cast<std::size_t>(std::countr_zero(left))];
    if (!is_looked_for(pattern, place)) continue;
    const Found found = pattern.find(text);
    if (!found.any()) continue;
    return Leftover{found.offset, found.length, pattern.what, fix_of(pattern, place), pattern.kind};
  }
  return std::nullopt;
}

}  // namespace tailorbird
