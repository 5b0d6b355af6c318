#include "build/searched_files.hpp"

#include <fmt/format.h>
#include <utility>

#include "base/hash.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t key_length = 64;
constexpr std::size_t least_of_whole_edition = std::size_t{256} << 10U;  // pages have at most half of it

/// The name and that of the folder, which decide how bytes are read (leak/uncut_text.hpp).
std::string_view last_names(std::string_view path) {
  const std::size_t name = path.rfind('/');
  if (name == std::string_view::npos || name == 0) return path;
  const std::size_t folder = path.rfind('/', name - 1);
  return path.substr(folder == std::string_view::npos ? 0 : folder);
}

}  // namespace

const KnownPhrases& PhrasesOfBuild::of(const std::string& language, const LeakIndex& index) const {
  const std::lock_guard lock(mutex_);
  auto made = made_.find(language);
  if (made == made_.end()) {
    const auto before = before_.find(language);
    made = made_
               .emplace(language,
                        KnownPhrases(index, before == before_.end() ? std::string_view{} : before->second))
               .first;
  }
  return made->second;
}

SearchedFiles::SearchedFiles(const KeptSearch* before, bool makes_prints, ReadBefore read_before)
    : before_(before),
      makes_prints_(makes_prints && before != nullptr),
      read_before_(std::move(read_before)) {
  if (before != nullptr && before->has_all_prints) prints_before_ = PrintSet::read(before->prints);
}

std::string SearchedFiles::key_of(std::string_view language, std::string_view path, std::size_t size,
                                  std::string_view content) {
  const std::string place = fmt::format("{} {} {}", language, size, path);
  return sha256_hex(place + '\0' + std::string(content));
}

bool SearchedFiles::was_clean(std::string_view key) const {
  if (before_ == nullptr) return false;
  const std::string_view keys = before_->files;
  std::size_t begin = 0;
  std::size_t end = keys.size() / key_length;
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    const int order = keys.substr(middle * key_length, key_length).compare(key);
    if (order == 0) return true;
    (order < 0 ? begin : end) = order < 0 ? middle + 1 : middle;
  }
  return false;
}

/// As of a file that was_clean, the hash of its very bytes must be among those of the last build.
std::optional<HashedBytes> SearchedFiles::clean_before(std::string_view language, std::string_view path,
                                                       std::string_view bytes) const {
  if (!read_before_ || bytes.size() < least_of_whole_edition) return std::nullopt;
  std::optional<HashedBytes> before = read_before_(std::string(path));
  if (before && !was_clean(key_of(language, path, before->size(), before->sha256()))) before.reset();
  return before;
}

std::string_view SearchedFiles::marks(const std::string& language) const {
  if (before_ == nullptr) return {};
  const auto known = before_->marks.find(language);
  return known == before_->marks.end() ? std::string_view{} : known->second;
}

void SearchedFiles::note(std::string key) {
  const std::lock_guard lock(mutex_);
  clean_.insert(std::move(key));
}

void SearchedFiles::note_prints(std::string_view path, std::string_view bytes, const std::string& content,
                                bool was_clean, std::string_view before) {
  if (!makes_prints_ || (was_clean && prints_before_)) return;
  const bool is_new = [&] {
    const std::lock_guard lock(mutex_);
    return printed_.insert(content + std::string(last_names(path))).second;
  }();
  const Prints prints = prints_of_changed_file(path, is_new ? bytes : std::string_view{},
                                               prints_before_ ? before : std::string_view{});
  const std::lock_guard lock(mutex_);
  prints_.add(prints);
}

/// What the last build had and this one has not any more stays: nobody knows which print it was.
std::string SearchedFiles::prints() const {
  if (!makes_prints_) return {};
  const std::lock_guard lock(mutex_);
  PrintSet all = prints_;
  if (prints_before_) all.add(*prints_before_);
  return all.text();
}

std::string SearchedFiles::take_keys() {
  const std::lock_guard lock(mutex_);
  std::string keys;
  for (const std::string& key : std::exchange(clean_, {})) keys += key;
  return keys;
}

}  // namespace tailorbird
