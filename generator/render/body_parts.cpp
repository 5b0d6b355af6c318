#include "render/body_parts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tailorbird {
namespace {

/// Whom to call in danger. Behind a heading the box belongs to what the author tells there.
bool is_urgent(const TailoredPart& component) {
  return component.role == "callout" && attribute(component.attributes, "type") == "caution";
}
bool is_key_points(const TailoredPart& component) { return component.role == "key-points"; }
bool is_say_dont(const TailoredPart& component) { return component.role == "say-dont"; }

// What stands at the head of a page, in this order.
constexpr auto opening_kinds =
    std::to_array<bool (*)(const TailoredPart& component)>({is_urgent, is_key_points, is_say_dont});

/// The place of a component in the opening; opening_kinds.size() when it is never put there.
std::size_t opening_slot(const TailoredPart& component) {
  const auto kind = std::find_if(opening_kinds.begin(), opening_kinds.end(),
                                 [&](auto is_one) { return is_one(component); });
  return static_cast<std::size_t>(kind - opening_kinds.begin());
}

bool may_have_opening(const Fragment& body) {
  return std::any_of(body.begin(), body.end(), [](const Segment& segment) {
    return std::any_of(segment.component.begin(), segment.component.end(), [](const TailoredPart& component) {
      return opening_slot(component) < opening_kinds.size();
    });
  });
}

/// Of its text, without components.
std::size_t size_of(const Fragment& body) {
  std::size_t size = 0;
  for (const Segment& segment : body) size += segment.text.size() + segment.text.size() / 16;
  return size;
}

bool is_part_of_name(char c) { return c != ' ' && c != '/' && c != '>' && c != '\n'; }

/// How many more of the elements that hold blocks begin in `html` than end in it.
int blocks_opened(std::string_view html) {
  constexpr auto names = std::to_array<std::string_view>({"div", "ul", "ol", "blockquote"});
  int opened = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    ++at;
    const bool ends = at < html.size() && html[at] == '/';
    const std::string_view tag = html.substr(at + (ends ? 1 : 0));
    std::size_t size = 0;
    while (size < tag.size() && is_part_of_name(tag[size])) ++size;
    const std::string_view name = tag.substr(0, size);
    if (std::find(names.begin(), names.end(), name) != names.end()) opened += ends ? -1 : 1;
  }
  return opened;
}

bool has_heading(std::string_view html) {
  return html.find("<h2") != std::string_view::npos || html.find("<h3") != std::string_view::npos;
}

bool ends_with_heading(std::string_view html) {
  const std::size_t last = html.find_last_not_of('\n');
  const std::string_view text = html.substr(0, last == std::string_view::npos ? 0 : last + 1);
  return text.size() > 5 && text.substr(text.size() - 5).starts_with("</h");
}

/// Where a component stands in the text of a page.
struct Place {
  int blocks = 0;  // that are open around it
  bool after_heading = false;
  bool right_after_heading = false;

  /// Moves on to the end of `html`.
  void pass(std::string_view html) {
    blocks += blocks_opened(html);
    after_heading = after_heading || has_heading(html);
    right_after_heading = ends_with_heading(html);
  }
  bool may_open(const TailoredPart& component) const {
    return blocks <= 0 && !right_after_heading && !(after_heading && is_urgent(component));
  }
};

/// Right below the title of the page, whatever heading stands before it in the text.
std::string opening_html(const TailoredPart& component, FragmentRenderer& renderer) {
  const int level = renderer.set_heading_level(1);
  std::string html = renderer.component_html(component);
  renderer.set_heading_level(level);
  return html;
}

}  // namespace

BodyParts body_parts(const Fragment& body, FragmentRenderer& renderer) {
  BodyParts parts;
  parts.whole.reserve(size_of(body));
  const bool has_opening = may_have_opening(body);  // else nothing is moved, and no place matters
  std::array<std::string, opening_kinds.size()> opening;
  Place place;
  for (const Segment& segment : body) {
    const std::size_t begin = parts.whole.size();
    append_html(parts.whole, segment.text);
    const std::string_view before = std::string_view(parts.whole).substr(begin);
    const bool is_end = &segment == &body.back() && segment.component.empty();  // nothing asks what is above
    if (!is_end) renderer.pass_headings(before);
    if (has_opening) {
      place.pass(before);
      parts.rest += before;
    }
    for (const TailoredPart& component : segment.component) {
      const std::size_t slot = opening_slot(component);
      const bool moves = slot < opening.size() && opening[slot].empty() && place.may_open(component);
      const std::string html = moves ? opening_html(component, renderer) : renderer.component_html(component);
      parts.whole += html;
      if (has_opening) (moves ? opening[slot] : parts.rest) += html;
    }
  }
  for (const std::string& html : opening) {
    if (!html.empty()) parts.opening += html + "\n";
  }
  return parts;
}

}  // namespace tailorbird
