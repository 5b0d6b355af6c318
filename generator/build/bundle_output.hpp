#pragma once
// Distributes the files of one bundle: checks each name once, then hands the file to every format.

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diag/diagnostic.hpp"
#include "write/format.hpp"
#include "write/sink.hpp"

namespace tailorbird {

/// One format of a bundle, with its key in build.json.
struct OpenPackage {
  std::string key;  // "meander/managers/site"
  std::unique_ptr<Packager> packager;
  Rendition rendition = {};
};

class BundleOutput {
 public:
  /// Without packages, files are only inspected by `guard`, which must outlive this object; packages call it
  /// themselves.
  BundleOutput(std::vector<OpenPackage> packages, OutputGuard& guard)
      : packages_(std::move(packages)), guard_(guard) {}

  /// Hands `file` to every format. `made_from` is the source that a diagnostic about its name points to. Two
  /// sources with the same output path are an error that names both. Thread-safe. A failed write is kept for
  /// `failure`; later files are then not written.
  void add(std::string_view language, const FinishedFile& file, const std::string& made_from,
           Diagnostics& diagnostics);

  /// Keeps the first of the failures. Thread-safe.
  void fail(Error failure);

  /// Adds the bundle's version, a short hash of its files, to all formats. All other files must have been
  /// added: it changes exactly when one of them does. Empty without packages.
  std::string add_version(const std::string& made_from, Diagnostics& diagnostics);

  /// No more files will come: clears the path index.
  void close();

  const std::optional<Error>& failure() const { return failure_; }
  const std::vector<OpenPackage>& packages() const { return packages_; }

 private:
  void note_hash(const FinishedFile& file);
  bool take_path(const std::string& path, const std::string& made_from, Diagnostics& diagnostics);
  std::vector<OpenPackage> packages_;
  OutputGuard& guard_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> taken_;  // output path → what it is made from
  std::map<std::string, std::uint64_t> hashes_;         // output path → quick_hash of its bytes
  std::optional<Error> failure_;
};

}  // namespace tailorbird
