#pragma once
// Records what the zips of the last build were made of, so that one with the same entries is reused: packing
// it again would give the same bytes.

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

struct KnownZip {
  std::string recipe;  // SHA-256 of everything that determines its bytes: entries, order, compression
  std::string sha256;  // of the zip
  bool operator==(const KnownZip&) const = default;
};

using ZipsByPath = std::map<std::string, KnownZip, std::less<>>;  // path, relative to the output

/// The zips of the last build and of this one. Thread-safe.
class KnownZips {
 public:
  KnownZips() = default;
  explicit KnownZips(ZipsByPath before) : before_(std::move(before)) {}

  /// The SHA-256 of the zip that was made at `path` by `recipe`; nothing when there was none, or by another
  /// recipe.
  std::optional<std::string> find(std::string_view path, std::string_view recipe) const;
  /// The same for any recipe.
  std::optional<std::string> find(std::string_view path) const;
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

/// The zips as text, one per line.
std::string zips_text(const ZipsByPath& zips);
/// Parses zips_text; nothing when `text` is malformed.
std::optional<ZipsByPath> read_zips(std::string_view text);

}  // namespace tailorbird
