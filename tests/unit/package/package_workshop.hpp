#pragma once
// A good package taken apart, to be broken in one way and put together again.

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.hpp"
#include "package/check_package.hpp"
#include "support/scorm_bundle.hpp"
#include "write/zip.hpp"

namespace tailorbird::test {

class Workshop {
 public:
  explicit Workshop(const std::string& format = "scorm12") {
    bundle_.make(format);
    for (const std::string& name : unzipped(bundle_.zip(format)).names) {
      entries.push_back({name, unzipped(bundle_.zip(format)).files.at(name)});
    }
  }

  struct Part {
    std::string name;
    std::string bytes;
  };
  std::vector<Part> entries;

  std::string& manifest() { return bytes("imsmanifest.xml"); }
  std::string& bytes(std::string_view name) {
    for (Part& entry : entries) {
      if (entry.name == name) return entry.bytes;
    }
    FAIL("no entry " << name);
    return entries.front().bytes;
  }

  void replace(std::string_view from, std::string_view to) {
    REQUIRE(manifest().find(from) != std::string::npos);
    manifest() = replace_all(manifest(), from, to);
  }

  void remove(std::string_view name) {
    std::erase_if(entries, [&](const Part& entry) { return entry.name == name; });
  }

  fs::path zip() const {
    const fs::path path = bundle_.dir.path() / "broken.zip";
    std::vector<ZipEntry> packed;
    for (const Part& entry : entries) packed.push_back({entry.name, entry.bytes, {}});
    REQUIRE(write_zip(path, packed));
    return path;
  }

  /// The findings, with the folder of the test taken out.
  std::string findings() const { return findings_of(zip()); }

  std::string findings_of(const fs::path& path) const {
    const Result<Diagnostics> found = check_package(path, true);
    REQUIRE(found);
    return replace_all(list_of(*found), bundle_.dir.path().string() + "/", "");
  }

  const TempDir& dir() const { return bundle_.dir; }

 private:
  ScormBundle bundle_;
};

}  // namespace tailorbird::test
