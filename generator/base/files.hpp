#pragma once
// Reads and writes files on disk; errors name the file and the cause.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tailorbird {

struct FileState;

namespace fs = std::filesystem;

/// "cannot write a/b: No space left on device (free some space on this disk, …)": `cause` is an errno; the
/// message adds what a person can do about it, if there is something.
Error file_error(std::string_view what, const fs::path& path, int cause);

/// The default limit for reading, so that a mistake cannot exhaust memory: 256 MiB.
inline constexpr std::uint64_t largest_file = 256ULL << 20U;

/// The bytes of a regular file. Fails above `most` bytes.
Result<std::string> read_file(const fs::path& path, std::uint64_t most = largest_file);

/// Writes a file and creates its folders. Replaces an existing file, not atomically: use a staging folder
/// (write/staging.hpp) for output that readers may see.
Result<void> write_file(const fs::path& path, std::string_view bytes);
/// The same; returns the state that the file has then, and {} when the system does not tell it.
Result<FileState> write_stated_file(const fs::path& path, std::string_view bytes);

/// Relative paths (with `/`) of all regular files below `folder`, sorted by byte value so that the
/// order does not depend on the disk. Symbolic links that leave `folder` are an error, folders and
/// files whose name begins with `.` are left out. A missing folder is an error.
Result<std::vector<std::string>> list_files(const fs::path& folder);

/// Whether `relative`, joined to a folder, stays inside it: no `..` above the start, not absolute.
bool stays_inside(std::string_view relative);

/// `path` with `.` and `..` resolved as text: "a/b/../c" → "a/c". Leading ".." are kept.
std::string normalise_path(std::string_view path);

/// "a/b/" of "a/b/c.md", as a prefix for names; empty at the root.
std::string_view folder_of(std::string_view path);
/// "a/b" of "a/b/c.md" and "a" of "a/b"; empty at the root.
std::string_view parent_of(std::string_view path);

/// "c.md" of "a/b/c.md".
std::string_view name_of(std::string_view path);

/// The path of `to` as seen from the folder of the file `from`, both relative to the same root:
/// ("en/a/x.html", "en/b/y.html") → "../b/y.html".
std::string relative_path(std::string_view from, std::string_view to);

}  // namespace tailorbird
