#include "write/zip.hpp"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <memory>
#include <set>
#include <zip.h>

#include "base/names.hpp"

namespace tailorbird {
namespace {

// zlib's own default: level 9 takes twice the time for one per cent.
constexpr zip_uint32_t deflate_level = 6;
// 1980-01-01 00:00, the first that a zip can hold. Set as DOS date and time: libzip's other call goes through
// the local time zone, so that its bytes would depend on the machine.
constexpr zip_uint16_t dos_time = 0;
constexpr zip_uint16_t dos_date = (1U << 5U) | 1U;
constexpr zip_uint32_t unix_file_0644 = 0100644U << 16U;
// What the fields of a zip without the zip64 extension can say.
constexpr std::size_t most_entries = 65534;
constexpr std::uint64_t most_bytes = 0xFFFF0000;

bool is_plain_name(std::string_view name) {
  const bool printable =
      std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F && c != '\\'; });
  return printable && !name.empty() && stays_inside(name) && normalise_path(name) == name;
}

zip_int32_t method(std::string_view name) {
  if (name == "mimetype") return ZIP_CM_STORE;  // an EPUB's first file, read where it lies
  const FileType* type = file_type(name);
  // The `mimetype` of an OpenDocument must be readable in place.
  const bool stored = name.ends_with(".zip") || name == "mimetype" || (type != nullptr && type->compressed);
  return stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
}

/// Throws an archive away unless it was closed: nothing is written before zip_close.
struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Error zip_failed(const fs::path& path, std::string_view cause) {
  return Error{fmt::format("cannot write {}: {}", path.string(), cause)};
}

/// libzip keeps the system's errno in its own errors: "Write error: No space left on device".
Error zip_failed(const fs::path& path, zip_error_t& error) {
  if (zip_error_system_type(&error) == ZIP_ET_SYS && zip_error_code_system(&error) != 0) {
    return file_error("write", path, zip_error_code_system(&error));
  }
  return zip_failed(path, zip_error_strerror(&error));
}

Result<void> check_entries(const fs::path& path, const std::vector<ZipEntry>& entries) {
  if (entries.size() > most_entries)
    return zip_failed(path, fmt::format("{} files are too many for a zip", entries.size()));
  std::set<std::string_view> names;
  std::uint64_t total = 0;
  for (const ZipEntry& entry : entries) {
    if (!is_plain_name(entry.name))
      return zip_failed(path, fmt::format("the name `{}` does not fit in a zip", entry.name));
    if (!names.insert(entry.name).second)
      return zip_failed(path, fmt::format("`{}` would be in it twice", entry.name));
    std::error_code cause;
    total += entry.from.empty() ? entry.bytes.size() : fs::file_size(entry.from, cause);
    if (cause) return file_error("read", entry.from, cause.value());
  }
  if (total > most_bytes)
    return zip_failed(path, "more than 4 GB do not fit in a zip that everybody can open");
  return {};
}

Result<void> add_entry(zip_t* archive, const ZipEntry& entry, const fs::path& path) {
  zip_source_t* source = entry.from.empty()
                             ? zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0)
                             : zip_source_file(archive, entry.from.c_str(), 0, -1);
  if (source == nullptr) return zip_failed(path, *zip_get_error(archive));
  const zip_int64_t added = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_RAW);
  if (added < 0) {
    zip_source_free(source);
    return zip_failed(path, *zip_get_error(archive));
  }
  const auto index = static_cast<zip_uint64_t>(added);
  const zip_int32_t how = method(entry.name);
  const bool set =
      zip_set_file_compression(archive, index, how, how == ZIP_CM_DEFLATE ? deflate_level : 0) == 0 &&
      zip_file_set_dostime(archive, index, dos_time, dos_date, 0) == 0 &&
      zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, unix_file_0644) == 0;
  if (!set) return zip_failed(path, *zip_get_error(archive));
  return {};
}

/// libzip fills two static masks the first time that it opens an archive, unguarded: a second thread that
/// comes between them is told "Read-only archive". One archive in memory, opened before all others, fills
/// both.
void fill_masks_of_libzip() {
  static const bool filled = [] {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* nothing = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = nothing == nullptr ? nullptr : zip_open_from_source(nothing, ZIP_TRUNCATE, &error);
    if (archive != nullptr) zip_discard(archive);
    zip_error_fini(&error);
    return archive != nullptr;
  }();
  static_cast<void>(filled);
}

}  // namespace

Result<void> write_zip(const fs::path& path, const std::vector<ZipEntry>& entries) {
  if (auto fit = check_entries(path, entries); !fit) return fit;
  std::error_code cause;
  fs::create_directories(path.parent_path(), cause);
  if (cause) return file_error("make the folder", path.parent_path(), cause.value());
  fill_masks_of_libzip();
  int code = 0;
  Archive archive(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
  if (!archive) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    Error failed = zip_failed(path, error);
    zip_error_fini(&error);
    return failed;
  }
  for (const ZipEntry& entry : entries) {
    if (auto added = add_entry(archive.get(), entry, path); !added) return added;
  }
  if (zip_close(archive.get()) != 0) return zip_failed(path, *zip_get_error(archive.get()));
  static_cast<void>(archive.release());  // zip_close has freed it
  return {};
}

}  // namespace tailorbird
