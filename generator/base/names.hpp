#pragma once
// The names and types that files and folders of the output may have: one table for pages, pictures, profiles,
// bundles, packages and zips.

#include <cstdint>
#include <string>
#include <string_view>

namespace tailorbird {

/// The system that reserves the name of a folder, or of a file without its extension: "Windows" for "con";
/// empty: none.
std::string_view reserved_by(std::string_view name);

/// Whether an editor keeps a copy of what is being written, or its notes on it, under this name: "#a.md#",
/// "a.md~", ".a.md.swp". Such a file comes and goes by itself, and nobody means it to be read.
bool is_editors_copy(std::string_view name);

enum class FileUse : std::uint8_t {
  made,  // only Tailorbird may write it: an author's could run in the reader's browser
  picture,
  clip,
  download,
};

struct FileType {
  std::string_view ending;  // without the dot
  FileUse use;
  bool compressed;        // compressing it again is useless
  std::string_view mime;  // "image/png"
};

/// The type of a file by its extension, ignoring case; null: not allowed, since some hosts refuse it or
/// browsers run it.
const FileType* file_type(std::string_view path);

/// Whether an author's file at `path` may be in the output: a picture, clip or download.
bool is_media(std::string_view path);
bool is_picture(std::string_view path);
bool is_clip(std::string_view path);  // sound or film

/// "gif, jpeg, …": the extensions of files that is_media accepts.
std::string media_endings();

}  // namespace tailorbird
