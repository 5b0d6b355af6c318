#include "serve/read_zip.hpp"

#include <fmt/format.h>
#include <memory>
#include <zip.h>

namespace tailorbird {
namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

Result<FilesInMemory> read_zip(const fs::path& path) {
  int cause = 0;
  const std::unique_ptr<zip_t, CloseArchive> archive(zip_open(path.c_str(), ZIP_RDONLY, &cause));
  if (archive == nullptr) return Error{fmt::format("cannot open {} (libzip error {})", path.string(), cause)};
  FilesInMemory files;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t index = 0; index < count; ++index) {
    zip_stat_t stat{};
    const auto entry = static_cast<zip_uint64_t>(index);
    if (zip_stat_index(archive.get(), entry, 0, &stat) != 0)
      return Error{fmt::format("cannot read entry {} of {}", index, path.string())};
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(archive.get(), entry, 0));
    std::string bytes(stat.size, '\0');
    if (file == nullptr ||
        zip_fread(file.get(), bytes.data(), stat.size) != static_cast<zip_int64_t>(stat.size))
      return Error{fmt::format("cannot unpack {} of {}", stat.name, path.string())};
    files.emplace(stat.name, std::move(bytes));
  }
  return files;
}

}  // namespace tailorbird
