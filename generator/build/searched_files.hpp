#pragma once
// What the guard of a bundle searched and found nothing in, for the next build: a file with the same name and
// bytes need then be searched only for what has become secret since.

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "leak/known_phrases.hpp"

namespace tailorbird {

/// The same as it is kept.
struct KeptSearch {
  std::string files;  // their keys (SearchedFiles::key_of), sorted, one after the other
  std::map<std::string, std::string> marks;  // by language: of what was looked for in all of them
                                             // (KnownPhrases::text_of)
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

class SearchedFiles {
 public:
  /// `before`: of the same bundle; null: nothing is known of it. Must outlive this object.
  explicit SearchedFiles(const KeptSearch* before) : before_(before) {}

  /// The SHA-256, in hexadecimal digits, of a file as a guard gets it: language, path and bytes. No shorter
  /// hash: an equal key spares the search, so a collision could let text out.
  static std::string key_of(std::string_view language, std::string_view path, std::string_view bytes);

  /// Whether the last build found nothing in a file with this key.
  bool was_clean(std::string_view key) const;
  /// What it looked for in all of them; empty: unknown.
  std::string_view marks(const std::string& language) const;
  /// Nothing was found in the file with this key. Thread-safe.
  void note(std::string key);
  /// The keys of those noted, as KeptSearch has them.
  std::string take_keys();

 private:
  const KeptSearch* before_;
  std::mutex mutex_;
  std::set<std::string> clean_;
};

}  // namespace tailorbird
