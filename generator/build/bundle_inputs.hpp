#pragma once
// All that decides about one bundle, as a hash: what it has in common with the others, its organisation's own
// files, and the pages that it shows. What other organisations say, and the text of pages that it does not
// show, is not in it: that decides only about what the bundle must not hold (leak/new_phrases.hpp).

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk_snapshot.hpp"
#include "base/input_files.hpp"
#include "base/result.hpp"
#include "build/loaded_project.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// What is equal for all bundles.
struct BundleInputsRequest {
  const LoadedProject& loaded;
  const fs::path& root;
  const Files& files;
  const DiskSnapshot& seen;  // at least every file below content/, profiles/ and the folders of themes
  std::string options;       // what decides besides files
};

class BundleInputs {
 public:
  /// Fails when a page cannot be read again, or is another one by now. What `request` refers to must outlive
  /// this object, but for `seen` and `files`.
  static Result<BundleInputs> of(const BundleInputsRequest& request);

  /// SHA-256, for the bundle that has `editions`, one for each language that is built. `more`: what decides
  /// about this bundle alone.
  std::string of_bundle(const std::vector<const Edition*>& editions, std::string_view more) const;
  /// SHA-256 of all that decides about the document of a page of the bundle, as tailoring and the theme make
  /// it, but the file of the page: for of_page. `edition`: one of `editions`.
  std::string around_pages(const std::vector<const Edition*>& editions, const Edition& edition) const;
  /// SHA-256 for the page, with what around_pages returned.
  std::string of_page(std::string_view around, const Page& page) const;

 private:
  explicit BundleInputs(const LoadedProject& loaded) : loaded_(loaded) {}

  void divide(const BundleInputsRequest& request);
  Result<void> add_front_matter(const BundleInputsRequest& request);
  void add_names();
  std::string hash_of(const std::string& file) const;
  void add_partials(const Edition& edition, std::set<std::string>& files) const;
  void add_files_of(const Profile& profile, std::set<std::string>& files) const;
  std::string hashes_of(const std::set<std::string>& files) const;

  const LoadedProject& loaded_;
  std::string common_;  // a text
  std::map<std::string, std::string, std::less<>>
      hashes_;                            // of what not all bundles need, by path in the root
  std::vector<std::string> of_overlays_;  // the media files among them
};

}  // namespace tailorbird
