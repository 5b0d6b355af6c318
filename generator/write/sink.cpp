#include "write/sink.hpp"

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

Result<void> ZipSink::take(const std::string& path, std::string&& bytes) {
  entries_.push_back({path, std::move(bytes), {}});
  return {};
}

/// The bytes are read again when the zip is written, so that memory does not hold a whole bundle.
Result<void> ZipSink::take_copy(const std::string& path, const fs::path& from, std::string&& /*bytes*/) {
  entries_.push_back({path, {}, from});
  return {};
}

Result<void> ZipSink::close() {
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
