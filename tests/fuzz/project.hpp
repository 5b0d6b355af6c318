#pragma once
// A small project on disk, one file of which a fuzz target replaces at each run.

#include <filesystem>
#include <string_view>

#include "support/temp_dir.hpp"

namespace tailorbird::test {

class FuzzProject {
 public:
  FuzzProject() {
    write("content/site.yaml",
          "title: Fuzz\nlanguages: [en]\ndimensions:\n  audience:\n    label: Role\n    values: {manager: "
          "{label: M}, "
          "hr: {label: H}}\nconditions: {early: {audience: hr}}\nroles: {hr: HR}\n");
    write("content/en/index.md", "---\ntitle: Start\n---\n\nWords.\n");
    write("profiles/mill.yaml", "organisation: {name: Mill}\nbundles: [{id: all}]\n");
  }

  void write(std::string_view path, std::string_view bytes) const { dir_.write(path, bytes); }
  const std::filesystem::path& root() const { return dir_.path(); }

 private:
  TempDir dir_;
};

}  // namespace tailorbird::test
