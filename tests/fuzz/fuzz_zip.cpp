// Any bytes as the zip that `check --package` is given.
#include <cstdint>
#include <string_view>

#include "fuzz/project.hpp"
#include "package/check_package.hpp"
#include "package/zip_directory.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tailorbird::test::FuzzProject project;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)tailorbird::read_zip_directory(bytes);
  project.write("package.zip", bytes);
  (void)tailorbird::check_package(project.root() / "package.zip");
  return 0;
}
