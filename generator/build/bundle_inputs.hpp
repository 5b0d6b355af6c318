#pragma once
// Hashes the inputs of one bundle: those that all bundles share, its organisation's own files, and the pages
// that it shows. Files of other organisations and the text of other pages are not inputs: they only add to
// what the bundle must not contain (leak/new_phrases.hpp).

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk_snapshot.hpp"
#include "base/files.hpp"
#include "build/loaded_project.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// The inputs that all bundles share.
struct BundleInputsRequest {
  const LoadedProject& loaded;
  const fs::path& root;
  const DiskSnapshot& seen;  // must hold every file below content/, profiles/ and the folders of themes
  std::string options;       // inputs other than files
};

class BundleInputs {
 public:
  /// `request.loaded` must outlive this object.
  explicit BundleInputs(const BundleInputsRequest& request);

  /// SHA-256 of the inputs of the bundle that has `editions`, one for each language that is built. The
  /// packages that a kit lists are not among them.
  std::string of_bundle(const std::vector<const Edition*>& editions) const;
  /// SHA-256 of the inputs of tailoring and rendering that all pages of `edition`, one of `editions`, share:
  /// an argument of of_page.
  std::string around_pages(const std::vector<const Edition*>& editions, const Edition& edition) const;
  /// SHA-256 of the inputs of one page's document. `around`: from around_pages.
  std::string of_page(std::string_view around, const Page& page) const;
  /// The same of all documents of `edition`.
  std::string of_pages(std::string_view around, const Edition& edition) const;

 private:
  void divide(const BundleInputsRequest& request);
  void add_front_matter();
  void add_names();
  std::string_view hash_of(const std::string& file) const;
  void add_partials(const Edition& edition, std::set<std::string>& files) const;
  void add_files_of(const Profile& profile, std::set<std::string>& files) const;
  std::string hashes_of(const std::set<std::string>& files) const;

  const LoadedProject& loaded_;
  std::string common_;  // as text
  std::map<std::string, std::string, std::less<>>
      hashes_;                            // of files that not all bundles use, by path from the root
  std::vector<std::string> of_overlays_;  // their media files
};

}  // namespace tailorbird
