#include "build/bundle_reuse.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <set>
#include <unistd.h>
#include <utility>

#include "build/kit_lists.hpp"
#include "write/old_files.hpp"
#include "write/read_zip.hpp"

namespace tailorbird {
namespace {

/// What is asked of a text with a name.
using Question = std::function<bool(const std::string& path, std::string_view text)>;

using ReadFile = std::function<std::optional<HashedBytes>(const WrittenFile& file)>;

/// Reads files of a bundle, and what is packed in them, and asks each text a question until the answer is
/// yes.
class TextsOfBundle {
 public:
  TextsOfBundle(std::vector<const WrittenFile*> files, ReadFile read)
      : files_(std::move(files)), read_(std::move(read)) {}

  bool empty() const { return files_.empty(); }
  /// Whether the answer was yes. What cannot be read or unpacked counts as if it was.
  bool any(const Question& is_it) {
    seen_.clear();
    for (const bool packed : {false, true}) {  // what is packed is mostly what lies beside it
      for (const WrittenFile* file : files_) {
        if (file->path.ends_with(".zip") != packed) continue;
        const std::optional<HashedBytes> bytes = read_(*file);
        if (!bytes || ask(file->path, *bytes, is_it)) return true;
      }
    }
    return false;
  }

 private:
  bool ask(const std::string& path, std::string_view bytes, const Question& is_it) {
    if (is_it(path, is_searched(path) ? bytes : std::string_view{})) return true;
    if (is_zip(bytes)) return ask_zip(bytes, is_it);
    seen_[{bytes.size(), crc32_of(bytes)}].push_back(path);
    return false;
  }

  bool ask_zip(std::string_view bytes, const Question& is_it) {
    bool found = false;
    const Result<void> read = each_entry(
        bytes, [&](const EntryFacts& entry) { return !found && !is_seen(entry); },
        [&](const std::string& name, std::string_view content) {
          found = found || ask(name, content, is_it);
        });
    return found || !read;
  }

  /// The files of a site are in its packages too, most of them as they are.
  bool is_seen(const EntryFacts& entry) const {
    const auto same = seen_.find({entry.size, entry.crc});
    return same != seen_.end() &&
           std::any_of(same->second.begin(), same->second.end(),
                       [&](const std::string& path) { return path.ends_with("/" + entry.name); });
  }

  const std::vector<const WrittenFile*> files_;
  const ReadFile read_;
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::vector<std::string>> seen_;  // size, CRC-32
};

/// Phrases that a bundle has become forbidden.
class ForbiddenSince {
 public:
  /// `phrases`: of the language of the scanner. Must outlive this object.
  void add(const NewPhrases* phrases, LeakScanner scanner) {
    if (phrases->concern(scanner)) of_languages_.push_back({phrases, std::move(scanner)});
  }
  bool empty() const { return of_languages_.empty(); }

  bool are_in(const std::string& path, std::string_view text) const {
    return std::any_of(of_languages_.begin(), of_languages_.end(),
                       [&](const OfLanguage& one) { return one.phrases->are_in(path, text, one.scanner); });
  }

  bool are_in_name_of_any(const std::vector<KeptPackage>& packages) const {
    return std::any_of(packages.begin(), packages.end(), [&](const KeptPackage& package) {
      return std::any_of(package.files.begin(), package.files.end(),
                         [&](const WrittenFile& file) { return are_in(file.path, {}); });
    });
  }

  /// Whether the prints of files tell that none is in them.
  bool are_denied_by(std::string_view prints) const {
    const std::optional<PrintSet> known = PrintSet::read(prints);
    return known && std::none_of(of_languages_.begin(), of_languages_.end(), [&](const OfLanguage& one) {
             return one.phrases->may_be_in(*known, one.scanner);
           });
  }

