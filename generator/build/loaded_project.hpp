#pragma once
// A project in memory: what was read, and its programs. Nothing outside build/ and serve/ needs this.

#include "compile/compile.hpp"
#include "read/project.hpp"

namespace tailorbird {

class LoadedProject {
 public:
  explicit LoadedProject(ProjectRead read)
      : project(std::move(read.project)), found(std::move(read.diagnostics)), compiled(project) {}

  const Project project;
  const Diagnostics found;       // by reading
  const CompiledPages compiled;  // begins at once, on a thread of its own
};

}  // namespace tailorbird
