#pragma once
// The guard on everything that one bundle gives away, in all of its formats. Text is searched for what the
// edition must not hold (leak/leak_scan.hpp); a file that is no text must be one that was let in: an asset of
// the theme, the logo, or what a page of the edition uses.

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/spool.hpp"
#include "build/language_tools.hpp"
#include "leak/leak_scan.hpp"
#include "render/render.hpp"
#include "write/sink.hpp"

namespace tailorbird {

/// Whether a file of this name is searched as text. All else needs a right to be there.
bool is_searched(std::string_view path);

class BundleGuard : public OutputGuard {
 public:
  /// `editions`: of the bundle, one for each language that is built. What is given must outlive the guard.
  BundleGuard(const std::vector<const Edition*>& editions, const Theme& theme, const LanguageTools& languages)
      : editions_(editions), theme_(theme), languages_(languages) {}

  /// Lets in a file for the edition in `language`, or all of them when it is empty, before it is put.
  /// Thread-safe.
  void let_in(std::string_view language, const OutputFile& file);

  void inspect(std::string_view language, std::string_view path, std::string_view bytes) override;
  bool may_hold(std::string_view language, std::string_view path) const override;

  /// Files are searched from now on, and those that came before. Waits until all pages are compiled. Fails
  /// when the disk does not give back what it was given.
  Result<void> open(unsigned jobs);
  bool is_open() const { return !scanners_.empty(); }

  /// What was found: each leak once, though the file is in several formats.
  Diagnostics take_findings();

 private:
  struct Waiting {
    std::string language;
    std::string path;
    Spool::Slot bytes;
  };
  using Secrets = std::map<std::string, Phrases, std::less<>>;  // by path

  void scan(std::string_view language, std::string_view path, std::string_view bytes);
  void drop_allowed_elsewhere(std::size_t index, Phrases& found) const;
  void check_right(std::string_view language, std::string_view path, std::string_view bytes);

  std::vector<const Edition*> editions_;
  const Theme& theme_;
  const LanguageTools& languages_;
  mutable std::mutex mutex_;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> by_path_;  // → languages
  std::map<std::string, std::set<std::string, std::less<>>> by_content_;            // SHA-256 → languages
  Spool spool_;
  std::vector<Waiting> waiting_;
  std::vector<LeakScanner> scanners_;                            // by edition; empty until the guard is open
  std::vector<Secrets> secrets_;                                 // by edition
  std::set<std::pair<std::string, std::string>> without_right_;  // path and edition
};

}  // namespace tailorbird
