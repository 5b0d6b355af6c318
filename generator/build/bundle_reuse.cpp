#include "build/bundle_reuse.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>

#include "write/read_zip.hpp"

namespace tailorbird {
namespace {

/// Searches files, and what is packed in them, for phrases that their bundle has become forbidden.
class FileSearch {
 public:
  struct Wanted {
    const NewPhrases* phrases;
    LeakScanner scanner;
  };
  explicit FileSearch(const std::vector<Wanted>& wanted) : wanted_(wanted) {}

  /// Whether one stands in the file. What cannot be unpacked counts as if one did.
  bool finds_in(const std::string& path, std::string_view bytes) {
    const std::string_view text = is_searched(path) ? bytes : std::string_view{};
    const bool here = std::any_of(wanted_.begin(), wanted_.end(), [&](const Wanted& one) {
      return one.phrases->are_in(path, text, one.scanner);
    });
    if (here) return true;
    if (is_zip(bytes)) return finds_in_zip(bytes);
    searched_[{bytes.size(), crc32_of(bytes)}].push_back(path);
    return false;
  }

 private:
  bool finds_in_zip(std::string_view bytes) {
    bool found = false;
    const Result<void> read = each_entry(
        bytes, [&](const EntryFacts& entry) { return !found && !is_searched_already(entry); },
        [&](const std::string& name, std::string_view content) { found = found || finds_in(name, content); });
    return found || !read;
  }

  /// The files of a site are in its packages too, most of them as they are.
  bool is_searched_already(const EntryFacts& entry) const {
    const auto same = searched_.find({entry.size, entry.crc});
    return same != searched_.end() &&
           std::any_of(same->second.begin(), same->second.end(),
                       [&](const std::string& path) { return path.ends_with("/" + entry.name); });
  }

