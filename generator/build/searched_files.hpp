#pragma once
// The files that the guard of a bundle found clean, recorded for the next build: a file with the same name
// and bytes need then be searched only for phrases that have become secret since.

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/hashed_bytes.hpp"
#include "leak/known_phrases.hpp"
#include "leak/print_set.hpp"

namespace tailorbird {

/// The stored form of that record.
struct KeptSearch {
  std::string files;  // their keys (SearchedFiles::key_of), sorted, one after the other
  std::map<std::string, std::string> marks;  // by language: of what was looked for in all of them
                                             // (KnownPhrases::text_of)
  std::string prints;  // of all files of the bundle, and of some that it had before (PrintSet::text); empty:
                       // unknown
  bool has_all_prints = false;  // also of what was searched to make them, such as pictures within a page
};

/// The phrases of all languages of a build, beside those of the build before. Thread-safe.
class PhrasesOfBuild {
 public:
  /// `before`: phrase_hashes by language. Must outlive this object.
  explicit PhrasesOfBuild(const std::map<std::string, std::string>& before) : before_(before) {}

  /// `index`: that of the language, always the same.
  const KnownPhrases& of(const std::string& language, const LeakIndex& index) const;

 private:
  const std::map<std::string, std::string>& before_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, KnownPhrases> made_;
};

/// Reads the file that the last build wrote for a bundle at `path` of its folder; nothing when it cannot be
/// told what it had.
using ReadBefore = std::function<std::optional<HashedBytes>(const std::string& path)>;

class SearchedFiles {
 public:
  /// `before`: of the same bundle; null: nothing is known of it. Must outlive this object. `makes_prints`: a
  /// check keeps nothing, so it makes none. `read_before`: for `clean_before`; may be empty.
  explicit SearchedFiles(const KeptSearch* before, bool makes_prints = true, ReadBefore read_before = {});

  /// The SHA-256, in hexadecimal digits, of a file as a guard gets it: language, path and bytes, whose
  /// SHA-256 is `content`. No shorter hash: an equal key spares the search, so a collision could let text
  /// out.
  static std::string key_of(std::string_view language, std::string_view path, std::size_t size,
                            std::string_view content);

  /// Whether the last build found nothing in a file with this key.
  bool was_clean(std::string_view key) const;
  /// The file that it wrote at `path`, if that is a document of a whole edition, in which it found nothing:
  /// of such a one little changes at a time.
  std::optional<HashedBytes> clean_before(std::string_view language, std::string_view path,
                                          std::string_view bytes) const;
  /// What it looked for in all of them; empty: unknown.
  std::string_view marks(const std::string& language) const;
  /// The prints of all files that `was_clean`, and of others; null: unknown.
  const PrintSet* prints_before() const { return prints_before_ ? &*prints_before_ : nullptr; }
  /// Records that nothing was found in the file with this key. Thread-safe.
  void note(std::string key);
  /// Adds the prints of a file that the bundle has, whose bytes have the SHA-256 `content`, unless they are
  /// known: it `was_clean`, another one of that name has the same bytes, or they are those of the file
  /// `before`, which was. Does nothing in a bundle's first build: many outputs are never built over.
  /// Thread-safe.
  void note_prints(std::string_view path, std::string_view bytes, const std::string& content, bool was_clean,
                   std::string_view before = {});
  /// The keys of those noted, as KeptSearch has them.
  std::string take_keys();
  /// The prints of all that was searched, as KeptSearch has them; empty: unknown.
  std::string prints() const;

 private:
  const KeptSearch* before_;
  const bool makes_prints_;  // not in a first build
  const ReadBefore read_before_;
  std::optional<PrintSet> prints_before_;
  mutable std::mutex mutex_;  // guards the members below
  std::set<std::string> clean_;
  PrintSet prints_;                // of this build
  std::set<std::string> printed_;  // the SHA-256 of bytes, and the end of the path
};

}  // namespace tailorbird
