#include "base/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "base/files.hpp"

namespace tailorbird {
namespace {

int open_unnamed_file() {
  std::error_code cause;
  const fs::path folder = fs::temp_directory_path(cause);
  return cause ? -1 : ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

}  // namespace

TemporaryFile::~TemporaryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool TemporaryFile::open() {
  if (descriptor_ < 0 && !unusable_) {
    descriptor_ = open_unnamed_file();
    unusable_ = descriptor_ < 0;
  }
  return !unusable_;
}

}  // namespace tailorbird
