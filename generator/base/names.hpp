#pragma once
// What files and folders of the output may be called, and of which types they may be: one table for pages,
// pictures, profiles, bundles, packages and zips.

#include <cstdint>
#include <string>
#include <string_view>

namespace tailorbird {

/// Who keeps the name of a folder or of a file without its ending for itself: "Windows" for "con"; empty:
/// nobody.
std::string_view reserved_by(std::string_view name);

enum class FileUse : std::uint8_t {
  made,  // only Tailorbird writes it: an author's could run in the reader's browser
  picture,
  clip,
  download,
};

struct FileType {
  std::string_view ending;  // without the dot
  FileUse use;
  bool compressed;        // deflating it again is of no use
  std::string_view mime;  // "image/png"
};

/// The type of a file by its ending, in any case of letters; null: one that some hosts refuse or browsers
/// run.
const FileType* file_type(std::string_view path);

/// Whether an author's file at `path` may be handed out: a picture, clip or download.
bool is_media(std::string_view path);
bool is_picture(std::string_view path);

/// "gif, jpeg, …": the endings of what authors may hand out.
std::string media_endings();

}  // namespace tailorbird
