// Any bytes as a template of a theme: preparing it must end, without undefined behaviour.
#include <cstdint>
#include <string>

#include "render/template_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const tailorbird::ThemeFiles partials = {{"self", {"partials/self.mustache", text}},
                                           {"head", {"partials/head.mustache", "<p>{{title}}</p>"}}};
  tailorbird::Diagnostics diagnostics;
  tailorbird::prepare_template({"layouts/page.mustache", text}, partials, {{"next", "Next"}}, "en",
                               diagnostics);
  return 0;
}
