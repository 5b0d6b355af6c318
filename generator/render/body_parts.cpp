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
  std::array<std::string, opening_kinds.size()> opening;
  int open = 0;
  bool behind_heading = false;
  for (const Segment& segment : body) {
    const std::string before = html_from(segment.text);
    parts.whole += before;
    parts.rest += before;
    open += blocks_opened(before);
    behind_heading = behind_heading || has_heading(before);
    renderer.pass_headings(before);
    for (const TailoredPart& component : segment.component) {
      const auto kind = std::find_if(opening_kinds.begin(), opening_kinds.end(),
                                     [&](auto is_one) { return is_one(component); });
      const auto slot = static_cast<std::size_t>(kind - opening_kinds.begin());
      const bool stays = kind == opening_kinds.end() || !opening[slot].empty() || open > 0 ||
                         ends_with_heading(before) || (behind_heading && is_urgent(component));
      const std::string html = stays ? renderer.component_html(component) : opening_html(component, renderer);
      parts.whole += html;
      (stays ? parts.rest : opening[slot]) += html;
    }
  }
  for (const std::string& html : opening) {
    if (!html.empty()) parts.opening += html + "\n";
  }
  return parts;
}

}  // namespace tailorbird
