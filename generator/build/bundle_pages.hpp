#pragma once
// Single files of one bundle, byte for byte those that `build` writes, each made when it is asked for: a page
// is there without all the others. Nothing is searched for leaks, so these bytes must go no further than the
// screen of whoever writes the content.

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.hpp"
#include "render/render.hpp"

namespace tailorbird {

class BundlePages {
 public:
  /// Of the one bundle that `request.filter` names, with `request.marks`. Fails when there is none, or its
  /// theme cannot be read.
  static Result<std::unique_ptr<const BundlePages>> open(BuildRequest request,
                                                         std::shared_ptr<const LoadedProject> loaded);
  ~BundlePages();
  BundlePages(const BundlePages&) = delete;
  BundlePages& operator=(const BundlePages&) = delete;

  /// A page, a file of the theme, or a picture of a page that was made before, by its path in the bundle's
  /// folder. Nothing: it is none of these, and whether it is there only the whole bundle says. Thread-safe.
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
  mutable std::mutex mutex_;                         // for all below
  mutable std::map<std::string, std::string, std::less<>> made_;
  mutable std::set<std::string> used_;  // files that pages made so far use, from the project's root
};

}  // namespace tailorbird
