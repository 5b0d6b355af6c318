#pragma once
// A snapshot of the project as an editor sees it: the files on disk overlaid with unsaved text, read and
// compiled.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/memory_files.hpp"
#include "build/build.hpp"
#include "build/loaded_project.hpp"

namespace tailorbird {

/// The folders of the project and of the program's data.
struct EditorSetting {
  fs::path root;  // absolute
  std::vector<fs::path> theme_folders;
  fs::path data_folder;
  const Files* files = &disk();  // below the texts in the editor; must outlive every snapshot
};

/// File, from the root → its text in the editor.
using OpenTexts = std::map<std::string, std::string, std::less<>>;

class Snapshot {
 public:
  /// Fails when there is no project.
  static Result<std::shared_ptr<const Snapshot>> make(const EditorSetting& setting, const OpenTexts& open);

  const Project& project() const { return loaded_->project; }
  const Program& program(std::size_t page) const { return loaded_->compiled.program(page); }
  /// The findings of `check`. With `only_open` only those of reading, compiling and one organisation's
  /// editions, which are fast. Fails when the checks cannot run, or when `stop` becomes true.
  Result<std::vector<Diagnostic>> findings(bool only_open, const std::atomic<bool>& stop) const;
  /// The text of a file, from the root, as in the editor; empty when it cannot be read.
  std::string text(const std::string& file) const;

  /// The page or partial in `file`, a path from the root; null when there is none.
  const Page* page_of(std::string_view file) const;
  /// A page or partial by its path in a language's folder, ignoring overlays; null when there is none.
  const Page* page_at(std::string_view language, std::string_view path) const;

 private:
  Snapshot(const EditorSetting& setting, std::shared_ptr<MemoryFiles> files,
           std::shared_ptr<const LoadedProject> loaded)
      : setting_(setting), files_(std::move(files)), loaded_(std::move(loaded)) {}

  EditorSetting setting_;
  std::shared_ptr<MemoryFiles> files_;
  std::shared_ptr<const LoadedProject> loaded_;
};

}  // namespace tailorbird
