#include "read/project.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <tuple>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "read/pages/across_pages.hpp"
#include "read/pages/media_files.hpp"
#include "read/pages/pages.hpp"
#include "read/profile/profiles.hpp"
#include "read/project_files.hpp"
#include "read/site/site.hpp"
#include "read/unreadable.hpp"

namespace tailorbird {
namespace {

/// The project's folder, and the files through which it is read.
struct Root {
  const fs::path& folder;
  const Files& files;
};

/// The file, or nothing and a diagnostic.
std::optional<TextFile> load(const Root& root, const std::string& file, Diagnostics& diagnostics) {
  auto bytes = root.files.read(root.folder / file);
  if (bytes) return TextFile{file, std::move(*bytes)};
  report_unreadable(file, bytes.error(), diagnostics);
  return std::nullopt;
}

std::optional<TextFile> load_if_there(const Root& root, const std::string& file, Diagnostics& diagnostics) {
  const Result<FileStatus> status = root.files.stat(root.folder / file);
  if (!status) report_unreadable(file, status.error(), diagnostics);
  if (!status || status->kind == FileStatus::Kind::missing) return std::nullopt;
  return load(root, file, diagnostics);
}

/// A hash of the site's files. A missing file counts as an empty one.
std::uint64_t hash_of(const SiteFiles& files) {
  std::uint64_t hash = quick_hash(files.site.bytes);
  for (const auto* file :
       {&files.sources, &files.rules, &files.glossary, &files.responsibilities, &files.personas})
    hash = quick_hash(*file ? std::string_view((*file)->bytes) : std::string_view(), hash);
  return hash;
}

Site read_site_files(const Root& root, ProjectRead& result) {
  Diagnostics& diagnostics = result.diagnostics;
  SiteFiles files;
  files.site = load(root, "content/site.yaml", diagnostics).value_or(TextFile{"content/site.yaml", ""});
  files.sources = load_if_there(root, "content/sources.yaml", diagnostics);
  files.rules = load_if_there(root, "content/rules.yaml", diagnostics);
  files.glossary = load_if_there(root, "content/glossary.yaml", diagnostics);
  files.responsibilities = load_if_there(root, "content/responsibilities.yaml", diagnostics);
  files.personas = load_if_there(root, "content/personas.yaml", diagnostics);
  result.site_hash = hash_of(files);
  SiteRead read = read_site(files);
  diagnostics.append(std::move(read.diagnostics));
  result.checked_days = std::move(read.checked_days);
  return std::move(read.site);
}

ProfilesRead read_all_profiles(const Root& root, ProfilesLayout layout,
                               const std::vector<std::string>& formats, const Site& site,
                               Diagnostics& diagnostics) {
  ProfilesSource source{{}, std::move(layout.others), formats};
  for (const std::string& file : layout.profiles) {
    if (auto loaded = load(root, file, diagnostics)) source.files.push_back(std::move(*loaded));
  }
  ProfilesRead read = read_profiles(source, site);
  // A file that is none because of its name is told already, and is the reason why there is no profile.
  const bool is_told = !layout.diagnostics.empty() ||
                       std::any_of(layout.profiles.begin(), layout.profiles.end(),
                                   [](const std::string& file) { return !file.starts_with("profiles/_"); });
  diagnostics.append(std::move(layout.diagnostics));
  diagnostics.append(std::move(read.diagnostics));
  if (read.profiles.empty() && !is_told)
    diagnostics.add("no-profile", {"profiles", {}, 0}, "there is no profile");
  return read;
}

/// Reads pages on several threads; each writes to its own place, so that the result is always the same.
std::vector<PageRead> read_pages(const Root& root, const std::vector<PageFile>& files, const Site& site,
                                 unsigned jobs) {
  std::vector<PageRead> read(files.size());
  parallel_for(files.size(), jobs, [&](std::size_t index) {
    Diagnostics failed;
    const auto loaded = load(root, files[index].file, failed);
    if (loaded) {
      read[index] = read_page(*loaded, files[index].place, site);
    } else {
      read[index].page.front.draft = true;  // it could not be read
      read[index].diagnostics = std::move(failed);
    }
  });
  return read;
}

/// The pages of editions: without drafts. A page whose condition cannot be read is for nobody, which only a
/// dimension can express.
void keep_pages(Project& project, std::vector<PageRead> read, Diagnostics& diagnostics) {
  project.pages.reserve(read.size());
  for (PageRead& one : read) {
    diagnostics.append(std::move(one.diagnostics));
    const bool can_be_hidden = one.usable || !project.site.dimensions.empty();
    if (one.page.front.draft) {
      if (!one.page.path.empty()) project.drafts.push_back(one.page.language + "/" + one.page.path);
    } else if (can_be_hidden) {
      project.pages.push_back(std::move(one.page));
    }
  }
  std::sort(project.drafts.begin(), project.drafts.end());
  std::sort(project.pages.begin(), project.pages.end(), [](const Page& a, const Page& b) {
    return std::tie(a.language, a.path, a.overlay_of) < std::tie(b.language, b.path, b.overlay_of);
  });
}

/// All places where pages and media can be: content/ and each profile's overlay.
Layout whole_layout(const std::vector<std::string>& content, const std::vector<std::string>& below_profiles,
                    const Project& project) {
  Layout whole = content_layout(content, project.site);
  for (const Profile& profile : project.profiles) {
    if (profile.overlay.empty()) continue;
    Layout overlay = overlay_layout(below_profiles, profile, project.site);
    whole.pages.insert(whole.pages.end(), overlay.pages.begin(), overlay.pages.end());
    whole.media.insert(whole.media.end(), overlay.media.begin(), overlay.media.end());
    whole.diagnostics.append(std::move(overlay.diagnostics));
  }
  std::sort(whole.media.begin(), whole.media.end());  // two profiles may share an overlay
  whole.media.erase(std::unique(whole.media.begin(), whole.media.end()), whole.media.end());
  return whole;
}

Result<std::vector<std::string>> list_if_there(const fs::path& folder, const Files& files) {
  const Result<FileStatus> status = files.stat(folder);
  if (!status) return status.error();
  if (status->kind == FileStatus::Kind::missing) return std::vector<std::string>{};
  return files.list(folder);
}

}  // namespace

Result<ProjectRead> read_project(const fs::path& folder, unsigned jobs,
                                 const std::vector<std::string>& formats, const Files& files) {
  const Result<FileStatus> site = files.stat(folder / "content" / "site.yaml");
  if (!site) return site.error();
  if (site->kind == FileStatus::Kind::missing) {
    return Error{
        fmt::format("there is no content/site.yaml in {}: run in a project's folder, or name it with --root",
                    folder.string())};
  }
  const auto content = files.list(folder / "content");
  if (!content) return content.error();
  const auto below_profiles = list_if_there(folder / "profiles", files);
  if (!below_profiles) return below_profiles.error();

  const Root root{folder, files};
  ProjectRead result;
  Project& project = result.project;
  Diagnostics& diagnostics = result.diagnostics;
  project.site = read_site_files(root, result);
  ProfilesLayout profiles = profiles_layout(*below_profiles);
  const std::vector<std::string> others = profiles.others;
  ProfilesRead read = read_all_profiles(root, std::move(profiles), formats, project.site, diagnostics);
  project.profiles = std::move(read.profiles);
  result.profile_files = std::move(read.files);

  Layout layout = whole_layout(*content, others, project);
  diagnostics.append(std::move(layout.diagnostics));
  keep_pages(project, read_pages(root, layout.pages, project.site, jobs), diagnostics);
  project.files = std::move(layout.media);
  MediaRead media = read_media(folder, project.files, jobs, files);
  project.pictures = std::move(media.pictures);
  project.clips = std::move(media.clips);
  diagnostics.append(std::move(media.diagnostics));
  diagnostics.append(drop_locked_replacements(project.pages));
  diagnostics.append(repeated_page_ids(project.pages));
  diagnostics.append(misplaced_start_pages(project.pages));
  diagnostics.append(languages_without_pages(project));
  return result;
}

}  // namespace tailorbird
