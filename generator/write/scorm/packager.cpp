// Packages for learning systems: for each language one zip with the pages of `site`, a manifest and, if there
// is a session with the system, the page that holds it. Formats `scorm12` and `scorm2004` are here; each of
// the others has a file of its own.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <mutex>

#include "render/redirects.hpp"
#include "write/all_formats.hpp"
#include "write/scorm/control_documents.hpp"
#include "write/scorm/learning_package.hpp"
#include "write/scorm/package_pages.hpp"
#include "write/scorm/shell.hpp"
#include "write/sink.hpp"

namespace tailorbird {
namespace {

using FilesByPath = std::map<std::string, HashedBytes, std::less<>>;

/// "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
std::string licence_of(const Site& site) {
  return site.licence_url.empty() ? site.licence_name
                                  : fmt::format("{}, {}", site.licence_name, site.licence_url);
}

std::string title_of(const Edition& edition) {
  const std::string_view site = edition.project->site.title.in(edition.locale);
  const std::string_view bundle = edition.bundle->title.in(edition.locale);
  return bundle.empty() ? std::string(site) : fmt::format("{}: {}", site, bundle);
}

bool is_page(std::string_view path) { return path.ends_with(".html"); }

std::size_t start_page(const Edition& edition) {
  const int home = edition.find("index.md");
  return home < 0 ? 0 : static_cast<std::size_t>(home);
}

class LearningPackager : public Packager {
 public:
  LearningPackager(const PackageRequest& request, const LearningPackage& kind)
      : request_(request), kind_(kind), files_(request.staging) {}

  Result<void> add(std::string_view language, const FinishedFile& file) override {
    // The bundle's start page is for choosing a language; a package has only one.
    if (file.path == session_page_name) return {};
    if (file.path.starts_with(entry_folder)) return {};  // nobody links into a package
    const std::lock_guard lock(mutex_);
    by_language_[std::string(language)][file.path] = file.bytes;
    return {};
  }

  Result<void> finish(Diagnostics& diagnostics) override {
    std::vector<ZipEntry> documents;
    if (!kind_.control_documents.empty()) {
      auto found = control_documents(request_.data_folder, kind_.control_documents, *request_.files);
      if (!found) return found.error();
      if (!found->has_value()) {
        diagnostics.add(
            "scorm-control-documents-missing", request_.bundle.where,
            fmt::format("the format `{}` needs the schemas of SCORM, which are not installed", kind_.format));
        return {};
      }
      documents = std::move(**found);
    }
    for (const Edition* edition : request_.editions) {
      if (auto written = write_package(*edition, documents, diagnostics); !written) return written;
    }
    return {};
  }

  std::vector<WrittenFile> written() const override { return files_.sorted(); }
  std::vector<WrittenFile> take_written() override { return files_.take(); }

  std::vector<std::string> units() const override {
    std::vector<std::string> zips;
    for (const WrittenFile& file : files_.sorted()) zips.push_back(file.path);
    return zips;
  }

 private:
  Result<void> write_package(const Edition& edition, const std::vector<ZipEntry>& documents,
                             Diagnostics& diagnostics) {
    FilesByPath files = files_of(edition, diagnostics);
    const PackageFacts facts = facts_of(edition, files);
    ZipSink zip(request_.guard, request_.staging, files_,
                fmt::format("{0}/{1}/{0}-{1}-{2}-{3}.zip", edition.profile->id, edition.bundle->id,
                            edition.language, kind_.format),
                request_.packed);
    std::vector<std::string> first = {std::string(kind_.main_name)};
    if (auto put = zip.put(edition.language, std::string(kind_.main_name), kind_.main_text(edition, facts));
        !put)
      return put;
    for (const ZipEntry& document : documents) {
      if (auto put = zip.put({}, document.name, document.bytes); !put) return put;
      first.push_back(document.name);
    }
    for (const std::string& path : facts.files) {
      if (auto put = zip.put(edition.language, path, files[path]); !put) return put;
    }
    zip.begin_with(std::move(first));
    return zip.close();
  }

  FilesByPath files_of(const Edition& edition, Diagnostics& diagnostics) const {
    FilesByPath files;
    if (const auto shared = by_language_.find(""); shared != by_language_.end()) {
      files = shared->second;
      // Pictures and downloads of other languages.
      std::erase_if(files,
                    [&](const auto& file) { return !request_.guard.may_hold(edition.language, file.first); });
    }
    if (const auto own = by_language_.find(edition.language); own != by_language_.end()) {
      files.insert(own->second.begin(), own->second.end());
    }
    const std::vector<ScormPage> pages = scorm_pages(edition, kind_.format);
    if (pages.empty()) return files;
    for (auto& [path, bytes] : files) {
      if (is_page(path)) bytes = without_other_languages(bytes);
    }
    if (!kind_.runtime.empty()) add_session(edition, pages, files, diagnostics);
    report_missing(edition, pages, files, diagnostics);
    return files;
  }

