#include "write/scorm/control_documents.hpp"

#include <array>
#include <string_view>

namespace tailorbird {
namespace {

// Where they are when installed, and in a source tree after tools/scorm/install.
constexpr auto places = std::to_array<std::string_view>({"scorm", "build/data/scorm"});

}  // namespace

Result<std::optional<std::vector<ZipEntry>>> control_documents(const fs::path& data_folder,
                                                               std::string_view folder, const Files& files) {
  for (const std::string_view place : places) {
    const fs::path documents = data_folder / place / folder;
    const Result<FileStatus> status = files.stat(documents);
    if (!status) return status.error();
    if (status->kind == FileStatus::Kind::missing) continue;
    const Result<std::vector<std::string>> names = files.list(documents);
    if (!names) return names.error();
    if (names->empty()) continue;
    std::vector<ZipEntry> entries;
    for (const std::string& name : *names) {
      Result<std::string> bytes = files.read(documents / name);
      if (!bytes) return bytes.error();
      entries.push_back({name, std::move(bytes).value(), {}});
    }
    return std::optional(std::move(entries));
  }
  return std::optional<std::vector<ZipEntry>>{};
}

Result<std::vector<fs::path>> all_control_documents(const fs::path& data_folder, const Files& files) {
  std::vector<fs::path> all;
  for (const std::string_view place : places) {
    const Result<FileStatus> status = files.stat(data_folder / place);
    if (!status) return status.error();
    if (status->kind != FileStatus::Kind::folder) continue;
    const Result<std::vector<std::string>> names = files.list(data_folder / place);
    if (!names) return names.error();
    for (const std::string& name : *names) all.push_back(data_folder / place / name);
  }
  return all;
}

}  // namespace tailorbird
