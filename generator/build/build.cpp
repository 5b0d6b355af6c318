#include "build/build.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

#include "base/parallel.hpp"
#include "build/bundle_output.hpp"
#include "build/delivery.hpp"
#include "build/edition_run.hpp"
#include "build/filter.hpp"
#include "build/media.hpp"
#include "build/revision.hpp"
#include "build/severities.hpp"
#include "build/version.hpp"
#include "check/check.hpp"
#include "compile/compile.hpp"
#include "diag/suggest.hpp"
#include "read/project.hpp"

namespace tailorbird {
namespace {

using Themes = std::map<std::string, Theme, std::less<>>;

/// One bundle after its editions were made.
struct MadeBundle {
  const Profile* profile = nullptr;
  Bundle bundle;  // with the languages that were built
  std::size_t pages = 0;
  std::unique_ptr<BundleOutput> output;
};

/// All parts of a build, in the order in which they happen.
class Build {
 public:
  Build(const BuildRequest& request, ProjectRead read, std::string revision)
      : request_(request),
        project_(std::move(read.project)),
        revision_(std::move(revision)),
        found_(std::move(read.diagnostics)),
        compiled_(project_),
        programs_([this](std::size_t page) -> const Program& { return compiled_.program(page); }),
        leak_index_([this](const std::string& language) -> const LeakIndex& { return leak_index(language); }),
        editions_(make_editions(project_, request.filter)) {}

  Result<BuildReport> run() {
    if (auto read = read_themes(); !read) return read.error();
    if (request_.write) {
      Result<Staging> staging = Staging::open(request_.out);
      if (!staging) return staging.error();
      staging_.emplace(std::move(staging).value());
    }
    check_formats();
    for (std::size_t first = 0; first < editions_.size();) {
      std::vector<const Edition*> of_bundle;
      for (std::size_t at = first; at < editions_.size() && editions_[at].bundle == editions_[first].bundle;
           ++at) {
        of_bundle.push_back(&editions_[at]);
      }
      if (auto made = make_bundle(of_bundle, first == 0); !made) return made.error();
      first += of_bundle.size();
    }
    for (const Check& check : checks()) {
      if (check.project != nullptr) check.project(project_, programs_, found_);
    }
    found_.append(compiled_.diagnostics());
    if (auto finished = finish_packages(); !finished) return finished.error();
    return report();
  }

 private:
  /// Phrases that some readers must not see, made once for all editions of a language.
  const LeakIndex& leak_index(const std::string& language) {
    std::unique_ptr<LeakIndex>& index = leak_indexes_[language];
    if (!index) index = std::make_unique<LeakIndex>(project_, programs_, language);
    return *index;
  }

  Result<void> read_themes() {
    for (const Edition& edition : editions_) {
      const std::string& name = edition.profile->theme;
      if (themes_.contains(name)) continue;
      Result<ThemeRead> read = read_theme(name, request_.theme_folders);
      if (!read) return Error{fmt::format("{}: {}", edition.profile->file, read.error().message)};
      found_.append(std::move(read->diagnostics));
      themes_.emplace(name, std::move(read->theme));
    }
    return {};
  }

  /// Bundles are read before the table of formats is known, so their formats are looked at here.
  void check_formats() {
    std::vector<std::string> known;
    for (const Format& format : formats()) known.emplace_back(format.id);
    std::set<const Bundle*> seen;
    for (const Edition& edition : editions_) {
      if (!seen.insert(edition.bundle).second) continue;
      for (const std::string& format : edition.bundle->formats) {
        if (find_format(format) != nullptr) continue;
        found_.add("format-unknown", edition.bundle->where,
                   fmt::format("no format `{}`, which the bundle `{}` asks for", format, edition.bundle->id),
                   suggestion(format, known));
      }
    }
  }

