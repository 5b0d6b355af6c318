#include <algorithm>
#include <fmt/format.h>

#include "write/packagers.hpp"
#include "write/scorm/pages.hpp"

namespace tailorbird {
namespace {

/// What a learning system must keep of cmi.suspend_data, in bytes.
struct StateLimit {
  std::string_view name;
  std::size_t bytes;
};

constexpr StateLimit scorm12_limit{"SCORM 1.2", 4096};
constexpr StateLimit scorm2004_limit{"SCORM 2004", 64000};

void check_completion(const Edition& edition, const std::vector<ScormPage>& pages, Diagnostics& diagnostics) {
  const bool has_core =
      std::any_of(pages.begin(), pages.end(), [](const ScormPage& page) { return page.core; });
  if (has_core || edition.bundle->learning.completion != Completion::core) return;
  diagnostics
      .add("completion-without-core", edition.bundle->where,
           fmt::format("`completion: core`, and no page of the bundle `{}` in `{}` is a core page",
                       edition.bundle->id, edition.language))
      .editions = {edition.id()};
}

void check_state(const Edition& edition, const std::vector<ScormPage>& pages, const StateLimit& limit,
                 Diagnostics& diagnostics) {
  const std::size_t bytes = longest_state(pages);
  if (bytes <= limit.bytes) return;
  const auto recorded =
      std::count_if(pages.begin(), pages.end(), [](const ScormPage& page) { return !page.code.empty(); });
  diagnostics
      .add("scorm-state-too-long", edition.bundle->where,
           fmt::format("to remember all {} pages of the bundle `{}` takes {} bytes; {} keeps {}", recorded,
                       edition.bundle->id, bytes, limit.name, limit.bytes))
      .editions = {edition.id()};
}

void check_learning(const Edition& edition, const StateLimit& limit, Diagnostics& diagnostics) {
  const std::vector<ScormPage> pages = scorm_pages(edition);
  check_completion(edition, pages, diagnostics);
  check_state(edition, pages, limit, diagnostics);
}

}  // namespace

void check_scorm12(const Edition& edition, Diagnostics& diagnostics) {
  check_learning(edition, scorm12_limit, diagnostics);
}

void check_scorm2004(const Edition& edition, Diagnostics& diagnostics) {
  check_learning(edition, scorm2004_limit, diagnostics);
}

}  // namespace tailorbird
