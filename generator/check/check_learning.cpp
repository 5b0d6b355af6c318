#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "check/all_checks.hpp"
#include "tailor/places.hpp"

namespace tailorbird {
namespace {

/// What a learning system must keep of cmi.suspend_data, in bytes.
struct StateLimit {
  std::string_view format;
  std::string_view name;
  std::size_t bytes;
};

constexpr auto limits = std::to_array<StateLimit>({
    {"scorm12", "SCORM 1.2", 4096},
    {"scorm2004", "SCORM 2004", 64000},
});

bool is_written_as(const Bundle& bundle, std::string_view format) {
  return std::find(bundle.formats.begin(), bundle.formats.end(), format) != bundle.formats.end();
}

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

}  // namespace

void check_learning(const EditionView& view, Diagnostics& diagnostics) {
  const Bundle& bundle = *view.edition.bundle;
  const bool for_learning_systems = std::any_of(limits.begin(), limits.end(), [&](const StateLimit& limit) {
    return is_written_as(bundle, limit.format);
  });
  if (!for_learning_systems) return;
  const std::vector<ScormPage> pages = scorm_pages(view.edition);
  check_completion(view.edition, pages, diagnostics);
  for (const StateLimit& limit : limits) {
    if (is_written_as(bundle, limit.format)) check_state(view.edition, pages, limit, diagnostics);
  }
}

}  // namespace tailorbird
