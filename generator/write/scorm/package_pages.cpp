#include "write/scorm/package_pages.hpp"

#include <array>
#include <fmt/format.h>

#include "base/files.hpp"
#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view mark = " data-other-languages";
constexpr std::string_view tracking_mark = " data-tracking";

/// The path of an address, without fragment and query; empty for addresses with a scheme and for places in
/// the same page.
std::string_view relative_target(std::string_view address) {
  const std::size_t end = address.find_first_of("#?");
  const std::string_view target = address.substr(0, end);
  return target.find(':') == std::string_view::npos ? target : std::string_view{};
}

std::string resolved(std::string_view page, std::string_view target) {
  return normalise_path(std::string(folder_of(page)).append(target));
}

}  // namespace

std::string without_other_languages(std::string_view html) {
  const std::size_t at = html.find(mark);
  if (at == std::string_view::npos) return std::string(html);
  const std::size_t start = html.rfind('<', at);
  const std::size_t name_end = html.find_first_of(" >", start);
  const std::string closing = "</" + std::string(html.substr(start + 1, name_end - start - 1)) + ">";
  const std::size_t end = html.find(closing, at);
  if (end == std::string_view::npos) return std::string(html);
  return std::string(html.substr(0, start)) + without_other_languages(html.substr(end + closing.size()));
}

std::string with_tracking_sentence(std::string_view html, std::string_view sentence) {
  std::string changed;
  for (;;) {
    const std::size_t at = html.find(tracking_mark);
    const std::size_t start = html.find('>', at);
    const std::size_t end = html.find('<', start);
    if (end == std::string_view::npos) return changed.append(html);
    changed.append(html.substr(0, start + 1));
    append_html_escaped(changed, sentence);
    html.remove_prefix(end);
  }
}

std::string tracking_sentence_key(Tracking tracking) {
  return fmt::format("tracking-{}", tracking_word(tracking));
}

std::set<std::string> linked_files(std::string_view path, std::string_view html) {
  constexpr auto attributes = std::to_array<std::string_view>({" href=\"", " src=\""});
  std::set<std::string> files;
  for (const std::string_view attribute : attributes) {
    for (std::size_t at = html.find(attribute); at != std::string_view::npos; at = html.find(attribute, at)) {
      at += attribute.size();
      const std::string_view target = relative_target(html.substr(at, html.find('"', at) - at));
      if (!target.empty()) files.insert(resolved(path, target));
    }
  }
  return files;
}

}  // namespace tailorbird
