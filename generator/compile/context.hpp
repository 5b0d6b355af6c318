#pragma once
// What the functions that compile one page share: where to read, where to write, what holds here.

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
  ReaderSet reach;            // readers for whom what is compiled now can be shown
  ConditionChain conditions;  // around what is compiled now
  Definitions definitions;
  std::vector<std::uint8_t> heading_levels;  // of the headings seen, for skipped levels
  int depth = 0;                             // of blocks in blocks, and words in words
  const bool has_braces;                     // without any there is no mark
  bool too_deep = false;                     // said once
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
  /// A problem whose text is left out of the program: it must not be shown to anyone.
  Diagnostic& failure(std::string_view code, Position where, std::uint32_t length, std::string message,
                      std::string fix = {}) {
    program.failed = true;
    return problem(code, where, length, std::move(message), std::move(fix));
  }
};

/// Counts one level of nesting during its life. Past the deepest one it is an error, and what is inside is
/// left out: a bound on the stack that a page can take.
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

/// Gives `id` to something at `where` for the readers in reach; a problem when some of them have it already.
/// `generated`: from the words.
void claim_id(Context& context, const std::string& id, Position where, std::uint32_t length, bool generated);

}  // namespace tailorbird
