#pragma once
// Staging makes writing a transaction. Files are written to a staging folder in the output
// (`dist/.staging-<pid>`); when all are complete, whole folders and files replace the old ones
// (write/switch.hpp). A build that fails or is killed before that leaves the previous output untouched, and
// the next run removes the staging folder; one that is killed during the switch is completed by the next run.
//
// Power failures are not covered: files are not flushed to disk (fsync), which would cost seconds, since a
// lost output can be built again and build.json shows whether it is complete.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/hashed_bytes.hpp"
#include "base/result.hpp"
#include "write/known_output.hpp"
#include "write/switch.hpp"

namespace tailorbird {

class Staging {
 public:
  /// Creates the staging folder below `out` (created if missing), after completing or removing those of dead
  /// builds. Fails when another build of the same folder is running.
  static Result<Staging> open(const fs::path& out, BeforeCall before_call = {});
  Staging(Staging&&) noexcept;
  Staging& operator=(Staging&&) = delete;
  Staging(const Staging&) = delete;
  ~Staging();  // removes what was not committed, and what was replaced

  /// Lets what is known of the old files spare reading them; it must outlive this object.
  void know(const KnownOutput& before) { before_ = &before; }

  /// Writes a file; `path` is relative to `out`. If `out` has the same bytes there, the staged file is a hard
  /// link to the old one, which keeps its time stamp. Thread-safe for different paths. Returns the state of
  /// the new file; {} when there is none, or it is not known.
  Result<FileState> write(std::string_view path, std::string_view bytes) const;
  /// The same for bytes whose hash may tell that the old file has them.
  Result<FileState> write_hashed(std::string_view path, const HashedBytes& bytes) const;
  /// Makes staged(path) a hard link to the old file in `out`, if that has this SHA-256 and, when given, this
  /// size. False when it does not, cannot be read, or the file system has no hard links; the staged file then
  /// stays.
  bool keep(std::string_view path, std::optional<std::uint64_t> size, std::string_view sha256) const;
  /// Whether the old file at `path` in `out` has this SHA-256 and, when given, this size: `keep` without
  /// staging it. A link counts as no file.
  bool stands(std::string_view path, std::optional<std::uint64_t> size, std::string_view sha256) const;
  /// The bytes of the old file at `path` in `out`, if it has this SHA-256.
  std::optional<HashedBytes> read_old(std::string_view path, std::string_view sha256) const;
  /// The current path on disk of a staged file.
  fs::path staged(std::string_view path) const;

  /// Performs the steps, in this order. At the first failure all are undone, and the output is as before.
  Result<void> commit(const std::vector<SwitchStep>& steps);
  /// The same for staged `units` (files or folders, relative to `out`, none inside another) that replace
  /// those of the same name.
  Result<void> commit(const std::vector<std::string>& units);
  /// Removes replaced files, and staged files that were not committed. Keeps the lock.
  void clear();

 private:
  Staging(fs::path out, fs::path folder, int lock, BeforeCall before_call);
  fs::path out_;
  fs::path folder_;  // empty: moved from
  int lock_ = -1;
  bool has_old_files_ = true;  // in out_; of one that has none, no file need be looked up
  BeforeCall before_call_;
  const KnownOutput* before_ = nullptr;  // null: nothing is known
};

/// Completes the output of a build that was killed during its switch, and removes what killed builds left in
/// `out`. Does nothing while a build is running there. Fails when the output cannot be completed; it is then
/// the old one.
Result<void> finish_interrupted(const fs::path& out, const BeforeCall& before_call = {});

}  // namespace tailorbird
