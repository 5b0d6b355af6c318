#include "build/build.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "build/bundle_reuse.hpp"
#include "build/bundle_run.hpp"
#include "build/delivery.hpp"
#include "build/filter.hpp"
#include "build/last_build.hpp"
#include "build/loaded_project.hpp"
#include "build/revision.hpp"
#include "build/severities.hpp"
#include "build/silenced.hpp"
#include "build/version.hpp"
#include "check/check.hpp"
#include "check/demands.hpp"
#include "check/review.hpp"
#include "diag/causes.hpp"
#include "render/rollout_dates.hpp"
#include "write/scorm/control_documents.hpp"

namespace tailorbird {
namespace {

using Themes = std::map<std::string, Theme, std::less<>>;

std::vector<Edition> editions_for(const Project& project, const BuildRequest& request) {
  std::vector<Edition> editions = make_editions(project, request.filter);
  return request.shard ? editions_of(std::move(editions), *request.shard) : editions;
}

/// A short name for what must be the same for all shards of a build.
std::string options_of_shards(const BuildRequest& request) {
  std::string text = request.zip ? "zip\n" : "no zip\n";
  for (const auto* names :
       {&request.filter.profiles, &request.filter.bundles, &request.filter.languages, &request.formats}) {
    const std::set<std::string> sorted(names->begin(), names->end());
    for (const std::string& name : sorted) text += name + "\n";
    text += "\n";
  }
  return sha256_hex(text).substr(0, 12);
}

/// All parts of a build, in the order in which they happen.
class Build {
 public:
  /// `start`: for a build that is to be kept. May be null.
  Build(const BuildRequest& request, const LoadedProject& loaded, const BuildStart* start)
      : request_(request),
        start_(start),
        loaded_(loaded),
        project_(loaded.project),
        found_(loaded.found),
        checked_days_(loaded.checked_days),
        compiled_(loaded.compiled),
        programs_([this](std::size_t page) -> const Program& { return compiled_.program(page); }),
        editions_(editions_for(project_, request)),
        languages_(project_, programs_, editions_),
        texts_(project_, editions_),
        packed_(PackedStore::default_memory, start == nullptr ? ZipsByPath{} : start->zips) {}

  Result<BuildReport> run() {
    Result<std::string> revision =
        read_revision(request_.root, request_.theme_folders, request_.jobs, *request_.files, hash_of());
    if (!revision) return revision.error();
    revision_ = std::move(revision).value();
    if (auto read = read_themes(); !read) return read.error();
    for (Edition& edition : editions_) {
      const auto theme = themes_.find(edition.profile->theme);
      if (theme != themes_.end()) add_rollout_dates(edition, theme->second);
    }
    if (request_.write && !request_.packager) {
      Result<Staging> staging = Staging::open(request_.out);
      if (!staging) return staging.error();
      staging_.emplace(std::move(staging).value());
      if (start_ != nullptr) staging_->know(start_->output);
    }
    open_reuse();
    if (auto made = make_bundles(); !made) return made.error();
    for (const Check& check : checks()) {
      if (check.project != nullptr && request_.checks) check.project(project_, programs_, found_);
    }
    if (!request_.today.empty()) check_reviews(project_, checked_days_, request_.today, found_);
    found_.append(compiled_.diagnostics());
    return report();
  }

 private:
  /// Files that have been read are not read again.
  HashOf hash_of() const {
    if (start_ == nullptr) return hash_through(*request_.files);
    return [this](const fs::path& file) { return start_->disk.sha256_of(file); };
  }

  /// Bundles whose theme cannot be read are not made; the report has the error.
  Result<void> read_themes() {
    const Profile* before = nullptr;
    for (const Edition& edition : editions_) {
      const Profile& profile = *edition.profile;
      if (&profile == before || themes_.contains(profile.theme)) continue;
      before = &profile;
      Result<ThemeRead> read = read_theme(profile.theme, request_.theme_folders, profile.theme_at,
                                          *request_.files, project_.site.languages);
      if (!read) return read.error();
      found_.append(std::move(read->diagnostics));
      if (read->complete) themes_.emplace(profile.theme, std::move(read->theme));
    }
    return {};
  }

  /// By now everything that bundles depend on has been read, except the control documents.
  void open_reuse() {
    if (start_ == nullptr) return;
    const auto documents = all_control_documents(request_.data_folder, start_->disk);
    if (!documents) return;
    for (const fs::path& document : *documents) {
      if (!start_->disk.sha256_of(document)) return;
    }
    const std::optional<DiskSnapshot> seen = start_->disk.seen();
    if (!seen) return;
    reuse_.emplace(BundleInputs({loaded_, request_.root, *seen, start_->options}), start_->bundles);
  }

