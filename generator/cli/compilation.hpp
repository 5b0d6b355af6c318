#pragma once
// A project, read and compiled, for commands that examine its conditions. Problems in it are left to `check`.

#include <utility>

#include "compile/compile.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

struct Compilation {
  explicit Compilation(Project read)
      : project(std::move(read)),
        pages(project),
        programs([this](std::size_t page) -> const Program& { return pages.program(page); }) {}

  const Project project;
  const CompiledPages pages;
  const ProgramOf programs;
};

}  // namespace tailorbird
