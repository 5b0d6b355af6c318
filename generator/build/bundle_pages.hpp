#pragma once
// Builds single files of one bundle on demand, byte for byte as `build` writes them: a page without all the
// others. They are not scanned for leaks, so they must not be shown to anyone but those who write the
// content.

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "render/render.hpp"

namespace tailorbird {

class BundlePages {
 public:
  /// For the bundle that `request.filter` selects, with `request.marks`. Fails when there is none, or its
  /// theme cannot be read.
  static Result<std::unique_ptr<const BundlePages>> open(BuildRequest request,
                                                         std::shared_ptr<const LoadedProject> loaded);
  ~BundlePages();
  BundlePages(const BundlePages&) = delete;
  BundlePages& operator=(const BundlePages&) = delete;

  /// A page, a file of the theme, or a picture of a page that was made before, by its path in the bundle's
  /// folder. Nothing for other files, which only a build of the whole bundle can tell. Thread-safe.
  std::optional<std::string> file(const std::string& path) const;

 private:
  struct Rendered;
  BundlePages(BuildRequest request, std::shared_ptr<const LoadedProject> loaded);
  std::optional<std::string> page(const std::string& path) const;
  std::optional<std::string> picture(const std::string& path) const;

  const BuildRequest request_;
  const std::shared_ptr<const LoadedProject> loaded_;
  const ProgramOf programs_;
  std::vector<Edition> editions_;
  Theme theme_;
  std::vector<std::unique_ptr<Rendered>> rendered_;  // one for each edition
  mutable std::mutex mutex_;                         // guards the members below
  mutable std::map<std::string, std::string, std::less<>> made_;
  mutable std::set<std::string> used_;  // files used by pages made so far, from the project's root
};

}  // namespace tailorbird