 private:
  struct OfLanguage {
    const NewPhrases* phrases;
    LeakScanner scanner;
  };
  std::vector<OfLanguage> of_languages_;
};

/// Empty when a file cannot be read.
std::string prints_of(TextsOfBundle& texts) {
  PrintSet prints;
  const bool failed = texts.any([&](const std::string& path, std::string_view text) {
    prints.add(prints_of_file(path, text));
    return false;
  });
  return failed ? std::string{} : prints.text();
}

std::vector<const WrittenFile*> all_files(const std::vector<KeptPackage>& packages) {
  std::vector<const WrittenFile*> files;
  for (const KeptPackage& package : packages) {
    for (const WrittenFile& file : package.files) files.push_back(&file);
  }
  return files;
}

/// Those in the folder of the site; none when the bundle is not written as one.
std::vector<const WrittenFile*> files_of_site(const KeptBundle& kept) {
  std::vector<const WrittenFile*> files;
  for (const KeptPackage& package : kept.packages) {
    if (!package.key.ends_with("/site")) continue;
    for (const WrittenFile& file : package.files) {
      if (file.path.starts_with(package.key + "/")) files.push_back(&file);
    }
  }
  return files;
}

/// What was staged was compared with its hash then.
ReadFile from_staging(const Staging& staging) {
  return [&staging](const WrittenFile& file) -> std::optional<HashedBytes> {
    Result<std::string> bytes = read_file(staging.staged(file.path));
    if (!bytes) return std::nullopt;
    return HashedBytes(std::move(bytes).value());
  };
}

ReadFile from_output(const fs::path& out) {
  return [&out](const WrittenFile& file) { return read_old_file(out, file.path, file.sha256); };
}

std::optional<HashedBytes> read_kept_file(const KeptBundle& bundle, const fs::path& out,
                                          const std::string& path) {
  for (const KeptPackage& package : bundle.packages) {
    for (const WrittenFile& file : package.files) {
      if (file.path == path) return read_old_file(out, path, file.sha256);
    }
  }
  return std::nullopt;
}

/// The folders of `file` in the unit at `unit`, and the unit itself if it is one.
void add_folders(const std::string& file, const std::string& unit, std::set<std::string>& folders) {
  if (!file.starts_with(unit + "/")) return;
  for (std::size_t end = unit.size(); end != std::string::npos; end = file.find('/', end + 1))
    folders.insert(file.substr(0, end));
}

/// Whether the output has all files, in folders of its own and not behind a link.
bool are_in_place(const std::vector<KeptPackage>& packages, const fs::path& out, const Staging& staging) {
  std::set<std::string> folders;
  for (const KeptPackage& package : packages) {
    for (const WrittenFile& file : package.files) {
      if (!staging.stands(file.path, file.size, file.sha256)) return false;
      for (const std::string& unit : package.units) add_folders(file.path, unit, folders);
    }
  }
  return std::all_of(folders.begin(), folders.end(), [&](const std::string& folder) {
    std::error_code ignored;
    return fs::is_directory(fs::symlink_status(out / folder, ignored));
  });
}

/// Stages the files of a kit, with new lists of packages; false when the output does not have the others.
bool stage_kit(std::vector<KeptPackage>& packages, const std::vector<const Edition*>& editions,
               const BuildSetting& setting, KeptSearch& search) {
  const std::vector<WrittenFile> lists = take_package_lists(*editions.front(), packages);
  for (const KeptPackage& package : packages) {
    for (const WrittenFile& file : package.files) {
      if (!setting.staging->keep(file.path, file.size, file.sha256)) return false;
    }
  }
  return add_package_lists(editions, setting, lists, packages, search);
}

void drop_files(const std::vector<KeptPackage>& packages, const Staging& staging) {
  for (const KeptPackage& package : packages) {
    for (const WrittenFile& file : package.files) ::unlink(staging.staged(file.path).c_str());
  }
}

}  // namespace

std::string bundle_id(const Edition& edition) {
  return fmt::format("{}/{}", edition.profile->id, edition.bundle->id);
}

const KeptBundle* BundleReuse::kept(const std::vector<const Edition*>& editions) const {
  const auto kept = before_.bundles.find(bundle_id(*editions.front()));
  const bool known = kept != before_.bundles.end() &&
                     std::all_of(editions.begin(), editions.end(),
                                 [&](const Edition* one) { return before_.phrases.contains(one->language); });
  return known ? &kept->second : nullptr;
}

bool BundleReuse::may_stand(const std::vector<const Edition*>& editions, const std::string& inputs) const {
  const KeptBundle* const bundle = kept(editions);
  return bundle != nullptr && bundle->inputs == inputs;
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
class BundleReuse::Forbidden : public ForbiddenSince {
 public:
  Forbidden(const BundleReuse& reuse, const std::vector<const Edition*>& editions,
            const BuildSetting& setting) {
    for (const Edition* edition : editions) {
      const LeakIndex& index = setting.languages.leak_index(edition->language);
      const NewPhrases* phrases = reuse.new_phrases(edition->language, index);
      if (!phrases->empty()) add(phrases, LeakScanner(*edition, index));
    }
  }

  bool are_in_any(TextsOfBundle& texts) const {
    return texts.any([&](const std::string& path, std::string_view text) { return are_in(path, text); });
  }
};

/// Adds to `search` the prints of the files if it has none.
bool BundleReuse::holds_new_phrase(const std::vector<KeptPackage>& packages,
                                   const std::vector<const Edition*>& editions, const BuildSetting& setting,
                                   KeptSearch& search) const {
  const Forbidden forbidden(*this, editions, setting);
  if (forbidden.empty()) return false;
  const bool is_kit = editions.front()->bundle->is_kit;
  TextsOfBundle texts(all_files(packages),
                      is_kit ? from_staging(*setting.staging) : from_output(setting.request.out));
  if (search.prints.empty()) {
    search.prints = prints_of(texts);
    search.has_all_prints = false;
  }
  if (forbidden.are_denied_by(search.prints)) return forbidden.are_in_name_of_any(packages);
  return forbidden.are_in_any(texts);
}

std::unique_ptr<MadeBundle> BundleReuse::take_findings(const std::vector<const Edition*>& editions,
                                                       const BuildSetting& setting) const {
  const KeptBundle& bundle = before_.bundles.at(bundle_id(*editions.front()));
  const Forbidden forbidden(*this, editions, setting);
  if (!forbidden.empty() && forbidden.are_in_name_of_any(bundle.packages)) return nullptr;
  if (!forbidden.empty() && !forbidden.are_denied_by(bundle.search.prints)) {
    TextsOfBundle texts(files_of_site(bundle), from_output(setting.request.out));
    if (texts.empty() || forbidden.are_in_any(texts)) return nullptr;
  }
  std::unique_ptr<MadeBundle> made = begin_bundle(editions);
  made->pages = bundle.pages;
  made->diagnostics.all().assign(
      bundle.diagnostics.begin(),
      bundle.diagnostics.begin() + static_cast<std::ptrdiff_t>(bundle.found_by_check));
  return made;
}

std::unique_ptr<MadeBundle> BundleReuse::take(const std::vector<const Edition*>& editions,
                                              const BuildSetting& setting) const {
  const KeptBundle& kept = before_.bundles.at(bundle_id(*editions.front()));
  KeptSearch search = search_of(kept, editions, setting);
  std::vector<KeptPackage> packages = kept.packages;
  const bool is_kit = editions.front()->bundle->is_kit;
  const bool stands = is_kit ? stage_kit(packages, editions, setting, search)
                             : are_in_place(packages, setting.request.out, *setting.staging);
  if (!stands || holds_new_phrase(packages, editions, setting, search)) {
    if (is_kit) drop_files(packages, *setting.staging);
    return nullptr;
  }
  std::unique_ptr<MadeBundle> made = begin_bundle(editions);
  made->in_place = !is_kit;
  made->inputs = kept.inputs;
  made->pages = kept.pages;
  made->revision = kept.revision;
  made->diagnostics.all() = kept.diagnostics;
  made->page_inputs = kept.page_inputs;
  made->kept_editions = kept.editions;
  made->search = std::move(search);
  made->found_by_check = kept.found_by_check;
  for (KeptPackage& package : packages) {
    for (const WrittenFile& file : package.files) setting.packed.zips().stay(file.path);
    made->packages.push_back({std::move(package.key), std::move(package.files), std::move(package.units)});
  }
  return made;
}

/// What is secret since was looked for in the files, but not in all that was searched to make them.
KeptSearch BundleReuse::search_of(const KeptBundle& kept, const std::vector<const Edition*>& editions,
                                  const BuildSetting& setting) const {
  KeptSearch search{kept.search.files, {}, kept.search.prints, kept.search.has_all_prints};
  for (const Edition* edition : editions) {
    const auto marks = kept.search.marks.find(edition->language);
    if (marks == kept.search.marks.end()) continue;
    const KnownPhrases& phrases =
        phrases_->of(edition->language, setting.languages.leak_index(edition->language));
    search.marks[edition->language] = phrases.text_of(phrases.read_marks(marks->second));
  }
  return search;
}

void BundleReuse::remind(BundleGuard& guard, const std::vector<const Edition*>& editions, bool makes_prints,
                         const fs::path& out) const {
  const std::string id = bundle_id(*editions.front());
  const auto kept = before_.bundles.find(id);
  if (kept == before_.bundles.end()) return guard.remember(*phrases_, nullptr, makes_prints);
  const KeptBundle& bundle = kept->second;
  guard.remember(*phrases_, &bundle.search, makes_prints, [&bundle, &out, id](const std::string& path) {
    return read_kept_file(bundle, out, id + "/" + path);
  });
}

std::unique_ptr<KnownDocuments> BundleReuse::documents_of(const std::vector<const Edition*>& editions,
                                                          const fs::path& out) const {
  if (editions.front()->bundle->is_kit) return nullptr;  // it has no site that they could be taken from
  const auto kept = before_.bundles.find(bundle_id(*editions.front()));
  return std::make_unique<KnownDocuments>(inputs_, editions,
                                          kept == before_.bundles.end() ? nullptr : &kept->second, out);
}

KeptBundle take_kept(MadeBundle& made) {
  KeptBundle kept{made.inputs,
                  made.pages,
                  made.revision,
                  made.diagnostics.all(),
                  {},
                  std::move(made.page_inputs),
                  std::move(made.kept_editions),
                  std::move(made.search),
                  made.found_by_check};
  for (const FinishedPackage& package : made.packages)
    kept.packages.push_back({package.key, package.units, package.files});
  return kept;
}

}  // namespace tailorbird
