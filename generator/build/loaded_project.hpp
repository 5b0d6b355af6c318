#pragma once
// A project in memory: the values read from its files, and its page programs. Private to build/ and serve/.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "build/page_bodies.hpp"
#include "compile/compile.hpp"
#include "read/project.hpp"

namespace tailorbird {

class LoadedProject {
  Project project_;

 public:
  /// Compiles with up to `jobs` threads. Pages of `before` that are still the same are not compiled again; it
  /// may be null, and need not outlive this object. With `bodies`, as little as possible stays in memory:
  /// each page's Markdown is let go once it is compiled, and read from there when it is asked for, and
  /// programs stand in a MappedMemory. Such a project cannot be `before` for another.
  LoadedProject(ProjectRead read, unsigned jobs, const LoadedProject* before = nullptr,
                std::unique_ptr<const PageBodies> bodies = nullptr);

  const Project& project = project_;
  const std::map<std::string, std::vector<std::string>> profile_files;  // by id: the files it was read from
  const Diagnostics found;                                              // while reading
  const std::vector<CheckedDay> checked_days;                           // of sources and rules
  const std::uint64_t site_hash;                                        // ProjectRead::site_hash
  const std::unique_ptr<const PageBodies> bodies;                       // null: they are in memory

 private:
  const std::unique_ptr<MappedMemory> memory_;  // of the programs; null: they stay with everything else

 public:
  const CompiledPages compiled;  // starts in the constructor, on threads of its own
};

}  // namespace tailorbird
