#include "import/element_writer.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "import/element_inlines.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// HTML allows no spaces in an id, and a mark no braces: one with these is made an address.
std::string id_in_mark(const std::string& id) {
  return id.find_first_of(" \t\r\n\f{}") == std::string::npos ? id : slug(id);
}

bool is_block(ElementRole role) {
  switch (role) {
    case ElementRole::strong:
    case ElementRole::emphasis:
    case ElementRole::strike:
    case ElementRole::quotation:
    case ElementRole::code:
    case ElementRole::link:
    case ElementRole::picture:
    case ElementRole::line_break:
    case ElementRole::silent:
    case ElementRole::lost:
      return false;
    default:
      return true;
  }
}

/// Whether there is a block in `element`, at any depth.
bool holds_block(pugi::xml_node element, const ElementLanguage& language) {
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    const ElementRole role = language.row(child).role;
    const bool open = role == ElementRole::through || role == ElementRole::unknown;
    if (open ? holds_block(child, language) : is_block(role)) return true;
  }
  return false;
}

/// Escapes what would begin a block at the start of a line.
std::string at_line_start(std::string line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool number = digits > 0 && digits < 10 && digits < line.size() &&
                      (line[digits] == '.' || line[digits] == ')') &&
                      (digits + 1 == line.size() || line[digits + 1] == ' ');
  if (number) return line.insert(digits, "\\");
  const bool sign = line.starts_with("#") || line.starts_with(">") || line.starts_with("- ") ||
                    line.starts_with("+ ") || line.starts_with(":::") || line.starts_with("---") ||
                    line.starts_with("===") || line.starts_with("~~~");
  return sign ? "\\" + line : line;
}

class BlockWriter {
 public:
  explicit BlockWriter(ElementLanguage& language) : language_(language) {}

  ImportLines blocks(pugi::xml_node element) {
    return apart([&] {
      for (const pugi::xml_node child : element.children()) node(child);
    });
  }

  ImportLines block_of(pugi::xml_node element) {
    return apart([&] { node(element); });
  }

 private:
  /// The lines that `write` writes, separately from those before.
  template <typename Write>
  ImportLines apart(const Write& write) {
    ImportLines outer = std::move(lines_);
    lines_.clear();
    write();
    end_paragraph();
    ImportLines made = std::move(lines_);
    lines_ = std::move(outer);
    return made;
  }

  void node(pugi::xml_node child) {
    if (child.type() == pugi::node_comment) return comment(child);
    if (child.type() != pugi::node_element) return add_words(child);
    const ElementRow row = language_.row(child);
    const bool open = row.role == ElementRole::through || row.role == ElementRole::unknown;
    if (open ? !holds_block(child, language_) && language_.replaced(child).empty() : !is_block(row.role))
      return add_words(child);
    end_paragraph();
    block(child, row);
  }

  void add_words(pugi::xml_node child) {
    if (words_.empty()) line_ = language_.line(child.type() == pugi::node_element ? child : child.parent());
    std::string more = inline_of(child, language_);
    if (words_.ends_with(' ') && more.starts_with(' ')) more.erase(0, 1);
    words_ += more;
  }

