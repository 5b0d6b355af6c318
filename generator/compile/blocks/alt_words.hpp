#pragma once
// Words for a picture that say nothing of what it shows: "image", "Foto 3", "IMG_2031", "talk.svg".

#include <string>
#include <string_view>

namespace tailorbird {

/// Why `alt` does not describe a picture, as a message; empty: it may.
std::string empty_alt_message(std::string_view alt);

}  // namespace tailorbird