  std::vector<const Format*> formats_of(const Bundle& bundle) const {
    std::vector<const Format*> result;
    for (const Format& format : formats()) {
      const auto is_named = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), format.id) != names.end();
      };
      if (is_named(bundle.formats) && (request_.formats.empty() || is_named(request_.formats)))
        result.push_back(&format);
    }
    return result;
  }

  std::vector<OpenPackage> open_packages(const MadeBundle& made, const Theme& theme,
                                         const std::vector<const Edition*>& editions) const {
    std::vector<OpenPackage> packages;
    if (!staging_) return packages;
    for (const Format* format : formats_of(made.bundle)) {
      const PackageRequest request{*made.profile, made.bundle,          theme,   *staging_, revision_,
                                   request_.zip,  request_.data_folder, editions};
      packages.push_back({record_key(*made.profile, made.bundle, format->id), format->open(request)});
    }
    return packages;
  }

  Result<void> make_bundle(const std::vector<const Edition*>& editions, bool compiling) {
    const Edition& first = *editions.front();
    const Theme& theme = themes_.at(first.profile->theme);
    made_.push_back(std::make_unique<MadeBundle>(MadeBundle{first.profile, *first.bundle, 0, nullptr}));
    MadeBundle& made = *made_.back();
    std::erase_if(made.bundle.languages, [&](const std::string& language) {
      return std::none_of(editions.begin(), editions.end(),
                          [&](const Edition* one) { return one->language == language; });
    });
    made.output = std::make_unique<BundleOutput>(open_packages(made, theme, editions));

    Diagnostics of_bundle;
    const std::vector<OutputFile> shared =
        shared_files(theme, *first.profile, made.bundle, project_, request_.root, of_bundle);
    for (const OutputFile& file : shared) made.output->add({}, file, first.profile->file, of_bundle);
    const BundleSetting setting{editions, theme,     programs_,     leak_index_,
                                shared,   revision_, request_.jobs, request_.progress};
    std::set<std::string> media;
    for (const Edition* edition : editions) {
      EditionResult result = run_edition(*edition, setting, compiling && edition == &first, *made.output);
      media.merge(result.files);
      found_.append(std::move(result.diagnostics));
      made.pages += edition->pages.size();
    }
    if (auto added = add_media(media, first, request_.root, !request_.write, *made.output, of_bundle); !added)
      return added;
    for (Diagnostic& one : of_bundle.all()) {
      for (const Edition* edition : editions) one.editions.push_back(edition->id());
    }
    found_.append(std::move(of_bundle));
    if (made.output->failure()) return *made.output->failure();
    return {};
  }

  /// Deflating is the dearest step of packaging: bundles do it in parallel.
  Result<void> finish_packages() {
    std::vector<Packager*> packagers;
    for (const auto& made : made_) {
      for (const OpenPackage& package : made->output->packages()) packagers.push_back(package.packager.get());
    }
    std::vector<Result<void>> results(packagers.size());
    std::vector<Diagnostics> found(packagers.size());
    parallel_for(packagers.size(), request_.jobs,
                 [&](std::size_t index) { results[index] = packagers[index]->finish(found[index]); });
    for (std::size_t index = 0; index < packagers.size(); ++index) {
      if (!results[index]) return results[index];
      found_.append(std::move(found[index]));
    }
    return {};
  }

  Delivery delivery() const {
    Delivery delivery{
        {fmt::format("tailorbird {}", version()), revision_, {}}, {}, wanted_keys(project_), request_.prune};
    for (const auto& made : made_) {
      for (const OpenPackage& package : made->output->packages()) {
        std::vector<std::string> languages = made->bundle.languages;
        std::sort(languages.begin(), languages.end());
        delivery.record.entries[package.key] = {languages, made->pages, revision_,
                                                package.packager->written()};
        const std::vector<std::string> units = package.packager->units();
        delivery.units.insert(delivery.units.end(), units.begin(), units.end());
      }
    }
    return delivery;
  }

  Result<BuildReport> report() {
    BuildReport report;
    apply_severities(project_.site, found_);
    report.diagnostics = merged(std::move(found_.all()));
    report.edition_count = editions_.size();
    for (const auto& made : made_) report.page_count += made->pages;
    const bool good =
        report.count(Severity::error) == 0 && (!request_.strict || report.count(Severity::warning) == 0);
    if (!staging_ || !good) return report;
    Delivery ready = delivery();
    for (const auto& [key, entry] : ready.record.entries) {
      for (const WrittenFile& file : entry.files) report.bytes += file.size;
    }
    Result<Delivered> delivered = deliver(*staging_, request_.out, std::move(ready));
    if (!delivered) return delivered.error();
    report.written = true;
    report.pruned = std::move(delivered->pruned);
    report.stale = std::move(delivered->stale);
    return report;
  }

  const BuildRequest& request_;
  const Project project_;
  const std::string revision_;
  Diagnostics found_;
  const CompiledPages compiled_;
  const ProgramOf programs_;
  const std::function<const LeakIndex&(const std::string&)> leak_index_;
  const std::vector<Edition> editions_;
  std::map<std::string, std::unique_ptr<LeakIndex>, std::less<>> leak_indexes_;
  Themes themes_;
  std::optional<Staging> staging_;
  std::vector<std::unique_ptr<MadeBundle>> made_;
};

}  // namespace

std::size_t BuildReport::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [&](const Diagnostic& one) { return one.severity == severity; }));
}

Result<BuildReport> build(const BuildRequest& request) {
  Result<ProjectRead> read = read_project(request.root, request.jobs);
  if (!read) return read.error();
  if (auto known = check_filter(read->project, request); !known) return known.error();
  Result<std::string> revision = content_revision(request.root, request.theme_folders, request.jobs);
  if (!revision) return revision.error();
  return Build(request, std::move(read).value(), std::move(revision).value()).run();
}

}  // namespace tailorbird
