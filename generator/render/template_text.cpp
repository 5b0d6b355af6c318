#include "render/template_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "base/strings.hpp"
#include "diag/suggest.hpp"
#include "text/html_escape.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// One {{…}} of a template. `kind` is the character after the braces that says what it does: # ^ / > ! = & {,
/// or a space for a plain name.
struct Tag {
  char kind = ' ';
  std::string_view name;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first tag at or after `from`; its end is npos when it is never closed.
std::optional<Tag> next_tag(std::string_view text, std::size_t from) {
  Tag tag;
  tag.begin = text.find("{{", from);
  if (tag.begin == std::string_view::npos) return std::nullopt;
  std::size_t inner = tag.begin + 2;
  if (inner < text.size() && std::string_view("#^/>!=&{").find(text[inner]) != std::string_view::npos) {
    tag.kind = text[inner++];
  }
  const std::string_view close = tag.kind == '{' ? "}}}" : "}}";
  const std::size_t end = text.find(close, inner);
  tag.name = trim(text.substr(inner, end == std::string_view::npos ? end : end - inner));
  tag.end = end == std::string_view::npos ? end : end + close.size();
  return tag;
}

/// The places of the tags in a file, requested in order: the file is read once, however many there are.
class Places {
 public:
  explicit Places(const ThemeFile& source) : source_(source) {}

  SourceRange of(const Tag& tag) {
    const std::string_view text = source_.text;
    const bool is_open = tag.end == std::string_view::npos;
    go_to(is_open ? tag.begin : static_cast<std::size_t>(tag.name.data() - text.data()));
    SourceRange range;
    range.file = source_.file;
    range.start = {line_, column_};
    range.length = is_open ? 2 : static_cast<std::uint32_t>(code_points(tag.name));
    return range;
  }

 private:
  void go_to(std::size_t offset) {
    std::string_view passed = std::string_view(source_.text).substr(offset_, offset - offset_);
    offset_ = offset;
    line_ += static_cast<std::uint32_t>(std::count(passed.begin(), passed.end(), '\n'));
    if (const std::size_t end = passed.rfind('\n'); end != std::string_view::npos) {
      passed.remove_prefix(end + 1);
      column_ = 1;
    }
    column_ += static_cast<std::uint32_t>(code_points(passed));
  }

