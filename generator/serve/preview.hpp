#pragma once
// What the preview shows: bundles as `build` would make them, made in memory when they are asked for and
// kept until an input file changes. Knows nothing of HTTP.

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "write/memory_packager.hpp"

namespace tailorbird {

struct PreviewSetting {
  fs::path root;
  std::vector<fs::path> theme_folders;
  fs::path data_folder;
  unsigned jobs = 0;
};

/// Which bundle. `marks`: its pages with the conditions marked (TailorOptions::marks).
struct PreviewKey {
  std::string profile;
  std::string bundle;
  bool marks = false;
  auto operator<=>(const PreviewKey&) const = default;
};

/// A bundle as of one state of the input files.
struct PreviewBundle {
  std::uint64_t generation = 0;  // of the input
  FilesInMemory files;           // of the last build that came to an end, also with errors in the content
  std::string failure;           // why it could not be built at all; `files` is then of an earlier state
  double milliseconds = 0;       // that making it took
};

/// What `check` says of a bundle, as of one state of the input files.
struct PreviewFindings {
  std::uint64_t generation = 0;
  std::vector<Diagnostic> findings;
  std::string failure;
};

class Preview {
 public:
  explicit Preview(PreviewSetting setting) : setting_(std::move(setting)) {}

  /// An input file changed: what was made before is not shown again. Thread-safe.
  void changed() { ++generation_; }
  std::uint64_t generation() const { return generation_; }

  /// The bundle as the files are now. Thread-safe; one is made at a time.
  std::shared_ptr<const PreviewBundle> bundle(const PreviewKey& key);
  /// Checks take longer than pages, so that they are asked for apart. Thread-safe.
  std::shared_ptr<const PreviewFindings> findings(const std::string& profile, const std::string& bundle);

  /// {"generation", "root", "organisations": [{id, name, bundles: [{id, title, scorm, languages: [{code,
  /// start, choices: [{id, label, values: [{id, label}]}], pages: [{path, title, file}]}]}]}]}, or
  /// {"failure"}. Texts are in the language of the edition. Thread-safe.
  std::string editions_json();

  /// The SCORM package of an edition, unpacked: the zip that `build` makes, made in a temporary folder; of
  /// SCORM 2004 where the bundle asks for it, else 1.2. Fails when it asks for none, or has errors.
  /// Thread-safe.
  Result<FilesInMemory> package(const std::string& profile, const std::string& bundle,
                                const std::string& language);

  const PreviewSetting& setting() const { return setting_; }

 private:
  std::shared_ptr<const LoadedProject> loaded(std::uint64_t generation, std::string& failure);
  BuildRequest request_for(const std::string& profile, const std::string& bundle) const;
  std::shared_ptr<const PreviewBundle> make(const PreviewKey& key, std::uint64_t generation);

  const PreviewSetting setting_;
  std::atomic<std::uint64_t> generation_ = 1;
  std::mutex mutex_;  // for all below
  std::shared_ptr<const LoadedProject> loaded_;
  std::uint64_t loaded_generation_ = 0;
  std::map<PreviewKey, std::shared_ptr<const PreviewBundle>> made_;
  std::map<PreviewKey, std::shared_ptr<const PreviewFindings>> findings_;
};

}  // namespace tailorbird
