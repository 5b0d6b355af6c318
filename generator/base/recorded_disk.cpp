#include "base/recorded_disk.hpp"

#include <cerrno>

#include "base/hash.hpp"
#include "base/strings.hpp"

namespace tailorbird {
namespace {

/// The absolute path. `..` is not resolved: "a/link/.." need not be "a".
std::string absolute_path(const fs::path& path) { return fs::absolute(path).string(); }

template <typename Known>
std::vector<Known> values_of(const std::map<std::string, Known>& by_path) {
  std::vector<Known> values;
  values.reserve(by_path.size());
  for (const auto& [path, known] : by_path) values.push_back(known);
  return values;
}

}  // namespace

void RecordedDisk::doubt() const {
  const std::lock_guard lock(mutex_);
  doubtful_ = true;
}

void RecordedDisk::note_folder(const std::string& path) const {
  std::optional<KnownFolder> known = known_folder(Side::input, path);
  if (!known) return note_kind(path);
  const std::lock_guard lock(mutex_);
  const auto [before, is_new] = folders_.emplace(path, *known);
  if (!is_new && before->second.names != known->names) doubtful_ = true;
}

/// All folders that `list` looks into: hidden ones and links are left out.
void RecordedDisk::note_tree(const std::string& path) const {
  note_folder(path);
  const std::optional<FolderNames> names = names_in(path, false);
  if (!names) return doubt();
  for (const std::string_view line : split(names->text, '\n')) {
    if (!line.starts_with("d ")) continue;
    const std::string below = path + "/" + std::string(line.substr(2));
    const std::optional<FileState> state = state_of(below, Links::keep);
    if (!state) return doubt();
    if (state->is_folder()) note_tree(below);
  }
}

void RecordedDisk::note_kind(const std::string& path) const {
  int cause = 0;
  const std::optional<FileState> state = state_of(path, Links::follow, &cause);
  const bool missing = cause == ENOENT || cause == ENOTDIR;
  const std::lock_guard lock(mutex_);
  if (!state && !missing) doubtful_ = true;
  const KnownKind known = state ? KnownKind{state->type, state->size, path} : KnownKind{0, 0, path};
  const auto [before, is_new] = kinds_.emplace(path, known);
  const KnownKind& first = before->second;
  if (!is_new && (first.type != known.type || first.size != known.size)) doubtful_ = true;
}

void RecordedDisk::note_file(const std::string& path, const std::optional<FileState>& before,
                             std::string sha256) const {
  const std::lock_guard lock(mutex_);
  const auto [first, is_new] =
      files_.emplace(path, KnownFile{Side::input, before.value_or(FileState{}), sha256, path});
  if (!is_new && first->second.sha256 != sha256) doubtful_ = true;
}

Result<std::vector<std::string>> RecordedDisk::list(const fs::path& folder) const {
  note_tree(absolute_path(folder));
  Result<std::vector<std::string>> names = disk().list(folder);
  if (!names) doubt();
  return names;
}

Result<std::vector<std::string>> RecordedDisk::folders(const fs::path& folder) const {
  note_folder(absolute_path(folder));
  Result<std::vector<std::string>> names = disk().folders(folder);
  if (!names) doubt();
  return names;
}

Result<std::string> RecordedDisk::read(const fs::path& path, std::uint64_t most) const {
  const std::string place = absolute_path(path);
  const std::optional<FileState> before = state_of(place, Links::follow);
  Result<std::string> bytes = disk().read(path, most);
  if (bytes) {
    note_file(place, before, sha256_hex(*bytes));
  } else {
    note_kind(place);
    if (before) doubt();  // it exists now: the next build must ask again
  }
  return bytes;
}

Result<FileStatus> RecordedDisk::stat(const fs::path& path) const {
  note_kind(absolute_path(path));
  Result<FileStatus> status = disk().stat(path);
  if (!status) doubt();
  return status;
}

Result<std::string> RecordedDisk::sha256_of(const fs::path& path) const {
  const std::string place = absolute_path(path);
  const auto known = [&]() -> std::optional<std::string> {
    const std::lock_guard lock(mutex_);
    const auto file = files_.find(place);
    return file == files_.end() ? std::nullopt : std::optional(file->second.sha256);
  };
  if (auto hash = known()) return std::move(*hash);
  if (const Result<std::string> bytes = read(path, largest_file); !bytes) return bytes.error();
  return *known();  // read() has noted it
}

std::optional<DiskSnapshot> RecordedDisk::seen() const {
  const std::lock_guard lock(mutex_);
  if (doubtful_) return std::nullopt;
  return DiskSnapshot{values_of(files_), values_of(folders_), values_of(kinds_)};
}

}  // namespace tailorbird
