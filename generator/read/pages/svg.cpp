#include "read/pages/svg.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "text/invisible.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

// Elements that draw or describe. `metadata`, which drawing programs add, is dropped unread.
constexpr auto elements = std::to_array<std::string_view>(
    {"circle",      "clipPath", "defs",           "desc",     "ellipse",     "feBlend",  "feColorMatrix",
     "feComposite", "feFlood",  "feGaussianBlur", "feMerge",  "feMergeNode", "feOffset", "filter",
     "g",           "line",     "linearGradient", "marker",   "mask",        "path",     "pattern",
     "polygon",     "polyline", "radialGradient", "rect",     "stop",        "style",    "svg",
     "switch",      "symbol",   "text",           "textPath", "title",       "tspan",    "use"});

// Attributes that place, shape, colour or name. Others do not change how a drawing looks and are dropped;
// those that would run script are refused.
constexpr std::string_view attributes =
    " alignment-baseline baseline-shift class clip-path clip-rule clipPathUnits color color-interpolation "
    "color-interpolation-filters cx cy d direction display dominant-baseline dx dy fill fill-opacity "
    "fill-rule "
    "filter filterUnits flood-color flood-opacity font-family font-size font-stretch font-style font-variant "
    "font-weight fr fx fy gradientTransform gradientUnits height id in in2 k1 k2 k3 k4 lang lengthAdjust "
    "letter-spacing marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type "
    "maskContentUnits maskUnits mix-blend-mode mode offset opacity operator orient overflow paint-order "
    "pathLength "
    "patternContentUnits patternTransform patternUnits points preserveAspectRatio primitiveUnits r refX refY "
    "result role rotate rx ry shape-rendering spreadMethod startOffset stdDeviation stop-color stop-opacity "
    "stroke "
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width style text-anchor text-decoration text-rendering textLength transform transform-origin "
    "type "
    "values vector-effect version viewBox visibility width word-spacing writing-mode x x1 x2 xml:lang "
    "xml:space y "
    "y1 y2 aria-hidden aria-label aria-labelledby ";

// Ways in which CSS loads something, or hides that it does. `url(#…)` is checked separately.
constexpr auto reaching_words = std::to_array<std::string_view>(
    {"\\", "/*", "@", "image(", "image-set", "cross-fade", "element(", "src(", "expression", "://",
     "javascript:", "data:", "behavior", "-moz-binding"});

bool is_listed(std::string_view name) {
  return attributes.find(fmt::format(" {} ", name)) != std::string_view::npos;
}

/// Whether a style sheet, or a value that is read as one, names something outside the file.
bool reaches_out(std::string_view value) {
  const std::string lower = ascii_lower(value);
  const auto holds = [&](std::string_view word) { return lower.find(word) != std::string::npos; };
  if (std::any_of(reaching_words.begin(), reaching_words.end(), holds)) return true;
  for (std::size_t at = lower.find("url"); at != std::string::npos; at = lower.find("url", at + 3)) {
    std::string_view inner = trim(std::string_view(lower).substr(at + 3));
    if (!inner.starts_with('(')) return true;  // white space and other odd spellings are not needed
    inner = trim(inner.substr(1));
    if (!inner.starts_with('#') && !inner.starts_with("'#") && !inner.starts_with("\"#")) return true;
  }
  return false;
}

bool has_invisible(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto code_point = static_cast<unsigned>(next_code_point(text, at));
    if (is_invisible(code_point) && code_point != '\r') return true;
  }
  return false;
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::size_t offset_of(const pugi::xml_node& node) {
  const auto offset = node.offset_debug();  // of an element's name
  if (offset <= 0) return 0;
  return static_cast<std::size_t>(offset) - (node.type() == pugi::node_element ? 1 : 0);
}

/// Writes the copy. Each function returns what is wrong, or nothing.
class Copier {
 public:
  using Problem = std::optional<std::string>;

  explicit Copier(std::string_view bytes) : bytes_(bytes) {}

  SvgCopy copy(const pugi::xml_node& svg) {
    if (Problem problem = element(svg, 1)) return {{}, SvgProblem{at_, std::move(*problem)}};
    out_ += '\n';
    return {std::move(out_), std::nullopt};
  }

 private:
  Problem element(const pugi::xml_node& node, unsigned depth) {
    const std::string_view name = node.name();
    at_ = offset_of(node);
    if (std::find(elements.begin(), elements.end(), name) == elements.end())
      return fmt::format("the element `{}`", name);
    if (depth > deepest_svg) return fmt::format("more than {} elements inside each other", deepest_svg);
    out_ += fmt::format("<{}", name);
    if (depth == 1) out_ += fmt::format(" xmlns=\"{}\"", svg_namespace);
    for (const pugi::xml_attribute& one : node.attributes()) {
      if (Problem problem = attribute(one)) {
        at_ = std::min(bytes_.find(one.name(), at_), bytes_.size());
        return problem;
      }
    }
    out_ += '>';
    if (name == "style") {
      if (Problem problem = style_sheet(node)) return problem;
    } else if (Problem problem = children(node, depth)) {
      return problem;
    }
    out_ += fmt::format("</{}>", name);
    return std::nullopt;
  }

