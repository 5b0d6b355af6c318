#pragma once
// Writing is a transaction. A staging folder lies beside the output (`dist/.staging-<pid>`); when everything
// is there, whole folders and files change places with what was there (write/switch.hpp). Killed or failed
// before that, the previous output is untouched, and the next run removes the staging folder; killed while
// places are changed, the next run finishes what is left.
//
// A power cut is another matter: the disk is not made to flush, which costs seconds, since a lost output can
// be made again and build.json tells whether it is whole.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "write/switch.hpp"

namespace tailorbird {

class Staging {
 public:
  /// Makes the staging folder below `out` (made if missing), after finishing and clearing those of dead
  /// builds. Fails when another build of the same folder is running.
  static Result<Staging> open(const fs::path& out, BeforeCall before_call = {});
  Staging(Staging&&) noexcept;
  Staging& operator=(Staging&&) = delete;
  Staging(const Staging&) = delete;
  ~Staging();  // removes what was not committed, and what was replaced

  /// Writes a file; `path` is relative to `out`. Where `out` has the same bytes there, they are not written
  /// again: the staged file is a second name of the old one, which keeps its time. Thread-safe for different
  /// paths.
  Result<void> write(std::string_view path, std::string_view bytes) const;
  /// Makes staged(path) a second name of the file that `out` has there, if that is one of this size, when it
  /// is given, and with this SHA-256. False: it is not, cannot be read, or the disk knows no second names;
  /// what was staged stays.
  bool keep(std::string_view path, std::optional<std::uint64_t> size, std::string_view sha256) const;
  /// The bytes that `out` has at `path`, if it is a file with this SHA-256 there.
  std::optional<std::string> read_old(std::string_view path, std::string_view sha256) const;
  /// Where a staged path lies on disk now.
  fs::path staged(std::string_view path) const;

  /// Takes the steps, in this order. At the first failure all are undone: the output is as it was.
  Result<void> commit(const std::vector<SwitchStep>& steps);
  /// The same for staged `units` (files or folders, relative to `out`, none inside another) that take the
  /// places of the same names.
  Result<void> commit(const std::vector<std::string>& units);
  /// Removes what was replaced, and what was staged and not committed. The lock stays.
  void clear();

 private:
  Staging(fs::path out, fs::path folder, int lock, BeforeCall before_call);
  fs::path out_;
  fs::path folder_;  // empty: moved from
  int lock_ = -1;
  BeforeCall before_call_;
};

/// Finishes the output of a build that was killed while places were changed, and clears what killed builds
/// left in `out`. Nothing is done while a build is running there. Fails when the output cannot be finished;
/// it is then the old one.
Result<void> finish_interrupted(const fs::path& out, const BeforeCall& before_call = {});

}  // namespace tailorbird
