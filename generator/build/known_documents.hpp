#pragma once
// Reuses documents of one bundle that the last build made: their inputs are unchanged, and the output has
// them byte for byte. Their pages are tailored, checked and scanned for leaks as always; only rendering is
// skipped.

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "build/bundle_inputs.hpp"
#include "build/kept_bundles.hpp"
#include "write/staging.hpp"

namespace tailorbird {

class KnownDocuments {
 public:
  /// For the bundle with `editions`. `before`: the last build's record of the same bundle; null: there is
  /// none. All arguments must outlive this object.
  KnownDocuments(const BundleInputs& inputs, const std::vector<const Edition*>& editions,
                 const KeptBundle* before, const Staging& staging);

  /// The document at `path` in the bundle's folder, made from edition.pages[index]; nothing when it must be
  /// rendered. Thread-safe.
  std::optional<std::string> find(const Edition& edition, std::size_t index, const std::string& path);
  /// Records that the document was rendered without findings: the next build may reuse it. Thread-safe.
  void note(const Edition& edition, std::size_t index, const std::string& path);
  /// The inputs of each document that was found or noted, by path.
  std::map<std::string, std::string> take();

 private:
  std::string inputs_of(const Edition& edition, std::size_t index) const;
  void keep(const std::string& path, std::string inputs);

  const BundleInputs& inputs_;
  const KeptBundle* before_;
  const Staging& staging_;
  std::map<const Edition*, std::string> around_;     // BundleInputs::around_pages
  std::map<std::string, const WrittenFile*> files_;  // of the last build's site, by path in its folder
  std::mutex mutex_;
  std::map<std::string, std::string> kept_;
};

}  // namespace tailorbird
