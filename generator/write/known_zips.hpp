#pragma once
// Records what the zips of the last build were made of, so that one with the same entries is reused, and of
// another one the entries that are the same: packing them again would give the same bytes.

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

struct KnownZip {
  std::string entries;  // a line for each, in their order (zip_entry_line): all that determines its bytes
  std::string sha256;   // of the zip
  bool operator==(const KnownZip&) const = default;
};

/// `sha256`: of the content. `name` has no line breaks, which zips refuse.
std::string zip_entry_line(std::string_view sha256, std::string_view name);
/// The name in such a line.
std::string_view name_in_zip_entry_line(std::string_view line);

using ZipsByPath = std::map<std::string, KnownZip, std::less<>>;  // path, relative to the output

/// The zips of the last build and of this one. Thread-safe.
class KnownZips {
 public:
  KnownZips() = default;
  explicit KnownZips(ZipsByPath before) : before_(std::move(before)) {}

  /// The zip that was made at `path`; null when there was none. Valid as long as this object.
  const KnownZip* find(std::string_view path) const;
  void note(const std::string& path, KnownZip zip);
  /// Carries over the zip that the last build made at `path`, if there is one.
  void stay(const std::string& path);
  /// The zips of this build.
  ZipsByPath made() const;

 private:
  const ZipsByPath before_{};
  mutable std::mutex mutex_;
  ZipsByPath made_;
};

/// The zips as text.
std::string zips_text(const ZipsByPath& zips);
/// Parses zips_text; nothing when `text` is malformed.
std::optional<ZipsByPath> read_zips(std::string_view text);

}  // namespace tailorbird
