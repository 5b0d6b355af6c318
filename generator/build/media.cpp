#include "build/media.hpp"

#include <fmt/format.h>

#include "base/names.hpp"
#include "base/strings.hpp"
#include "read/pages/svg.hpp"
#include "read/yaml/text_checks.hpp"
#include "tailor/file_target.hpp"

namespace tailorbird {
namespace {

/// Whether a page may hand it out. Names with another ending were refused when the project was read.
bool check_type(const std::string& file, Diagnostics& diagnostics) {
  if (is_media(file)) return true;
  if (file.find('.', file.rfind('/') + 1) == std::string::npos) {
    diagnostics.add("file-type-refused", {file, {}, 0},
                    fmt::format("a page links to `{}`, which is of no known type", file),
                    fmt::format("Give it one of the endings {}.", media_endings()));
  }
  return false;
}

}  // namespace

bool make_safe(const std::string& file, std::string& bytes, Diagnostics& diagnostics) {
  SvgCopy copy = copy_svg(bytes);
  if (copy.problem) {
    diagnostics.add("svg-unsafe", {file, position_at(bytes, copy.problem->offset), 1},
                    fmt::format("the picture `{}` holds {}", file, copy.problem->what));
    return false;
  }
  bytes = std::move(copy.bytes);
  return true;
}

bool may_use(const Edition& edition, std::string_view file) {
  if (file.starts_with("content/")) return true;
  const std::string& overlay = edition.profile->overlay;
  return !overlay.empty() && file.starts_with(overlay + "/");
}

Result<void> add_media(const MediaUse& media, const Edition& edition, const BuildRequest& request,
                       bool check_only, MadeBundle& bundle, Diagnostics& diagnostics) {
  for (const auto& [file, languages] : media) {
    if (!check_type(file, diagnostics)) continue;
    const bool is_svg = ascii_lower(file).ends_with(".svg");
    std::string content;
    if (is_svg || !check_only) {
      Result<std::string> bytes = request.files->read(request.root / file);
      if (!bytes) return bytes.error();
      content = std::move(bytes).value();
    }
    if (is_svg && !make_safe(file, content, diagnostics)) continue;
    const FinishedFile copy(file_output_path(edition, file), std::move(content));
    if (may_use(edition, file)) {
      for (const std::string& language : languages) bundle.guard->let_in(language, copy);
    }
    bundle.output->add({}, copy, file, diagnostics);
  }
  return {};
}

}  // namespace tailorbird
