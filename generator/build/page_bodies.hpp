#pragma once
// Reads the Markdown of pages again. A build frees it once a page is compiled, since few checks need it
// later: to locate a finding, or to look for a term that is not marked.

#include <mutex>
#include <optional>
#include <string>

#include "base/input_files.hpp"
#include "base/result.hpp"
#include "model/page.hpp"

namespace tailorbird {

/// Thread-safe.
class PageBodies {
 public:
  /// `root`: of the project. `files`: from which the pages were read; must outlive this object.
  PageBodies(fs::path root, const Files& files) : root_(std::move(root)), files_(files) {}

  /// Page::body as it was. Empty when the file has changed since or cannot be read: then the findings are not
  /// those of what was compiled, and the build must fail.
  std::string read(const Page& page) const;
  /// Why a body could not be read.
  std::optional<Error> failure() const;

 private:
  void fail(Error error) const;

  const fs::path root_;
  const Files& files_;
  mutable std::mutex mutex_;
  mutable std::optional<Error> failure_;  // the first
};

}  // namespace tailorbird
