#include "base/disk_snapshot.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include "base/hash.hpp"

namespace tailorbird {
namespace {

// The coarsest clock of a disk: FAT counts in steps of two seconds.
constexpr std::int64_t coarsest_step = 2'000'000'000;

Links links_of(Side side) { return side == Side::input ? Links::follow : Links::keep; }

bool has_content(const std::string& path, const std::string& sha256) {
  const Result<std::string> hash = sha256_of_file(path);
  return hash && *hash == sha256;
}

bool holds(const KnownFile& known) {
  const std::optional<FileState> state = state_of(known.path, links_of(known.side));
  if (!state) return false;
  if (*state == known.state) return true;
  return state->is_file() && state->size == known.state.size && has_content(known.path, known.sha256);
}

bool holds(const KnownFolder& known) {
  const std::optional<FileState> state = state_of(known.path, links_of(known.side));
  if (!state || !state->is_folder()) return false;
  if (*state == known.state) return true;
  const std::optional<KnownFolder> now = known_folder(known.side, known.path);
  return now && now->names == known.names;
}

bool holds(const KnownKind& known) {
  int cause = 0;
  const std::optional<FileState> state = state_of(known.path, Links::follow, &cause);
  if (!state) return known.type == 0 && (cause == ENOENT || cause == ENOTDIR);
  return state->type == known.type && (!state->is_file() || state->size == known.size);
}

/// Whether nothing can have happened since `then` was looked at.
bool is_certain(const FileState& then, const FileState& now, std::int64_t begun) {
  return then == now && std::max(now.changed, now.modified) + coarsest_step <= begun;
}

bool settle(KnownFile& known, std::int64_t begun, std::int64_t now) {
  const std::optional<FileState> state = state_of(known.path, links_of(known.side));
  if (!state || !state->is_file() || state->changed >= now) return false;
  if (!is_certain(known.state, *state, begun) && !has_content(known.path, known.sha256)) return false;
  known.state = *state;
  return true;
}

bool settle(KnownFolder& known, std::int64_t begun, std::int64_t now) {
  const std::optional<FileState> state = state_of(known.path, links_of(known.side));
  if (!state || !state->is_folder() || state->changed >= now) return false;
  if (is_certain(known.state, *state, begun)) return true;
  const std::optional<KnownFolder> again = known_folder(known.side, known.path);
  if (!again || again->names != known.names) return false;
  if (again->state != FileState{}) known.state = *state;  // else it holds links
  return true;
}

char letter_of(Side side) { return side == Side::input ? 'i' : 'o'; }

std::string state_text(const FileState& state) {
  return fmt::format("{} {} {} {} {} {}", state.device, state.inode, state.size, state.modified,
                     state.changed, state.type);
}

/// Words of a line, and at its end a path that may hold spaces.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}

  std::string_view word() {
    const std::size_t end = rest_.find(' ');
    good_ = good_ && end != std::string_view::npos;
    if (!good_) return {};
    return std::exchange(rest_, rest_.substr(end + 1)).substr(0, end);
  }

  template <typename Number>
  Number number() {
    const std::string_view digits = word();
    Number value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    good_ = good_ && error == std::errc{} && end == digits.data() + digits.size();
    return value;
  }

  FileState state() {
    FileState state;
    state.device = number<std::uint64_t>();
    state.inode = number<std::uint64_t>();
    state.size = number<std::uint64_t>();
    state.modified = number<std::int64_t>();
    state.changed = number<std::int64_t>();
    state.type = number<std::uint32_t>();
    return state;
  }

  Side side() {
    const std::string_view letter = word();
    good_ = good_ && (letter == "i" || letter == "o");
    return letter == "i" ? Side::input : Side::output;
  }

  bool good() const { return good_; }
  std::string path() const { return std::string(rest_); }

