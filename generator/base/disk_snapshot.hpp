#pragma once
// What parts of the disk looked like once, and whether they still do: files by their state and, where that
// differs, their hash; folders by the names in them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_state.hpp"

namespace tailorbird {

/// Links are followed on the way in (`input`), and count as themselves on the way out.
enum class Side : std::uint8_t { input, output };

struct KnownFile {
  Side side = Side::input;
  FileState state;
  std::string sha256;
  std::string path;
};

struct KnownFolder {
  Side side = Side::input;
  FileState state;    // {}: its names alone tell
  std::string names;  // SHA-256 of FolderNames::text; those of inputs without hidden ones
  std::string path;
};

/// What was said to lie at a path when only that was asked.
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

/// A folder as it is now; nothing when it cannot be listed.
std::optional<KnownFolder> known_folder(Side side, const std::string& path);

/// Whether all of it is as it was. What cannot be looked at is not.
bool still_holds(const DiskSnapshot& snapshot);

/// A snapshot that was collected while others worked, from `begun` (coarse_clock) on, made fit to be compared
/// with later. Where a change after the first look could have gone unseen, since the clocks of disks go in
/// steps, the content is read again; states are those at `now` (next_tick), from which every later change can
/// be told. Nothing when something did change.
std::optional<DiskSnapshot> settled(DiskSnapshot collected, std::int64_t begun, std::int64_t now);

/// A line for each. Nothing when a path holds a line break.
std::optional<std::string> snapshot_text(const DiskSnapshot& snapshot);

/// Nothing when the text is no snapshot.
std::optional<DiskSnapshot> read_snapshot(std::string_view text);

}  // namespace tailorbird
