#include "write/zip.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <memory>
#include <set>
#include <zip.h>

#include "base/names.hpp"

namespace tailorbird {
namespace {

// 1980-01-01 00:00, the first that a zip can hold. Set as DOS date and time: libzip's other call goes through
// the local time zone, so that its bytes would depend on the machine.
constexpr zip_uint16_t dos_time = 0;
constexpr zip_uint16_t dos_date = (1U << 5U) | 1U;
constexpr zip_uint32_t unix_file_0644 = 0100644U << 16U;
// The limits of a zip without the zip64 extension.
constexpr std::size_t most_entries = 65534;
constexpr std::uint64_t most_bytes = 0xFFFF0000;

bool is_plain_name(std::string_view name) {
  const bool printable =
      std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F && c != '\\'; });
  return printable && !name.empty() && stays_inside(name) && normalise_path(name) == name;
}

/// Discards an archive unless it was closed: nothing is written before zip_close.
struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Error zip_failed(const fs::path& path, std::string_view cause) {
  return Error{fmt::format("cannot write {}: {}", path.string(), cause)};
}

/// An error of the system is inside libzip's own, and file_error says more about it than libzip: "Write
/// error: No space left on device".
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
    total += entry.packed         ? entry.packed->size
             : entry.from.empty() ? entry.bytes.size()
                                  : fs::file_size(entry.from, cause);
    if (cause) return file_error("read", entry.from, cause.value());
  }
  if (total > most_bytes)
    return zip_failed(path, "more than 4 GB do not fit in a zip that everybody can open");
  return {};
}

/// Packed content as a source for libzip: content declared as deflated is copied as it is.
struct PackedSource {
  Packed content;
  std::size_t at = 0;
  zip_error_t error = {};
};

zip_int64_t read_packed(PackedSource& source, void* to, zip_uint64_t size) {
  const std::string& bytes = source.content->bytes;
  const std::size_t count = std::min<std::size_t>(size, bytes.size() - source.at);
  std::memcpy(to, bytes.data() + source.at, count);
  source.at += count;
  return static_cast<zip_int64_t>(count);
}

zip_int64_t describe_packed(const PackedContent& content, void* to) {
  zip_stat_t facts;
  zip_stat_init(&facts);
  facts.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
  facts.size = content.size;
  facts.comp_size = content.bytes.size();
  facts.comp_method = content.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  facts.crc = content.crc;
  std::memcpy(to, &facts, sizeof facts);
  return sizeof facts;
}

zip_int64_t serve_packed(void* state, void* data, zip_uint64_t size, zip_source_cmd_t command) {
  auto& source = *static_cast<PackedSource*>(state);
  switch (command) {
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    case ZIP_SOURCE_OPEN:
      source.at = 0;
      return 0;
    case ZIP_SOURCE_READ:
      return read_packed(source, data, size);
    case ZIP_SOURCE_CLOSE:
      return 0;
    case ZIP_SOURCE_STAT:
      return describe_packed(*source.content, data);
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&source.error, data, size);
    case ZIP_SOURCE_FREE:
      delete &source;
      return 0;
    default:
      zip_error_set(&source.error, ZIP_ER_OPNOTSUPP, 0);
      return -1;
  }
}

zip_source_t* packed_source(zip_t* archive, Packed content) {
  auto state = std::make_unique<PackedSource>(PackedSource{std::move(content)});
  zip_source_t* source = zip_source_function(archive, &serve_packed, state.get());
  if (source != nullptr) static_cast<void>(state.release());  // freed with the source
  return source;
}

/// The compressed content; null where it is stored uncompressed.
Result<Packed> packed_content(const ZipEntry& entry) {
  if (entry.packed || is_stored_in_zip(entry.name)) return entry.packed;
  if (entry.from.empty()) return pack(entry.bytes);
  const Result<std::string> bytes = read_file(entry.from);
  if (!bytes) return bytes.error();
  return pack(*bytes);
}

zip_source_t* source_of(zip_t* archive, const ZipEntry& entry, const Packed& packed) {
  if (packed) return packed_source(archive, packed);
  if (entry.from.empty()) return zip_source_buffer(archive, entry.bytes.view().data(), entry.bytes.size(), 0);
  return zip_source_file(archive, entry.from.c_str(), 0, -1);
}

Result<void> add_entry(zip_t* archive, const ZipEntry& entry, const fs::path& path) {
  const Result<Packed> packed = packed_content(entry);
  if (!packed) return packed.error();
  zip_source_t* source = source_of(archive, entry, *packed);
  if (source == nullptr) return zip_failed(path, *zip_get_error(archive));
  const zip_int64_t added = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_RAW);
  if (added < 0) {
    zip_source_free(source);
    return zip_failed(path, *zip_get_error(archive));
  }
  const auto index = static_cast<zip_uint64_t>(added);
  const bool deflated = *packed && (*packed)->deflated;
  const bool set =
      zip_set_file_compression(archive, index, deflated ? ZIP_CM_DEFAULT : ZIP_CM_STORE, 0) == 0 &&
      zip_file_set_dostime(archive, index, dos_time, dos_date, 0) == 0 &&
      zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, unix_file_0644) == 0;
  if (!set) return zip_failed(path, *zip_get_error(archive));
  return {};
}

}  // namespace

/// Opening one archive in memory before all others fills both.
void prepare_libzip() {
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

bool is_stored_in_zip(std::string_view name) {
  if (name == "mimetype") return true;  // the first file of an EPUB, which must be stored uncompressed
  const FileType* type = file_type(name);
  return name.ends_with(".zip") || (type != nullptr && type->compressed);
}

Result<void> write_zip(const fs::path& path, const std::vector<ZipEntry>& entries) {
  if (auto fit = check_entries(path, entries); !fit) return fit;
  std::error_code cause;
  fs::create_directories(path.parent_path(), cause);
  if (cause) return file_error("make the folder", path.parent_path(), cause.value());
  prepare_libzip();
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