  const ThemeFile& source_;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

template <typename Map>
std::vector<std::string> keys(const Map& map) {
  std::vector<std::string> names;
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

class Assembler {
 public:
  Assembler(const ThemeFiles& partials, const Words& words, std::string_view language,
            Diagnostics& diagnostics)
      : partials_(partials), words_(words), language_(language), diagnostics_(diagnostics) {}

  void put(const ThemeFile& source) {
    open_files_.push_back(&source);
    std::vector<std::pair<Tag, SourceRange>> sections;
    Places places(source);
    std::string_view text = source.text;
    while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    std::size_t at = 0;
    for (auto tag = next_tag(text, 0); tag; tag = next_tag(text, at)) {
      append_ascii_html(result.text, text.substr(at, tag->begin - at));
      const SourceRange where = places.of(*tag);
      if (tag->end == std::string_view::npos) {
        broken(where, "`{{` is not closed by `}}`");
        at = text.size();
        break;
      }
      at = tag->end;
      if (nest(*tag, where, sections)) put_tag(*tag, text, where);
    }
    append_ascii_html(result.text, text.substr(at));
    for (const auto& [tag, where] : sections) {
      broken(where, "the section `" + std::string(tag.name) + "` is not closed by `{{/" +
                        std::string(tag.name) + "}}`");
    }
    open_sections_ -= sections.size();
    open_files_.pop_back();
  }

  TemplateText result;

 private:
  /// Keeps the stack of open sections. False: the tag fits nowhere and is left out.
  bool nest(const Tag& tag, const SourceRange& where, std::vector<std::pair<Tag, SourceRange>>& sections) {
    if (tag.kind == '#' || tag.kind == '^') {
      sections.emplace_back(tag, where);
      if (++open_sections_ > deepest_sections)
        return too_large(where, "sections inside each other", deepest_sections);
    }
    if (tag.kind != '/') return true;
    if (sections.empty() || sections.back().first.name != tag.name) {
      const std::string open = sections.empty()
                                   ? "no section is open"
                                   : "the open section is `" + std::string(sections.back().first.name) + "`";
      broken(where, "`{{/" + std::string(tag.name) + "}}` closes nothing: " + open);
      return false;
    }
    sections.pop_back();
    return open_sections_-- <= deepest_sections;
  }

  void put_tag(const Tag& tag, std::string_view text, const SourceRange& where) {
    if (tag.kind == '!') return;
    if (tag.kind == '>') return put_partial(tag.name, where);
    if (tag.kind == '=') return broken(where, "other delimiters than `{{` and `}}` are not used here");
    if (tag.kind == ' ' && tag.name.starts_with("t.")) return put_word(tag.name.substr(2), where);
    result.text += text.substr(tag.begin, tag.end - tag.begin);
    if (tag.kind != '/') result.names.emplace(std::string(tag.name), where);
  }

  void put_partial(std::string_view name, const SourceRange& where) {
    const auto partial = partials_.find(name);
    if (partial == partials_.end()) {
      diagnostics_.add("theme-partial-missing", where, "no partial `" + std::string(name) + "`",
                       suggestion(name, keys(partials_)));
      return;
    }
    if (std::find(open_files_.begin(), open_files_.end(), &partial->second) != open_files_.end()) {
      diagnostics_.add("theme-partial-circle", where,
                       "the partial `" + std::string(name) + "` contains itself");
      return;
    }
    if (result.text.size() + partial->second.text.size() <= most_template_bytes) return put(partial->second);
    too_large(where, "bytes with the partial `" + std::string(name) + "`", most_template_bytes);
  }

  /// Always false, so that the caller leaves the rest out.
  bool too_large(const SourceRange& where, std::string_view what, std::size_t most) {
    if (std::exchange(too_large_, true)) return false;
    diagnostics_.add(
        "theme-template-too-large", where,
        fmt::format("the template `{}` has more than {} {}", open_files_.front()->file, most, what));
    return false;
  }

  void put_word(std::string_view key, const SourceRange& where) {
    const auto word = words_.find(key);
    if (word != words_.end()) return append_html_escaped(result.text, word->second);
    diagnostics_.add(
        "theme-word-missing", where,
        "no word `" + std::string(key) + "` in the theme's `strings/" + std::string(language_) + ".yaml`",
        suggestion(key, keys(words_)));
  }

  void broken(SourceRange where, std::string message) {
    diagnostics_.add("theme-template-broken", std::move(where), std::move(message));
  }

  const ThemeFiles& partials_;
  const Words& words_;
  std::string_view language_;
  Diagnostics& diagnostics_;
  std::vector<const ThemeFile*> open_files_;
  std::size_t open_sections_ = 0;  // in all files that are open
  bool too_large_ = false;         // said once
};

/// A line with only a section tag is dropped from the page, as Mustache specifies.
bool only_a_section_tag(std::string_view line) {
  const auto tag = next_tag(line, 0);
  return tag && tag->begin == 0 && tag->end == line.size() &&
         std::string_view("#^/").find(tag->kind) != std::string_view::npos;
}

/// Without indentation and empty lines: the library makes an object of each space and line end, at every use.
std::string without_layout(std::string_view text) {
  std::string result;
  for (const std::string_view raw : split(text, '\n')) {
    const std::string_view line = trim(raw);
    if (line.empty()) continue;
    result += line;
    if (!only_a_section_tag(line)) result += '\n';
  }
  return result;
}

/// How many more sections are open after `line` than before it.
int sections_opened(std::string_view line) {
  int opened = 0;
  for (auto tag = next_tag(line, 0); tag; tag = next_tag(line, tag->end)) {
    if (tag->kind == '#' || tag->kind == '^') ++opened;
    if (tag->kind == '/') --opened;
  }
  return opened;
}

/// The library drops a line of which its sections leave nothing, so no line is cut in two but after the tags
/// at its beginning that close sections of the lines before.
std::vector<std::string> cut_outside_sections(std::string_view text) {
  std::vector<std::string> pieces;
  int open = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (open == 0 && at > from) {
      pieces.emplace_back(text.substr(from, at - from));
      from = at;
    }
    const auto tag = next_tag(text, at);
    const bool closes = tag && tag->begin == at && tag->kind == '/';
    const std::size_t end = closes ? tag->end : std::min(text.find('\n', at), text.size() - 1) + 1;
    open += sections_opened(text.substr(at, end - at));
    at = end;
  }
  pieces.emplace_back(text.substr(from));
  return pieces;
}

}  // namespace

TemplateText prepare_template(const ThemeFile& source, const ThemeFiles& partials, const Words& words,
                              std::string_view language, Diagnostics& diagnostics) {
  Assembler assembler(partials, words, language, diagnostics);
  assembler.put(source);
  TemplateText ready = std::move(assembler.result);
  ready.text = without_layout(ready.text);
  ready.pieces = cut_outside_sections(ready.text);
  return ready;
}

}  // namespace tailorbird
