#include "import/docx_parts.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr zip_uint64_t largest_part = 64U << 20U;  // bytes, unpacked
constexpr std::size_t most_words = 8;              // of a place

struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

bool is(pugi::xml_node node, std::string_view name) { return name == node.name(); }

}  // namespace

DocxArchive open_docx(const fs::path& path, int flags) {
  int cause = 0;
  return DocxArchive(zip_open(path.c_str(), flags, &cause));
}

std::vector<std::string> docx_part_names(const DocxArchive& archive) {
  std::vector<std::string> names;
  const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t index = 0; index < entries; ++index) {
    const char* name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(index), 0);
    if (name != nullptr) names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::string> docx_part(const DocxArchive& archive, const std::string& name) {
  zip_stat_t stat{};
  if (zip_stat(archive.get(), name.c_str(), 0, &stat) != 0 || stat.size > largest_part) return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(archive.get(), stat.index, 0));
  std::string bytes(stat.size, '\0');
  if (file == nullptr ||
      zip_fread(file.get(), bytes.data(), stat.size) != static_cast<zip_int64_t>(stat.size))
    return std::nullopt;
  return bytes;
}

std::string docx_text(pugi::xml_node element) {
  std::string text;
  for (const pugi::xml_node child : element.children()) {
    if (is(child, "w:t"))
      text += child.text().get();
    else if (is(child, "w:tab") || is(child, "w:br"))
      text += ' ';
    else if (!is(child, "w:txbxContent") && !is(child, "w:del") && !is(child, "mc:Fallback"))
      text += docx_text(child);
    if (is(child, "w:p")) text += ' ';
  }
  return text;
}

std::string first_words(std::string_view text) {
  const std::vector<std::string_view> all = words(text);
  std::vector<std::string> some(all.begin(),
                                all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), most_words)));
  return join(some, " ") + (all.size() > most_words ? " …" : "");
}

}  // namespace tailorbird
