#include "support/zip_files.hpp"

#include <memory>
#include <stdexcept>
#include <zip.h>

namespace tailorbird::test {

Tree read_zip(const std::filesystem::path& path) {
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open(path.c_str(), ZIP_RDONLY, nullptr),
                                                               &zip_discard);
  if (archive == nullptr) throw std::runtime_error("no zip: " + path.string());
  Tree files;
  for (zip_int64_t index = 0; index < zip_get_num_entries(archive.get(), 0); ++index) {
    zip_stat_t facts;
    zip_stat_index(archive.get(), static_cast<zip_uint64_t>(index), 0, &facts);
    std::string bytes(facts.size, '\0');
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(index), 0), &zip_fclose);
    if (file == nullptr ||
        zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(facts.size)) {
      throw std::runtime_error("cannot read " + std::string(facts.name) + " in " + path.string());
    }
    files[facts.name] = std::move(bytes);
  }
  return files;
}

}  // namespace tailorbird::test
