#include "compile/compile.hpp"

#include <utility>

#include "compile/blocks/blocks.hpp"
#include "compile/blocks/labels.hpp"
#include "compile/blocks/leftovers.hpp"
#include "compile/blocks/link_words.hpp"
#include "compile/blocks/notes.hpp"
#include "compile/context.hpp"
#include "compile/parse/limits.hpp"
#include "compile/parse/markdown.hpp"
#include "diag/limit_findings.hpp"

namespace tailorbird {
namespace {

/// Programs are kept until the end of the build, without the room that they needed to grow.
void shrink(Program& program) {
  program.text.shrink_to_fit();
  program.code.shrink_to_fit();
  program.links.shrink_to_fit();
  program.headings.shrink_to_fit();
  for (LinkUse& link : program.links) {
    if (link.kind == LinkUse::Kind::outside) std::string().swap(link.written);  // no edition speaks of it
  }
}

}  // namespace

Compiled compile_page(const Page& page, const Site& site) {
  Context context(page, site);
  context.program.file = page.file;
  context.reach = narrowed(context.reach, page.front.condition);
  if (within_limits(context)) {
    // Words and tags need a little more room than the Markdown.
    context.program.text.reserve(page.body.size() + page.body.size() / 8);
    context.program.code.reserve(page.body.size() / 24);
    const MarkdownTree tree(page.body);
    check_labels_over_lines(context, tree);
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
  shrink(context.program);
  return {std::move(context.program), std::move(context.diagnostics)};
}

}  // namespace tailorbird
