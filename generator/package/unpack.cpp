#include "package/unpack.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <zip.h>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr auto text_endings = std::to_array<std::string_view>({".xml", ".html", ".htm", ".js", ".mjs"});
constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

bool is_text(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return std::any_of(text_endings.begin(), text_endings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// Whether the form of the entry allows to unpack it.
bool has_plain_form(const ZipPart& part) {
  return !part.is_encrypted() && part.headers_agree && (part.method == stored || part.method == deflated);
}

/// Whether the data become as many bytes as the directory says, with their checksum, which the library
/// compares at the end. The first of them are added to `text`, unless it is null.
bool unpack(zip_t* archive, zip_uint64_t index, std::uint64_t size, std::string* text) {
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive, index, 0));
  if (!file) return false;
  std::array<char, 65536> piece{};
  std::uint64_t total = 0;
  while (true) {
    const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
    if (count <= 0) return count == 0 && total == size;
    total += static_cast<std::uint64_t>(count);
    if (total > size) return false;
    if (text != nullptr && text->size() < largest_text)
      text->append(piece.data(), static_cast<std::size_t>(count));
  }
}

/// Whether the library reads the same entries, in the same order.
bool is_same(zip_t* archive, const std::vector<ZipPart>& parts) {
  if (zip_get_num_entries(archive, 0) != static_cast<zip_int64_t>(parts.size())) return false;
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const char* const name = zip_get_name(archive, index, ZIP_FL_ENC_RAW);
    if (name == nullptr || std::string_view(name) != parts[index].name.c_str()) return false;
  }
  return true;
}

}  // namespace

Unpacked unpack_entries(const fs::path& path, const ZipDirectory& directory) {
  int code = 0;
  const std::unique_ptr<zip_t, Discard> archive(zip_open(path.c_str(), ZIP_RDONLY, &code));
  Unpacked result;
  result.is_refused = !archive || !is_same(archive.get(), directory.parts);
  result.is_all = !result.is_refused;
  if (result.is_refused) return result;
  std::uint64_t left = largest_package;
  for (std::size_t index = 0; index < directory.parts.size(); ++index) {
    const ZipPart& part = directory.parts[index];
    if (part.size > left) result.is_too_large = true;
    if (part.size > left || !has_plain_form(part)) {
      result.is_all = false;
      continue;
    }
    left -= part.size;
    std::string text;
    const bool wanted = is_text(part.name);
    if (!unpack(archive.get(), index, part.size, wanted ? &text : nullptr)) {
      result.damaged.push_back(part.name);
      result.is_all = false;
    } else if (wanted) {
      if (text.size() >= largest_text) result.is_all = false;
      result.texts[part.name] = std::move(text);
    }
  }
  return result;
}

}  // namespace tailorbird