  Problem attribute(const pugi::xml_attribute& one) {
    const std::string_view name = one.name();
    const std::string_view value = one.value();
    if (name == "xmlns") return value == svg_namespace ? Problem{} : fmt::format("the namespace `{}`", value);
    const std::string_view local = name.substr(name.rfind(':') + 1);
    if (ascii_lower(local).starts_with("on")) return fmt::format("the script attribute `{}`", local);
    if (local == "href" || local == "src") {
      if (!trim(value).starts_with('#')) return fmt::format("`{}`, which reaches outside the file", local);
      out_ += fmt::format(" href=\"{}\"", escaped(value));
      return std::nullopt;
    }
    if (!is_listed(name)) return std::nullopt;
    if (has_invisible(value)) return fmt::format("an invisible character in `{}`", name);
    if (!name.starts_with("aria-") && reaches_out(value))
      return fmt::format("`{}`, which reaches outside the file", name);
    out_ += fmt::format(" {}=\"{}\"", name, escaped(value));
    return std::nullopt;
  }

  /// Drawing programs define classes in a style element; it may set colours but not refer to anything outside
  /// the file.
  Problem style_sheet(const pugi::xml_node& style) {
    std::string sheet;
    for (const pugi::xml_node& child : style.children()) {
      if (child.type() == pugi::node_element) return "an element in a `style`";
      sheet += child.value();
    }
    if (sheet.size() > longest_svg_style)
      return fmt::format("a `style` of {} bytes, more than {}", sheet.size(), longest_svg_style);
    if (has_invisible(sheet)) return "an invisible character in a `style`";
    if (reaches_out(sheet)) return "a `style` that reaches outside the file";
    out_ += escaped(sheet);
    return std::nullopt;
  }

  Problem children(const pugi::xml_node& node, unsigned depth) {
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() == pugi::node_element) {
        if (std::string_view(child.name()) == "metadata") continue;
        if (Problem problem = element(child, depth + 1)) return problem;
      } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        at_ = offset_of(node);
        if (has_invisible(child.value())) return "an invisible character";
        out_ += escaped(child.value());
      } else if (child.type() != pugi::node_comment) {
        at_ = offset_of(node);
        return "a declaration (`<!` or `<?`)";
      }
    }
    return std::nullopt;
  }

  std::string_view bytes_;
  std::string out_;
  std::size_t at_ = 0;  // the offset of a problem
};

/// The encoding that a declaration names, when it is not UTF-8.
std::optional<SvgProblem> wrong_encoding(const pugi::xml_document& document) {
  for (const pugi::xml_node& node : document.children()) {
    if (node.type() != pugi::node_declaration) continue;
    const std::string encoding = node.attribute("encoding").value();
    if (!encoding.empty() && ascii_lower(encoding) != "utf-8")
      return SvgProblem{0, fmt::format("the encoding `{}`, where only UTF-8 is read", encoding)};
  }
  return std::nullopt;
}

/// Whether a node beside the root may be dropped.
bool is_harmless(const pugi::xml_node& node) {
  return node.type() == pugi::node_declaration || node.type() == pugi::node_comment ||
         (node.type() == pugi::node_pcdata && trim(node.value()).empty());
}

}  // namespace

std::optional<SvgProblem> parse_svg(std::string_view bytes, pugi::xml_document& document) {
  if (bytes.size() > largest_svg) return SvgProblem{0, fmt::format("more than {} bytes", largest_svg)};
  if (const auto invalid = first_invalid_utf8(bytes)) return SvgProblem{*invalid, "a byte that is not UTF-8"};
  const auto parsed = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_full, pugi::encoding_utf8);
  if (auto problem = wrong_encoding(document)) return problem;
  if (parsed) return std::nullopt;
  return SvgProblem{
      std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)), bytes.size()),
      "something that is not XML: a tag or a quote is probably not closed"};
}

SvgCopy copy_svg(std::string_view bytes) {
  pugi::xml_document document;
  if (auto problem = parse_svg(bytes, document)) return {{}, std::move(problem)};
  pugi::xml_node root;
  for (const pugi::xml_node& node : document.children()) {
    if (node.type() == pugi::node_element && !root) {
      root = node;
    } else if (!is_harmless(node)) {
      return {{},
              SvgProblem{offset_of(node), "a declaration (`<!` or `<?`), or something beside the drawing"}};
    }
  }
  if (std::string_view(root.name()) != "svg") return {{}, SvgProblem{offset_of(root), "no element `svg`"}};
  return Copier(bytes).copy(root);
}

}  // namespace tailorbird
