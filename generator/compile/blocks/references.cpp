#include "compile/blocks/references.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "compile/blocks/source_lines.hpp"
#include "compile/parse/markdown.hpp"
#include "text/invisible.hpp"

namespace tailorbird {
namespace {

/// A numeric reference in the source to an invisible character.
struct Reference {
  std::size_t at = 0;
  std::size_t size = 0;
  unsigned code_point = 0;
  bool is_reported = false;
};

/// The reference that begins with the `&#` at `at`; nothing when it is none, or its character may be there.
std::optional<Reference> reference_at(std::string_view source, std::size_t at) {
  std::size_t begin = at + 2;
  const bool hexadecimal = begin < source.size() && (source[begin] == 'x' || source[begin] == 'X');
  if (hexadecimal) ++begin;
  unsigned code_point = 0;
  const char* const last = source.data() + source.size();
  const auto [end, problem] = std::from_chars(source.data() + std::min(begin, source.size()), last,
                                              code_point, hexadecimal ? 16 : 10);
  if (problem != std::errc{} || end == last || *end != ';') return std::nullopt;
  if (code_point == 0 || !is_invisible(code_point)) return std::nullopt;  // cmark makes U+FFFD of zero
  return Reference{at, static_cast<std::size_t>(end + 1 - source.data()) - at, code_point};
}

std::vector<Reference> references_in(std::string_view source) {
  std::vector<Reference> found;
  for (std::size_t at = source.find("&#"); at != std::string_view::npos; at = source.find("&#", at + 2)) {
    if (const auto reference = reference_at(source, at)) found.push_back(*reference);
  }
  return found;
}

/// What cmark makes of a reference: UTF-8, but the last two are a byte that is none.
std::string made_of(unsigned code_point) {
  if (code_point >= 0xFFFE) return {static_cast<char>(code_point & 0xFFU)};
  const auto byte = [](unsigned bits) { return static_cast<char>(bits); };
  if (code_point < 0x80) return {byte(code_point)};
  if (code_point < 0x800) return {byte(0xC0U | code_point >> 6U), byte(0x80U | (code_point & 0x3FU))};
  return {byte(0xE0U | code_point >> 12U), byte(0x80U | (code_point >> 6U & 0x3FU)),
          byte(0x80U | (code_point & 0x3FU))};
}

/// Whether the reference is probably shown as written: after a backslash, or in code within a line.
bool is_literal(std::string_view source, const Reference& reference) {
  const std::size_t at = reference.at;
  if (at == 0) return false;
  if (source[at - 1] == '\\') return true;
  const std::size_t line_end = source.rfind('\n', at - 1);
  const std::size_t line = line_end == std::string_view::npos ? 0 : line_end + 1;
  return std::count(source.begin() + static_cast<std::ptrdiff_t>(line),
                    source.begin() + static_cast<std::ptrdiff_t>(at), '`') %
             2 ==
         1;
}

class Check {
 public:
  Check(Context& context, std::vector<Reference> references)
      : context_(context), references_(std::move(references)) {}

  /// `made`: what the block's references were read in.
  void block(cmark_node* block, std::string_view made) {
    const SourceLines lines = lines_of(context_, block);
    std::vector<unsigned> looked_for;
    for (const Reference& one : references_) {
      const bool is_new = std::find(looked_for.begin(), looked_for.end(), one.code_point) == looked_for.end();
      if (is_new && made.find(made_of(one.code_point)) != std::string_view::npos)
        looked_for.push_back(one.code_point);
    }
    for (const unsigned code_point : looked_for) report_in(lines, code_point);
  }

 private:
  /// Reports the references to the character in these lines. Where none seems to be meant, the first one
  /// anywhere: a label that is defined over several lines has them elsewhere.
  void report_in(const SourceLines& lines, unsigned code_point) {
    bool any = false;
    for (Reference& one : references_) {
      const bool inside = one.at >= lines.begin && one.at < lines.end;
      if (one.code_point != code_point || !inside || is_literal(context_.source.text(), one)) continue;
      any = true;
      report(one);
    }
    if (any) return;
    const auto elsewhere = std::find_if(references_.begin(), references_.end(), [&](const Reference& one) {
      return one.code_point == code_point && !is_literal(context_.source.text(), one);
    });
    report(elsewhere != references_.end()
               ? *elsewhere
               : *std::find_if(references_.begin(), references_.end(),
                               [&](const Reference& one) { return one.code_point == code_point; }));
  }

  void report(Reference& one) {
    if (one.is_reported) return;
    one.is_reported = true;
    const SourceRange place = context_.source.range(one.at, one.size);
    context_.problem("file-control-character", place.start, place.length,
                     fmt::format("`{}` makes the invisible character U+{:04X}",
                                 context_.source.text().substr(one.at, one.size), one.code_point),
                     "Delete it, and type this place again. To show it as it is written, make it code: put "
                     "a ` before and after it.");
  }

  Context& context_;
  std::vector<Reference> references_;
};

std::string_view text_of(const char* text) { return text == nullptr ? std::string_view{} : text; }

/// What cmark read with references in `node`, without its children and its address.
std::string_view made_in(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT) return literal(node);
  if (type == CMARK_NODE_CODE_BLOCK) return text_of(cmark_node_get_fence_info(node));
  if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) return text_of(cmark_node_get_title(node));
  return is_label_definition(node) ? label_definition(node).title : std::string_view{};
}

bool has_words(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_HEADING || type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_CODE_BLOCK ||
         type == extension_types().table_cell || is_label_definition(node);
}

}  // namespace

void check_references(Context& context, cmark_node* root) {
  std::vector<Reference> references = references_in(context.source.text());
  if (references.empty()) return;
  Check check(context, std::move(references));
  std::string made;
  cmark_iter* iterator = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* node = cmark_iter_get_node(iterator);
    const bool is_block = has_words(node);
    const bool is_leaf = cmark_node_first_child(node) == nullptr;
    if (event == CMARK_EVENT_ENTER) {
      if (is_block) made.clear();
      made.append(made_in(node)) += '\n';
    }
    if (is_block && (event == CMARK_EVENT_EXIT || is_leaf)) check.block(node, made);
  }
  cmark_iter_free(iterator);
}

}  // namespace tailorbird
