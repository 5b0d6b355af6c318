#pragma once
// The content of the preview: files of bundles as `build` would write them, made in memory on request and
// cached until an input file changes. A page is made alone; the whole bundle only for files that need all of
// its pages, such as the search. Independent of HTTP.

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
  const Files* files = &disk();  // the input; must outlive the preview
};

/// A bundle to preview. `marks`: with conditions marked in its pages (TailorOptions::marks).
struct PreviewKey {
  std::string profile;
  std::string bundle;
  bool marks = false;
  auto operator<=>(const PreviewKey&) const = default;
};

/// A bundle as of one state of the input files.
struct PreviewBundle {
  std::uint64_t generation = 0;  // of the input
  FilesInMemory files;           // of the last build that finished, possibly with errors in the content
  std::string failure;           // why it could not be built; `files` is then of an earlier state
};

/// One file of a bundle.
struct PreviewFile {
  std::uint64_t generation = 0;      // of the input
  std::optional<std::string> bytes;  // nothing: the bundle has no such file
  std::string failure;               // why it could not be made; `bytes` is then of an earlier state
  double milliseconds = 0;           // time to serve the request
};

/// The findings of `check` for a bundle, as of one state of the input files.
struct PreviewFindings {
  std::uint64_t generation = 0;
  std::vector<Diagnostic> findings;
  std::string failure;
};

class Preview {
 public:
  explicit Preview(PreviewSetting setting) : setting_(std::move(setting)) {}

  /// Reads the project, so that the first request need not wait for it. Fails when there is none.
  Result<void> load();
  /// To be called when an input file has changed: discards what was made before and cancels what is being
  /// made. Thread-safe.
  void changed();
  std::uint64_t generation() const { return generation_; }

  /// The file at `path` in the bundle's folder, for the current input. A page does not wait for other pages.
  /// Thread-safe.
  PreviewFile file(const PreviewKey& key, const std::string& path);
  /// The whole bundle for the current input. Thread-safe; bundles are made one at a time.
  std::shared_ptr<const PreviewBundle> bundle(const PreviewKey& key);
  /// The findings for a bundle, requested separately since checks take longer than pages. Thread-safe.
  std::shared_ptr<const PreviewFindings> findings(const std::string& profile, const std::string& bundle);

  /// {"generation", "root", "targets": [languages that are translated into], "organisations": [{id, name,
  /// bundles: [{id, title, scorm, languages: [{code, start, choices: [{id, label, values: [{id, label}]}],
  /// pages: [{path, title, file}]}]}]}]}, or
  /// {"failure"}. Texts are in the language of the edition. Thread-safe.
  std::string editions_json();

  /// side_by_side_json (translate/side_by_side.hpp), or {"failure"}. Thread-safe.
  std::string translation_json(const std::string& file, const std::string& language);

  /// The SCORM package of an edition, unpacked: the zip that `build` makes, in a temporary folder. SCORM 2004
  /// if the bundle declares it, else 1.2. Fails when it declares neither, or has errors. Thread-safe.
  Result<FilesInMemory> package(const std::string& profile, const std::string& bundle,
                                const std::string& language);

  const PreviewSetting& setting() const { return setting_; }

 private:
  using Loaded = std::shared_ptr<const LoadedProject>;
  using Pages = std::shared_ptr<const BundlePages>;
  using Stop = std::shared_ptr<std::atomic<bool>>;
  /// A value with the generation of the input it was made from.
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

  // Each mutex guards the members below it. Pages wait neither for checks nor for whole bundles.
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
