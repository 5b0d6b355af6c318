#include <algorithm>
#include <fmt/format.h>

#include "write/scorm/learning_package.hpp"
#include "write/scorm/pages.hpp"

namespace tailorbird {
namespace {

/// What a learning system must keep of cmi.suspend_data, in bytes.
struct StateLimit {
  std::string_view format;
  std::string_view name;
  std::size_t bytes;
};

constexpr StateLimit scorm12_limit{"scorm12", "SCORM 1.2", 4096};
constexpr StateLimit scorm2004_limit{"scorm2004", "SCORM 2004", 64000};

void check_completion(const Edition& edition, Diagnostics& diagnostics) {
  const Bundle& bundle = *edition.bundle;
  if (bundle.learning.completion != Completion::core) return;
  const Tracking tracking = tracking_of(bundle, edition.project->site);
  bool has_core = false;
  for (std::size_t index = 0; index < edition.pages.size(); ++index)
    has_core = has_core || edition.page(index).front.core;
  if (!has_core) {
    diagnostics
        .add("completion-without-core", bundle.where,
             fmt::format("`completion: core`, and no page of the bundle `{}` in `{}` is a core page",
                         bundle.id, edition.language))
        .editions = {edition.id()};
  } else if (tracking != Tracking::pages) {
    diagnostics
        .add("completion-in-one-sitting", bundle.where,
             fmt::format(
                 "`completion: core` counts only the core pages that are opened in one sitting, because "
                 "of `tracking: {}`",
                 tracking_word(tracking)))
        .editions = {edition.id()};
  }
}

/// An explicit level counts, but is reported where a value of a dimension asks for less.
void check_tracking(const Edition& edition, Diagnostics& diagnostics) {
  const Site& site = edition.project->site;
  const Tracking least = default_tracking(edition.space, site);
  const Tracking tracking = tracking_of(*edition.bundle, site);
  if (least != Tracking::status || tracking == Tracking::status) return;
  diagnostics
      .add("tracking-tells-more", edition.bundle->where,
           fmt::format("`tracking: {}` for the bundle `{}` tells more than `{}` allows for some of its "
                       "readers, `tracking: status`",
                       tracking_word(tracking), edition.bundle->id, "content/site.yaml"))
      .editions = {edition.id()};
}

void check_state(const Edition& edition, const StateLimit& limit, Diagnostics& diagnostics) {
  if (tracking_of(*edition.bundle, edition.project->site) != Tracking::pages) return;
  const std::vector<ScormPage> pages = scorm_pages(edition, limit.format);
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

void check_learning(const Edition& edition, Diagnostics& diagnostics) {
  check_completion(edition, diagnostics);
  check_tracking(edition, diagnostics);
}

}  // namespace

void check_scorm12(const Edition& edition, Diagnostics& diagnostics) {
  check_learning(edition, diagnostics);
  check_state(edition, scorm12_limit, diagnostics);
}

void check_scorm2004(const Edition& edition, Diagnostics& diagnostics) {
  check_learning(edition, diagnostics);
  check_state(edition, scorm2004_limit, diagnostics);
}

/// An LRS limits no state.
void check_cmi5(const Edition& edition, Diagnostics& diagnostics) { check_learning(edition, diagnostics); }

}  // namespace tailorbird
