#pragma once
// The frame of reports that are one self-contained HTML file, with styles for light, dark and print.

#include <string>
#include <string_view>

namespace tailorbird {

/// `title` is plain text, `style` CSS on top of the frame's, `body` HTML.
std::string report_page(std::string_view title, std::string_view style, std::string_view body);

}  // namespace tailorbird
