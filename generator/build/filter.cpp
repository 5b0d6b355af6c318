#include "build/filter.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

using Names = std::set<std::string>;

struct Known {
  Names profiles;
  Names bundles;
  Names languages;
  Names formats;
};

Known known_names(const Project& project) {
  Known known;
  for (const Profile& profile : project.profiles) {
    known.profiles.insert(profile.id);
    for (const Bundle& bundle : profile.bundles) {
      known.bundles.insert(bundle.id);
      known.languages.insert(bundle.languages.begin(), bundle.languages.end());
    }
  }
  for (const std::string& id : format_ids()) known.formats.insert(id);
  return known;
}

Result<void> check_names(std::string_view what, const std::vector<std::string>& asked, const Names& known) {
  for (const std::string& name : asked) {
    if (known.contains(name)) continue;
    const std::string hint = suggestion(name, {known.begin(), known.end()});
    return Error{fmt::format("no {} `{}`{}{}", what, name, hint.empty() ? "" : "; ", hint)};
  }
  return {};
}

bool asked_for(const std::vector<std::string>& asked, const std::string& name) {
  return asked.empty() || std::find(asked.begin(), asked.end(), name) != asked.end();
}

bool some(const std::vector<std::string>& names, const std::vector<std::string>& asked) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return asked_for(asked, name); });
}

/// Whether some edition passes all parts of the filter.
bool matches(const Project& project, const BuildRequest& request) {
  for (const Profile& profile : project.profiles) {
    if (!asked_for(request.filter.profiles, profile.id)) continue;
    for (const Bundle& bundle : profile.bundles) {
      if (asked_for(request.filter.bundles, bundle.id) && some(bundle.languages, request.filter.languages) &&
          some(bundle.formats, request.formats)) {
        return true;
      }
    }
  }
  return false;
}

bool is_empty(const BuildRequest& request) {
  return request.filter.profiles.empty() && request.filter.bundles.empty() &&
         request.filter.languages.empty() && request.formats.empty();
}

}  // namespace

Result<void> check_filter(const Project& project, const BuildRequest& request) {
  if (is_empty(request)) return {};
  const Known known = known_names(project);
  if (auto ok = check_names("profile", request.filter.profiles, known.profiles); !ok) return ok;
  if (auto ok = check_names("bundle", request.filter.bundles, known.bundles); !ok) return ok;
  if (auto ok = check_names("language", request.filter.languages, known.languages); !ok) return ok;
  if (auto ok = check_names("format", request.formats, known.formats); !ok) return ok;
  if (!matches(project, request)) {
    return Error{"no edition has what you named together; `tailorbird list editions` shows them all"};
  }
  return {};
}

}  // namespace tailorbird
