#pragma once
// The control documents of SCORM packages: schemas beside the manifest. They are by ADL and IMS, come from
// npm when Tailorbird is set up (tools/scorm/install), and are not part of its source.

#include <optional>
#include <string_view>
#include <vector>

#include "base/input_files.hpp"
#include "base/result.hpp"
#include "write/zip.hpp"

namespace tailorbird {

/// The files of `folder` ("scorm12edition") as zip entries, sorted by name; nothing when they were not
/// fetched. Fails when they exist and cannot be read. `data_folder` is where Tailorbird's data was installed,
/// or its source tree.
Result<std::optional<std::vector<ZipEntry>>> control_documents(const fs::path& data_folder,
                                                               std::string_view folder, const Files& files);

/// All files that control_documents may read.
Result<std::vector<fs::path>> all_control_documents(const fs::path& data_folder, const Files& files);

}  // namespace tailorbird
