#include "read/pages/file_names.hpp"

#include <array>
#include <fmt/format.h>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/names.hpp"
#include "base/strings.hpp"
#include "read/schema/scalar_readers.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

std::string rename_advice(std::string_view name) {
  const std::string better = better_name(name);
  return better.empty() ? std::string("Use small letters a to z, digits and hyphens.")
                        : fmt::format("Rename it to `{}`.", better);
}

/// Files that other programs leave behind, and how to turn them into something that readers can open.
std::string advice_for(std::string_view name) {
  struct Advice {
    std::string_view begins;
    std::string_view ends;
    std::string_view fix;
  };
  static constexpr auto advice = std::to_array<Advice>({
      {"~$", "", "Close what is open in an office program; if it stays, delete it."},
      {".~", "", "Close what is open in an office program; if it stays, delete it."},
      {"thumbs.db", "", "Delete it: Windows made it, and nobody misses it."},
      {"desktop.ini", "", "Delete it: Windows made it, and nobody misses it."},
      {"", ".bak", "Delete it: it is a copy that a program left behind."},
      {"", ".tmp", "Delete it: it is a copy that a program left behind."},
      {"", ".docx", "Save it as PDF; what readers are to change can be a page with a checklist."},
      {"", ".doc", "Save it as PDF; what readers are to change can be a page with a checklist."},
      {"", ".odt", "Save it as PDF; what readers are to change can be a page with a checklist."},
      {"", ".xlsx", "Save it as PDF, or write it as a table in a page."},
      {"", ".pptx", "Save it as PDF, or write it as a page."},
      {"", ".webp", "Save it as PNG or JPEG."},
      {"", ".tif", "Save it as PNG or JPEG."},
      {"", ".tiff", "Save it as PNG or JPEG."},
      {"", ".bmp", "Save it as PNG or JPEG."},
      {"", ".heic", "Save it as PNG or JPEG."},
      {"", ".mov", "Save it as MP4."},
      {"", ".wav", "Save it as MP3."},
  });
  const std::string lower = ascii_lower(name);
  for (const Advice& row : advice) {
    if (lower.starts_with(row.begins) && lower.ends_with(row.ends)) return std::string(row.fix);
  }
  for (const std::string_view ending : {".markdown", ".mdown", ".mkd"}) {
    if (lower.ends_with(ending))
      return fmt::format("Rename it to `{}.md`, if it is to be a page.",
                         slug(name.substr(0, name.rfind('.'))));
  }
  return {};
}

void check_segment(std::string_view name, const SourceRange& where, Diagnostics& found) {
  if (!is_id(name)) {
    const std::string advice = advice_for(name);
    found.add("file-name", where, fmt::format("`{}` cannot be a name in an address", name),
              advice.empty() ? rename_advice(name) : advice);
  } else if (const std::string_view keeper = reserved_by(name); !keeper.empty()) {
    found.add("file-name-reserved", where,
              fmt::format("`{}` is a name that {} keeps for itself", name, keeper));
  }
}

}  // namespace

std::string better_name(std::string_view name) {
  std::string better = slug(name);
  std::erase_if(better, [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-'; });
  better.erase(0, better.find_first_not_of('-'));
  better.resize(std::min<std::size_t>(better.size(), 60));
  while (better.ends_with('-')) better.pop_back();
  return reserved_by(better).empty() ? better : "the-" + better;
}

bool is_left_behind(std::string_view path) {
  const std::string_view name = name_of(path);
  return name.starts_with("~$") || name.starts_with(".~");
}

Diagnostics check_page_name(const Page& page) {
  Diagnostics found;
  const SourceRange where{page.file, {}, 0};
  const std::string_view without_suffix = std::string_view(page.path).substr(0, page.path.size() - 3);
  for (std::string_view name : split(without_suffix, '/')) {
    if (name.starts_with('_')) name.remove_prefix(1);
    check_segment(name, where, found);
  }
  const std::size_t length = output_path(page).size();
  if (found.empty() && !page.partial && length > longest_output_path) {
    found.add("path-too-long", where,
              fmt::format("the page's address has {} characters; at most {} are safe", length,
                          longest_output_path));
  }
  return found;
}

Diagnostics check_media_name(const std::string& file, std::string_view relative) {
  Diagnostics found;
  const SourceRange where{file, {}, 0};
  std::vector<std::string_view> names = split(relative, '/');
  const std::string_view last = names.back();
  const std::string advice = advice_for(last);
  if (!advice.empty()) {
    found.add("file-type-refused", where,
              fmt::format("`{}` is a type of file that readers cannot be given", last), advice);
    return found;
  }
  const std::size_t dot = last.rfind('.');
  names.back() = last.substr(0, dot);
  if (dot != std::string_view::npos && !is_id(last.substr(dot + 1))) {
    found.add("file-name", where, fmt::format("`{}` cannot be a name in an address", last),
              "Write the ending in small letters.");
  }
  for (std::string_view name : names) {
    if (name.starts_with('_')) name.remove_prefix(1);
    check_segment(name, where, found);
  }
  if (found.empty() && !is_media(last)) {
    found.add("file-type-refused", where,
              fmt::format("`{}` is a type of file that readers cannot be given", last),
              fmt::format("Make it one of {}, or move it out of this folder.", media_endings()));
  }
  return found;
}

}  // namespace tailorbird
