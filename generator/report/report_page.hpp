#pragma once
// The frame of a report that is one HTML file: its styles, in light, dark and print, and nothing from
// elsewhere.

#include <string>
#include <string_view>

namespace tailorbird {

/// `title` is plain text, `style` CSS on top of the frame's, `body` HTML.
std::string report_page(std::string_view title, std::string_view style, std::string_view body);

}  // namespace tailorbird
