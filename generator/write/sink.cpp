#include "write/sink.hpp"

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <utility>

#include "write/read_zip.hpp"

namespace tailorbird {

Result<void> Sink::put(std::string_view language, const std::string& path, const HashedBytes& bytes) {
  guard_.inspect(language, path, bytes);
  return take(path, bytes);
}

Result<void> FolderSink::take(const std::string& path, const HashedBytes& bytes) {
  return files_.write(fmt::format("{}/{}", folder_, path), bytes);
}

Result<void> ZipSink::add(ZipEntry entry) {
  const std::lock_guard lock(mutex_);
  entries_.push_back(std::move(entry));
  return {};
}

Result<void> ZipSink::take(const std::string& path, const HashedBytes& bytes) {
  return add({path, bytes, {}, nullptr, bytes.sha256()});
}

/// The content is read only if it was not packed before.
Result<void> ZipSink::put_copy(std::string_view language, const std::string& path, const fs::path& from,
                               const std::string& sha256) {
  guard_.inspect_copy(language, path, sha256);
  return add({path, {}, from, nullptr, sha256});
}

/// How content is packed depends on the program, so zips of another program are not known.
std::string ZipSink::entry_lines() const {
  std::string lines;
  for (const ZipEntry& entry : entries_) lines += zip_entry_line(entry.sha256, entry.name);
  return lines;
}

/// Whether the output already has this zip and it could be linked into the new files.
Result<bool> ZipSink::take_known(const std::string& lines) {
  const KnownZip* const known = store_ == nullptr ? nullptr : store_->zips().find(path_);
  if (known == nullptr || known->entries != lines) return false;
  return files_.keep(path_, known->sha256);
}

/// The entries, by their lines, of the zip that the last build made here. Of a zip that was changed since,
/// none are used: the lines say what is in it only as long as it has its hash.
std::unordered_map<std::string_view, Packed> ZipSink::packed_before() const {
  const KnownZip* const known = store_ == nullptr ? nullptr : store_->zips().find(path_);
  const std::optional<HashedBytes> bytes =
      known == nullptr ? std::nullopt : staging_.read_old(path_, known->sha256);
  if (!bytes) return {};
  const std::unordered_map<std::string, Packed> by_name = packed_entries(*bytes);
  std::unordered_map<std::string_view, Packed> by_line;
  std::string_view lines = known->entries;
  for (std::size_t end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n')) {
    const std::string_view line = lines.substr(0, end + 1);
    lines.remove_prefix(line.size());
    const auto packed = by_name.find(std::string(name_in_zip_entry_line(line)));
    if (packed != by_name.end()) by_line.emplace(line, packed->second);
  }
  return by_line;
}

Result<void> ZipSink::pack_entries() {
  const std::unordered_map<std::string_view, Packed> before = packed_before();
  for (ZipEntry& entry : entries_) {
    if (is_stored_in_zip(entry.name)) continue;
    const auto known = before.find(zip_entry_line(entry.sha256, entry.name));
    if (known != before.end()) {
      entry.packed = known->second;
    } else if (auto packed = pack_anew(entry); !packed) {
      return packed;
    }
    entry.bytes = {};
  }
  return {};
}

Result<void> ZipSink::pack_anew(ZipEntry& entry) const {
  if (!entry.from.empty()) {
    Result<std::string> bytes = read_file(entry.from);
    if (!bytes) return bytes.error();
    entry.bytes = std::move(bytes).value();
    if (entry.bytes.sha256() != entry.sha256)
      return Error{fmt::format("{} was changed while it was packed", entry.from.string())};
  }
  entry.packed = store_ == nullptr ? pack(entry.bytes) : store_->get(entry.bytes, entry.sha256);
  return {};
}

Result<void> ZipSink::close() {
  const auto rank = [this](const ZipEntry& entry) {
    return std::pair<std::ptrdiff_t, const std::string&>(
        std::find(first_.begin(), first_.end(), entry.name) - first_.begin(), entry.name);
  };
  std::sort(entries_.begin(), entries_.end(),
            [&](const ZipEntry& a, const ZipEntry& b) { return rank(a) < rank(b); });
  std::string lines = entry_lines();
  const Result<bool> known = take_known(lines);
  if (!known) return known.error();
  if (!*known) {
    if (auto packed = pack_entries(); !packed) return packed;
    if (auto written = write_zip(staging_.staged(path_), entries_); !written) return written;
    if (auto noted = files_.note(path_); !noted) return noted;
  }
  entries_.clear();
  if (store_ != nullptr) {
    if (const std::optional<std::string> hash = files_.sha256_of(path_))
      store_->zips().note(path_, {std::move(lines), *hash});
  }
  return {};
}

Result<void> MemorySink::take(const std::string& path, const HashedBytes& bytes) {
  const std::lock_guard lock(mutex_);
  files_.insert_or_assign(path, std::string(bytes.view()));
  return {};
}

}  // namespace tailorbird