  /// The editions of each bundle that can be made.
  std::vector<std::vector<const Edition*>> bundles() const {
    std::vector<std::vector<const Edition*>> result;
    for (const Edition& edition : editions_) {
      if (!themes_.contains(edition.profile->theme)) continue;
      if (result.empty() || result.back().front()->bundle != edition.bundle) result.emplace_back();
      result.back().push_back(&edition);
    }
    return result;
  }

  /// A bundle that the build makes.
  struct Wanted {
    std::size_t index;  // in made_
    std::vector<const Edition*> editions;
    std::string inputs;  // KeptBundle::inputs
  };

  /// The first bundle follows the compiler, page by page. The others, for which all is ready, go side by
  /// side; the roll-out kit lists the files of all others, so it comes after them.
  Result<void> make_bundles() {
    const std::vector<std::vector<const Edition*>> all = bundles();
    made_.resize(all.size());
    std::vector<std::size_t> readers;
    std::vector<std::size_t> kits;
    for (std::size_t index = 0; index < all.size(); ++index)
      (all[index].front()->bundle->is_kit ? kits : readers).push_back(index);
    if (auto made = make_bundles(all, readers, true); !made) return made;
    if (auto made = make_bundles(all, kits, readers.empty()); !made) return made;
    for (const auto& made : made_) found_.append(std::move(made->diagnostics));
    return {};
  }

  /// What was found in a page is soon forgotten (base/recent_map.hpp): bundles for the same readers, whose
  /// pages have most in common, follow one another. The first stays where it is, for the compiler.
  static void put_alike_together(std::vector<Wanted>& wanted) {
    if (wanted.empty()) return;
    std::stable_sort(wanted.begin() + 1, wanted.end(), [](const Wanted& a, const Wanted& b) {
      return a.editions.front()->space < b.editions.front()->space;
    });
  }

  /// Those of `all` that `which` names. `compiling`: programs may still be on their way.
  Result<void> make_bundles(const std::vector<std::vector<const Edition*>>& all,
                            const std::vector<std::size_t>& which, bool compiling) {
    std::vector<Wanted> fresh;
    std::vector<Wanted> standing;
    for (const std::size_t index : which) {
      Wanted wanted{index, all[index], reuse_ ? reuse_->inputs_of(all[index]) : std::string{}};
      (stands(wanted) ? standing : fresh).push_back(std::move(wanted));
    }
    put_alike_together(fresh);
    std::vector<Result<void>> results(which.size());
    if (!fresh.empty()) results[0] = make(fresh[0], compiling);
    parallel_for(which.size() - std::min<std::size_t>(1, fresh.size()), request_.jobs, [&](std::size_t at) {
      at += fresh.empty() ? 0 : 1;
      results[at] = at < fresh.size() ? make(fresh[at], false) : take_or_make(standing[at - fresh.size()]);
    });
    for (const Result<void>& result : results) {
      if (!result) return result;
    }
    for (const std::size_t index : which) note_delivered(*made_[index]);
    return {};
  }

  /// Whether it is probably as in the last build.
  bool stands(const Wanted& wanted) const {
    return reuse_ && reuse_->may_stand(wanted.editions, wanted.inputs);
  }

  BuildSetting setting() {
    return {request_,   project_,   programs_,
            languages_, texts_,     staging_ ? &*staging_ : nullptr,
            packed_,    delivered_, reuse_ ? &*reuse_ : nullptr};
  }

  Result<void> make(const Wanted& wanted, bool compiling) {
    const Theme& theme = themes_.at(wanted.editions.front()->profile->theme);
    auto made = make_bundle(wanted.editions, theme, setting(), compiling);
    if (!made) return made.error();
    made_[wanted.index] = std::move(made).value();
    made_[wanted.index]->inputs = wanted.inputs;
    keep(wanted);
    return {};
  }

  Result<void> take_or_make(const Wanted& wanted) {
    auto taken = staging_ ? reuse_->take(wanted.editions, setting())
                          : reuse_->take_findings(wanted.editions, setting());
    if (taken == nullptr) return make(wanted, false);
    made_[wanted.index] = std::move(taken);
    keep(wanted);
    return {};
  }

  /// Adds the bundle's record for the next build.
  void keep(const Wanted& wanted) {
    if (reuse_ && staging_) kept_.add(bundle_id(*wanted.editions.front()), take_kept(*made_[wanted.index]));
  }

  /// What the organisation's readers get, for its kit.
  void note_delivered(const MadeBundle& made) {
    if (made.bundle.is_kit || !made.profile.rollout) return;
    std::vector<WrittenFile>& files = delivered_[&made.profile];
    for (const FinishedPackage& package : made.packages)
      files.insert(files.end(), package.files.begin(), package.files.end());
    std::sort(files.begin(), files.end());
  }

