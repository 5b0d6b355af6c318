#include "package/other_kinds.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "write/scorm/manifest.hpp"

namespace tailorbird {
namespace {

struct Kind {
  std::string_view name;
  std::string_view taken_by;
};

constexpr Kind cmi5{"cmi5", "Only systems that know cmi5 can start it"};
constexpr Kind tin_can{"xAPI (Tin Can)", "Only systems with a learning record store (LRS) can start it"};
constexpr Kind aicc{"AICC", "Systems that dropped AICC cannot start it"};
constexpr Kind cartridge{"Common Cartridge", "Systems show its pages and record nothing of their readers"};

/// An AICC course is a set of files with these extensions.
bool is_aicc(const Package& package) {
  constexpr auto endings = std::to_array<std::string_view>({".au", ".crs", ".cst", ".des"});
  return std::all_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return std::any_of(package.names.begin(), package.names.end(),
                       [&](const std::string& name) { return ascii_lower(name).ends_with(ending); });
  });
}

const Kind* kind_of(const Package& package) {
  if (package.main_name == cmi5_name) return &cmi5;
  if (package.main_name == tin_can_name) return &tin_can;
  if (package.main_name == manifest_name)
    return package.schema().find("Common Cartridge") == std::string::npos ? nullptr : &cartridge;
  return is_aicc(package) ? &aicc : nullptr;
}

/// The assignable units of cmi5: addresses elsewhere, or files of the zip.
void check_units(const Package& package, Diagnostics& found) {
  const std::vector<pugi::xml_node> units = elements(package.root(), "au");
  if (units.empty())
    found.add("package-organization", package.where(package.root()), "the course has no unit (`au`)");
  for (const pugi::xml_node unit : units) {
    const std::string url(trim(child_element(unit, "url").text().get()));
    if (is_elsewhere(url) || package.has(file_of(url))) continue;
    found.add("package-start-missing", package.where(unit),
              fmt::format("the start page `{}` is not in the zip", url));
  }
}

/// Systems copy the files that a cartridge lists one by one: a missing file is missing in the course.
void check_resources(const Package& package, Diagnostics& found) {
  for (const pugi::xml_node file : elements(package.root(), "file")) {
    const std::string href = attribute_of(file, "href");
    if (is_elsewhere(href) || package.has(file_of(href))) continue;
    found.add("package-file-missing", package.where(file),
              fmt::format("the file `{}` is not in the zip", href));
  }
}

}  // namespace

bool check_other_kind(const Package& package, Diagnostics& found) {
  const Kind* const kind = kind_of(package);
  if (kind == nullptr) return false;
  found.add("package-other-kind", package.whole(),
            fmt::format("it is a package of {}, not of SCORM. {}", kind->name, kind->taken_by));
  if (package.manifest->problem) {
    found.add("package-manifest-broken",
              {fmt::format("{}/{}", package.file, package.main_name), package.manifest->problem->where, 0},
              fmt::format("the XML is broken: {}", package.manifest->problem->what));
  } else if (kind == &cmi5 && package.root()) {
    check_units(package, found);
  } else if (kind == &cartridge) {
    check_resources(package, found);
  }
  return true;
}

}  // namespace tailorbird
