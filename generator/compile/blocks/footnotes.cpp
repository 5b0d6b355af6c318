#include "compile/blocks/footnotes.hpp"

#include <cmark-gfm/node.h>
#include <fmt/format.h>
#include <string>

#include "base/strings.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

/// The name of a definition `[^name]:` that begins `line`, or empty.
std::string_view defined_name(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(' ');
  if (begin == std::string_view::npos || begin > 3 || line.substr(begin, 2) != "[^") return {};
  const std::size_t end = line.find("]:", begin);
  return end == std::string_view::npos ? std::string_view() : line.substr(begin + 2, end - begin - 2);
}

bool is_code_fence(std::string_view line) {
  const std::string_view text = trim(line);
  return text.starts_with("```") || text.starts_with("~~~");
}

/// cmark drops notes that nothing refers to, so they are looked for in the text.
void report_unused(Context& context) {
  if (context.source.text().find("[^") == std::string_view::npos) return;
  bool in_code = false;
  const std::size_t size = context.source.text().size();
  for (int line = 1; context.source.line_start(line) < size; ++line) {
    const std::string_view text = context.source.line(line);
    if (is_code_fence(text)) in_code = !in_code;
    const std::string_view name = in_code ? std::string_view() : defined_name(text);
    if (name.empty() || context.footnotes.contains(ascii_lower(name))) continue;
    const SourceRange at =
        context.source.range(context.source.line_start(line) + text.find("[^"), name.size() + 3);
    context.problem("footnote-unused", at.start, at.length,
                    fmt::format("nothing refers to the footnote `{}`", name));
  }
}

}  // namespace

void compile_footnote_reference(Context& context, cmark_node* node) {
  cmark_node* definition = node->parent_footnote_def;
  if (definition == nullptr) return;
  const std::string name(literal(definition));
  const auto next = static_cast<std::uint32_t>(context.program.footnotes.size());
  const auto [at, fresh] = context.footnotes.emplace(ascii_lower(name), next);
  if (fresh) {
    const std::size_t line = context.source.line_start(cmark_node_get_start_line(definition));
    context.program.footnotes.push_back({name, {}, context.source.position(line)});
    context.footnote_nodes.push_back(definition);
  }
  context.source.find("[^");
  context.writer.add(Op::footnote, at->second);
}

void compile_footnotes(Context& context) {
  // A note may refer to a further one, which is then added at the end.
  for (std::size_t index = 0; index < context.footnote_nodes.size(); ++index) {
    const std::uint32_t begin = context.writer.mark();
    compile_children(context, context.footnote_nodes[index]);
    context.program.footnotes[index].body = {begin, context.writer.end()};
  }
  report_unused(context);
}

}  // namespace tailorbird