  Delivery delivery() {
    Delivery delivery{
        {fmt::format("tailorbird {}", version()), revision_, {}}, {}, wanted_keys(project_), request_.prune};
    if (request_.shard) {
      delivery.record.shard = request_.shard->text();
      delivery.record.options = options_of_shards(request_);
    }
    for (const auto& made : made_) {
      for (FinishedPackage& package : made->packages) {
        std::vector<std::string> languages = made->bundle.languages;
        std::sort(languages.begin(), languages.end());
        std::vector<std::string>& units = made->in_place ? delivery.standing : delivery.units;
        units.insert(units.end(), package.units.begin(), package.units.end());
        delivery.record.entries[package.key] = {languages, made->pages, made->revision,
                                                std::move(package.files)};
      }
    }
    if (request_.shard) be_all_there_is(delivery);
    return delivery;
  }

  /// The folder of a shard holds this shard and nothing else: organisations change places when content does.
  static void be_all_there_is(Delivery& delivery) {
    delivery.wanted.clear();
    for (const auto& [key, entry] : delivery.record.entries) delivery.wanted.insert(key);
    delivery.prune = true;
  }

  /// By language: what all files were searched for.
  std::map<std::string, std::string> phrases() const {
    std::map<std::string, std::string> phrases;
    if (!reuse_) return phrases;
    for (const Edition& edition : editions_) {
      if (!phrases.contains(edition.language))
        phrases[edition.language] =
            reuse_->phrases().of(edition.language, languages_.leak_index(edition.language)).hashes();
    }
    return phrases;
  }

  Result<BuildReport> report() {
    if (loaded_.bodies) {
      if (auto failure = loaded_.bodies->failure()) return *failure;
    }
    BuildReport report;
    const EditionFilter& filter = request_.filter;
    const bool whole = filter.profiles.empty() && filter.bundles.empty() && filter.languages.empty() &&
                       request_.formats.empty() && !request_.today.empty() && request_.checks;
    silence_findings(*request_.files, request_.root, project_, whole, found_);
    apply_severities(project_.site, found_);
    report.diagnostics = causes(joined_by_demand(merged(std::move(found_.all())), editions_, programs_));
    for (const auto& made : made_) {
      report.edition_count += made->bundle.languages.size();
      report.page_count += made->pages;
    }
    const bool good =
        report.count(Severity::error) == 0 && (!request_.strict || report.count(Severity::warning) == 0);
    if (!staging_ || !good) return report;
    if (is_stopped(request_)) return Error{"stopped"};
    const Delivery ready = delivery();
    std::vector<std::string> units = ready.units;
    units.insert(units.end(), ready.standing.begin(), ready.standing.end());
    for (const auto& [key, entry] : ready.record.entries) {
      for (const WrittenFile& file : entry.files) report.bytes += file.size;
    }
    Result<Delivered> delivered = deliver(*staging_, request_.out, ready);
    if (!delivered) return delivered.error();
    report.written = true;
    report.pruned = std::move(delivered->pruned);
    report.stale = std::move(delivered->stale);
    report.gone = gone_addresses(delivered->gone, project_);
    report.kept = std::move(delivered->kept);
    if (start_ != nullptr && delivered->settled) {
      staging_->clear();  // files with two names change when they lose one
      keep_build(request_, *start_, {ready.record, units, packed_.zips().made(), kept_, phrases()}, report);
    }
    return report;
  }

