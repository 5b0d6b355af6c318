#include "build/known_documents.hpp"

#include <atomic>
#include <fmt/format.h>
#include <utility>

#include "base/parallel.hpp"
#include "write/old_files.hpp"

namespace tailorbird {
namespace {

// Of an edition that is reused; what has more is spooled, and hashed once more when it comes back.
constexpr std::size_t most_bytes_in_memory = std::size_t{4} << 20U;

}  // namespace

KnownDocuments::KnownDocuments(const BundleInputs& inputs, const std::vector<const Edition*>& editions,
                               const KeptBundle* before, const fs::path& out)
    : inputs_(inputs), before_(before), out_(out) {
  for (const Edition* edition : editions) around_.emplace(edition, inputs.around_pages(editions, *edition));
  if (before == nullptr) return;
  const Edition& first = *editions.front();
  const std::string key = fmt::format("{}/{}/site", first.profile->id, first.bundle->id);
  for (const KeptPackage& package : before->packages) {
    if (package.key != key) continue;
    for (const WrittenFile& file : package.files) {
      if (file.path.starts_with(key + "/")) files_.emplace(file.path.substr(key.size() + 1), &file);
    }
  }
}

std::string KnownDocuments::inputs_of(const Edition& edition, std::size_t index) const {
  return inputs_.of_page(around_.at(&edition), edition.page(index));
}

std::optional<HashedBytes> KnownDocuments::find(const Edition& edition, std::size_t index,
                                                const std::string& path) {
  const auto file = files_.find(path);
  if (file == files_.end()) return std::nullopt;
  const auto known = before_->page_inputs.find(path);
  if (known == before_->page_inputs.end() || known->second != inputs_of(edition, index)) return std::nullopt;
  std::optional<HashedBytes> bytes = read_old_file(out_, file->second->path, file->second->sha256);
  if (bytes) keep(path, known->second);
  return bytes;
}

void KnownDocuments::note(const Edition& edition, std::size_t index, const std::string& path) {
  keep(path, inputs_of(edition, index));
}

std::string KnownDocuments::inputs_of(const Edition& edition) const {
  return inputs_.of_pages(around_.at(&edition), edition);
}

std::optional<std::vector<KnownDocuments::EditionFile>> KnownDocuments::find_all(
    const Edition& edition, const BuildRequest& request) {
  if (before_ == nullptr) return std::nullopt;
  const auto kept = before_->editions.find(edition.language);
  if (kept == before_->editions.end() || kept->second.inputs != inputs_of(edition)) return std::nullopt;
  std::vector<EditionFile> files;
  for (const auto& [path, made_from] : kept->second.files) files.push_back({path, made_from});
  std::atomic<bool> all = true;
  std::atomic<std::size_t> in_memory = 0;
  parallel_for(files.size(), request.jobs, [&](std::size_t index) {
    if (!all || is_stopped(request)) return;
    const auto file = files_.find(files[index].path);
    std::optional<HashedBytes> bytes =
        file == files_.end() ? std::nullopt : read_old_file(out_, file->second->path, file->second->sha256);
    if (!bytes)
      all = false;
    else if ((in_memory += bytes->size()) <= most_bytes_in_memory)
      files[index].bytes = std::move(bytes);
    else
      files[index].spooled = spool_.put(std::string(bytes->view()));
  });
  if (!all || is_stopped(request)) return std::nullopt;
  for (const EditionFile& file : files) {
    const auto inputs = before_->page_inputs.find(file.path);
    if (inputs != before_->page_inputs.end()) keep(file.path, inputs->second);
  }
  editions_.insert_or_assign(edition.language, kept->second);
  return files;
}

Result<HashedBytes> KnownDocuments::read(EditionFile& file) const {
  if (file.bytes) return *std::exchange(file.bytes, std::nullopt);
  Result<std::string> bytes = spool_.take(std::move(file.spooled));
  if (!bytes) return bytes.error();
  return HashedBytes(std::move(bytes).value());
}

const std::set<std::string>& KnownDocuments::media_of(const Edition& edition) const {
  return editions_.at(edition.language).media;
}

void KnownDocuments::note_all(const Edition& edition, std::map<std::string, std::string> files,
                              std::set<std::string> media) {
  editions_.insert_or_assign(edition.language,
                             KeptEdition{inputs_of(edition), std::move(files), std::move(media)});
}

void KnownDocuments::keep(const std::string& path, std::string inputs) {
  const std::lock_guard lock(mutex_);
  kept_.insert_or_assign(path, std::move(inputs));
}

std::map<std::string, std::string> KnownDocuments::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(kept_, {});
}

}  // namespace tailorbird
