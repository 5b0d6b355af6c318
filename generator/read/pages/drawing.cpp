#include "read/pages/drawing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/strings.hpp"
#include "read/pages/svg.hpp"

namespace tailorbird {
namespace {

// A drawing is inlined into every page that shows it, and pages must stay small (docs/theme-authors/).
constexpr std::size_t largest_drawing = 4096;

constexpr auto shape_elements = std::to_array<std::string_view>(
    {"circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect"});

constexpr auto shape_attributes = std::to_array<std::string_view>({"class",
                                                                   "cx",
                                                                   "cy",
                                                                   "d",
                                                                   "fill",
                                                                   "fill-opacity",
                                                                   "fill-rule",
                                                                   "height",
                                                                   "opacity",
                                                                   "points",
                                                                   "r",
                                                                   "rx",
                                                                   "ry",
                                                                   "stroke",
                                                                   "stroke-dasharray",
                                                                   "stroke-linecap",
                                                                   "stroke-linejoin",
                                                                   "stroke-opacity",
                                                                   "stroke-width",
                                                                   "transform",
                                                                   "width",
                                                                   "x",
                                                                   "x1",
                                                                   "x2",
                                                                   "y",
                                                                   "y1",
                                                                   "y2"});

// Of the root element the page needs only the size and the coordinates.
constexpr auto root_attributes =
    std::to_array<std::string_view>({"height", "version", "viewBox", "width", "xmlns"});
constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

/// The classes that the theme colours (docs/theme-authors/). Others could collide with classes of pages.
constexpr auto colour_classes =
    std::to_array<std::string_view>({"cut", "ink", "line", "paper", "soft", "warm"});

template <typename List>
bool is_in(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

/// The words of a value with one space between them.
std::string folded(std::string_view value) {
  std::string result;
  for (const std::string_view word : words(value)) {
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result;
}

/// Numbers, colours, words and path data; nothing that could name an address or leave the attribute.
bool is_plain_value(std::string_view value) {
  const bool plain = std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("#.,+-% ()\n\t").find(c) != std::string_view::npos;
  });
  return plain && ascii_lower(value).find("url") == std::string::npos;
}

bool is_plain_shape_attribute(const pugi::xml_attribute& attribute) {
  const std::string_view name = attribute.name();
  const std::string_view value = attribute.value();
  if (!is_in(shape_attributes, name) || !is_plain_value(value)) return false;
  if (name != "class") return true;
  const auto classes = words(value);
  return std::all_of(classes.begin(), classes.end(),
                     [](std::string_view one) { return is_in(colour_classes, one); });
}

/// Whether a node beside the shapes may be dropped: white space and comments. Text, style sheets and
/// processing instructions carry meaning, so a file that has them is not inlined.
bool says_nothing(const pugi::xml_node& node) {
  return node.type() == pugi::node_comment ||
         (node.type() == pugi::node_pcdata && trim(node.value()).empty());
}

bool append_shapes(std::string& out, const pugi::xml_node& parent);

/// Adds one element of a list, with its attributes and children. False when something in it is not allowed.
bool append_shape(std::string& out, const pugi::xml_node& shape) {
  const std::string name = shape.name();
  if (shape.type() != pugi::node_element || !is_in(shape_elements, name)) return false;
  out += '<' + name;
  for (const pugi::xml_attribute& attribute : shape.attributes()) {
    if (!is_plain_shape_attribute(attribute)) return false;
    out += ' ' + std::string(attribute.name()) + "=\"" + folded(attribute.value()) + '"';
  }
  if (!shape.first_child()) {
    out += "/>";
    return true;
  }
  out += '>';
  if (!append_shapes(out, shape)) return false;
  out += "</" + name + '>';
  return true;
}

bool append_shapes(std::string& out, const pugi::xml_node& parent) {
  for (const pugi::xml_node& child : parent.children()) {
    if (!says_nothing(child) && !append_shape(out, child)) return false;
  }
  return true;
}

/// A length in CSS pixels: "240", "240.5", "240px"; 0 for anything else.
double pixels(std::string_view text) {
  text = trim(text);
  if (text.ends_with("px")) text.remove_suffix(2);
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc{} && end == text.data() + text.size() && number > 0 ? number : 0;
}

/// The width and height that the file asks for, else those of its coordinates.
void set_size(Picture& picture, const pugi::xml_node& svg) {
  constexpr double most = 30000;
  double width = pixels(svg.attribute("width").value());
  double height = pixels(svg.attribute("height").value());
  const auto box = words(svg.attribute("viewBox").value());
  if ((width == 0 || height == 0) && box.size() == 4) {
    width = pixels(box[2]);
    height = pixels(box[3]);
  }
  if (width < 1 || height < 1 || width > most || height > most) return;
  picture.width = static_cast<std::uint32_t>(std::lround(width));
  picture.height = static_cast<std::uint32_t>(std::lround(height));
}

bool is_plain_root(const pugi::xml_node& svg) {
  return std::all_of(svg.attributes().begin(), svg.attributes().end(),
                     [](const pugi::xml_attribute& attribute) {
                       const std::string_view name = attribute.name();
                       if (name == "xmlns") return svg_namespace == attribute.value();
                       return is_in(root_attributes, name) && is_plain_value(attribute.value());
                     });
}

/// Whether nothing beside the root affects a browser.
bool is_alone(const pugi::xml_document& document, const pugi::xml_node& svg) {
  return std::all_of(document.begin(), document.end(), [&](const pugi::xml_node& node) {
    return node == svg || node.type() == pugi::node_declaration || says_nothing(node);
  });
}

}  // namespace

Picture read_svg(std::string_view bytes) {
  Picture picture;
  pugi::xml_document document;
  if (parse_svg(bytes, document)) return picture;
  const pugi::xml_node svg = document.child("svg");
  if (!svg) return picture;
  set_size(picture, svg);
  const std::string box = folded(svg.attribute("viewBox").value());
  if (bytes.size() > largest_drawing || picture.width == 0 || box.empty()) return picture;
  std::string shapes;
  if (!is_alone(document, svg) || !is_plain_root(svg) || !append_shapes(shapes, svg) || shapes.empty())
    return picture;
  picture.view_box = box;
  picture.shapes = std::move(shapes);
  return picture;
}

}  // namespace tailorbird
