#include "write/read_zip.hpp"

#include <fmt/format.h>
#include <memory>
#include <zip.h>

#include "write/zip.hpp"

namespace tailorbird {
namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

/// `bytes` must outlive the archive.
Archive open_archive(std::string_view bytes) {
  prepare_libzip();
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  if (archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  return archive;
}

Result<std::string> unpacked(zip_t* archive, zip_uint64_t index, const EntryFacts& facts) {
  const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(archive, index, 0));
  std::string bytes(facts.size, '\0');
  if (file == nullptr ||
      zip_fread(file.get(), bytes.data(), facts.size) != static_cast<zip_int64_t>(facts.size))
    return Error{fmt::format("cannot unpack {}", facts.name)};
  return bytes;
}

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Result<void> each_entry(std::string_view bytes, const std::function<bool(const EntryFacts&)>& wanted,
                        const std::function<void(const std::string& name, std::string_view bytes)>& take) {
  const Archive archive = open_archive(bytes);
  if (archive == nullptr) return Error{"this is not a zip"};
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t entry = 0; entry < count; ++entry) {
    zip_stat_t stat{};
    const auto index = static_cast<zip_uint64_t>(entry);
    if (zip_stat_index(archive.get(), index, 0, &stat) != 0)
      return Error{fmt::format("cannot read entry {}", index)};
    const EntryFacts facts{stat.name, stat.size, stat.crc};
    if (!wanted(facts)) continue;
    const Result<std::string> content = unpacked(archive.get(), index, facts);
    if (!content) return content.error();
    take(facts.name, *content);
  }
  return {};
}

std::unordered_map<std::string, Packed> packed_entries(std::string_view bytes) {
  const Archive archive = open_archive(bytes);
  if (archive == nullptr) return {};
  std::unordered_map<std::string, Packed> entries;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t entry = 0; entry < count; ++entry) {
    zip_stat_t stat{};
    const auto index = static_cast<zip_uint64_t>(entry);
    if (zip_stat_index(archive.get(), index, 0, &stat) != 0) return {};
    auto packed = std::make_shared<PackedContent>();
    packed->deflated = stat.comp_method == ZIP_CM_DEFLATE;
    packed->crc = stat.crc;
    packed->size = stat.size;
    packed->bytes.resize(stat.comp_size);
    const std::unique_ptr<zip_file_t, CloseEntry> file(
        zip_fopen_index(archive.get(), index, ZIP_FL_COMPRESSED));
    if (file == nullptr || zip_fread(file.get(), packed->bytes.data(), stat.comp_size) !=
                               static_cast<zip_int64_t>(stat.comp_size))
      return {};
    entries.emplace(stat.name, std::move(packed));
  }
  return entries;
}

Result<FilesInMemory> read_zip(const fs::path& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  FilesInMemory files;
  const Result<void> read = each_entry(
      *bytes, [](const EntryFacts&) { return true; },
      [&](const std::string& name, std::string_view content) { files.emplace(name, content); });
  if (!read) return Error{fmt::format("{}: {}", path.string(), read.error().message)};
  return files;
}

}  // namespace tailorbird
