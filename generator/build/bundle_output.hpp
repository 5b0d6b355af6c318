#pragma once
// Where the files of one bundle go while it is made: once through the checks of names, then to each format.

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
  /// Without packages files are only looked at by `guard`, which must outlive this object; packages show them
  /// to it themselves.
  BundleOutput(std::vector<OpenPackage> packages, OutputGuard& guard)
      : packages_(std::move(packages)), guard_(guard) {}

  /// Hands `file` to every format. `made_from` is the source that a complaint about its name points to; a
  /// path that two sources would make is an error that names both. Thread-safe. A failure of the disk is kept
  /// for `failure`; later files are then not written.
  void add(std::string_view language, const OutputFile& file, const std::string& made_from,
           Diagnostics& diagnostics);

  /// Keeps the first of the failures. Thread-safe.
  void fail(Error failure);

  /// Adds the bundle's version, for all formats: a short name for its files so far, which should be all. It
  /// changes when one of them does, and with nothing else. Empty without packages: nothing is delivered.
  std::string add_version(const std::string& made_from, Diagnostics& diagnostics);

  /// No more files will come: clears the path index.
  void close();

  const std::optional<Error>& failure() const { return failure_; }
  const std::vector<OpenPackage>& packages() const { return packages_; }

 private:
  void note_hash(const OutputFile& file);
  bool take_path(const std::string& path, const std::string& made_from, Diagnostics& diagnostics);
  std::vector<OpenPackage> packages_;
  OutputGuard& guard_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> taken_;  // output path → what it is made from
  std::map<std::string, std::uint64_t> hashes_;         // output path → quick_hash of its bytes
  std::optional<Error> failure_;
};

}  // namespace tailorbird
