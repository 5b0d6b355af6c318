#include "build/media.hpp"

#include <fmt/format.h>

#include "base/strings.hpp"
#include "read/yaml/text_checks.hpp"
#include "render/svg.hpp"
#include "tailor/file_target.hpp"

namespace tailorbird {
namespace {

/// Whether the picture may be handed on.
bool check_svg(const std::string& file, std::string_view bytes, Diagnostics& diagnostics) {
  const auto problem = svg_problem(bytes);
  if (!problem) return true;
  diagnostics.add("svg-unsafe", {file, position_at(bytes, problem->offset), 1},
                  fmt::format("the picture `{}` holds {}", file, problem->what));
  return false;
}

/// Files of the content are for everybody, those of an overlay for its organisation alone.
bool may_use(const Edition& edition, std::string_view file) {
  if (file.starts_with("content/")) return true;
  const std::string& overlay = edition.profile->overlay;
  return !overlay.empty() && file.starts_with(overlay + "/");
}

}  // namespace

Result<void> add_media(const MediaUse& media, const Edition& edition, const BuildRequest& request,
                       bool check_only, MadeBundle& bundle, Diagnostics& diagnostics) {
  for (const auto& [file, languages] : media) {
    const bool is_svg = ascii_lower(file).ends_with(".svg");
    OutputFile copy{file_output_path(edition, file), {}};
    if (is_svg || !check_only) {
      Result<std::string> bytes = request.files->read(request.root / file);
      if (!bytes) return bytes.error();
      copy.bytes = std::move(bytes).value();
    }
    if (is_svg && !check_svg(file, copy.bytes, diagnostics)) continue;
    if (may_use(edition, file)) {
      for (const std::string& language : languages) bundle.guard->let_in(language, copy);
    }
    bundle.output->add({}, copy, file, diagnostics);
  }
  return {};
}

}  // namespace tailorbird
