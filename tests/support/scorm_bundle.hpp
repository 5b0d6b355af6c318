#pragma once
// The first bundle of the small project (support/small_project.hpp) as SCORM packages. Its control documents
// are dummies with the right names.

#include <doctest/doctest.h>
#include <map>
#include <string>
#include <vector>
#include <zip.h>

#include "support/find_format.hpp"
#include "support/open_guard.hpp"
#include "support/small_project.hpp"
#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"
#include "write/format.hpp"
#include "write/scorm/versions.hpp"

namespace tailorbird::test {

/// The files of a zip by name, and the names in their order.
struct Unzipped {
  std::vector<std::string> names;
  std::map<std::string, std::string> files;
};

inline Unzipped unzipped(const fs::path& path) {
  Unzipped result;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, nullptr);
  REQUIRE(archive != nullptr);
  for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); ++index) {
    zip_stat_t facts;
    REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &facts) == 0);
    std::string bytes(facts.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0);
    REQUIRE(zip_fread(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(facts.size));
    zip_fclose(file);
    result.names.emplace_back(facts.name);
    result.files[facts.name] = std::move(bytes);
  }
  zip_discard(archive);
  return result;
}

struct ScormBundle {
  TempDir dir;
  TempDir data;
  SmallProject small;
  Theme theme;
  std::string revision = "0123456789ab";

  ScormBundle() {
    small.add("index.md", "Home", "Welcome.").front.summary = "Where to begin.";
    small.add("plan/index.md", "Plan", "Plan the return.", only(phase, plan)).front.core = true;
    small.add("plan/other.md", "Other", "For other readers.", only(phase, back));
    small.add("plan/talk.md", "Talk", "Prepare the talk.", only(phase, plan));
    small.project.site.licence_name = "CC BY 4.0";
    Result<ThemeRead> read = read_theme("default", {test::source_dir() / "themes"});
    REQUIRE(read);
    theme = std::move(read->theme);
    for (const ScormVersion& version : scorm_versions()) {
      for (const ScormNamespace& one : version.namespaces) {
        data.write("scorm/" + std::string(version.control_documents) + "/" + std::string(one.schema),
                   "<schema/>");
      }
    }
  }

  Bundle& bundle() { return small.project.profiles[0].bundles[0]; }

  /// The files that `format` writes for the English edition, and the diagnostics.
  struct Made {
    std::vector<std::string> units;
    Diagnostics diagnostics;
  };

  /// `pages`: the content of pages by path, which may include pages without a source.
  Made make(const std::string& format, const std::map<std::string, std::string>& pages = {}) {
    const Edition edition = small.edition("one/managers/en");
    Result<Staging> staging = Staging::open(dir.path());
    REQUIRE(staging);
    OpenGuard guard;
    const auto packager = find_format(format)->open({small.project.profiles[0],
                                                     bundle(),
                                                     theme,
                                                     *staging,
                                                     guard,
                                                     revision,
                                                     true,
                                                     data.path(),
                                                     {&edition}});
    std::map<std::string, std::string> all = pages;
    for (std::size_t index = 0; index < edition.pages.size(); ++index) {
      const std::string path = output_path(edition.page(index));
      all.try_emplace(path, "<p>" + path + "</p>");
    }
    for (const auto& [path, html] : all) REQUIRE(packager->add("en", {path, html}));
    REQUIRE(packager->add("", {"index.html", "the language choice"}));
    for (const std::string asset : {"assets/colours.css", "assets/favicon.svg", "assets/tailorbird.css"})
      REQUIRE(packager->add("", {asset, "shared"}));
    REQUIRE(packager->add("nl", {"nl/index.html", "thuis"}));
    Made made;
    REQUIRE(packager->finish(made.diagnostics));
    made.units = packager->units();
    REQUIRE(staging->commit(made.units));
    return made;
  }

  fs::path zip(const std::string& format) const {
    return dir.path() / ("one/managers/one-managers-en-" + format + ".zip");
  }
};

}  // namespace tailorbird::test
