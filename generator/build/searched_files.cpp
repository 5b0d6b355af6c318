#include "build/searched_files.hpp"

#include <fmt/format.h>
#include <utility>

#include "base/hash.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t key_length = 64;

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

std::string SearchedFiles::key_of(std::string_view language, std::string_view path, std::string_view bytes) {
  const std::string place = fmt::format("{} {} {}", language, bytes.size(), path);
  return sha256_hex(place + '\0' + sha256_hex(bytes));
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

std::string_view SearchedFiles::marks(const std::string& language) const {
  if (before_ == nullptr) return {};
  const auto known = before_->marks.find(language);
  return known == before_->marks.end() ? std::string_view{} : known->second;
}

void SearchedFiles::note(std::string key) {
  const std::lock_guard lock(mutex_);
  clean_.insert(std::move(key));
}

std::string SearchedFiles::take_keys() {
  const std::lock_guard lock(mutex_);
  std::string keys;
  for (const std::string& key : std::exchange(clean_, {})) keys += key;
  return keys;
}

}  // namespace tailorbird
