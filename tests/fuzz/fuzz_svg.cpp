// Any bytes as an SVG: what is put into pages must hold nothing that runs or loads something.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "read/pages/drawing.hpp"

namespace {

bool holds(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const tailorbird::Picture picture = tailorbird::read_svg({reinterpret_cast<const char*>(data), size});
  const std::string_view shapes = picture.shapes;
  // Attributes with their quote, which no value can hold: words such as `href` may stand in a value.
  for (const std::string_view word :
       {"<script", "href=\"", "<style", "onload=\"", "<image", "<use", "url("}) {
    if (holds(shapes, word)) std::abort();
  }
  return 0;
}
