#include "serve/preview.hpp"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <stdlib.h>

#include "base/json_text.hpp"
#include "base/temporary_folder.hpp"
#include "build/loaded_project.hpp"
#include "translate/page_pairs.hpp"
#include "translate/side_by_side.hpp"
#include "write/read_zip.hpp"
#include "write/scorm/versions.hpp"

namespace tailorbird {
namespace {

using nlohmann::json;

json choices_json(const Edition& edition) {
  json choices = json::array();
  const Site& site = edition.project->site;
  for (std::size_t index = 0; index < site.dimensions.size(); ++index) {
    if (edition.space.fixed(index)) continue;
    const Dimension& dimension = site.dimensions[index];
    json values = json::array();
    for (std::size_t value = 0; value < dimension.values.size(); ++value) {
      if ((edition.space.possible[index] >> value & 1U) == 0) continue;
      values.push_back(
          {{"id", dimension.values[value].id}, {"label", dimension.values[value].label.in(edition.locale)}});
    }
    choices.push_back(
        {{"id", dimension.id}, {"label", dimension.label.in(edition.locale)}, {"values", values}});
  }
  return choices;
}

json language_json(const Edition& edition) {
  json pages = json::array();
  for (std::size_t index = 0; index < edition.pages.size(); ++index) {
    const Page& page = edition.page(index);
    pages.push_back({{"path", output_path(page)}, {"title", page.front.title}, {"file", page.file}});
  }
  return {{"code", edition.language}, {"choices", choices_json(edition)}, {"pages", pages}};
}

/// The newest version of SCORM that the bundle is written for; empty: none.
std::string_view scorm_format_of(const Bundle& bundle) {
  const auto versions = scorm_versions();
  const auto version = std::find_if(versions.rbegin(), versions.rend(), [&](const ScormVersion& one) {
    return is_written_as(bundle, one.format);
  });
  return version == versions.rend() ? std::string_view{} : version->format;
}

/// The bundle's title, or its id where it has none.
std::string title_of(const Edition& edition) {
  const std::string_view own = edition.bundle->title.in(edition.locale);
  return std::string(own.empty() ? edition.bundle->id : own);
}

/// Editions are sorted by id: those of one organisation follow each other, and so do those of one bundle.
json organisations_json(const std::vector<Edition>& editions) {
  json organisations = json::array();
  for (const Edition& edition : editions) {
    const Profile& profile = *edition.profile;
    if (organisations.empty() || organisations.back()["id"] != profile.id) {
      organisations.push_back(
          {{"id", profile.id}, {"name", profile.name.in(edition.locale)}, {"bundles", json::array()}});
    }
    json& bundles = organisations.back()["bundles"];
    if (bundles.empty() || bundles.back()["id"] != edition.bundle->id) {
      bundles.push_back({{"id", edition.bundle->id},
                         {"title", title_of(edition)},
                         {"scorm", scorm_format_of(*edition.bundle)},
                         {"languages", json::array()}});
    }
    bundles.back()["languages"].push_back(language_json(edition));
  }
  return organisations;
}

std::string_view format_of(const Project& project, std::string_view profile_id, std::string_view bundle_id) {
  for (const Profile& profile : project.profiles) {
    for (const Bundle& bundle : profile.bundles) {
      if (profile.id == profile_id && bundle.id == bundle_id) return scorm_format_of(bundle);
    }
  }
  return {};
}

}  // namespace

Result<void> Preview::load() {
  std::string failure;
  if (loaded(generation_, failure) == nullptr) return Error{failure};
  return {};
}

void Preview::changed() {
  ++generation_;
  const std::lock_guard lock(stop_mutex_);
  *stop_ = true;
  stop_ = std::make_shared<std::atomic<bool>>(false);
}

Preview::Stop Preview::stop_of_now() {
  const std::lock_guard lock(stop_mutex_);
  return stop_;
}

Preview::Loaded Preview::loaded(std::uint64_t generation, std::string& failure) {
  const std::lock_guard lock(load_mutex_);
  if (loaded_.thing != nullptr && loaded_.generation >= generation) return loaded_.thing;
  auto loaded = load_project(setting_.root, setting_.jobs, *setting_.files, loaded_.thing.get());
  if (!loaded) {
    failure = loaded.error().message;
    return nullptr;
  }
  loaded_ = {generation, std::move(loaded).value()};
  return loaded_.thing;
}

BuildRequest Preview::request_for(const std::string& profile, const std::string& bundle) const {
  BuildRequest request;
  request.root = setting_.root;
  request.files = setting_.files;
  request.out = setting_.root / "dist";
  request.filter = {{profile}, {bundle}, {}};
  request.theme_folders = setting_.theme_folders;
  request.data_folder = setting_.data_folder;
  request.jobs = setting_.jobs;
  request.zip = false;
  return request;
}

Preview::Pages Preview::pages(const PreviewKey& key, std::uint64_t generation, std::string& failure) {
  const std::lock_guard lock(pages_mutex_);
  const auto known = pages_.find(key);
  if (known != pages_.end() && known->second.generation >= generation) return known->second.thing;
  const Pages before = known == pages_.end() ? nullptr : known->second.thing;
  // An earlier state is better than nothing; the failure is shown beside it.
  const Loaded project = loaded(generation, failure);
  if (project == nullptr) return before;
  BuildRequest request = request_for(key.profile, key.bundle);
  request.marks = key.marks;
  auto opened = BundlePages::open(std::move(request), project);
  if (!opened) {
    failure = opened.error().message;
    return before;
  }
  std::erase_if(pages_, [&](const auto& entry) { return entry.second.generation < generation; });
  return (pages_[key] = {generation, std::move(opened).value()}).thing;
}

PreviewFile Preview::file(const PreviewKey& key, const std::string& path) {
  const auto start = std::chrono::steady_clock::now();
  PreviewFile file;
  file.generation = generation_;
  if (const Pages of_now = pages(key, file.generation, file.failure)) file.bytes = of_now->file(path);
  if (!file.bytes && file.failure.empty()) {
    const auto whole = bundle(key);
    file.failure = whole->failure;
    const auto found = whole->files.find(path);
    if (found != whole->files.end()) file.bytes = found->second;
  }
  file.milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return file;
}

std::shared_ptr<const PreviewBundle> Preview::bundle(const PreviewKey& key) {
  const std::lock_guard lock(bundle_mutex_);
  while (true) {
    const std::uint64_t generation = generation_;
    const auto known = made_.find(key);
    if (known != made_.end() && known->second->generation == generation) return known->second;
    std::shared_ptr<const PreviewBundle> made = make(key, generation);
    if (generation != generation_) continue;  // it ended early
    std::erase_if(made_, [&](const auto& entry) {
      return made->failure.empty() && entry.second->generation < generation;
    });
    return made_[key] = std::move(made);
  }
}

std::shared_ptr<const PreviewBundle> Preview::make(const PreviewKey& key, std::uint64_t generation) {
  auto bundle = std::make_shared<PreviewBundle>();
  bundle->generation = generation;
  const Stop stop = stop_of_now();
  if (const Loaded project = loaded(generation, bundle->failure)) {
    BuildRequest request = request_for(key.profile, key.bundle);
    request.marks = key.marks;
    request.checks = false;
    request.stop = stop.get();
    request.packager = [&](const Profile&, const Bundle&, OutputGuard& guard) {
      return std::make_unique<MemoryPackager>(guard, bundle->files);
    };
    const Result<BuildReport> report = build(request, *project);
    if (!report) bundle->failure = report.error().message;
  }
  const auto before = made_.find(key);
  if (bundle->files.empty() && before != made_.end()) bundle->files = before->second->files;
  return bundle;
}

std::shared_ptr<const PreviewFindings> Preview::findings(const std::string& profile,
                                                         const std::string& bundle) {
  const std::lock_guard lock(findings_mutex_);
  while (true) {
    const std::uint64_t generation = generation_;
    std::shared_ptr<const PreviewFindings>& known = findings_[{profile, bundle}];
    if (known != nullptr && known->generation == generation) return known;
    std::shared_ptr<const PreviewFindings> found = check(profile, bundle, generation);
    if (generation == generation_) return known = std::move(found);
  }
}

std::shared_ptr<const PreviewFindings> Preview::check(const std::string& profile, const std::string& bundle,
                                                      std::uint64_t generation) {
  auto found = std::make_shared<PreviewFindings>();
  found->generation = generation;
  const Stop stop = stop_of_now();
  const Loaded project = loaded(generation, found->failure);
  if (project == nullptr) return found;
  BuildRequest request = request_for(profile, bundle);
  request.write = false;
  request.stop = stop.get();
  Result<BuildReport> report = build(request, *project);
  if (report) {
    found->findings = std::move(report->diagnostics);
  } else {
    found->failure = report.error().message;
  }
  return found;
}

std::string Preview::editions_json() {
  const std::uint64_t generation = generation_;
  std::string failure;
  const Loaded project = loaded(generation, failure);
  if (project == nullptr) return json_text(json{{"generation", generation}, {"failure", failure}});
  const std::vector<Edition> editions = make_editions(project->project, {});
  return json_text(json{{"generation", generation},
                        {"targets", target_languages(project->project.site)},
                        {"root", fs::absolute(setting_.root).lexically_normal().generic_string()},
                        {"organisations", organisations_json(editions)}});
}

std::string Preview::translation_json(const std::string& file, const std::string& language) {
  const std::uint64_t generation = generation_;
  std::string failure;
  const Loaded project = loaded(generation, failure);
  if (project != nullptr) {
    const Result<std::string> answer = side_by_side_json(project->project, setting_.root, file, language);
    if (answer) return *answer;
    failure = answer.error().message;
  }
  return json_text(json{{"failure", failure}});
}

Result<FilesInMemory> Preview::package(const std::string& profile, const std::string& bundle,
                                       const std::string& language) {
  std::string failure;
  const Loaded project = loaded(generation_, failure);
  if (project == nullptr) return Error{failure};
  const std::string_view format = format_of(project->project, profile, bundle);
  if (format.empty()) return Error{"this bundle asks for no SCORM format"};
  const TemporaryFolder folder;
  if (folder.path().empty()) return Error{"cannot make a temporary folder"};
  BuildRequest request = request_for(profile, bundle);
  request.filter.languages = {language};
  request.formats = {std::string(format)};
  request.zip = true;
  request.out = folder.path();
  const Result<BuildReport> report = build(request, *project);
  if (!report) return report.error();
  if (!report->written) return Error{"the bundle has errors; a package is made when they are gone"};
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    if (entry.path().extension() == ".zip") return read_zip(entry.path());
  }
  const auto reason = std::find_if(report->diagnostics.begin(), report->diagnostics.end(),
                                   [](const Diagnostic& one) { return one.severity != Severity::note; });
  return Error{reason == report->diagnostics.end() ? "no package was made" : reason->message};
}

}  // namespace tailorbird
