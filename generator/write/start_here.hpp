#pragma once
// START-HERE.html, beside the folder in a zip. Windows shows a zip like a folder, but a page opened inside it
// cannot load its styles or follow links. So the page says "extract all first", and a style sheet in the
// folder, found only after extraction, hides that sentence.

#include <string>
#include <string_view>

#include "model/profile.hpp"
#include "render/theme.hpp"

namespace tailorbird {

inline constexpr std::string_view start_here_style_path = "assets/start-here.css";

/// The style sheet in the folder.
std::string start_here_style();

/// The folder beside the page.
struct StartHere {
  std::string_view folder;   // with index.html
  std::string_view version;  // of the bundle
};

/// The page, in all languages of the bundle, with links to the folder. ASCII only.
std::string start_here_page(const Profile& profile, const Bundle& bundle, const Theme& theme,
                            const StartHere& beside);

}  // namespace tailorbird
