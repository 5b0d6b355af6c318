#include "build/bundle_run.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "build/bundle_reuse.hpp"
#include "build/delivery.hpp"
#include "build/edition_run.hpp"
#include "build/media.hpp"
#include "build/renditions.hpp"

namespace tailorbird {
namespace {

bool is_named(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<OpenPackage> open_packages(const MadeBundle& made, const std::vector<const Edition*>& editions,
                                       const Theme& theme, const BuildSetting& setting) {
  std::vector<OpenPackage> packages;
  const BuildRequest& asked = setting.request;
  if (asked.packager) {
    packages.push_back({record_key(made.profile, made.bundle, "site"),
                        asked.packager(made.profile, made.bundle, *made.guard)});
    return packages;
  }
  if (setting.staging == nullptr) return packages;
  for (const Format& format : formats()) {
    if (!is_written_as(made.bundle, format.id)) continue;
    if (!asked.formats.empty() && !is_named(asked.formats, format.id)) continue;
    const PackageRequest request{made.profile, made.bundle,   theme,      *setting.staging,
                                 *made.guard,  made.revision, asked.zip,  asked.data_folder,
                                 editions,     asked.files,   asked.jobs, &setting.packed};
    packages.push_back(
        {record_key(made.profile, made.bundle, format.id), format.open(request), format.rendition});
  }
  return packages;
}

/// Deflating is the dearest step of packaging: formats do it side by side.
Result<void> finish_packages(MadeBundle& made, const BuildSetting& setting) {
  const BuildRequest& asked = setting.request;
  const std::vector<OpenPackage>& open = made.output->packages();
  if (const auto delivered = setting.delivered.find(&made.profile);
      made.bundle.is_kit && delivered != setting.delivered.end()) {
    for (const OpenPackage& package : open) package.packager->hear_of(delivered->second);
  }
  std::vector<Result<void>> results(open.size());
  std::vector<Diagnostics> found(open.size());
  parallel_for(open.size(), asked.jobs, [&](std::size_t index) {
    results[index] = is_stopped(asked) ? Error{"stopped"} : open[index].packager->finish(found[index]);
  });
  for (std::size_t index = 0; index < open.size(); ++index) {
    if (!results[index]) return results[index];
    made.diagnostics.append(std::move(found[index]));
    Packager& packager = *open[index].packager;
    FinishedPackage finished{open[index].key, {}, packager.units()};
    finished.files = packager.take_written();
    made.packages.push_back(std::move(finished));
  }
  made.diagnostics.append(made.guard->take_findings());
  if (setting.staging != nullptr) made.search = made.guard->take_search();
  made.output.reset();
  made.guard.reset();
  return {};
}

}  // namespace

std::unique_ptr<MadeBundle> begin_bundle(const std::vector<const Edition*>& editions) {
  const Edition& first = *editions.front();
  auto made = std::make_unique<MadeBundle>(
      MadeBundle{*first.profile, *first.bundle, 0, {}, {}, {}, nullptr, nullptr});
  std::erase_if(made->bundle.languages, [&](const std::string& language) {
    return std::none_of(editions.begin(), editions.end(),
                        [&](const Edition* one) { return one->language == language; });
  });
  return made;
}

Result<std::unique_ptr<MadeBundle>> make_bundle(const std::vector<const Edition*>& editions,
                                                const Theme& theme, const BuildSetting& setting,
                                                bool compiling) {
  const Edition& first = *editions.front();
  const fs::path& root = setting.request.root;
  std::unique_ptr<MadeBundle> made = begin_bundle(editions);
  made->guard = std::make_unique<BundleGuard>(editions, theme, setting.languages);
  if (setting.reuse != nullptr)
    setting.reuse->remind(*made->guard, editions, setting.staging != nullptr, setting.request.out);
  made->output = std::make_unique<BundleOutput>(open_packages(*made, editions, theme, setting), *made->guard);

  Diagnostics of_bundle;
  std::vector<OutputFile> shared = shared_files(theme, made->profile, made->bundle, setting.project, root,
                                                of_bundle, *setting.request.files);
  for (OutputFile& one : shared) {
    const FinishedFile file(std::move(one));
    made->guard->let_in({}, file);
    made->output->add({}, file, made->profile.file, of_bundle);
  }
  MediaUse media;
  const bool may_know = setting.reuse != nullptr && setting.request.checks;
  const std::unique_ptr<KnownDocuments> known =
      may_know ? setting.reuse->documents_of(editions, setting.request.out) : nullptr;
  for (const Edition* edition : editions) {
    EditionResult result = run_edition(*edition, {setting, theme, editions, *made->guard, {}, known.get()},
                                       compiling && edition == &first, *made->output);
    for (const std::string& file : result.files) media[file].insert(edition->language);
    made->diagnostics.append(std::move(result.diagnostics));
    made->pages += edition->pages.size();
  }
  if (known != nullptr) {
    made->page_inputs = known->take();
    made->kept_editions = known->take_editions();
  }
  const bool check_only = made->output->packages().empty();
  if (auto added = add_media(media, first, setting.request, check_only, *made, of_bundle); !added)
    return added.error();
  made->revision = made->output->add_version(made->profile.file, of_bundle);
  for (Diagnostic& one : of_bundle.all()) {
    for (const Edition* edition : editions) one.editions.push_back(edition->id());
  }
  made->diagnostics.append(std::move(of_bundle));
  made->found_by_check = made->diagnostics.all().size();  // but for leaks, with which no build is kept
  for (const Edition* edition : editions) {
    const EditionSetting of_edition{setting, theme, editions, *made->guard, made->revision};
    if (auto added = add_renditions(*edition, of_edition, media, *made->output, made->diagnostics); !added)
      return added.error();
  }
  made->output->close();
  if (auto open = made->guard->open(setting.request.jobs); !open) return open.error();
  if (made->output->failure()) return *made->output->failure();
  if (auto finished = finish_packages(*made, setting); !finished) return finished.error();
  return made;
}

}  // namespace tailorbird
