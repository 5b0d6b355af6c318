#pragma once
// Reuses documents of one bundle that the last build made: their inputs are unchanged, there were no findings
// about them, and the output has them byte for byte. Their pages are neither checked nor rendered again. If
// that holds for all of an edition, it is reused as a whole and its pages are not even tailored.

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/hashed_bytes.hpp"
#include "base/spool.hpp"
#include "build/build.hpp"
#include "build/bundle_inputs.hpp"
#include "build/kept_bundles.hpp"

namespace tailorbird {

class KnownDocuments {
 public:
  /// For the bundle with `editions`. `before`: the last build's record of the same bundle; null: there is
  /// none. `out`: the folder with its output. All arguments must outlive this object.
  KnownDocuments(const BundleInputs& inputs, const std::vector<const Edition*>& editions,
                 const KeptBundle* before, const fs::path& out);

  /// The document at `path` in the bundle's folder, made from edition.pages[index]; nothing when it must be
  /// rendered. Thread-safe.
  std::optional<HashedBytes> find(const Edition& edition, std::size_t index, const std::string& path);
  /// Records that the document was rendered, without findings about it or its page: the next build may reuse
  /// it. Thread-safe.
  void note(const Edition& edition, std::size_t index, const std::string& path);

  /// A file of an edition that is reused as a whole.
  struct EditionFile {
    std::string path;                       // in the bundle's folder
    std::string made_from;                  // its source
    std::optional<HashedBytes> bytes = {};  // these two for `read`
    Spool::Slot spooled = {};
  };
  /// The files of the edition as run_edition made them; nothing when it must be made again, or the build is
  /// stopped. Few of their bytes are in memory, however many they are.
  std::optional<std::vector<EditionFile>> find_all(const Edition& edition, const BuildRequest& request);
  /// The bytes of a file of find_all, once. Fails when they cannot be read back. Thread-safe.
  Result<HashedBytes> read(EditionFile& file) const;
  /// The files that its pages use, from the project's root. After find_all.
  const std::set<std::string>& media_of(const Edition& edition) const;
  /// Records that the edition was made without findings: the next build may reuse it. `files`: KeptEdition.
  void note_all(const Edition& edition, std::map<std::string, std::string> files,
                std::set<std::string> media);

  /// The inputs of each document that was found or noted, by path.
  std::map<std::string, std::string> take();
  /// The editions that were found or noted, by language.
  std::map<std::string, KeptEdition> take_editions() { return std::exchange(editions_, {}); }

 private:
  std::string inputs_of(const Edition& edition, std::size_t index) const;
  std::string inputs_of(const Edition& edition) const;  // of all of its documents
  void keep(const std::string& path, std::string inputs);

  const BundleInputs& inputs_;
  const KeptBundle* before_;
  const fs::path& out_;
  std::map<const Edition*, std::string> around_;     // BundleInputs::around_pages
  std::map<std::string, const WrittenFile*> files_;  // of the last build's site, by path in its folder
  Spool spool_;                                      // of find_all
  std::mutex mutex_;
  std::map<std::string, std::string> kept_;
  std::map<std::string, KeptEdition> editions_;
};

}  // namespace tailorbird
