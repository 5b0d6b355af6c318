#include "import/html_tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t deepest = 100;  // depth of nested elements

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

constexpr auto void_elements = std::to_array<std::string_view>(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"});

/// Elements that end when one of their kind begins, and those whose end tag may be left out.
constexpr auto end_by_themselves =
    std::to_array<std::string_view>({"p", "li", "tr", "td", "th", "dt", "dd", "thead", "tbody", "option"});

template <std::size_t count>
bool holds(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The open element that the beginning of another one ends: `<li>` ends an open `<li>`.
bool ends(std::string_view open, std::string_view begins) {
  if (open == "td" || open == "th") return begins == "td" || begins == "th" || begins == "tr";
  if (open == "dt" || open == "dd") return begins == "dt" || begins == "dd";
  if (open == "thead" || open == "tbody") return begins == "tbody" || begins == "tfoot";
  if (open == "p") {
    static constexpr auto blocks =
        std::to_array<std::string_view>({"p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "div",
                                         "pre", "blockquote", "hr", "dl", "figure"});
    return holds(blocks, begins);
  }
  return open == begins && (open == "li" || open == "tr" || open == "option");
}

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr auto entities = std::to_array<Entity>(
    {{"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""}, {"apos", "'"},  {"nbsp", "\u00a0"},
     {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"}, {"lsquo", "‘"}, {"rsquo", "’"}, {"ldquo", "“"},
     {"rdquo", "”"},  {"laquo", "«"},  {"raquo", "»"},  {"copy", "©"},  {"reg", "®"},   {"trade", "™"},
     {"bull", "•"},   {"middot", "·"}, {"euro", "€"},   {"pound", "£"}, {"deg", "°"},   {"eacute", "é"},
     {"egrave", "è"}, {"agrave", "à"}, {"ccedil", "ç"}, {"ecirc", "ê"}, {"euml", "ë"},  {"iuml", "ï"},
     {"ouml", "ö"},   {"uuml", "ü"},   {"auml", "ä"},   {"szlig", "ß"}, {"times", "×"}, {"rarr", "→"},
     {"larr", "←"},   {"frac12", "½"}, {"shy", ""},     {"sect", "§"},  {"para", "¶"},  {"micro", "µ"}});

std::string character(std::uint32_t code) {
  std::string text;
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return "\uFFFD";
  if (code < 0x80) return {static_cast<char>(code)};
  if (code < 0x800) {
    text += static_cast<char>(0xC0U | (code >> 6U));
  } else {
    if (code < 0x10000) {
      text += static_cast<char>(0xE0U | (code >> 12U));
    } else {
      text += static_cast<char>(0xF0U | (code >> 18U));
      text += static_cast<char>(0x80U | ((code >> 12U) & 0x3FU));
    }
    text += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
  }
  text += static_cast<char>(0x80U | (code & 0x3FU));
  return text;
}

/// The text of an entity without `&` and `;`, or nothing.
std::optional<std::string> entity(std::string_view name) {
  if (name.starts_with('#')) {
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    if (digits.empty() || problem != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return character(code);
  }
  const auto* const row =
      std::find_if(entities.begin(), entities.end(), [&](const Entity& one) { return one.name == name; });
  return row == entities.end() ? std::nullopt : std::optional<std::string>(row->text);
}

/// Builds the tree while it reads.
class HtmlReader {
 public:
  HtmlReader(std::string_view html, std::uint32_t line, HtmlTree& tree)
      : html_(html), line_(line), tree_(tree) {
    current_ = tree_.document.tree.append_child("fragment");
    note(current_);
  }

  void read() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<' && (comment() || tag())) continue;
      const std::size_t next = std::min(html_.find('<', at_ + 1), html_.size());
      text_ += html_.substr(at_, next - at_);
      move_to(next);
    }
    add_text();
    for (; current_ != tree_.root(); current_ = current_.parent())
      if (!holds(end_by_themselves, current_.name())) tree_.balanced = false;
  }

 private:
  void move_to(std::size_t next) {
    line_ += static_cast<std::uint32_t>(std::count(html_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                   html_.begin() + static_cast<std::ptrdiff_t>(next), '\n'));
    at_ = next;
  }

  void note(pugi::xml_node node) { tree_.document.positions[node.hash_value()] = {line_, 1}; }

  void add_text() {
    if (!text_.empty()) current_.append_child(pugi::node_pcdata).set_value(entities_decoded(text_).c_str());
    text_.clear();
  }

  bool comment() {
    if (!html_.substr(at_).starts_with("<!")) return false;
    add_text();
    const bool is_comment = html_.substr(at_).starts_with("<!--");
    const std::string_view close = is_comment ? "-->" : ">";
    const std::size_t end = std::min(html_.find(close, at_ + 2), html_.size());
    if (is_comment && end > at_ + 4)
      current_.append_child(pugi::node_comment)
          .set_value(std::string(html_.substr(at_ + 4, end - at_ - 4)).c_str());
    move_to(std::min(end + close.size(), html_.size()));
    return true;
  }

  bool tag() {
    const HtmlTag tag = html_tag(html_.substr(at_));
    if (tag.name.empty()) return false;
    add_text();
    if (tag.closes) {
      close(tag.name);
    } else {
      open(tag);
    }
    move_to(at_ + tag.length);
    if (!tag.closes && (tag.name == "script" || tag.name == "style")) raw_text(tag.name);
    return true;
  }

  void open(const HtmlTag& tag) {
    while (current_ != tree_.root() && ends(current_.name(), tag.name)) current_ = current_.parent();
    pugi::xml_node added = current_.append_child(tag.name.c_str());
    for (const auto& [name, value] : tag.attributes) added.append_attribute(name.c_str()) = value.c_str();
    note(added);
    if (tag.closed_itself || is_void_element(tag.name)) return;
    if (depth() >= deepest) {
      tree_.balanced = false;  // its text stays where it is
      return;
    }
    current_ = added;
  }

  std::size_t depth() const {
    std::size_t deep = 0;
    for (pugi::xml_node node = current_; node; node = node.parent()) ++deep;
    return deep;
  }

  void close(const std::string& name) {
    if (is_void_element(name)) return;
    pugi::xml_node open = current_;
    while (open != tree_.root() && name != open.name()) open = open.parent();
    if (open == tree_.root()) {
      tree_.balanced = false;
      return;
    }
    for (pugi::xml_node between = current_; between != open; between = between.parent())
      if (!holds(end_by_themselves, between.name())) tree_.balanced = false;
    current_ = open.parent();
  }

  /// The content of a script is not HTML.
  void raw_text(const std::string& name) {
    const std::size_t end = std::min(html_.find("</" + name, at_), html_.size());
    move_to(end);
  }

  std::string_view html_;
  std::uint32_t line_;
  HtmlTree& tree_;
  pugi::xml_node current_;
  std::size_t at_ = 0;
  std::string text_;
};

/// An attribute's value at `at`, behind its `=`; moves `at` past it.
std::string attribute_value(std::string_view text, std::size_t& at) {
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
    const char quote = text[at++];
    const std::size_t end = text.find(quote, at);
    if (end == std::string_view::npos) {
      at = text.size();
      return {};
    }
    std::string value = entities_decoded(text.substr(at, end - at));
    at = end + 1;
    return value;
  }
  const std::size_t begin = at;
  while (at < text.size() && !is_blank(text[at]) && text[at] != '>') ++at;
  return entities_decoded(text.substr(begin, at - begin));
}

}  // namespace

std::string HtmlTag::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes)
    if (key == wanted) return value;
  return {};
}

