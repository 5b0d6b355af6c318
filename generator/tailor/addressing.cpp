#include "tailor/addressing.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "base/files.hpp"
#include "base/names.hpp"
#include "base/strings.hpp"
#include "tailor/file_target.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view home_anchor = "start";

/// "manager/plan/index.md" → "manager-plan". Consecutive hyphens become one, so that two of them always end
/// the page's part of an id.
std::string anchor_of(std::string_view path) {
  constexpr std::string_view index = "index.md";
  path.remove_suffix(path.ends_with("/index.md") ? index.size() + 1 : path == index ? index.size() : 3);
  std::string anchor;
  for (const char c : path) {
    const char sign = c == '/' ? '-' : c;
    if (sign != '-' || !anchor.ends_with('-')) anchor += sign;
  }
  return anchor.empty() ? std::string(home_anchor) : anchor;
}

/// Two paths may lead to the same anchor ("a/b.md", "a-b.md"): the alphabetically later one gets a number.
std::vector<std::string> anchors_of(const Edition& edition) {
  std::vector<std::pair<std::string, std::size_t>> paths;
  for (std::size_t page = 0; page < edition.pages.size(); ++page)
    paths.emplace_back(edition.page(page).path, page);
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> anchors(paths.size());
  std::set<std::string> taken;
  for (const auto& [path, page] : paths) {
    const std::string wanted = anchor_of(path);
    std::string anchor = wanted;
    for (int number = 2; !taken.insert(anchor).second; ++number)
      anchor = fmt::format("{}-{}", wanted, number);
    anchors[page] = std::move(anchor);
  }
  return anchors;
}

}  // namespace

Addressing::Addressing(const Edition& edition, Rendition rendition, EmbeddedFiles embedded)
    : edition_(&edition), rendition_(rendition), embedded_(std::move(embedded)) {
  if (is_one_file()) anchors_ = anchors_of(edition);
}

std::string Addressing::output(std::size_t page) const {
  std::string path = output_path(edition_->page(page));
  return is_xml() ? path.replace(path.rfind('.'), std::string::npos, ".xhtml") : path;
}

std::string Addressing::link(std::size_t from, std::size_t to, std::string_view fragment) const {
  if (is_one_file()) return "#" + (fragment.empty() ? anchors_[to] : id_prefix(to) + std::string(fragment));
  std::string href = relative_path(output(from), output(to));
  if (!fragment.empty()) href.append("#").append(fragment);
  return href;
}

std::string Addressing::id(std::size_t page, std::string_view id) const { return id_prefix(page).append(id); }

std::string Addressing::id_prefix(std::size_t page) const {
  return is_one_file() ? anchors_[page] + "--" : std::string{};
}

std::string Addressing::path(std::size_t page) const {
  return is_one_file() ? anchors_[page] : output(page).substr(edition_->page(page).language.size() + 1);
}

std::string Addressing::up(std::size_t page) const {
  if (is_one_file()) return "#";
  std::string up;
  for (const char c : path(page)) {
    if (c == '/') up += "../";
  }
  return up;
}

std::string Addressing::root(std::size_t page) const {
  return is_one_file() ? std::string{} : "../" + up(page);
}

std::string Addressing::file(std::size_t from, const std::string& file) const {
  if (is_one_file()) {
    const auto embedded = embedded_.data.find(file);
    return embedded == embedded_.data.end() ? std::string{} : embedded->second;
  }
  if (is_xml() && !is_picture(file)) return {};
  return href_path(relative_path(output(from), file_output_path(*edition_, file)));
}

std::string Addressing::left_out_note(std::string_view file) const {
  return replace_all(embedded_.left_out_note, "{file}", std::string(name_of(file)));
}

}  // namespace tailorbird
