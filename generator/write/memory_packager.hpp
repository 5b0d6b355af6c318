#pragma once
// A packager that keeps a bundle in memory, for previews: the same files as the format `site`, byte for byte.

#include <map>
#include <string>

#include "write/format.hpp"
#include "write/sink.hpp"

namespace tailorbird {

/// Path in the bundle's folder → bytes.
using FilesInMemory = std::map<std::string, std::string, std::less<>>;

class MemoryPackager : public Packager {
 public:
  /// `files` is filled by `finish`. `guard` and `files` must outlive this object.
  MemoryPackager(OutputGuard& guard, FilesInMemory& files) : sink_(guard), files_(files) {}

  Result<void> add(std::string_view language, const FinishedFile& file) override;
  Result<void> finish(Diagnostics& diagnostics) override;
  std::vector<WrittenFile> written() const override { return {}; }
  std::vector<WrittenFile> take_written() override { return {}; }
  std::vector<std::string> units() const override { return {}; }

 private:
  MemorySink sink_;
  FilesInMemory& files_;
};

}  // namespace tailorbird
