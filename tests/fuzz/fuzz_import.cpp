// Any bytes as a page of another tool: it ends, and what comes out has as many lines as it says.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "import/foreign_front_matter.hpp"
#include "import/foreign_text.hpp"
#include "import/inline_scan.hpp"
#include "import/markdown_page.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tailorbird;
  if (size > 4096) return 0;
  ImportPage page;
  page.source = "page.md";
  ConditionMap conditions;
  read_foreign_front_matter(foreign_text({reinterpret_cast<const char*>(data), size}).text, conditions, page);
  turn_markdown(page, conditions);
  tidy(page.body);
  for (const ImportLine& line : page.body) {
    if (line.text.find('\n') != std::string::npos) std::abort();
  }
  with_links(joined(page.body), [](const WrittenLink&) { return LinkChange{}; });
  return 0;
}
