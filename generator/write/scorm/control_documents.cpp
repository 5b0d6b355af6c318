#include "write/scorm/control_documents.hpp"

#include <array>

namespace tailorbird {

std::optional<std::vector<ZipEntry>> control_documents(const fs::path& data_folder, std::string_view folder) {
  // Installed, and in a source tree after tools/scorm/install.
  constexpr auto places = std::to_array<std::string_view>({"scorm", "build/data/scorm"});
  for (const std::string_view place : places) {
    const fs::path documents = data_folder / place / folder;
    const Result<std::vector<std::string>> names = list_files(documents);
    if (!names || names->empty()) continue;
    std::vector<ZipEntry> entries;
    for (const std::string& name : *names) entries.push_back({name, {}, documents / name});
    return entries;
  }
  return std::nullopt;
}

}  // namespace tailorbird
