#pragma once
// The files of the output as the last build left them. One whose state is still the same need not be read to
// know its hash: any change of a file changes its state (base/file_state.hpp).

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/disk_snapshot.hpp"
#include "base/files.hpp"

namespace tailorbird {

class KnownOutput {
 public:
  KnownOutput() = default;  // nothing is known
  /// The files of the output in `snapshot`, under the paths that it has for them.
  explicit KnownOutput(DiskSnapshot snapshot);

  /// Whether the file at `path` certainly has this SHA-256. False when only its bytes can tell.
  bool is_same(const fs::path& path, std::string_view sha256) const;

 private:
  std::unordered_map<std::string, KnownFile> files_;  // by path
};

}  // namespace tailorbird
