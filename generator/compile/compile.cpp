#include "compile/compile.hpp"

#include <iterator>
#include <utility>

#include "compile/blocks/blocks.hpp"
#include "compile/blocks/labels.hpp"
#include "compile/blocks/leftovers.hpp"
#include "compile/blocks/link_words.hpp"
#include "compile/blocks/notes.hpp"
#include "compile/blocks/references.hpp"
#include "compile/context.hpp"
#include "compile/parse/limits.hpp"
#include "compile/parse/markdown.hpp"
#include "diag/limit_findings.hpp"

namespace tailorbird {
namespace {

/// Moves `items` into `memory`, without the room that they needed to grow.
template <typename Items>
Items settled(Items& items, std::pmr::memory_resource* memory) {
  return Items(std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()), memory);
}

Program settled(Program&& program, std::pmr::memory_resource* memory) {
  for (LinkUse& link : program.links) {
    if (link.kind == LinkUse::Kind::outside) std::string().swap(link.written);  // no edition speaks of it
  }
  return {.file = std::move(program.file),
          .text = {program.text, memory},
          .code = settled(program.code, memory),
          .main = program.main,
          .conditions = settled(program.conditions, memory),
          .variables = settled(program.variables, memory),
          .links = settled(program.links, memory),
          .images = settled(program.images, memory),
          .headings = settled(program.headings, memory),
          .footnotes = settled(program.footnotes, memory),
          .includes = settled(program.includes, memory),
          .components = settled(program.components, memory),
          .failed = program.failed};
}

}  // namespace

Compiled compile_page(const Page& page, const Site& site, std::pmr::memory_resource* memory) {
  Context context(page, site);
  context.program.file = page.file;
  context.reach = narrowed(context.reach, page.front.condition);
  if (within_limits(context)) {
    // Words and tags need a little more room than the Markdown.
    context.program.text.reserve(page.body.size() + page.body.size() / 8);
    context.program.code.reserve(page.body.size() / 24);
    const MarkdownTree tree(page.body);
    check_labels_over_lines(context, tree);
    check_references(context, tree.root());
    check_leftovers(context, tree.root());
    check_link_words(context, tree.root());
    compile_children(context, tree.root());
    context.program.main = {0, context.writer.end()};
    compile_notes(context);
    resolve_labels(context);
  } else {
    context.program.failed = true;
  }
  limit_findings(context.diagnostics.all());
  return {settled(std::move(context.program), memory), std::move(context.diagnostics)};
}

}  // namespace tailorbird
