// Any bytes as a page file: cutting off its front matter and reading it must end, without undefined
// behaviour.
#include <cstdint>
#include <string_view>

#include "fuzz/project.hpp"
#include "read/project.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tailorbird::test::FuzzProject project;
  project.write("content/en/index.md", {reinterpret_cast<const char*>(data), size});
  (void)tailorbird::read_project(project.root(), 1);
  return 0;
}
