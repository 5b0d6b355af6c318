#include "build/bundle_inputs.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/hash.hpp"

namespace tailorbird {
namespace {

bool is_below(std::string_view file, std::string_view folder) {
  return !folder.empty() && file.size() > folder.size() && file.starts_with(folder) &&
         file[folder.size()] == '/';
}

}  // namespace

BundleInputs::BundleInputs(const BundleInputsRequest& request)
    : loaded_(request.loaded), common_(request.options + "\n") {
  divide(request);
  add_front_matter();
  add_names();
  common_ = sha256_hex(common_);
}

/// Into what all bundles need, and what only some do: pages, profiles, and files of overlays.
void BundleInputs::divide(const BundleInputsRequest& request) {
  const Project& project = loaded_.project;
  std::set<std::string, std::less<>> of_some;
  for (const Page& page : project.pages) of_some.insert(page.file);
  for (const Profile& profile : project.profiles) of_some.insert(profile.file);
  const auto is_of_overlay = [&](std::string_view file) {
    return std::any_of(project.profiles.begin(), project.profiles.end(),
                       [&](const Profile& profile) { return is_below(file, profile.overlay); });
  };
  const std::string root = fs::absolute(request.root / "").string();
  for (const KnownFile& file : request.seen.files) {
    const std::string path = file.path.starts_with(root) ? file.path.substr(root.size()) : file.path;
    const bool named = of_some.contains(path);
    if (!named && !is_of_overlay(path)) {
      common_ += fmt::format("{} {}\n", file.sha256, path);
      continue;
    }
    hashes_.emplace(path, file.sha256);
    if (!named) of_overlays_.push_back(path);
  }
}

/// Lists, links and checks ask what pages there are and what their front matter says, shown or not.
void BundleInputs::add_front_matter() {
  for (const Page& page : loaded_.project.pages)
    common_ += fmt::format("{} {}\n", page.file, page.front_sha256);
}

/// Whether a name that is not known in one organisation is known in another decides about what is said of it,
/// and so do the names of files that it may be meant to be.
void BundleInputs::add_names() {
  std::set<std::string> names(loaded_.project.files.begin(), loaded_.project.files.end());
  for (const Profile& profile : loaded_.project.profiles) {
    for (const ProfileLink& link : profile.links) names.insert("link " + link.name);
    for (const auto& [name, text] : profile.variables) names.insert("variable " + name);
    if (!profile.rollout) continue;
    names.insert("rollout");
    for (const auto& [name, text] : profile.rollout->texts) names.insert("rollout " + name);
  }
  for (const std::string& name : names) common_ += name + "\n";
}

std::string_view BundleInputs::hash_of(const std::string& file) const {
  const auto known = hashes_.find(file);
  return known == hashes_.end() ? std::string_view{} : known->second;
}

/// All of its language.
void BundleInputs::add_partials(const Edition& edition, std::set<std::string>& files) const {
  for (const Page& page : edition.project->pages) {
    if (page.partial && page.language == edition.language) files.insert(page.file);
  }
}

void BundleInputs::add_files_of(const Profile& profile, std::set<std::string>& files) const {
  const auto read_from = loaded_.profile_files.find(profile.id);
  if (read_from != loaded_.profile_files.end())
    files.insert(read_from->second.begin(), read_from->second.end());
  for (const std::string& file : of_overlays_) {
    if (is_below(file, profile.overlay)) files.insert(file);
  }
}

std::string BundleInputs::hashes_of(const std::set<std::string>& files) const {
  std::string text;
  for (const std::string& file : files) text += fmt::format("{} {}\n", hash_of(file), file);
  return text;
}

std::string BundleInputs::of_bundle(const std::vector<const Edition*>& editions) const {
  std::set<std::string> files;
  std::string text = common_ + "\n";
  for (const Edition* edition : editions) {
    text += edition->id() + "\n";
    for (const EditionPage& page : edition->pages) files.insert(edition->project->pages[page.page].file);
    add_partials(*edition, files);
  }
  add_files_of(*editions.front()->profile, files);
  return sha256_hex(text + hashes_of(files));
}

/// Other pages' front matter is in common_, and of their text a page shows nothing but what it includes.
std::string BundleInputs::around_pages(const std::vector<const Edition*>& editions,
                                       const Edition& edition) const {
  std::set<std::string> files;
  std::string text = common_ + "\n" + edition.id() + "\n";
  for (const Edition* one : editions) text += one->id() + "\n";
  add_partials(edition, files);
  add_files_of(*edition.profile, files);
  return sha256_hex(text + hashes_of(files));
}

std::string BundleInputs::of_page(std::string_view around, const Page& page) const {
  return sha256_hex(fmt::format("{}\n{} {}\n", around, hash_of(page.file), page.file));
}

std::string BundleInputs::of_pages(std::string_view around, const Edition& edition) const {
  std::string text(around);
  for (const EditionPage& page : edition.pages) {
    const std::string& file = edition.project->pages[page.page].file;
    text.append("\n").append(hash_of(file)).append(" ").append(file);
  }
  return sha256_hex(text);
}

}  // namespace tailorbird
