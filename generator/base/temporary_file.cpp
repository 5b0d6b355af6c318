#include "base/temporary_file.hpp"

#include <fcntl.h>

#include "base/files.hpp"

namespace tailorbird {

int open_temporary_file() {
  std::error_code cause;
  const fs::path folder = fs::temp_directory_path(cause);
  return cause ? -1 : ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

}  // namespace tailorbird
