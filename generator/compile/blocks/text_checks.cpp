#include "compile/blocks/text_checks.hpp"

#include <algorithm>
#include <cctype>

#include "base/strings.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

bool begins_line(cmark_node* node) {
  cmark_node* before = cmark_node_previous(node);
  if (before == nullptr) return true;
  const cmark_node_type type = cmark_node_get_type(before);
  return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

/// Whether the text is in an unclosed div. The fence here may already have been reported as the cause.
bool in_open_div(cmark_node* node) {
  while (node != nullptr && !(is_div(node) && div_state(node) == DivState::open))
    node = cmark_node_parent(node);
  return node != nullptr;
}

/// Reports `:::` that is indented too far to be a fence, and a fence of two colons.
void check_fence(Context& context, cmark_node* node, std::string_view text) {
  const std::size_t colons = std::min(text.find_first_not_of(':'), text.size());
  const bool short_fence = colons == 2 && text.size() > 2 && (text[2] == ' ' || text[2] == '{');
  if (colons < 3 && !short_fence) return;
  const std::size_t cursor = context.source.cursor();
  const std::size_t at = context.source.find(text.substr(0, colons)).value_or(cursor);
  context.source.set_cursor(cursor);
  if (at > 0 && context.source.text()[at - 1] == '\\') return;
  if (cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_PARAGRAPH) return;
  const SourceRange place = context.source.range(at, colons);
  const auto& reported = context.diagnostics.all();
  const bool is_reported =
      in_open_div(node) && std::any_of(reported.begin(), reported.end(), [&](const Diagnostic& one) {
        return one.where.start == place.start && one.code.starts_with("div-");
      });
  if (is_reported) return;
  context.failure(
      "div-fence-misplaced", place.start, place.length,
      short_fence ? "this has two colons, and `:::` has three"
                  : "this `:::` is indented so far that it is read as words",
      short_fence ? "write `:::`" : "indent it by at most three spaces more than the text around it");
}

}  // namespace

void check_text(Context& context, cmark_node* node) {
  const std::string_view text = literal(node);
  if (text.starts_with("::") && begins_line(node)) check_fence(context, node, text);
}

bool check_indented_code(Context& context, cmark_node* node) {
  const char* code = cmark_node_get_literal(node);
  if (code == nullptr) return true;
  int line = cmark_node_get_start_line(node);
  for (const std::string_view one : split(code, '\n')) {
    if (trim(one).starts_with(":::")) {
      const std::size_t at = context.source.line_start(line) + context.source.line(line).find(":::");
      const SourceRange place = context.source.range(at, 3);
      context.failure("div-fence-misplaced", place.start, place.length,
                      "this `:::` is indented so far that it is read as code",
                      "indent it by at most three spaces more than the text around it");
      return false;
    }
    ++line;
  }
  return true;
}

}  // namespace tailorbird
