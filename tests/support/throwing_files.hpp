#pragma once
// Files on disk, except that access to some of them throws, as a fault in the program would.

#include <stdexcept>
#include <string>

#include "base/input_files.hpp"

namespace tailorbird::test {

class ThrowingFiles : public Files {
 public:
  /// Each call with a path that contains `name` throws "no memory left".
  explicit ThrowingFiles(std::string name) : name_(std::move(name)) {}

  Result<std::vector<std::string>> list(const fs::path& folder) const override {
    return looked_at(folder).list(folder);
  }
  Result<std::vector<std::string>> folders(const fs::path& folder) const override {
    return looked_at(folder).folders(folder);
  }
  Result<std::string> read(const fs::path& path, std::uint64_t most) const override {
    return looked_at(path).read(path, most);
  }
  Result<FileStatus> stat(const fs::path& path) const override { return looked_at(path).stat(path); }

 private:
  const Files& looked_at(const fs::path& path) const {
    if (path.string().find(name_) != std::string::npos) throw std::runtime_error("no memory left");
    return disk();
  }

  std::string name_;
};

}  // namespace tailorbird::test