 private:
  std::string_view rest_;
  bool good_ = true;
};

bool read_line(std::string_view line, DiskSnapshot& snapshot) {
  LineReader reader(line);
  const std::string_view kind = reader.word();
  if (kind == "file") {
    KnownFile& file = snapshot.files.emplace_back();
    file.side = reader.side();
    file.state = reader.state();
    file.sha256 = reader.word();
    file.path = reader.path();
  } else if (kind == "folder") {
    KnownFolder& folder = snapshot.folders.emplace_back();
    folder.side = reader.side();
    folder.state = reader.state();
    folder.names = reader.word();
    folder.path = reader.path();
  } else if (kind == "kind") {
    KnownKind& known = snapshot.kinds.emplace_back();
    known.type = reader.number<std::uint32_t>();
    known.size = reader.number<std::uint64_t>();
    known.path = reader.path();
  } else {
    return false;
  }
  return reader.good();
}

template <typename Known>
bool all_hold(const std::vector<Known>& all) {
  return std::all_of(all.begin(), all.end(), [](const Known& one) { return holds(one); });
}

template <typename Known>
bool add_lines(const std::vector<Known>& all, std::string& text) {
  return std::all_of(all.begin(), all.end(), [&text](const Known& one) {
    const std::optional<std::string> line = snapshot_line(one);
    if (line) text += *line;
    return line.has_value();
  });
}

/// Adds `path` to `known`, and to `inner` the folders in it. False when it cannot be listed.
bool add_folder(Side side, const std::string& path, std::vector<KnownFolder>& known,
                std::vector<std::string>& inner) {
  const std::optional<FileState> state = state_of(path, links_of(side));
  if (!state || !state->is_folder()) return false;
  const std::optional<FolderNames> names = names_in(path, side == Side::output);
  if (!names) return false;
  known.push_back({side, names->has_links ? FileState{} : *state, sha256_hex(names->text), path});
  for (const std::string& name : names->folders) inner.push_back(path + '/' + name);
  return true;
}

bool has_line_break(const std::string& path) { return path.find('\n') != std::string::npos; }

}  // namespace

std::optional<KnownFolder> known_folder(Side side, const std::string& path) {
  std::vector<KnownFolder> known;
  std::vector<std::string> inner;
  if (!add_folder(side, path, known, inner)) return std::nullopt;
  return std::move(known.front());
}

std::optional<std::vector<KnownFolder>> known_folders(Side side, const std::string& path) {
  std::vector<KnownFolder> known;
  std::vector<std::string> left = {path};
  while (!left.empty()) {
    const std::string next = std::move(left.back());
    left.pop_back();
    if (!add_folder(side, next, known, left)) return std::nullopt;
  }
  return known;
}

bool still_holds(const DiskSnapshot& snapshot) {
  return all_hold(snapshot.folders) && all_hold(snapshot.kinds) && all_hold(snapshot.files);
}

std::optional<DiskSnapshot> settled(DiskSnapshot collected, std::int64_t begun, std::int64_t now) {
  for (KnownFile& file : collected.files) {
    if (!settle(file, begun, now)) return std::nullopt;
  }
  for (KnownFolder& folder : collected.folders) {
    if (!settle(folder, begun, now)) return std::nullopt;
  }
  if (!all_hold(collected.kinds)) return std::nullopt;
  return collected;
}

std::optional<std::string> snapshot_line(const KnownFile& file) {
  if (has_line_break(file.path)) return std::nullopt;
  return fmt::format("file {} {} {} {}\n", letter_of(file.side), state_text(file.state), file.sha256,
                     file.path);
}

std::optional<std::string> snapshot_line(const KnownFolder& folder) {
  if (has_line_break(folder.path)) return std::nullopt;
  return fmt::format("folder {} {} {} {}\n", letter_of(folder.side), state_text(folder.state), folder.names,
                     folder.path);
}

std::optional<std::string> snapshot_line(const KnownKind& kind) {
  if (has_line_break(kind.path)) return std::nullopt;
  return fmt::format("kind {} {} {}\n", kind.type, kind.size, kind.path);
}

std::optional<std::string> snapshot_text(const DiskSnapshot& snapshot) {
  std::string text;
  const bool good =
      add_lines(snapshot.files, text) && add_lines(snapshot.folders, text) && add_lines(snapshot.kinds, text);
  return good ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<DiskSnapshot> read_snapshot(std::string_view text) {
  DiskSnapshot snapshot;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || !read_line(text.substr(0, end), snapshot)) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  return snapshot;
}

}  // namespace tailorbird