  const BuildRequest& request_;
  const BuildStart* start_;
  const LoadedProject& loaded_;
  const Project& project_;
  Diagnostics found_;
  const std::vector<CheckedDay>& checked_days_;
  const CompiledPages& compiled_;
  const ProgramOf programs_;
  std::vector<Edition> editions_;
  const LanguageTools languages_;
  const TextFacts texts_;
  std::string revision_;  // of everything that is read
  Themes themes_;
  std::optional<Staging> staging_;
  PackedStore packed_;                // with the zips of the last build
  std::optional<BundleReuse> reuse_;  // nothing: all bundles are made, and none is kept
  DeliveredFiles delivered_;
  std::vector<std::unique_ptr<MadeBundle>> made_;
  KeptRecords kept_;  // of them, for the next build
};

/// Editions are made in parallel; the listener is called by one at a time.
BuildRequest with_calm_progress(BuildRequest request) {
  if (!request.progress) return request;
  auto mutex = std::make_shared<std::mutex>();
  request.progress = [mutex, listener = std::move(request.progress)](std::string_view edition,
                                                                     std::size_t done, std::size_t total) {
    const std::lock_guard lock(*mutex);
    listener(edition, done, total);
  };
  return request;
}

/// Without links and dots, also of a folder that is not there yet.
Result<fs::path> whole_path(const fs::path& path) {
  std::error_code cause;
  fs::path whole = fs::absolute(path, cause);
  if (!cause) whole = fs::weakly_canonical(whole, cause);
  if (cause) return file_error("find", path, cause.value());
  return whole.has_filename() ? whole : whole.parent_path();
}

/// Input must not be replaced by output; nor may a profile called `content` be written over content/.
Result<void> check_place(const fs::path& root, const fs::path& out) {
  const Result<fs::path> target = whole_path(out);
  if (!target) return target.error();
  for (const std::string_view name : {"content", "profiles", "themes"}) {
    const Result<fs::path> source = whole_path(root / name);
    if (!source) return source.error();
    const fs::path relative = target->lexically_relative(*source);
    const bool holds_it = source->parent_path() == *target;
    if (!holds_it && (relative.empty() || *relative.begin() == "..")) continue;
    return Error{fmt::format("cannot write to {}: {} {}/, which is read; choose another folder with --out",
                             out.string(), holds_it ? "it holds" : "it is in", name)};
  }
  return {};
}

Result<BuildReport> run_build(const BuildRequest& request, const LoadedProject& loaded,
                              const BuildStart* start) {
  const std::vector<Diagnostic>& found = loaded.found.all();
  const bool errors = std::any_of(found.begin(), found.end(),
                                  [](const Diagnostic& one) { return one.severity == Severity::error; });
  // A bundle that is not there because its profile has an error: the error is the cause, and is reported.
  if (auto known = check_filter(loaded.project, request); !known && !errors) return known.error();
  const bool unreadable = std::any_of(found.begin(), found.end(),
                                      [](const Diagnostic& one) { return one.code == "file-unreadable"; });
  if (request.prune && loaded.project.profiles.empty() && !unreadable) {
    return Error{fmt::format(
        "there is no profile in profiles/, so --prune would remove every bundle: put the profiles back, or "
        "delete {} yourself",
        request.out.string())};
  }
  const BuildRequest asked = with_calm_progress(request);
  return Build(asked, loaded, start).run();
}

/// Without the Markdown of pages that are compiled: nobody edits them while a build runs.
Result<std::shared_ptr<const LoadedProject>> load_for_build(const BuildRequest& request) {
  Result<ProjectRead> read = read_project(request.root, request.jobs, format_ids(), *request.files);
  if (!read) return read.error();
  return std::make_shared<const LoadedProject>(
      std::move(read).value(), request.jobs, nullptr,
      std::make_unique<const PageBodies>(request.root, *request.files));
}

/// A build that reads from disk and writes to disk.
Result<BuildReport> kept_build(BuildRequest request) {
  if (std::optional<BuildReport> same = unchanged_build(request)) return std::move(*same);
  const std::unique_ptr<BuildStart> start = start_build(request);
  request.files = &start->disk;
  const auto loaded = load_for_build(request);
  if (!loaded) return loaded.error();
  return run_build(request, **loaded, start.get());
}

/// A check that reads what the disk has. What the last build of the output found is not looked for again.
Result<BuildReport> kept_check(BuildRequest request) {
  if (std::optional<BuildReport> same = unchanged_check(request)) return std::move(*same);
  const std::unique_ptr<BuildStart> start = start_build(request);
  request.files = &start->disk;
  const auto loaded = load_for_build(request);
  if (!loaded) return loaded.error();
  Result<BuildReport> report = run_build(request, **loaded, start.get());
  if (report) keep_check(request, *start, *report);
  return report;
}

}  // namespace

std::size_t BuildReport::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [&](const Diagnostic& one) { return one.severity == severity; }));
}

Result<std::shared_ptr<const LoadedProject>> load_project(const fs::path& root, unsigned jobs,
                                                          const Files& files, const LoadedProject* before) {
  Result<ProjectRead> read = read_project(root, jobs, format_ids(), files);
  if (!read) return read.error();
  return std::make_shared<const LoadedProject>(std::move(read).value(), jobs, before);
}

Result<BuildReport> build(const BuildRequest& request) {
  const bool writes = request.write && !request.packager;
  if (writes) {
    if (auto good = check_place(request.root, request.out); !good) return good.error();
  }
  const bool knows_all_input = request.cache && request.files == &disk();
  if (knows_all_input && writes) return kept_build(request);
  if (knows_all_input && !request.packager && has_cache(request.out)) return kept_check(request);
  const auto loaded = load_for_build(request);
  if (!loaded) return loaded.error();
  return run_build(request, **loaded, nullptr);
}

Result<BuildReport> build(const BuildRequest& request, const LoadedProject& loaded) {
  if (request.write && !request.packager) {
    if (auto good = check_place(request.root, request.out); !good) return good.error();
  }
  return run_build(request, loaded, nullptr);
}

}  // namespace tailorbird
