#include "package/zip_directory.hpp"

#include <optional>

namespace tailorbird {
namespace {

// APPNOTE.TXT 4.3.6 to 4.3.16.
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint32_t central_signature = 0x02014b50;
constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::uint32_t zip64_locator_signature = 0x07064b50;
constexpr std::uint32_t zip64_end_signature = 0x06064b50;
constexpr std::size_t end_size = 22;
constexpr std::size_t central_size = 46;
constexpr std::size_t local_size = 30;
constexpr std::size_t zip64_locator_size = 20;
constexpr std::size_t zip64_end_size = 56;
constexpr std::size_t longest_comment = 0xFFFF;
constexpr std::uint32_t is_in_zip64 = 0xFFFFFFFF;
constexpr std::uint16_t zip64_extra = 1;
constexpr std::uint32_t unix_link = 0xA;  // the type in the upper four bits of Unix's attributes: S_IFLNK

/// Numbers in a zip are little-endian. The caller has checked the size.
std::uint16_t u16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                    static_cast<unsigned char>(bytes[at + 1]) << 8U);
}

std::uint32_t u32(std::string_view bytes, std::size_t at) {
  return u16(bytes, at) | static_cast<std::uint32_t>(u16(bytes, at + 2)) << 16U;
}

std::uint64_t u64(std::string_view bytes, std::size_t at) {
  return u32(bytes, at) | static_cast<std::uint64_t>(u32(bytes, at + 4)) << 32U;
}

bool holds(std::string_view bytes, std::size_t at, std::size_t size) {
  return at <= bytes.size() && size <= bytes.size() - at;
}

bool has_signature(std::string_view bytes, std::size_t at, std::size_t size, std::uint32_t signature) {
  return holds(bytes, at, size) && u32(bytes, at) == signature;
}

/// The data of a zip64 in the extra fields; nothing when there are none.
std::optional<std::string_view> zip64_data(std::string_view extra) {
  for (std::size_t at = 0; holds(extra, at, 4); at += 4U + u16(extra, at + 2)) {
    if (u16(extra, at) == zip64_extra) return extra.substr(at + 4, u16(extra, at + 2));
  }
  return std::nullopt;
}

/// The offset of the record at the end; npos when there is none.
std::size_t find_end(std::string_view bytes) {
  if (bytes.size() < end_size) return std::string_view::npos;
  const std::size_t last = bytes.size() - end_size;
  for (std::size_t at = last; last - at <= longest_comment; --at) {
    if (u32(bytes, at) == end_signature) return at;
    if (at == 0) break;
  }
  return std::string_view::npos;
}

/// `central` is the offset of the entry in the directory, `local` that of the header before the data.
bool headers_agree(std::string_view bytes, std::size_t central, std::size_t local, const ZipPart& part) {
  if (!has_signature(bytes, local, local_size, local_signature)) return false;
  const std::size_t name_size = u16(bytes, local + 26);
  if (!holds(bytes, local + local_size, name_size)) return false;
  const bool same_form = bytes.substr(local + local_size, name_size) == part.name &&
                         u16(bytes, local + 6) == part.flags && u16(bytes, local + 8) == part.method;
  // Checksum and both sizes are adjacent; with a data descriptor the header does not have them.
  const bool same_sizes =
      part.has_descriptor() || bytes.substr(local + 14, 12) == bytes.substr(central + 16, 12);
  return same_form && same_sizes;
}

/// Where the directory is, and how much of it.
struct Extent {
  std::size_t start = 0;
  std::size_t end = 0;      // of the directory at the latest
  std::uint64_t count = 0;  // of entries, as the zip says
  bool zip64 = false;
};

/// Nothing when no record says it.
std::optional<Extent> find_directory(std::string_view bytes) {
  const std::size_t end = find_end(bytes);
  if (end == std::string_view::npos) return std::nullopt;
  const bool zip64 = end >= zip64_locator_size && has_signature(bytes, end - zip64_locator_size,
                                                                zip64_locator_size, zip64_locator_signature);
  if (!zip64) return Extent{u32(bytes, end + 16), end, u16(bytes, end + 10), false};
  const std::uint64_t record = u64(bytes, end - zip64_locator_size + 8);
  if (!has_signature(bytes, record, zip64_end_size, zip64_end_signature)) return std::nullopt;
  return Extent{u64(bytes, record + 48), record, u64(bytes, record + 32), true};
}

/// The entry at `at` of the directory, which is `name_size` and `extra_size` bytes longer than its fixed
/// part.
ZipPart read_part(std::string_view bytes, std::size_t at, std::size_t name_size, std::size_t extra_size) {
  ZipPart part;
  part.name = bytes.substr(at + central_size, name_size);
  part.flags = u16(bytes, at + 8);
  part.method = u16(bytes, at + 10);
  part.is_link = u32(bytes, at + 38) >> 28U == unix_link;
  const auto large = zip64_data(bytes.substr(at + central_size + name_size, extra_size));
  part.zip64 = large.has_value();
  std::size_t next = 0;  // in `large`, which has those of the values that do not fit into 32 bits
  const auto value = [&](std::size_t where) -> std::uint64_t {
    const std::uint32_t small = u32(bytes, where);
    if (small != is_in_zip64 || !large || !holds(*large, next, 8)) return small;
    next += 8;
    return u64(*large, next - 8);
  };
  part.size = value(at + 24);
  value(at + 20);  // the size in the zip stands before the offset
  part.headers_agree = headers_agree(bytes, at, value(at + 42), part);
  return part;
}

}  // namespace

Result<ZipDirectory> read_zip_directory(std::string_view bytes) {
  const Error cut_short{"this is not a zip, or it was cut short"};
  const std::optional<Extent> extent = find_directory(bytes);
  if (!extent) return cut_short;
  ZipDirectory directory;
  directory.zip64 = extent->zip64;
  directory.said = extent->count;
  // The count is not trusted: it has 16 bits and starts again at 0, and programs differ in whether they read
  // what comes after as many.
  for (std::size_t at = extent->start;
       at < extent->end && has_signature(bytes, at, central_size, central_signature);) {
    const std::size_t name_size = u16(bytes, at + 28);
    const std::size_t extra_size = u16(bytes, at + 30);
    const std::size_t whole = central_size + name_size + extra_size + u16(bytes, at + 32);
    if (!holds(bytes, at, whole)) return cut_short;
    directory.parts.push_back(read_part(bytes, at, name_size, extra_size));
    at += whole;
  }
  if (directory.parts.size() < directory.said) return cut_short;
  return directory;
}

}  // namespace tailorbird
