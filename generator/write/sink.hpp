#pragma once
// Sinks, the destinations of packagers: a folder, a zip, memory. Every file of every format passes the leak
// guard on its way in.

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/files.hpp"
#include "base/hashed_bytes.hpp"
#include "base/result.hpp"
#include "write/written_files.hpp"
#include "write/zip.hpp"

namespace tailorbird {

/// Inspects each output file and records what is wrong with it.
class OutputGuard {
 public:
  virtual ~OutputGuard() = default;

  /// `language` empty: the file is for all languages of the bundle. `path` is relative to the sink.
  /// Thread-safe.
  virtual void inspect(std::string_view language, std::string_view path, const HashedBytes& bytes) = 0;
  /// The same for a copy of a file that was inspected for the same language. `path`: that of the other one in
  /// a folder, so that its bytes would be read in the same way. `sha256`: of its bytes.
  virtual void inspect_copy(std::string_view language, std::string_view path, const std::string& sha256) = 0;
  /// Whether the file belongs to the edition in `language`: it is one of the bundle's pages or assets, or a
  /// picture or download that a page in that language uses.
  virtual bool may_hold(std::string_view language, std::string_view path) const = 0;
};

class Sink {
 public:
  explicit Sink(OutputGuard& guard) : guard_(guard) {}
  virtual ~Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  /// `language` as in OutputGuard. Thread-safe where the kind of sink says so.
  Result<void> put(std::string_view language, const std::string& path, const HashedBytes& bytes);
  /// To be called after the last file.
  virtual Result<void> close() { return {}; }

 private:
  virtual Result<void> take(const std::string& path, const HashedBytes& bytes) = 0;

  OutputGuard& guard_;
};

/// Writes files below `folder`, relative to the output. Thread-safe.
class FolderSink : public Sink {
 public:
  /// `files` must outlive the sink.
  FolderSink(OutputGuard& guard, WrittenFiles& files, std::string folder)
      : Sink(guard), files_(files), folder_(std::move(folder)) {}

 private:
  Result<void> take(const std::string& path, const HashedBytes& bytes) override;

  WrittenFiles& files_;
  std::string folder_;
};

/// Writes one zip in `close`, unless the last build made the same one. Content is held in memory and packed
/// then. `put` is thread-safe.
class ZipSink : public Sink {
 public:
  /// `path` is relative to the output. `staging`, `files` and `store` must outlive the sink. Without a store
  /// content is packed for this zip alone.
  ZipSink(OutputGuard& guard, const Staging& staging, WrittenFiles& files, std::string path,
          PackedStore* store = nullptr)
      : Sink(guard), guard_(guard), staging_(staging), files_(files), path_(std::move(path)), store_(store) {}

  /// Adds the file `from`, which another sink wrote with this SHA-256 and showed to the guard, at a path as
  /// OutputGuard::inspect_copy demands. It must not change until the sink is closed.
  Result<void> put_copy(std::string_view language, const std::string& path, const fs::path& from,
                        const std::string& sha256);
  /// The entries are sorted by name, after those that `begin_with` names.
  Result<void> close() override;
  void begin_with(std::vector<std::string> names) { first_ = std::move(names); }

 private:
  Result<void> take(const std::string& path, const HashedBytes& bytes) override;
  Result<void> add(ZipEntry entry);
  std::string entry_lines() const;
  Result<bool> take_known(const std::string& lines);
  std::unordered_map<std::string_view, Packed> packed_before() const;
  Result<void> pack_entries();
  Result<void> pack_anew(ZipEntry& entry) const;

  OutputGuard& guard_;
  const Staging& staging_;
  WrittenFiles& files_;
  std::string path_;
  PackedStore* store_;
  std::vector<std::string> first_;
  std::mutex mutex_;
  std::vector<ZipEntry> entries_;
};

/// Keeps files in memory. `put` is thread-safe.
class MemorySink : public Sink {
 public:
  using Sink::Sink;
  const std::map<std::string, std::string>& files() const { return files_; }

 private:
  Result<void> take(const std::string& path, const HashedBytes& bytes) override;

  std::mutex mutex_;
  std::map<std::string, std::string> files_;
};

}  // namespace tailorbird
