#include "write/sink.hpp"

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <utility>

#include "base/hash.hpp"
#include "write/read_zip.hpp"

namespace tailorbird {

Result<void> Sink::put(std::string_view language, const std::string& path, const HashedBytes& bytes) {
  guard_.inspect(language, path, bytes);
  return take(path, bytes);
}

Result<void> Sink::put_copy(std::string_view language, const std::string& path, const fs::path& from) {
  Result<std::string> bytes = read_file(from);
  if (!bytes) return bytes.error();
  const HashedBytes content(std::move(bytes).value());
  guard_.inspect(language, path, content);
  return take_copy(path, from, content);
}

Result<void> Sink::take_copy(const std::string& path, const fs::path& /*from*/, const HashedBytes& bytes) {
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

/// The content is read again if the zip is written.
Result<void> ZipSink::take_copy(const std::string& path, const fs::path& from, const HashedBytes& bytes) {
  return add({path, {}, from, nullptr, bytes.sha256()});
}

/// Names contain no line breaks, which zips refuse. How content is packed depends on the program, so zips of
/// another program are not known.
std::string ZipSink::recipe() const {
  std::string text;
  for (const ZipEntry& entry : entries_) text += fmt::format("{} {}\n", entry.sha256, entry.name);
  return sha256_hex(text);
}

/// Whether the output already has this zip and it could be linked into the new files.
Result<bool> ZipSink::take_known(const std::string& recipe) {
  if (store_ == nullptr) return false;
  const std::optional<std::string> hash = store_->zips().find(path_, recipe);
  if (!hash) return false;
  return files_.keep(path_, *hash);
}

/// The entries, by name, of the zip that the last build made here. Of a zip that was changed since, none are
/// used, so that the bytes stay those of a clean build.
std::unordered_map<std::string, Packed> ZipSink::packed_before() const {
  if (store_ == nullptr) return {};
  const std::optional<std::string> hash = store_->zips().find(path_);
  const std::optional<HashedBytes> bytes = hash ? staging_.read_old(path_, *hash) : std::nullopt;
  return bytes ? packed_entries(*bytes) : std::unordered_map<std::string, Packed>{};
}

Result<void> ZipSink::pack_entries() {
  const std::unordered_map<std::string, Packed> before = packed_before();
  for (ZipEntry& entry : entries_) {
    if (is_stored_in_zip(entry.name)) continue;
    if (!entry.from.empty()) {
      Result<std::string> bytes = read_file(entry.from);
      if (!bytes) return bytes.error();
      entry.bytes = std::move(bytes).value();
    }
    const auto old = before.find(entry.name);
    entry.packed = store_ == nullptr
                       ? pack(entry.bytes)
                       : store_->get(entry.bytes, entry.sha256, old == before.end() ? nullptr : old->second);
    entry.bytes = {};
  }
  return {};
}

Result<void> ZipSink::close() {
  const auto rank = [this](const ZipEntry& entry) {
    return std::pair<std::ptrdiff_t, const std::string&>(
        std::find(first_.begin(), first_.end(), entry.name) - first_.begin(), entry.name);
  };
  std::sort(entries_.begin(), entries_.end(),
            [&](const ZipEntry& a, const ZipEntry& b) { return rank(a) < rank(b); });
  const std::string made_by = recipe();
  const Result<bool> known = take_known(made_by);
  if (!known) return known.error();
  if (!*known) {
    if (auto packed = pack_entries(); !packed) return packed;
    if (auto written = write_zip(staging_.staged(path_), entries_); !written) return written;
    if (auto noted = files_.note(path_); !noted) return noted;
  }
  entries_.clear();
  if (store_ != nullptr) {
    if (const std::optional<std::string> hash = files_.sha256_of(path_))
      store_->zips().note(path_, {made_by, *hash});
  }
  return {};
}

Result<void> MemorySink::take(const std::string& path, const HashedBytes& bytes) {
  const std::lock_guard lock(mutex_);
  files_.insert_or_assign(path, std::string(bytes.view()));
  return {};
}

}  // namespace tailorbird
