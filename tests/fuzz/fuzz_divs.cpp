// Any bytes as lines of fences, marks and lists: each byte of the input is one line of a small language of
// divs, so that deep nesting and fences at odd places come up early.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "compile/compile.hpp"
#include "fuzz/site.hpp"

namespace {

constexpr std::array<std::string_view, 24> lines = {"words\n",
                                                    "\n",
                                                    "::: {.only audience=\"manager\"}\n",
                                                    "::: {.except .early}\n",
                                                    ":::\n",
                                                    "::::\n",
                                                    "::: checklist\n",
                                                    "- [ ] item\n",
                                                    "  ",
                                                    "    ",
                                                    "> ",
                                                    "- ",
                                                    "1. ",
                                                    "## Heading {.only audience=\"hr\" .section}\n",
                                                    "### Heading\n",
                                                    "::: say-dont\n",
                                                    "::: say\n",
                                                    "| a | b |\n|---|---|\n",
                                                    "| c | d {.only audience=\"hr\"} |\n",
                                                    "```\n",
                                                    "[^n]: ",
                                                    "[x[^n]]{.only audience=\"hr\"} ",
                                                    "::: {.conversation title=\"T\"}\n",
                                                    "::: {.step #s}\n"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string body;
  for (std::size_t at = 0; at < size && at < 2000; ++at) body += lines[data[at] % lines.size()];
  tailorbird::compile_page(tailorbird::test::fuzz_page(std::move(body)), tailorbird::test::fuzz_site());
  return 0;
}