  const std::vector<Wanted>& wanted_;
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::vector<std::string>> searched_;  // size, CRC-32
};

/// Takes the files of `kept` over; false when the output does not have all of them.
bool take_files(const KeptBundle& kept, const Staging& staging) {
  for (const KeptPackage& package : kept.packages) {
    for (const WrittenFile& file : package.files) {
      if (!staging.keep(file.path, file.size, file.sha256)) return false;
    }
  }
  return true;
}

void drop_files(const KeptBundle& kept, const Staging& staging) {
  for (const KeptPackage& package : kept.packages) {
    for (const WrittenFile& file : package.files) ::unlink(staging.staged(file.path).c_str());
  }
}

}  // namespace

std::string bundle_id(const Edition& edition) {
  return fmt::format("{}/{}", edition.profile->id, edition.bundle->id);
}

std::string BundleReuse::inputs_of(const std::vector<const Edition*>& editions,
                                   const std::vector<WrittenFile>& delivered) const {
  std::string more;
  for (const WrittenFile& file : delivered) more += fmt::format("{} {}\n", file.sha256, file.path);
  return inputs_.of_bundle(editions, more);
}

bool BundleReuse::may_stand(const std::vector<const Edition*>& editions, const std::string& inputs) const {
  const auto kept = before_.bundles.find(bundle_id(*editions.front()));
  if (kept == before_.bundles.end() || kept->second.inputs != inputs) return false;
  return std::all_of(editions.begin(), editions.end(),
                     [&](const Edition* one) { return before_.phrases.contains(one->language); });
}

const NewPhrases* BundleReuse::new_phrases(const std::string& language, const LeakIndex& index) const {
  Lazily& made = new_phrases_.at(language);
  std::call_once(made.once, [&] {
    made.phrases = std::make_unique<const NewPhrases>(index, phrases_->of(language, index).fresh());
  });
  return made.phrases.get();
}

/// A phrase that is not new needs no look. Where it was forbidden before, it was looked for; where it was
/// not, a text of the bundle holds it, and still does, as the bundle's inputs are the same.
bool BundleReuse::holds_new_phrase(const KeptBundle& kept, const std::vector<const Edition*>& editions,
                                   const BuildSetting& setting) const {
  std::vector<FileSearch::Wanted> wanted;
  for (const Edition* edition : editions) {
    const LeakIndex& index = setting.languages.leak_index(edition->language);
    const NewPhrases* phrases = new_phrases(edition->language, index);
    if (phrases->empty()) continue;
    LeakScanner scanner(*edition, index);
    if (phrases->concern(scanner)) wanted.push_back({phrases, std::move(scanner)});
  }
  if (wanted.empty()) return false;
  FileSearch search(wanted);
  for (const bool packed : {false, true}) {  // what is packed is mostly what lies beside it
    for (const KeptPackage& package : kept.packages) {
      for (const WrittenFile& file : package.files) {
        if (file.path.ends_with(".zip") != packed) continue;
        const Result<std::string> bytes = read_file(setting.staging->staged(file.path));
        if (!bytes || search.finds_in(file.path, *bytes)) return true;
      }
    }
  }
  return false;
}

std::unique_ptr<MadeBundle> BundleReuse::take(const std::vector<const Edition*>& editions,
                                              const BuildSetting& setting) const {
  const KeptBundle& kept = before_.bundles.at(bundle_id(*editions.front()));
  if (!take_files(kept, *setting.staging) || holds_new_phrase(kept, editions, setting)) {
    drop_files(kept, *setting.staging);
    return nullptr;
  }
  std::unique_ptr<MadeBundle> made = begin_bundle(editions);
  made->inputs = kept.inputs;
  made->pages = kept.pages;
  made->revision = kept.revision;
  made->diagnostics.all() = kept.diagnostics;
  made->page_inputs = kept.page_inputs;
  made->kept_editions = kept.editions;
  made->search = search_of(kept, editions, setting);
  for (const KeptPackage& package : kept.packages) {
    made->packages.push_back({package.key, package.files, package.units});
    for (const WrittenFile& file : package.files) setting.packed.zips().stay(file.path);
  }
  return made;
}

/// What is secret since was looked for in the files, but not in all that was searched to make them.
KeptSearch BundleReuse::search_of(const KeptBundle& kept, const std::vector<const Edition*>& editions,
                                  const BuildSetting& setting) const {
  KeptSearch search{kept.search.files, {}};
  for (const Edition* edition : editions) {
    const auto marks = kept.search.marks.find(edition->language);
    if (marks == kept.search.marks.end()) continue;
    const KnownPhrases& phrases =
        phrases_->of(edition->language, setting.languages.leak_index(edition->language));
    search.marks[edition->language] = phrases.text_of(phrases.read_marks(marks->second));
  }
  return search;
}

void BundleReuse::remind(BundleGuard& guard, const std::vector<const Edition*>& editions) const {
  const auto kept = before_.bundles.find(bundle_id(*editions.front()));
  guard.remember(*phrases_, kept == before_.bundles.end() ? nullptr : &kept->second.search);
}

std::unique_ptr<KnownDocuments> BundleReuse::documents_of(const std::vector<const Edition*>& editions,
                                                          const Staging& staging) const {
  if (editions.front()->bundle->is_kit) return nullptr;  // its documents list the files of others
  const auto kept = before_.bundles.find(bundle_id(*editions.front()));
  return std::make_unique<KnownDocuments>(inputs_, editions,
                                          kept == before_.bundles.end() ? nullptr : &kept->second, staging);
}

KeptBundle take_kept(MadeBundle& made) {
  KeptBundle kept{made.inputs,
                  made.pages,
                  made.revision,
                  std::move(made.diagnostics.all()),
                  {},
                  std::move(made.page_inputs),
                  std::move(made.kept_editions),
                  std::move(made.search)};
  for (const FinishedPackage& package : made.packages)
    kept.packages.push_back({package.key, package.units, package.files});
  return kept;
}

}  // namespace tailorbird