  void end_paragraph() {
    const std::string text(trim(words_));
    words_.clear();
    std::string only_breaks = replace_all(text, line_break_sign, "");
    if (trim(only_breaks).empty()) return;
    ImportLines lines;
    const std::vector<std::string_view> parts = split(text, line_break_sign[0]);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      const std::string_view words = trim(parts[part]);
      if (words.empty()) continue;
      lines.push_back(
          {line_, language_.is_markdown ? std::string(words) : at_line_start(std::string(words))});
    }
    for (std::size_t part = 0; part + 1 < lines.size(); ++part) lines[part].text += "\\";
    add(lines);
  }

  void add(const ImportLines& block) {
    if (block.empty()) return;
    if (!lines_.empty()) lines_.push_back({block.front().source, ""});
    lines_.insert(lines_.end(), block.begin(), block.end());
  }

  void comment(pugi::xml_node child) {
    const std::string text = child.value();
    if (text.find('\n') != std::string::npos || text.find("--") != std::string::npos) return;
    end_paragraph();
    add({{language_.line(child.parent()), fmt::format("<!--{}-->", text)}});
  }

  void block(pugi::xml_node element, const ElementRow& row) {
    const std::optional<std::string> readers = language_.readers(element);
    if (!readers) return;
    if (const std::string instead = language_.replaced(element); !instead.empty()) {
      if (instead != replaced_by_nothing) add_for(*readers, element, {{language_.line(element), instead}});
      return;
    }
    const std::uint32_t line = language_.line(element);
    switch (row.role) {
      case ElementRole::heading:
        return heading(element, row, *readers);
      case ElementRole::rule:
        return add({{line, "***"}});
      case ElementRole::code_block:
        return add_for(*readers, element, code_block(element));
      case ElementRole::bullets:
        return add_for(*readers, element, list(element, false));
      case ElementRole::numbers:
        return add_for(*readers, element, list(element, true));
      case ElementRole::table:
        return add_for(*readers, element, element_table(element, language_));
      case ElementRole::quote:
        return add_for(*readers, element, prefixed(blocks(element), "> ", "> "));
      case ElementRole::callout:
        return add(
            fenced(fmt::format(".callout type=\"{}\"{}", row.value, readers->empty() ? "" : " " + *readers),
                   element));
      case ElementRole::component:
        return add(fenced(fmt::format(".{}{}", row.value, readers->empty() ? "" : " " + *readers), element));
      case ElementRole::question:
        return question(element);
      case ElementRole::term:
        return add_for(*readers, element,
                       {{line, "**" + on_one_line(inline_words(element, language_)) + "**"}});
      case ElementRole::unknown:
        language_.lose("html-lost", element, fmt::format("`<{}>`; its text stayed", element.name()));
        return add_for(*readers, element, blocks(element));
      default:
        return add_for(*readers, element, blocks(element));
    }
  }

  /// Blocks for some readers stand in a div.
  void add_for(const std::string& readers, pugi::xml_node element, ImportLines block) {
    if (readers.empty() || block.empty()) return add(block);
    add(in_fence(readers, language_.line(element), std::move(block)));
  }

  static ImportLines in_fence(const std::string& mark, std::uint32_t line, ImportLines inside) {
    ImportLines lines{{line, fmt::format("::: {{{}}}", mark)}};
    lines.insert(lines.end(), inside.begin(), inside.end());
    lines.push_back({inside.empty() ? line : inside.back().source, ":::"});
    return lines;
  }

  ImportLines fenced(const std::string& mark, pugi::xml_node element) {
    return in_fence(mark, language_.line(element), blocks(element));
  }

  void heading(pugi::xml_node element, const ElementRow& row, const std::string& readers) {
    const int level = row.value.empty() ? language_.level(element) : row.value.front() - '0';
    const std::string words = on_one_line(inline_words(element, language_));
    if (words.empty()) return;
    const std::string id = id_in_mark(element.attribute("id").value());
    std::string mark = id.empty() ? "" : "#" + id;
    if (!readers.empty()) mark += (mark.empty() ? "" : " ") + readers;
    add({{language_.line(element),
          fmt::format("{} {}{}", std::string(static_cast<std::size_t>(std::clamp(level, 1, 6)), '#'), words,
                      mark.empty() ? "" : " {" + mark + "}")}});
  }

  ImportLines code_block(pugi::xml_node element) {
    std::string text = all_text(element);
    while (text.starts_with('\n')) text.erase(0, 1);
    while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
    const std::string fence = text.find("```") == std::string::npos ? "```" : "~~~~~~";
    ImportLines lines{{language_.line(element), fence}};
    for (ImportLine& line : import_lines(text, language_.line(element))) lines.push_back(std::move(line));
    lines.push_back({lines.back().source, fence});
    return lines;
  }

  static ImportLines prefixed(ImportLines lines, std::string_view first, std::string_view rest) {
    for (std::size_t index = 0; index < lines.size(); ++index) {
      const std::string_view prefix = index == 0 ? first : rest;
      std::string& text = lines[index].text;
      text = text.empty() ? std::string(trim(prefix)) : std::string(prefix) + text;
    }
    return lines;
  }

  ImportLines list(pugi::xml_node element, bool numbered) {
    ImportLines lines;
    std::size_t number = element.attribute("start").as_uint(1);
    for (const pugi::xml_node child : element.children()) {
      if (child.type() != pugi::node_element) continue;
      const std::optional<std::string> readers = language_.readers(child);
      if (!readers) continue;
      const std::string sign = numbered ? fmt::format("{}. ", number++) : "- ";
      const std::string instead = language_.replaced(child);
      if (instead == replaced_by_nothing) continue;
      std::optional<ImportLines> reused = language_.blocks_instead(child);
      const bool own = instead.empty() && !reused;
      ImportLines inside = reused ? std::move(*reused)
                           : own  ? blocks(child)
                                  : ImportLines{{language_.line(child), instead}};
      if (inside.empty()) continue;
      if (own && is_tight(child))
        std::erase_if(inside, [](const ImportLine& line) { return line.text.empty(); });
      if (!readers->empty()) mark_item(inside, *readers);
      const bool spread = inside.size() > 1 && !lines.empty() && holds_blank(inside);
      if (spread) lines.push_back({inside.front().source, ""});
      const ImportLines item = prefixed(std::move(inside), sign, std::string(sign.size(), ' '));
      lines.insert(lines.end(), item.begin(), item.end());
    }
    return lines;
  }

  /// The mark of an item ends its first line, if that is all of its first paragraph; else the item's blocks
  /// stand in a div.
  static void mark_item(ImportLines& inside, const std::string& readers) {
    const auto begins_list = [](std::string_view line) {
      const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
      return line.starts_with("- ") || (digits > 0 && line.substr(digits).starts_with(". "));
    };
    const std::string& first = inside.front().text;
    const bool words = std::string_view("`~|:>#<!").find(first.front()) == std::string_view::npos &&
                       !begins_list(first) && !first.ends_with('}');
    const bool ends = inside.size() == 1 || inside[1].text.empty() || begins_list(inside[1].text);
    const std::uint32_t line = inside.front().source;
    if (words && ends) {
      inside.front().text += fmt::format(" {{{}}}", readers);
    } else {
      inside = in_fence(readers, line, std::move(inside));
    }
  }

  /// An item with words, perhaps followed by lists: it is written without blank lines.
  bool is_tight(pugi::xml_node item) const {
    for (const pugi::xml_node child : item.children()) {
      if (child.type() != pugi::node_element) continue;
      const ElementRole role = language_.row(child).role;
      const bool list = role == ElementRole::bullets || role == ElementRole::numbers;
      if (is_block(role) && !list && role != ElementRole::unknown) return false;
    }
    return true;
  }

  static bool holds_blank(const ImportLines& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const ImportLine& line) { return line.text.empty(); });
  }

  void question(pugi::xml_node element) {
    pugi::xml_node caption;
    for (const pugi::xml_node child : element.children())
      if (!caption && child.type() == pugi::node_element && language_.row(child).role == ElementRole::caption)
        caption = child;
    const std::string words = caption ? on_one_line(inline_words(caption, language_)) : "";
    if (caption) element.remove_child(caption);
    ImportLines inside = blocks(element);
    if (words.empty()) return add(inside);
    inside.insert(inside.begin(), {language_.line(element), "### " + words});
    add(in_fence(".faq", language_.line(element), std::move(inside)));
  }

  ElementLanguage& language_;
  ImportLines lines_;
  std::string words_;
  std::uint32_t line_ = 0;
};

}  // namespace

ImportLines element_blocks(pugi::xml_node element, ElementLanguage& language) {
  return BlockWriter(language).blocks(element);
}

ImportLines element_block(pugi::xml_node element, ElementLanguage& language) {
  return BlockWriter(language).block_of(element);
}

void hold_unasked(pugi::xml_node element, ElementLanguage& language) {
  const ElementLanguage::Asked asked = language.asked(element);
  if (asked == ElementLanguage::Asked::left_out) return;
  const ElementRole role = language.row(element).role;
  const bool left_out = role == ElementRole::silent || role == ElementRole::lost;
  if (left_out && element.first_child()) return;
  if (asked == ElementLanguage::Asked::never && language.says_readers(element))
    language.lose("readers-unknown", element, fmt::format("`<{}>`", element.name()));
  for (const pugi::xml_node child : element.children())
    if (child.type() == pugi::node_element) hold_unasked(child, language);
}

std::string element_words(pugi::xml_node element, ElementLanguage& language) {
  return on_one_line(inline_words(element, language));
}

}  // namespace tailorbird
