#pragma once
// Makes one edition from page programs: tailor, check, render and hand over, all pages in parallel. A page's
// tailored body lives only until it is rendered, so that memory does not grow with the number of editions.

#include <set>
#include <string>
#include <vector>

#include "build/bundle_run.hpp"
#include "diag/diagnostic.hpp"
#include "render/render.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

class KnownDocuments;

/// The context that all editions of a bundle share.
struct EditionSetting {
  const BuildSetting& build;
  const Theme& theme;
  const std::vector<const Edition*>& editions;  // one per language that is built
  BundleGuard& guard;
  std::string revision = {};                  // of the bundle, once its pages have been made
  KnownDocuments* known_documents = nullptr;  // null: all documents are made
};

struct EditionResult {
  Diagnostics diagnostics;      // each names the edition
  std::set<std::string> files;  // pictures and media that its pages use, from the project's root
};

/// The context for rendering `edition`. `navigation` must outlive it.
RenderContext render_context(const Edition& edition, const Navigation& navigation,
                             const EditionSetting& setting, Addressing addressing);

/// Makes `edition`, one of `setting.editions`, into `output`. `compiling`: pages may still be compiling.
EditionResult run_edition(const Edition& edition, const EditionSetting& setting, bool compiling,
                          BundleOutput& output);

}  // namespace tailorbird
