#pragma once
// Projects for system tests: what `tailorbird init` makes, with more pages.

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "support/run_program.hpp"
#include "support/temp_dir.hpp"
#include "support/tree.hpp"

namespace tailorbird::test {

using Arguments = std::vector<std::string>;
using Environment = std::vector<std::pair<std::string, std::string>>;

inline ProgramRun run_tailorbird(const TempDir& dir, const Arguments& arguments,
                                 const Environment& environment = {}) {
  return run_program(TAILORBIRD_PROGRAM, arguments, {dir.path(), environment});
}

/// The files of a project: the skeleton, made with `options`, and `pages` more pages that all say `words`.
inline Tree project_files(std::size_t pages, const std::string& words, const Arguments& options = {}) {
  const TempDir dir;
  Arguments arguments = {"init", "site"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  REQUIRE(run_tailorbird(dir, arguments).status == 0);
  Tree files = read_tree(dir.path() / "site");
  for (std::size_t number = 0; number < pages; ++number) {
    files["content/en/more/page-" + std::to_string(number) + ".md"] =
        "---\ntitle: Page " + std::to_string(number) + "\n---\n\n" + words +
        "\n\n- One.\n- Two. {.only audience=\"manager\"}\n";
  }
  if (pages > 0) files["content/en/more/index.md"] = "---\ntitle: More\n---\n\nMore to read.\n";
  return files;
}

/// Writes the files in the order of their names, or in the opposite order.
inline void write_project(const TempDir& dir, const Tree& files, bool reversed = false) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : files) paths.push_back(path);
  if (reversed) std::reverse(paths.begin(), paths.end());
  for (const std::string& path : paths) dir.write("site/" + path, files.at(path));
}

inline std::string message_of(const ProgramRun& run) { return run.out + run.err; }

}  // namespace tailorbird::test
