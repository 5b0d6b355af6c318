#pragma once
// Detects alternative texts that say nothing about what a picture shows: "image", "Foto 3", "talk.svg".

#include <string>
#include <string_view>

namespace tailorbird {

/// A message that says why `alt` does not describe a picture; empty when it may.
std::string empty_alt_message(std::string_view alt);

}  // namespace tailorbird
