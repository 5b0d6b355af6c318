#include "build/loaded_project.hpp"

#include <unordered_map>

namespace tailorbird {
namespace {

/// What a program is made from: the page's bytes, where they stand, and the site.
bool is_same(const Page& one, const Page& other) {
  return one.hash == other.hash && one.body.size() == other.body.size() && one.language == other.language &&
         one.path == other.path && one.overlay_of == other.overlay_of;
}

KnownPages known_pages(const Project& project, std::uint64_t site_hash, const LoadedProject* before) {
  if (before == nullptr || before->site_hash != site_hash) return {};
  std::unordered_map<std::string_view, std::size_t> by_file;
  for (std::size_t index = 0; index < before->project.pages.size(); ++index)
    by_file.emplace(before->project.pages[index].file, index);
  KnownPages known(project.pages.size());
  for (std::size_t index = 0; index < known.size(); ++index) {
    const Page& page = project.pages[index];
    const auto found = by_file.find(page.file);
    if (found != by_file.end() && is_same(page, before->project.pages[found->second]))
      known[index] = before->compiled.if_ready(found->second);
  }
  return known;
}

/// `bodies` may be null.
Project with_bodies(Project project, const PageBodies* bodies) {
  if (bodies != nullptr) project.body_again = [bodies](const Page& page) { return bodies->read(page); };
  return project;
}

/// Frees its memory, as an assignment would not.
void let_go(std::string& text) { std::string().swap(text); }

}  // namespace

LoadedProject::LoadedProject(ProjectRead read, unsigned jobs, const LoadedProject* before,
                             std::unique_ptr<const PageBodies> page_bodies)
    : project_(with_bodies(std::move(read.project), page_bodies.get())),
      profile_files(std::move(read.profile_files)),
      found(std::move(read.diagnostics)),
      checked_days(std::move(read.checked_days)),
      site_hash(read.site_hash),
      bodies(std::move(page_bodies)),
      memory_(bodies ? std::make_unique<MappedMemory>() : nullptr),
      compiled(
          project, jobs, known_pages(project, site_hash, before),
          [this](std::size_t page) {
            if (bodies) let_go(project_.pages[page].body);
          },
          memory_.get()) {}

}  // namespace tailorbird
