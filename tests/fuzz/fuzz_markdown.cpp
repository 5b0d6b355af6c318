// Any bytes as a page: compiling must end, without undefined behaviour.
#include <string>

#include "compile/compile.hpp"
#include "text/utf8.hpp"

namespace {

tailorbird::Site small_site() {
  tailorbird::Site site;
  site.languages = {"en"};
  tailorbird::Dimension audience;
  audience.id = "audience";
  audience.values = {{"manager", {}, {}}, {"hr", {}, {}}};
  site.dimensions = {audience};
  site.conditions = {{"early", {false, {{0, 1}}}, {}}};
  return site;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tailorbird::Site site = small_site();
  tailorbird::Page page;
  page.language = "en";
  page.path = "a/page.md";
  page.file = "content/en/a/page.md";
  page.body.assign(reinterpret_cast<const char*>(data), size);
  if (tailorbird::first_invalid_utf8(page.body)) return 0;  // read/ refuses it before
  tailorbird::compile_page(page, site);
  return 0;
}
