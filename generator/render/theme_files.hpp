#pragma once
// Reads the folders of a theme: its own, and those of the themes it extends. Private to render/.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_files.hpp"
#include "base/result.hpp"
#include "diag/diagnostic.hpp"
#include "render/template_text.hpp"

namespace tailorbird {

/// A theme without what it extends.
struct ThemeFolder {
  std::string name;  // "ours"
  ThemeFiles files;  // path within the theme, "layouts/page.mustache" → file
};

/// A theme and its ancestors, nearest first; never empty.
using ThemeLine = std::vector<ThemeFolder>;

/// Reads theme `name` and what it extends, each from the first of `folders` that has it. Nothing, and a
/// diagnostic, when one of them does not exist or they extend each other in a cycle. `asked_at`: where the
/// diagnostic points when there is no theme `name`.
Result<std::optional<ThemeLine>> read_theme_line(const std::string& name, const SourceRange& asked_at,
                                                 const std::vector<fs::path>& folders,
                                                 Diagnostics& diagnostics, const Files& files);

/// "layouts/page.mustache" in "layouts/" with ".mustache" → "page"; nothing when it is not such a path.
std::optional<std::string> name_in(std::string_view path, std::string_view folder, std::string_view ending);

}  // namespace tailorbird
