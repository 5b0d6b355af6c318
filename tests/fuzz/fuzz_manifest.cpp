// Any bytes as the manifest in a package that is otherwise good.
#include <cstdint>
#include <string>

#include "fuzz/project.hpp"
#include "package/check_package.hpp"
#include "write/zip.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tailorbird::test::FuzzProject project;
  const std::string manifest(reinterpret_cast<const char*>(data), size);
  const auto package = project.root() / "package.zip";
  if (!tailorbird::write_zip(package,
                             {{"imsmanifest.xml", manifest, {}}, {"index.html", "<p>Hello.</p>", {}}}))
    return 0;
  (void)tailorbird::check_package(package);
  return 0;
}
