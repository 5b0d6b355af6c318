#pragma once
// The state shared by the functions that compile one page: source, output, and the conditions at the current
// place.

#include <cmark-gfm.h>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "compile/attributes/attributes.hpp"
#include "compile/definitions.hpp"
#include "compile/parse/page_text.hpp"
#include "compile/program_writer.hpp"
#include "model/program.hpp"
#include "model/project.hpp"

namespace tailorbird {

struct Context {
  const Page& page;
  const Site& site;
  PageText source;
  Program program;
  ProgramWriter writer{program};
  Diagnostics diagnostics;
  ReaderSet reach;            // readers who can see the content being compiled
  ConditionChain conditions;  // around the content being compiled
  Definitions definitions;
  std::vector<std::uint8_t> heading_levels;  // of the headings so far, to detect skipped levels
  int depth = 0;                             // of nested blocks and inlines
  const bool has_braces;                     // false: the page has no marks
  bool too_deep = false;                     // reported once
  bool looked_for_fence = false;             // of a div without an end, which is done once
  bool in_heading = false;

  Context(const Page& page_, const Site& site_)
      : page(page_),
        site(site_),
        source(page_),
        reach(site_.everybody()),
        has_braces(page_.body.find('{') != std::string::npos) {}
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  Diagnostic& problem(std::string_view code, Position where, std::uint32_t length, std::string message,
                      std::string fix = {}) {
    return diagnostics.add(code, {page.file, where, length}, std::move(message), std::move(fix));
  }
  /// A problem whose text is left out of the program, since it must not be shown to anyone.
  Diagnostic& failure(std::string_view code, Position where, std::uint32_t length, std::string message,
                      std::string fix = {}) {
    program.failed = true;
    return problem(code, where, length, std::move(message), std::move(fix));
  }
};

/// RAII: counts one level of nesting. Beyond deepest_nesting it reports an error and the content is left out,
/// which bounds the use of stack.
class NestingGuard {
 public:
  NestingGuard(Context& context, cmark_node* node);
  ~NestingGuard() { --context_.depth; }
  NestingGuard(const NestingGuard&) = delete;
  NestingGuard& operator=(const NestingGuard&) = delete;
  bool allowed() const { return context_.depth <= deepest_nesting; }

 private:
  Context& context_;
};

/// Registers the id of an element at `where` for the readers in reach; a problem when some of them have it
/// already. `generated`: made from the text.
void claim_id(Context& context, const std::string& id, Position where, std::uint32_t length, bool generated);

}  // namespace tailorbird
