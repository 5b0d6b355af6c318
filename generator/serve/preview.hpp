#pragma once
// What the preview shows: files of bundles as `build` would write them, made in memory when they are asked
// for and kept until an input file changes. A page is made alone; the whole bundle only for what needs all of
// its pages, such as the search. Knows nothing of HTTP.

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "build/bundle_pages.hpp"
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
};

/// One file of a bundle.
struct PreviewFile {
  std::uint64_t generation = 0;      // of the input
  std::optional<std::string> bytes;  // nothing: the bundle has no such file
  std::string failure;               // why nothing can be made; `bytes` is then of an earlier state
  double milliseconds = 0;           // since it was asked for
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

  /// Reads the project, so that the first question does not wait for it. Fails when there is none.
  Result<void> load();
  /// An input file changed: what was made before is not shown again, and what is being made of it ends
  /// early. Thread-safe.
  void changed();
  std::uint64_t generation() const { return generation_; }

  /// The file at `path` of the bundle's folder, as the input is now. A page waits for nothing that other
  /// pages need. Thread-safe.
  PreviewFile file(const PreviewKey& key, const std::string& path);
  /// The whole bundle as the files are now. Thread-safe; one is made at a time.
  std::shared_ptr<const PreviewBundle> bundle(const PreviewKey& key);
  /// Checks take longer than pages, so that they are asked for apart. Thread-safe.
  std::shared_ptr<const PreviewFindings> findings(const std::string& profile, const std::string& bundle);

  /// {"generation", "root", "targets": [languages that are translated into], "organisations": [{id, name,
  /// bundles: [{id, title, scorm, languages: [{code, start, choices: [{id, label, values: [{id, label}]}],
  /// pages: [{path, title, file}]}]}]}]}, or
  /// {"failure"}. Texts are in the language of the edition. Thread-safe.
  std::string editions_json();

  /// side_by_side_json (translate/side_by_side.hpp), or {"failure"}. Thread-safe.
  std::string translation_json(const std::string& file, const std::string& language);

  /// The SCORM package of an edition, unpacked: the zip that `build` makes, made in a temporary folder; of
  /// SCORM 2004 where the bundle asks for it, else 1.2. Fails when it asks for none, or has errors.
  /// Thread-safe.
  Result<FilesInMemory> package(const std::string& profile, const std::string& bundle,
                                const std::string& language);

  const PreviewSetting& setting() const { return setting_; }

 private:
  using Loaded = std::shared_ptr<const LoadedProject>;
  using Pages = std::shared_ptr<const BundlePages>;
  using Stop = std::shared_ptr<std::atomic<bool>>;
  /// Something that was made of one state of the input.
  template <typename Thing>
  struct Made {
    std::uint64_t generation = 0;
    std::shared_ptr<const Thing> thing;
  };

  Loaded loaded(std::uint64_t generation, std::string& failure);
  Pages pages(const PreviewKey& key, std::uint64_t generation, std::string& failure);
  Stop stop_of_now();
  BuildRequest request_for(const std::string& profile, const std::string& bundle) const;
  std::shared_ptr<const PreviewBundle> make(const PreviewKey& key, std::uint64_t generation);
  std::shared_ptr<const PreviewFindings> check(const std::string& profile, const std::string& bundle,
                                               std::uint64_t generation);

  const PreviewSetting setting_;
  std::atomic<std::uint64_t> generation_ = 1;
  std::mutex stop_mutex_;
  Stop stop_ = std::make_shared<std::atomic<bool>>(false);  // becomes true when the input changes

  // Each mutex is for what stands below it. Pages wait neither for checks nor for whole bundles.
  std::mutex load_mutex_;
  Made<LoadedProject> loaded_;
  std::mutex pages_mutex_;
  std::map<PreviewKey, Made<BundlePages>> pages_;
  std::mutex bundle_mutex_;
  std::map<PreviewKey, std::shared_ptr<const PreviewBundle>> made_;
  std::mutex findings_mutex_;
  std::map<std::pair<std::string, std::string>, std::shared_ptr<const PreviewFindings>> findings_;
};

}  // namespace tailorbird
