#pragma once
// Documents of one bundle that the last build made and this one would make again: everything that decides
// about them is what it was, and the output has them, byte for byte. Such a page is tailored, checked and
// searched for leaks as ever; only the theme need not put it together again.

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
  /// Of the bundle with `editions`. `before`: the same bundle as the last build kept it; null: it did not.
  /// What is given must outlive this object.
  KnownDocuments(const BundleInputs& inputs, const std::vector<const Edition*>& editions,
                 const KeptBundle* before, const Staging& staging);

  /// The document at `path` in the bundle's folder, made from edition.pages[index]. Nothing when it must be
  /// made. Thread-safe.
  std::optional<std::string> find(const Edition& edition, std::size_t index, const std::string& path);
  /// The document was made, and there was nothing to say about it: the next build may take it. Thread-safe.
  void note(const Edition& edition, std::size_t index, const std::string& path);
  /// What decided about each document that was found or noted, by path.
  std::map<std::string, std::string> take();

 private:
  std::string inputs_of(const Edition& edition, std::size_t index) const;
  void keep(const std::string& path, std::string inputs);

  const BundleInputs& inputs_;
  const KeptBundle* before_;
  const Staging& staging_;
  std::map<const Edition*, std::string> around_;     // BundleInputs::around_pages
  std::map<std::string, const WrittenFile*> files_;  // of the site before, by path in its folder
  std::mutex mutex_;
  std::map<std::string, std::string> kept_;
};

}  // namespace tailorbird
