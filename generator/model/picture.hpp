#pragma once
// Facts about a picture file, read before any page is made: its size, and its shapes if it is a drawing that
// can be inlined into pages.

#include <cstdint>
#include <string>

namespace tailorbird {

struct Picture {
  std::uint32_t width = 0;  // in CSS pixels; 0: not known
  std::uint32_t height = 0;
  std::string view_box;  // of a drawing: "0 0 240 160"
  std::string shapes;    // of a drawing: its elements, ASCII, safe to write into a page; empty: no drawing

  bool is_drawing() const { return !shapes.empty(); }
  bool operator==(const Picture&) const = default;
};

}  // namespace tailorbird
