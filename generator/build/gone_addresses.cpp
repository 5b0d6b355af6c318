#include "build/gone_addresses.hpp"

#include <algorithm>
#include <set>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

using Why = GoneAddress::Why;

constexpr std::string_view site_format_id = "site";
constexpr std::string_view links_format_id = "links";
constexpr std::string_view links_folder = "go";
constexpr std::size_t parts_before_page = 3;  // profile, bundle, format

template <typename List, typename Value>
bool has(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

const Bundle* find_bundle(const Project& project, std::string_view profile, std::string_view bundle) {
  for (const Profile& one : project.profiles) {
    for (const Bundle& of_profile : one.bundles) {
      if (one.id == profile && of_profile.id == bundle) return &of_profile;
    }
  }
  return nullptr;
}

Why reason(const std::string& path, const Project& project, const std::set<std::string>& addresses) {
  const std::vector<std::string_view> parts = split(path, '/');
  if (parts.size() <= parts_before_page) return Why::profile;
  const Bundle* const bundle = find_bundle(project, parts[0], parts[1]);
  if (bundle == nullptr || parts[2] != site_format_id || !has(bundle->formats, site_format_id))
    return Why::profile;
  const std::string_view first = parts[parts_before_page];
  if (first == links_folder) return has(bundle->formats, links_format_id) ? Why::made : Why::profile;
  if (parts.size() == parts_before_page + 1) return Why::made;
  if (!has(bundle->languages, first)) return Why::profile;
  const std::size_t before = parts[0].size() + parts[1].size() + parts[2].size() + parts_before_page;
  return addresses.contains(path.substr(before)) ? Why::readers : Why::page;
}

}  // namespace

std::vector<GoneAddress> gone_addresses(const std::vector<std::string>& paths, const Project& project) {
  std::vector<GoneAddress> gone;
  if (paths.empty()) return gone;
  std::set<std::string> addresses;
  for (const Page& page : project.pages) {
    if (!page.partial) addresses.insert(output_path(page));
  }
  for (const std::string& path : paths) gone.push_back({path, reason(path, project, addresses)});
  return gone;
}

}  // namespace tailorbird