std::string HtmlTag::address(std::string_view wanted) const { return html_address(attribute(wanted)); }

std::string html_address(std::string_view value) {
  std::string address(trim(value));
  std::erase_if(address, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return address;
}

bool is_void_element(std::string_view name) { return holds(void_elements, name); }

HtmlTag html_tag(std::string_view text) {
  HtmlTag tag;
  std::size_t at = 1;
  if (text.size() < 3 || text[0] != '<') return tag;
  if (text[at] == '/') {
    tag.closes = true;
    ++at;
  }
  if (at >= text.size() || !is_letter(text[at])) return tag;
  const std::size_t begin = at;
  while (at < text.size() && is_name(text[at])) ++at;
  std::string name = ascii_lower(text.substr(begin, at - begin));
  const bool ends = at >= text.size() || is_blank(text[at]) || text[at] == '>' || text[at] == '/';
  if (!ends) return tag;
  if (name.find(':') != std::string::npos && text.substr(at).starts_with("//")) return tag;  // <https://…>
  while (at < text.size()) {
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at >= text.size()) return tag;
    if (text[at] == '>') {
      tag.name = std::move(name);
      tag.length = at + 1;
      return tag;
    }
    if (text[at] == '/') {
      tag.closed_itself = true;
      ++at;
      continue;
    }
    const std::size_t attribute = at;
    while (at < text.size() && !is_blank(text[at]) && text[at] != '=' && text[at] != '>' && text[at] != '/')
      ++at;
    if (at == attribute || text[attribute] == '<') return tag;
    std::string key = ascii_lower(text.substr(attribute, at - attribute));
    std::size_t behind = at;
    while (behind < text.size() && is_blank(text[behind])) ++behind;
    std::string value;
    if (behind < text.size() && text[behind] == '=') {
      at = behind + 1;
      while (at < text.size() && is_blank(text[at])) ++at;
      value = attribute_value(text, at);
    }
    tag.closed_itself = false;
    tag.attributes.emplace_back(std::move(key), std::move(value));
  }
  return tag;
}

std::string entities_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.substr(0, std::min(text.size(), at + 12)).find(';', at)
                                            : std::string_view::npos;
    const auto found =
        end == std::string_view::npos ? std::nullopt : entity(text.substr(at + 1, end - at - 1));
    if (found) {
      decoded += *found;
      at = end + 1;
    } else {
      decoded += text[at++];
    }
  }
  return decoded;
}

std::unique_ptr<HtmlTree> read_html(std::string_view html, std::uint32_t first_line) {
  auto tree = std::make_unique<HtmlTree>();
  HtmlReader(html, first_line, *tree).read();
  return tree;
}

}  // namespace tailorbird
