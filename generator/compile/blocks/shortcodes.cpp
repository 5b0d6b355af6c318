#include "compile/blocks/shortcodes.hpp"

#include <fmt/format.h>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "compile/attributes/attribute_meaning.hpp"
#include "compile/parse/markdown.hpp"
#include "components/component.hpp"
#include "diag/suggest.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

struct Shortcode {
  std::string name;
  std::vector<std::string> words;  // after the name
};

Shortcode read_shortcode(cmark_node* mark) {
  std::string_view inside = mark_text(mark);
  inside.remove_prefix(3);  // {{<
  inside.remove_suffix(3);  // >}}
  Shortcode read;
  for (const std::string_view word : words(inside)) {
    if (read.name.empty()) {
      read.name = word;
    } else {
      read.words.emplace_back(word);
    }
  }
  return read;
}

/// The place of `word` in the shortcode `text`, which is at `mark`.
SourceRange place_of_word(const SourceRange& mark, std::string_view text, std::string_view word) {
  const std::size_t at = text.find(word, 3);
  if (at == std::string_view::npos) return mark;
  SourceRange place = mark;
  place.start.column += static_cast<std::uint32_t>(code_points(text.substr(0, at)));
  place.length = static_cast<std::uint32_t>(code_points(word));
  return place;
}

bool is_variable_name(std::string_view name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_") ==
             std::string_view::npos;
}

void unreadable(Context& context, const SourceRange& at, std::string message, std::string fix) {
  context.failure("shortcode-unreadable", at.start, at.length, std::move(message), std::move(fix));
}

/// The fix for a shortcode that begins with neither `var` nor `include`.
std::string meant_shortcode(const Shortcode& code) {
  if (find_component(code.name) >= 0)
    return fmt::format("it is a component: write `::: {}` on a line of its own", code.name);
  const bool is_variable = code.words.empty() && is_variable_name(code.name) &&
                           code.name.find('.') != std::string::npos && !code.name.ends_with(".md");
  if (is_variable) return fmt::format("write `var {}`", code.name);
  return suggestion(code.name, {"var", "include"});
}

void check_path(Context& context, const SourceRange& at, const std::string& path) {
  if (!path.ends_with(".md") || !stays_inside(path) || path.starts_with("./") ||
      path != normalise_path(path)) {
    context.problem("include-path", at.start, at.length,
                    fmt::format("`{}` is not the path of a partial", path),
                    "write the path from the language folder, such as `_shared/privacy-note.md`");
  }
}

}  // namespace

void compile_variable(Context& context, cmark_node* mark) {
  const SourceRange at = place_of_mark(context, mark);
  const Shortcode code = read_shortcode(mark);
  if (code.name == "include") {
    context.failure("include-not-alone", at.start, at.length, "an include among other words");
    return;
  }
  if (code.name != "var") {
    return unreadable(context, at, fmt::format("no shortcode `{}`", code.name), meant_shortcode(code));
  }
  if (code.words.size() != 1 || !is_variable_name(code.words[0])) {
    return unreadable(context, at, "`var` takes one name", "write it as `{{< var contact.oh.name >}}`");
  }
  const SourceRange place = place_of_word(at, mark_text(mark), code.words[0]);
  context.program.variables.push_back({code.words[0], place.start, place.length});
  context.writer.add(Op::variable, static_cast<std::uint32_t>(context.program.variables.size()) - 1);
}

bool is_include(cmark_node* paragraph) {
  cmark_node* only = cmark_node_first_child(paragraph);
  return only != nullptr && cmark_node_next(only) == nullptr && is_mark(only) &&
         mark_kind(only) == MarkKind::shortcode && read_shortcode(only).name == "include";
}

void compile_include(Context& context, cmark_node* paragraph) {
  cmark_node* mark = cmark_node_first_child(paragraph);
  const SourceRange at = place_of_mark(context, mark);
  const Shortcode code = read_shortcode(mark);
  if (code.words.size() != 1) {
    return unreadable(context, at, "`include` takes one path",
                      "write it as `{{< include _shared/privacy-note.md >}}`");
  }
  const SourceRange place = place_of_word(at, mark_text(mark), code.words[0]);
  check_path(context, place, code.words[0]);
  context.writer.fresh_line();
  context.program.includes.push_back({code.words[0], place.start, place.length});
  context.writer.add(Op::include, static_cast<std::uint32_t>(context.program.includes.size()) - 1);
  context.writer.mark();
}

}  // namespace tailorbird
