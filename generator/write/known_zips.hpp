#pragma once
// What the zips of the last build were made of, so that one whose entries are all the same need not be made
// again: packing and writing it would give the bytes that are there.

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

struct KnownZip {
  std::string recipe;  // SHA-256 of all that decides about its bytes: entries, order, and how they are packed
  std::string sha256;  // of the zip
  bool operator==(const KnownZip&) const = default;
};

using ZipsByPath = std::map<std::string, KnownZip, std::less<>>;  // path, relative to the output

/// Those of the last build, and those of this one. Thread-safe.
class KnownZips {
 public:
  KnownZips() = default;
  explicit KnownZips(ZipsByPath before) : before_(std::move(before)) {}

  /// The SHA-256 of the zip that was made at `path` by `recipe`; nothing when it was another one, or none.
  std::optional<std::string> find(std::string_view path, std::string_view recipe) const;
  /// The same by whatever recipe.
  std::optional<std::string> find(std::string_view path) const;
  void note(const std::string& path, KnownZip zip);
  /// Notes the zip that the last build made at `path`, if it made one: it stays.
  void stay(const std::string& path);
  /// Those of this build.
  ZipsByPath made() const;

 private:
  const ZipsByPath before_;
  mutable std::mutex mutex_;
  ZipsByPath made_;
};

/// A line for each.
std::string zips_text(const ZipsByPath& zips);
/// Nothing when the text is none.
std::optional<ZipsByPath> read_zips(std::string_view text);

}  // namespace tailorbird
