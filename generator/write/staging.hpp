#pragma once
// Writing is a transaction. A Staging folder lies beside the output (`dist/.staging-<pid>`); whole folders and
// files are moved into place by rename when everything is there. Killed or failed before that, the previous
// output is untouched; a staging folder left by a killed build is removed by the next one.

#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

class Staging {
 public:
  /// Makes the staging folder below `out` (made if missing) and clears those of dead builds. Fails when another
  /// build of the same folder is running.
  static Result<Staging> open(const fs::path& out);
  Staging(Staging&&) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();  // removes what was not committed

  /// Writes a file; `path` is relative to `out`. Thread-safe for different paths.
  Result<void> write(std::string_view path, std::string_view bytes) const;
  /// Where a staged path lies on disk now.
  fs::path staged(std::string_view path) const;

  /// Moves the staged `units` (files or folders, relative to `out`) into place, each by rename: the old one aside,
  /// the new one in, the old one removed. Stops at the first failure and puts that unit's old output back.
  Result<void> commit(const std::vector<std::string>& units);

 private:
  explicit Staging(fs::path out, fs::path folder, int lock);
  fs::path out_;
  fs::path folder_;
  int lock_ = -1;
};

}  // namespace tailorbird
