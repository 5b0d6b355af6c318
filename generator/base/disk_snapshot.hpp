#pragma once
// Snapshots of files and folders, and whether they still hold. Files are compared by state and, where that
// differs, by hash; folders by the names in them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_state.hpp"

namespace tailorbird {

/// Symbolic links are followed in inputs; in outputs they are compared as links.
enum class Side : std::uint8_t { input, output };

struct KnownFile {
  Side side = Side::input;
  FileState state;
  std::string sha256;
  std::string path;
};

struct KnownFolder {
  Side side = Side::input;
  FileState state;    // {}: compared by names alone
  std::string names;  // SHA-256 of FolderNames::text; without hidden names for inputs
  std::string path;
};

/// The kind of file at a path, when nothing else of it was read.
struct KnownKind {
  std::uint32_t type = 0;  // as in FileState; 0: nothing
  std::uint64_t size = 0;  // of a file
  std::string path;
};

struct DiskSnapshot {
  std::vector<KnownFile> files;
  std::vector<KnownFolder> folders;
  std::vector<KnownKind> kinds;
};

/// The current state of a folder; nothing when it cannot be listed.
std::optional<KnownFolder> known_folder(Side side, const std::string& path);
/// The same of a folder and all folders below it; links to folders are not followed.
std::optional<std::vector<KnownFolder>> known_folders(Side side, const std::string& path);

/// Whether everything is unchanged. What cannot be examined counts as changed.
bool still_holds(const DiskSnapshot& snapshot);

/// A snapshot that later runs can compare with, made from one that was collected from `begun` (coarse_clock)
/// on. File systems count time in coarse steps, so where a change after the first look could have gone
/// unnoticed, the content is read again. States are those at `now` (next_tick), from which every later change
/// can be detected. Nothing when something has changed.
std::optional<DiskSnapshot> settled(DiskSnapshot collected, std::int64_t begun, std::int64_t now);

/// The snapshot as text, one line per entry, in any order. Nothing when a path contains a line break.
std::optional<std::string> snapshot_text(const DiskSnapshot& snapshot);
/// One line of it.
std::optional<std::string> snapshot_line(const KnownFile& file);
std::optional<std::string> snapshot_line(const KnownFolder& folder);
std::optional<std::string> snapshot_line(const KnownKind& kind);

/// Parses snapshot_text; nothing when `text` is malformed.
std::optional<DiskSnapshot> read_snapshot(std::string_view text);

}  // namespace tailorbird
