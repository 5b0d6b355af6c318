#pragma once
// The words of pages as they were delivered, read back from a folder `dist` or from a zip of it.

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

/// The page that an HTML file shows; without an <article> all of its body.
OutputPage read_output_page(std::string_view html);

/// The pages of the format `site` below a folder that `build` wrote. Fails when there are none.
Result<OutputEditions> read_output_folder(const fs::path& dist);

/// The pages of a zip of a site or of a SCORM package. `bundle` is what it is of: "meander/managers".
Result<OutputEditions> read_output_zip(const fs::path& zip, const std::string& bundle,
                                       const std::vector<std::string>& languages);

}  // namespace tailorbird
