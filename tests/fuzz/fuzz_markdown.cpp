// Any bytes as a page: compiling must end, without undefined behaviour.
#include <cstdint>
#include <string>

#include "compile/compile.hpp"
#include "fuzz/site.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string body(reinterpret_cast<const char*>(data), size);
  if (tailorbird::first_invalid_utf8(body)) return 0;  // read/ refuses it before
  tailorbird::compile_page(tailorbird::test::fuzz_page(std::move(body)), tailorbird::test::fuzz_site());
  return 0;
}
