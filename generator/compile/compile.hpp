#pragma once
// Compiles Markdown to page programs. cmark-gfm parses, our block extension reads fenced divs, our inline
// extension reads marks; the result is plain data (model/program.hpp).

#include <cstddef>
#include <functional>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "base/mapped_memory.hpp"
#include "diag/diagnostic.hpp"
#include "model/program.hpp"
#include "model/project.hpp"

namespace tailorbird {

struct Compiled {
  Program program;
  Diagnostics diagnostics;
};

/// Compiles one page or partial. Links to pages and files are resolved to paths; whether these exist is
/// checked per edition (tailor/). `memory`: where the program stands; must outlive it. Thread-safe.
Compiled compile_page(const Page& page, const Site& site,
                      std::pmr::memory_resource* memory = std::pmr::get_default_resource());

/// Pages that were compiled before, by index in Project::pages; null or missing: to be compiled.
using KnownPages = std::vector<std::shared_ptr<const Compiled>>;

/// The programs of all pages, compiled in order on threads of their own while others already use those that
/// are ready.
class CompiledPages {
 public:
  /// On `jobs` threads; 0: one per core. `project` must outlive this object. `compiled` is called on them
  /// with the index of each page before its program is ready, and may change its body. `memory`: where the
  /// programs stand, must outlive this object and `if_ready`'s results; null: with everything else.
  explicit CompiledPages(const Project& project, unsigned jobs = 0, KnownPages known = {},
                         std::function<void(std::size_t page)> compiled = {}, MappedMemory* memory = nullptr);
  ~CompiledPages();
  CompiledPages(const CompiledPages&) = delete;
  CompiledPages& operator=(const CompiledPages&) = delete;

  /// The program of project.pages[index]; waits until it is compiled. Thread-safe.
  const Program& program(std::size_t index) const;
  /// All diagnostics, in page order; waits until every page is compiled.
  const Diagnostics& diagnostics() const;
  /// The result for project.pages[index], or null when it is not ready. Does not wait. Thread-safe.
  std::shared_ptr<const Compiled> if_ready(std::size_t index) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tailorbird
