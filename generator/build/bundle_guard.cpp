#include "build/bundle_guard.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "render/made_words.hpp"

namespace tailorbird {
namespace {

constexpr auto text_endings = std::to_array<std::string_view>(
    {".conf", ".config", ".css", ".csv", ".dtd", ".html", ".ics", ".js", ".json", ".md", ".opf", ".rels",
     ".svg", ".txt", ".vtt", ".xhtml", ".xml", ".xsd", "mimetype"});

ThemeText theme_text(const Theme& theme, const Edition& edition) {
  const std::string& language = edition.language;
  ThemeText text;
  text.made = made_words(theme, edition);
  if (const auto words = theme.words.find(theme.words_language(language)); words != theme.words.end()) {
    for (const auto& [key, word] : words->second) {
      text.words.emplace_back(word);
      text.files.emplace_back(key);
    }
  }
  for (const ThemeFiles* files : {&theme.layouts, &theme.partials, &theme.components, &theme.paper}) {
    for (const auto& [name, file] : *files) text.files.emplace_back(file.text);
  }
  for (const auto& [path, bytes] : theme.assets) {
    if (is_searched(path)) text.files.emplace_back(bytes);
  }
  for (const auto& [format, joined] : theme.of_formats) {
    text.files.emplace_back(joined.script);
    text.files.emplace_back(joined.style);
  }
  for (const auto& [path, bytes] : theme.kit_files) text.files.emplace_back(bytes);
  return text;
}

/// Whether `path` is `other` in a folder, as files of a site are in its zip.
bool is_copy(std::string_view path, std::string_view other) {
  return path.size() > other.size() && path.ends_with(other) && path[path.size() - other.size() - 1] == '/';
}

}  // namespace

bool is_searched(std::string_view path) {
  return std::any_of(text_endings.begin(), text_endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

void BundleGuard::let_in(std::string_view language, const FinishedFile& file) {
  const std::string hash = is_searched(file.path) ? std::string{} : file.bytes.sha256();
  const std::lock_guard lock(mutex_);
  by_path_[file.path].emplace(language);
  if (!hash.empty()) by_content_[hash].emplace(language);
}

bool BundleGuard::may_hold(std::string_view language, std::string_view path) const {
  const std::lock_guard lock(mutex_);
  const auto languages = by_path_.find(path);
  if (languages == by_path_.end()) return true;
  return language.empty() || languages->second.contains("") || languages->second.contains(language);
}

void BundleGuard::check_right(std::string_view language, std::string_view path, const std::string& sha256) {
  const std::lock_guard lock(mutex_);
  const auto languages = by_content_.find(sha256);
  const bool right = languages != by_content_.end() && (language.empty() || languages->second.contains("") ||
                                                        languages->second.contains(language));
  if (right) return;
  for (const Edition* edition : editions_) {
    if (language.empty() || edition->language == language) without_right_.emplace(path, edition->id());
  }
}

void BundleGuard::inspect(std::string_view language, std::string_view path, const HashedBytes& bytes) {
  if (is_searched(path)) return search(language, path, bytes);
  check_right(language, path, bytes.sha256());
  search(language, path, {});
}

/// What is in the bytes was found in the other file, whose findings hold for its copies (take_findings). Only
/// the name is new.
void BundleGuard::inspect_copy(std::string_view language, std::string_view path, const std::string& sha256) {
  if (!is_searched(path)) check_right(language, path, sha256);
  search(language, path, {});
}

/// The name of the file and its bytes, once the guard is open.
void BundleGuard::search(std::string_view language, std::string_view path, const HashedBytes& bytes) {
  const std::string content = searched_ == nullptr ? std::string{} : bytes.sha256();
  if (is_open()) return scan(language, path, bytes, content);
  Spool::Slot kept = spool_.put(std::string(bytes.view()));
  const std::lock_guard lock(mutex_);
  waiting_.push_back({std::string(language), std::string(path), content, std::move(kept)});
}

void BundleGuard::remember(const PhrasesOfBuild& phrases, const KeptSearch* before, bool makes_prints,
                           ReadBefore read_before) {
  phrases_ = &phrases;
  searched_ = std::make_unique<SearchedFiles>(before, makes_prints, std::move(read_before));
}

/// Of each edition: what its files were not searched for by the last build, or were allowed to hold then.
void BundleGuard::look_for_new_secrets() {
  if (searched_ == nullptr) return;
  constexpr std::size_t most = 256;  // more are found sooner with all others
  for (std::size_t index = 0; index < scanners_.size(); ++index) {
    const std::string& language = editions_[index]->language;
    const LeakIndex& leak_index = languages_.leak_index(language);
    const std::vector<bool>& secrets = scanners_[index].secrets();
    const std::vector<bool> looked_for =
        phrases_->of(language, leak_index).read_marks(searched_->marks(language));
    const PrintSet* const prints = searched_->prints_before();
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t phrase = 0; phrase < secrets.size(); ++phrase) {
      if (!secrets[phrase] || looked_for[phrase]) continue;
      if (prints == nullptr || prints->may_have(prints_of_phrase(leak_index.folded_phrase(phrase))))
        numbers.push_back(phrase);
    }
    if (numbers.size() > most) {
      new_secrets_.push_back(nullptr);
      continue;
    }
    // One that is excused, as it was in the last build, stands in many files: no scan would report it.
    std::erase_if(numbers, [&](std::uint32_t phrase) { return !scanners_[index].is_secret(phrase); });
    new_secrets_.push_back(std::make_unique<const NewPhrases>(leak_index, std::move(numbers)));
  }
}

bool BundleGuard::may_have_new_secret(std::size_t index, std::string_view path,
                                      std::string_view bytes) const {
  const NewPhrases* phrases = new_secrets_[index].get();
  return phrases == nullptr || (!phrases->empty() && phrases->are_in(path, bytes, scanners_[index]));
}

/// `content`: the SHA-256 of the bytes, where a record is kept.
void BundleGuard::scan(std::string_view language, std::string_view path, std::string_view bytes,
                       const std::string& content) {
  std::string key;
  bool was_clean = false;
  HashedBytes before;  // a clean file: a secret that was looked for in it is in none of its pieces
  if (searched_ != nullptr) {
    key = SearchedFiles::key_of(language, path, bytes.size(), content);
    was_clean = searched_->was_clean(key);
    if (!was_clean) before = searched_->clean_before(language, path, bytes).value_or(HashedBytes{});
    searched_->note_prints(path, bytes, content, was_clean, before);
  }
  bool is_clean = true;  // whatever another edition may show
  for (std::size_t index = 0; index < scanners_.size(); ++index) {
    if (!language.empty() && editions_[index]->language != language) continue;
    const bool knows_pieces = was_clean || before.size() != 0;
    const bool may_have_new = knows_pieces && may_have_new_secret(index, path, bytes);
    if (was_clean && !may_have_new) continue;
    Phrases found =
        scanners_[index].secrets_in_changed(path, bytes, may_have_new ? std::string_view{} : before.view());
    is_clean = is_clean && found.empty();
    if (language.empty()) drop_allowed_elsewhere(index, found);
    if (found.empty()) continue;
    const std::lock_guard lock(mutex_);
    Phrases& all = secrets_[index][std::string(path)];
    Phrases both;
    std::set_union(all.begin(), all.end(), found.begin(), found.end(), std::back_inserter(both));
    all = std::move(both);
  }
  if (searched_ != nullptr && is_clean) searched_->note(std::move(key));
}

KeptSearch BundleGuard::take_search() {
  KeptSearch search;
  if (searched_ == nullptr) return search;
  search.files = searched_->take_keys();
  search.prints = searched_->prints();
  search.has_all_prints = !search.prints.empty();
  for (std::size_t index = 0; index < scanners_.size(); ++index) {
    const std::string& language = editions_[index]->language;
    search.marks[language] =
        phrases_->of(language, languages_.leak_index(language)).text_of(scanners_[index].looked_for());
  }
  return search;
}

/// Of what edition `index` must not show in a file for all languages, takes away what another edition of the
/// bundle may.
void BundleGuard::drop_allowed_elsewhere(std::size_t index, Phrases& found) const {
  std::erase_if(found, [&](std::uint32_t phrase) {
    for (std::size_t other = 0; other < scanners_.size(); ++other) {
      if (other != index && scanners_[other].allows(scanners_[index], phrase)) return true;
    }
    return false;
  });
}

Result<void> BundleGuard::open(unsigned jobs) {
  if (is_open()) return {};
  secrets_.resize(editions_.size());
  std::vector<LeakScanner> scanners;
  for (const Edition* edition : editions_) {
    scanners.emplace_back(*edition, languages_.leak_index(edition->language), theme_text(theme_, *edition));
  }
  scanners_ = std::move(scanners);
  look_for_new_secrets();
  std::vector<Waiting> waiting = std::exchange(waiting_, {});
  std::vector<std::optional<Error>> failures(waiting.size());
  parallel_for(waiting.size(), jobs, [&](std::size_t index) {
    Waiting& file = waiting[index];
    const Result<std::string> bytes = spool_.take(std::move(file.bytes));
    if (bytes) {
      scan(file.language, file.path, *bytes, file.content);
    } else {
      failures[index] = bytes.error();
    }
  });
  for (const std::optional<Error>& failure : failures) {
    if (failure) return *failure;
  }
  return {};
}

Diagnostics BundleGuard::take_findings() {
  Diagnostics findings;
  for (std::size_t index = 0; index < secrets_.size(); ++index) {
    const Secrets secrets = std::exchange(secrets_[index], {});
    for (const auto& secret : secrets) {
      const bool told = std::any_of(secrets.begin(), secrets.end(), [&](const auto& other) {
        return is_copy(secret.first, other.first) &&
               std::includes(other.second.begin(), other.second.end(), secret.second.begin(),
                             secret.second.end());
      });
      if (!told) scanners_[index].report(secret.first, secret.second, findings);
    }
  }
  for (const auto& [path, edition] : std::exchange(without_right_, {})) {
    findings
        .add("file-leaked", {"profiles/" + edition.substr(0, edition.find('/')) + ".yaml", {}, 0},
             fmt::format("`{}` is used by no page of this edition", path))
        .editions = {edition};
  }
  return findings;
}

}  // namespace tailorbird
