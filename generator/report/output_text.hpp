#pragma once
// Reads the text of delivered pages back from a folder `dist` or from a zip.

#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// One page as readers see it: its title, and a line for each block of its text.
struct OutputPage {
  std::string title;
  std::vector<std::string> lines;
};

/// By path below the language's folder: "manager/plan/index.html".
using OutputPages = std::map<std::string, OutputPage>;
/// By edition: "meander/managers/en".
using OutputEditions = std::map<std::string, OutputPages>;

/// The page in an HTML file: its <article>, or its whole body without one.
OutputPage read_output_page(std::string_view html);

/// The pages of the format `site` below a folder that `build` wrote. Fails when there are none.
Result<OutputEditions> read_output_folder(const fs::path& dist);

/// The pages in the zip of a site or in a SCORM package. `bundle` names the bundle it was made from:
/// "meander/managers".
Result<OutputEditions> read_output_zip(const fs::path& zip, const std::string& bundle,
                                       const std::vector<std::string>& languages);

}  // namespace tailorbird