  /// Adds the page that holds the session, and to every page a note of what is reported to the system.
  void add_session(const Edition& edition, const std::vector<ScormPage>& pages, FilesByPath& files,
                   Diagnostics& diagnostics) const {
    const Tracking tracking = tracking_of(*edition.bundle, edition.project->site);
    const std::string_view sentence = request_.theme.word(edition.language, tracking_sentence_key(tracking));
    const ShellRequest shell{request_.theme,
                             kind_.runtime,
                             kind_.contacts,
                             edition.language,
                             title_of(edition),
                             request_.bundle.learning.completion,
                             tracking,
                             pages[start_page(edition)].path,
                             pages};
    for (OutputFile& file : shell_files(shell, diagnostics)) files[file.path] = std::move(file.bytes);
    for (auto& [path, bytes] : files) {
      if (is_page(path)) bytes = with_tracking_sentence(bytes, sentence);
    }
  }

  /// Reports links of the theme to files that only the whole bundle has.
  void report_missing(const Edition& edition, const std::vector<ScormPage>& pages, const FilesByPath& files,
                      Diagnostics& diagnostics) const {
    for (const auto& [path, html] : files) {
      if (!is_page(path)) continue;
      for (const std::string& target : linked_files(path, html)) {
        if (files.contains(target)) continue;
        diagnostics
            .add("scorm-link-leaves-package", source_of(edition, pages, path),
                 fmt::format("`{}` links to `{}`, which the package does not hold", path, target))
            .editions = {edition.id()};
      }
    }
  }

  /// Pages that no author wrote, such as the accessibility statement, belong to the bundle.
  SourceRange source_of(const Edition& edition, const std::vector<ScormPage>& pages,
                        std::string_view path) const {
    const auto page =
        std::find_if(pages.begin(), pages.end(), [&](const ScormPage& one) { return one.path == path; });
    if (page == pages.end()) return request_.bundle.where;
    return {edition.page(static_cast<std::size_t>(page - pages.begin())).file, {}, 0};
  }

  PackageFacts facts_of(const Edition& edition, const FilesByPath& files) const {
    PackageFacts facts;
    facts.identifiers =
        scorm_identifiers({edition.profile->id, edition.bundle->id, edition.language}, kind_.format);
    facts.language = edition.language;
    facts.title = title_of(edition);
    const std::string& summary =
        edition.pages.empty() ? facts.title : edition.page(start_page(edition)).front.summary;
    facts.description = summary.empty() ? facts.title : summary;
    facts.revision = request_.revision;
    facts.licence = licence_of(edition.project->site);
    for (const auto& [path, bytes] : files) facts.files.push_back(path);
    return facts;
  }

  PackageRequest request_;
  LearningPackage kind_;
  std::mutex mutex_;
  std::map<std::string, FilesByPath, std::less<>> by_language_;  // "": of all languages
  WrittenFiles files_;
};

std::string scorm_manifest(const Edition& edition, const PackageFacts& facts, std::string_view format) {
  return manifest_text(scorm_version(format, edition.bundle->learning.scorm2004_edition), facts);
}

std::unique_ptr<Packager> open_scorm(const PackageRequest& request, std::string_view format,
                                     MainText* main_text) {
  const ScormVersion& version = scorm_version(format, request.bundle.learning.scorm2004_edition);
  return open_learning_package(request, {.format = format,
                                         .main_name = manifest_name,
                                         .main_text = main_text,
                                         .runtime = version.runtime,
                                         .control_documents = version.control_documents});
}

std::unique_ptr<Packager> open_scorm12(const PackageRequest& request) {
  return open_scorm(request, "scorm12", [](const Edition& edition, const PackageFacts& facts) {
    return scorm_manifest(edition, facts, "scorm12");
  });
}

std::unique_ptr<Packager> open_scorm2004(const PackageRequest& request) {
  return open_scorm(request, "scorm2004", [](const Edition& edition, const PackageFacts& facts) {
    return scorm_manifest(edition, facts, "scorm2004");
  });
}

}  // namespace

std::unique_ptr<Packager> open_learning_package(const PackageRequest& request, const LearningPackage& kind) {
  return std::make_unique<LearningPackager>(request, kind);
}

/// <profile>-<bundle>-<language>-scorm12.zip, one for each language.
const Format scorm12_format = {
    .id = "scorm12",
    .summary = "one zip for each language, for learning systems that take SCORM 1.2",
    .open = open_scorm12,
    .check = check_scorm12,
    .tracks = true,
    .cost = 1060,
};

/// <profile>-<bundle>-<language>-scorm2004.zip, one for each language.
const Format scorm2004_format = {
    .id = "scorm2004",
    .summary = "the same for SCORM 2004, 4th or 3rd edition",
    .open = open_scorm2004,
    .check = check_scorm2004,
    .tracks = true,
    .cost = 795,
};

}  // namespace tailorbird
