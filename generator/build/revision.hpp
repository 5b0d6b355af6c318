#pragma once
// The content revision: a short name for exactly what a bundle was made from. It is shown in the pages and in
// build.json, so that a reader's "the text is wrong" leads to the right version.

#include <map>
#include <string>
#include <vector>

#include "base/input_files.hpp"
#include "base/result.hpp"
#include "model/profile.hpp"

namespace tailorbird {

/// The files of content/, profiles/ and the themes in `theme_folders` (of two themes with one name only the
/// first counts, as when they are read). A revision is the first 12 hexadecimal digits of a SHA-256 over this
/// program's version and names and bytes of files; it depends on nothing of the machine.
class Revisions {
 public:
  /// Reads and hashes all files.
  static Result<Revisions> read(const fs::path& root, const std::vector<fs::path>& theme_folders,
                                unsigned jobs, const Files& files = disk());

  /// Of everything.
  std::string of_all() const;
  /// Of what the bundles of `profile` are made from: all but the files of the other `profiles`, and themes
  /// that are neither its own nor one that this extends. A change in one organisation changes no other's.
  std::string of_profile(const Profile& profile, const std::vector<Profile>& profiles) const;

 private:
  struct Input {
    std::string hash;
    std::string extends;  // of a profile or theme.yaml
  };

  std::vector<std::string> chain(const std::string& before, std::string name, const std::string& after) const;

  std::map<std::string, Input> inputs_;  // by name, the same on all machines: "content/en/index.md"
};

}  // namespace tailorbird
