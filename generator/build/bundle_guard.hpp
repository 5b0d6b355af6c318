#pragma once
// The leak guard on all files of one bundle, in all of its formats. Text is searched for what the edition
// must not contain (leak/leak_scan.hpp). Other files must have been allowed before: assets of the theme, the
// logo, and what pages of the edition use.

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/spool.hpp"
#include "build/language_tools.hpp"
#include "build/searched_files.hpp"
#include "leak/leak_scan.hpp"
#include "leak/new_phrases.hpp"
#include "render/render.hpp"
#include "write/format.hpp"
#include "write/sink.hpp"

namespace tailorbird {

/// Whether a file of this name is searched as text. All others must have been allowed.
bool is_searched(std::string_view path);

class BundleGuard : public OutputGuard {
 public:
  /// `editions`: of the bundle, one for each language that is built. All arguments must outlive the guard.
  BundleGuard(const std::vector<const Edition*>& editions, const Theme& theme, const LanguageTools& languages)
      : editions_(editions), theme_(theme), languages_(languages) {}

  /// Allows a file in the edition of `language` (empty: in all). To be called before the file is written.
  /// Thread-safe.
  void let_in(std::string_view language, const FinishedFile& file);

  /// Lets files that the last build found clean be searched only for phrases that have become secret since.
  /// To be called before `inspect`. `before` may be null; both arguments must outlive the guard.
  /// `makes_prints`: for the next build, as SearchedFiles, and so is `read_before`.
  void remember(const PhrasesOfBuild& phrases, const KeptSearch* before, bool makes_prints = true,
                ReadBefore read_before = {});
  /// The record of what was searched, for the next build. To be called after `open`, when all files have been
  /// inspected and nothing was found.
  KeptSearch take_search();

  void inspect(std::string_view language, std::string_view path, const HashedBytes& bytes) override;
  void inspect_copy(std::string_view language, std::string_view path, const std::string& sha256) override;
  bool may_hold(std::string_view language, std::string_view path) const override;

  /// Starts the search, with the files that were put before. Waits until all pages are compiled. Fails when
  /// the spooled files cannot be read back.
  Result<void> open(unsigned jobs);
  bool is_open() const { return !scanners_.empty(); }

  /// The leaks found, each once, although a file is in several formats.
  Diagnostics take_findings();

 private:
  struct Waiting {
    std::string language;
    std::string path;
    std::string content;  // SHA-256 of the bytes; empty where no record is kept
    Spool::Slot bytes;
  };
  using Secrets = std::map<std::string, Phrases, std::less<>>;  // by path

  void look_for_new_secrets();
  bool may_have_new_secret(std::size_t index, std::string_view path, std::string_view bytes) const;
  void scan(std::string_view language, std::string_view path, std::string_view bytes,
            const std::string& content);
  void drop_allowed_elsewhere(std::size_t index, Phrases& found) const;
  void check_right(std::string_view language, std::string_view path, const std::string& sha256);
  void search(std::string_view language, std::string_view path, const HashedBytes& bytes);

  std::vector<const Edition*> editions_;
  const Theme& theme_;
  const LanguageTools& languages_;
  mutable std::mutex mutex_;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> by_path_;  // → languages
  std::map<std::string, std::set<std::string, std::less<>>> by_content_;            // SHA-256 → languages
  Spool spool_;
  std::vector<Waiting> waiting_;
  std::vector<LeakScanner> scanners_;                            // by edition; empty until the guard is open
  const PhrasesOfBuild* phrases_ = nullptr;                      // null: nothing is remembered
  std::unique_ptr<SearchedFiles> searched_;                      // the same
  std::vector<std::unique_ptr<const NewPhrases>> new_secrets_;   // by edition; null: too many
  std::vector<Secrets> secrets_;                                 // by edition
  std::set<std::pair<std::string, std::string>> without_right_;  // path and edition
};

}  // namespace tailorbird
