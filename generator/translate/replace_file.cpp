#include "translate/replace_file.hpp"

namespace tailorbird {

Result<void> replace_file(const fs::path& path, std::string_view bytes) {
  fs::path fresh = path;
  fresh += ".new";
  if (auto written = write_file(fresh, bytes); !written) return written;
  std::error_code cause;
  fs::rename(fresh, path, cause);
  if (!cause) return {};
  std::error_code ignored;
  fs::remove(fresh, ignored);
  return file_error("write", path, cause.value());
}

}  // namespace tailorbird
