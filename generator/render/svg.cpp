#include "render/svg.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

// Elements that draw or describe; names in lower case.
constexpr auto drawing_elements =
    std::to_array<std::string_view>({"svg",         "g",        "defs",           "symbol",
                                     "use",         "title",    "desc",           "metadata",
                                     "path",        "rect",     "circle",         "ellipse",
                                     "line",        "polyline", "polygon",        "text",
                                     "tspan",       "textpath", "lineargradient", "radialgradient",
                                     "stop",        "clippath", "mask",           "pattern",
                                     "marker",      "filter",   "fegaussianblur", "feoffset",
                                     "feblend",     "femerge",  "femergenode",    "feflood",
                                     "fecomposite", "style",    "fecolormatrix",  "switch"});

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool ends_name(char c) { return is_space(c) || c == '=' || c == '/' || c == '>'; }

/// "xlink:href" → "href": a prefix does not make a link harmless.
std::string local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return ascii_lower(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

/// Whether `value` names something outside the file; url(#gradient) and #shape stay inside.
bool reaches_out(const std::string& name, std::string_view value) {
  if (name == "href" || name == "src") return !trim(value).starts_with('#');
  const std::string lower = ascii_lower(value);
  if (lower.find('\\') != std::string::npos || lower.find('&') != std::string::npos)
    return lower.find("url") != std::string::npos || name == "style";
  if (lower.find("javascript:") != std::string::npos || lower.find("@import") != std::string::npos)
    return true;
  for (std::size_t at = lower.find("url("); at != std::string::npos; at = lower.find("url(", at + 4)) {
    const std::string_view inner = trim(std::string_view(lower).substr(at + 4));
    if (!inner.starts_with('#') && !inner.starts_with("'#") && !inner.starts_with("\"#")) return true;
  }
  return false;
}

class SvgReader {
 public:
  explicit SvgReader(std::string_view svg) : svg_(svg) {}

  std::optional<SvgProblem> first_problem() {
    for (std::size_t at = svg_.find('<'); at != std::string_view::npos; at = svg_.find('<', at_)) {
      at_ = at;
      if (auto problem = markup()) return problem;
    }
    return std::nullopt;
  }

 private:
  std::optional<SvgProblem> markup() {
    const std::size_t begin = at_;
    if (starts("<!--")) return skip_to("-->", "an unclosed comment");
    if (starts("<?xml ")) return skip_to("?>", "an unclosed declaration");
    if (starts("</")) return skip_to(">", "an unclosed tag");
    if (starts("<!") || starts("<?")) return SvgProblem{begin, "a declaration (`<!` or `<?`)"};
    at_ = begin + 1;
    const std::string element = ascii_lower(name());
    // A prefix could stand for any namespace, HTML too.
    if (std::find(drawing_elements.begin(), drawing_elements.end(), element) == drawing_elements.end()) {
      return SvgProblem{begin, "the element `" + element + "`"};
    }
    if (auto problem = attributes()) return problem;
    return element == "style" ? style_sheet(begin) : std::nullopt;
  }

  /// Drawing programs put classes in a style element; it may name colours, nothing outside.
  std::optional<SvgProblem> style_sheet(std::size_t begin) {
    const std::string_view sheet = svg_.substr(at_, svg_.find("</", at_) - at_);
    if (!reaches_out("style", sheet)) return std::nullopt;
    return SvgProblem{begin, "a `style` that reaches outside the file"};
  }

  std::optional<SvgProblem> attributes() {
    while (true) {
      while (at_ < svg_.size() && (is_space(svg_[at_]) || svg_[at_] == '/')) ++at_;
      if (at_ >= svg_.size()) return SvgProblem{svg_.size(), "an unclosed tag"};
      if (svg_[at_] == '>') return std::nullopt;
      if (auto problem = attribute()) return problem;
    }
  }

  std::optional<SvgProblem> attribute() {
    const std::size_t begin = at_;
    const std::string attribute_name = local_name(name());
    while (at_ < svg_.size() && (is_space(svg_[at_]) || svg_[at_] == '=')) ++at_;
    const char quote = at_ < svg_.size() ? svg_[at_] : '\0';
    const std::size_t end =
        quote == '"' || quote == '\'' ? svg_.find(quote, at_ + 1) : std::string_view::npos;
    if (end == std::string_view::npos) return SvgProblem{begin, "an attribute without quotes"};
    const std::string_view value = svg_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (attribute_name.starts_with("on"))
      return SvgProblem{begin, "the script attribute `" + attribute_name + "`"};
    if (reaches_out(attribute_name, value)) {
      return SvgProblem{begin, "`" + attribute_name + "`, which reaches outside the file"};
    }
    return std::nullopt;
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < svg_.size() && !ends_name(svg_[at_])) ++at_;
    if (at_ == begin && at_ < svg_.size()) ++at_;  // never stand still
    return svg_.substr(begin, at_ - begin);
  }

  bool starts(std::string_view text) const { return svg_.substr(at_).starts_with(text); }

  std::optional<SvgProblem> skip_to(std::string_view end, std::string what) {
    const std::size_t found = svg_.find(end, at_);
    if (found == std::string_view::npos) return SvgProblem{at_, std::move(what)};
    at_ = found + end.size();
    return std::nullopt;
  }

  std::string_view svg_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<SvgProblem> svg_problem(std::string_view svg) { return SvgReader(svg).first_problem(); }

}  // namespace tailorbird
