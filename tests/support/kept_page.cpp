#include "support/kept_page.hpp"

#include <cstdlib>
#include <doctest/doctest.h>

#include "base/files.hpp"
#include "support/source_dir.hpp"

namespace tailorbird::test {

void check_kept_page(std::string_view file, const std::string& wanted) {
  const fs::path path = source_dir() / "docs" / file;
  const Result<std::string> kept = read_file(path);
  if (kept && *kept == wanted) return;
  const char* value = std::getenv("UPDATE_GOLDEN");
  const bool updates = value != nullptr && std::string_view(value) == "1";
  if (updates) REQUIRE(write_file(path, wanted));
  const std::string happened = updates ? " was updated" : " is not current (UPDATE_GOLDEN=1 rewrites it)";
  FAIL_CHECK(std::string(file) << happened);
}

}  // namespace tailorbird::test
