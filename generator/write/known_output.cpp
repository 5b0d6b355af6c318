#include "write/known_output.hpp"

#include <utility>

namespace tailorbird {

KnownOutput::KnownOutput(DiskSnapshot snapshot) {
  for (KnownFile& file : snapshot.files) {
    if (file.side != Side::output) continue;
    std::string path = file.path;
    files_.emplace(std::move(path), std::move(file));
  }
}

bool KnownOutput::is_same(const fs::path& path, std::string_view sha256) const {
  const auto known = files_.find(path.string());
  return known != files_.end() && known->second.sha256 == sha256 &&
         state_of(path.string(), Links::keep) == known->second.state;
}

}  // namespace tailorbird
