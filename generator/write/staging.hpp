#pragma once
// Writing is a transaction. A staging folder lies beside the output (`dist/.staging-<pid>`); whole folders
// and files are moved into place by rename when everything is there. Killed or failed before that, the
// previous output is untouched; a staging folder left by a killed build is removed by the next one.
//
// What is moved in changes places with what was there, in one step of the disk (renameat2) where the disk can
// do that. Where it cannot, the old output lies aside for a moment; a build killed in that moment is repaired
// by the next one.
//
// A power cut is another matter: the disk is not made to flush, which costs seconds, since a lost output can
// be made again and build.json tells whether it is whole.

#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

class Staging {
 public:
  /// Makes the staging folder below `out` (made if missing) and clears those of dead builds. Fails when
  /// another build of the same folder is running.
  static Result<Staging> open(const fs::path& out);
  Staging(Staging&&) noexcept;
  Staging& operator=(Staging&&) = delete;
  Staging(const Staging&) = delete;
  ~Staging();  // removes what was not committed, and what was replaced

  /// Writes a file; `path` is relative to `out`. Thread-safe for different paths.
  Result<void> write(std::string_view path, std::string_view bytes) const;
  /// Where a staged path lies on disk now.
  fs::path staged(std::string_view path) const;

  /// Moves the staged `units` (files or folders, relative to `out`, none inside another) into place, in this
  /// order. At the first failure all units that were moved are moved back: the output is as it was.
  Result<void> commit(const std::vector<std::string>& units);

 private:
  Staging(fs::path out, fs::path folder, int lock);
  fs::path out_;
  fs::path folder_;  // empty: moved from
  int lock_ = -1;
};

}  // namespace tailorbird
