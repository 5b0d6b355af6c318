#include "write/sink.hpp"

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <utility>

namespace tailorbird {

Result<void> Sink::put(std::string_view language, const std::string& path, std::string bytes) {
  guard_.inspect(language, path, bytes);
  return take(path, std::move(bytes));
}

Result<void> Sink::put_copy(std::string_view language, const std::string& path, const fs::path& from) {
  Result<std::string> bytes = read_file(from);
  if (!bytes) return bytes.error();
  guard_.inspect(language, path, *bytes);
  return take_copy(path, from, std::move(bytes).value());
}

Result<void> Sink::take_copy(const std::string& path, const fs::path& /*from*/, std::string&& bytes) {
  return take(path, std::move(bytes));
}

Result<void> FolderSink::take(const std::string& path, std::string&& bytes) {
  return files_.write(fmt::format("{}/{}", folder_, path), bytes);
}

Result<void> ZipSink::add(ZipEntry entry) {
  const std::lock_guard lock(mutex_);
  entries_.push_back(std::move(entry));
  return {};
}

Result<void> ZipSink::take(const std::string& path, std::string&& bytes) {
  if (is_stored_in_zip(path)) return add({path, std::move(bytes), {}});
  return add({path, {}, {}, store_ != nullptr ? store_->get(bytes) : pack(bytes)});
}

/// What is stored as it is, such as a video, is read again when the zip is written.
Result<void> ZipSink::take_copy(const std::string& path, const fs::path& from, std::string&& bytes) {
  return is_stored_in_zip(path) ? add({path, {}, from}) : take(path, std::move(bytes));
}

Result<void> ZipSink::close() {
  const auto rank = [this](const ZipEntry& entry) {
    return std::pair<std::ptrdiff_t, const std::string&>(
        std::find(first_.begin(), first_.end(), entry.name) - first_.begin(), entry.name);
  };
  std::sort(entries_.begin(), entries_.end(),
            [&](const ZipEntry& a, const ZipEntry& b) { return rank(a) < rank(b); });
  if (auto written = write_zip(staging_.staged(path_), entries_); !written) return written;
  entries_.clear();
  return files_.note(path_);
}

Result<void> MemorySink::take(const std::string& path, std::string&& bytes) {
  const std::lock_guard lock(mutex_);
  files_.insert_or_assign(path, std::move(bytes));
  return {};
}

}  // namespace tailorbird
