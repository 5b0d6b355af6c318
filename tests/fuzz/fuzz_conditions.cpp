// Any bytes as a mark: on a div, a span, an item and a heading. What cannot be read must make the page fail,
// and never show its text to all readers.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "compile/compile.hpp"
#include "fuzz/site.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string mark(reinterpret_cast<const char*>(data), size);
  if (tailorbird::first_invalid_utf8(mark)) return 0;
  if (mark.find_first_of("\n\r{}`\\") != std::string::npos)
    return 0;  // ends the mark, or the words it stands in
  tailorbird::Page page = tailorbird::test::fuzz_page("::: {.only " + mark + "}\nsecret\n:::\n");
  const tailorbird::Compiled compiled = tailorbird::compile_page(page, tailorbird::test::fuzz_site());
  const bool is_limited = !compiled.program.conditions.empty() || !compiled.program.components.empty();
  if (compiled.program.text.find("secret") != std::string::npos && !is_limited && !compiled.program.failed) {
    std::abort();
  }
  page = tailorbird::test::fuzz_page("[a]{" + mark + "} b\n\n- c {" + mark + "}\n\n## d {" + mark + "}\n");
  tailorbird::compile_page(page, tailorbird::test::fuzz_site());
  return 0;
}
