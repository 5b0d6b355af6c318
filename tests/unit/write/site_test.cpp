#include <algorithm>
#include <doctest/doctest.h>
#include <zip.h>

#include "base/hash.hpp"
#include "support/find_format.hpp"
#include "support/open_guard.hpp"
#include "support/temp_dir.hpp"
#include "write/format.hpp"

using namespace tailorbird;
using tailorbird::test::find_format;
using tailorbird::test::OpenGuard;
using tailorbird::test::TempDir;

namespace {

struct Made {
  std::vector<WrittenFile> files;
  std::vector<std::string> units;
};

struct Setting {
  TempDir dir;
  Profile profile;
  Bundle bundle;
  Theme theme;
  std::string revision = "0123456789ab";

  Setting() {
    profile.id = "meander";
    profile.name.any = "Meander & Söhne";
    bundle.id = "managers";
    bundle.title.by_language = {{"en", "For managers"}, {"nl", "Voor leidinggevenden"}};
    bundle.languages = {"nl", "en"};
    theme.words["nl"]["start-here-open"] = "Open de gids";
  }

  Made build(bool zip, bool reversed = false) const {
    Result<Staging> staging = Staging::open(dir.path());
    REQUIRE(staging);
    const Format* format = find_format("site");
    OpenGuard guard;
    REQUIRE(format != nullptr);
    const auto packager = format->open({profile, bundle, theme, *staging, guard, revision, zip, {}});
    std::vector<std::pair<std::string, OutputFile>> files = {{"", {"index.html", "choice"}},
                                                             {"en", {"en/index.html", "home"}},
                                                             {"nl", {"nl/index.html", "thuis"}}};
    if (reversed) std::reverse(files.begin(), files.end());
    for (const auto& [language, file] : files) REQUIRE(packager->add(language, file));
    Diagnostics diagnostics;
    REQUIRE(packager->finish(diagnostics));
    CHECK(diagnostics.empty());
    const std::vector<std::string> units = packager->units();
    Made made{packager->take_written(), units};
    REQUIRE(staging->commit(made.units));
    return made;
  }
};

std::vector<std::string> names_in_zip(const fs::path& path) {
  std::vector<std::string> names;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, nullptr);
  REQUIRE(archive != nullptr);
  for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); ++index) {
    names.emplace_back(zip_get_name(archive, static_cast<zip_uint64_t>(index), 0));
  }
  zip_discard(archive);
  return names;
}

}  // namespace

TEST_CASE("site: a folder, and a zip that holds START-HERE.html and the folder") {
  const Setting setting;
  const Made made = setting.build(true);
  CHECK(made.units ==
        std::vector<std::string>{"meander/managers/site", "meander/managers/meander-managers-site.zip"});
  CHECK(setting.dir.read("meander/managers/site/en/index.html") == "home");
  CHECK(names_in_zip(setting.dir.path() / "meander/managers/meander-managers-site.zip") ==
        std::vector<std::string>{"START-HERE.html", "meander-managers/assets/start-here.css",
                                 "meander-managers/en/index.html", "meander-managers/index.html",
                                 "meander-managers/nl/index.html"});
}

TEST_CASE("site: every file is recorded with its size and SHA-256, the zip too") {
  const Setting setting;
  const Made made = setting.build(true);
  REQUIRE(made.files.size() == 5);
  for (const WrittenFile& file : made.files) {
    CAPTURE(file.path);
    const std::string bytes = setting.dir.read(file.path);
    CHECK(file.size == bytes.size());
    CHECK(file.sha256 == sha256_hex(bytes));
  }
  CHECK(std::is_sorted(made.files.begin(), made.files.end()));
}

TEST_CASE("site: the zip does not depend on the order in which files were added") {
  const Setting setting;
  setting.build(true);
  const std::string first = setting.dir.read("meander/managers/meander-managers-site.zip");
  setting.build(true, true);
  CHECK(setting.dir.read("meander/managers/meander-managers-site.zip") == first);
}

TEST_CASE("site: without zip only the folder is made") {
  const Setting setting;
  const Made made = setting.build(false);
  CHECK(made.units == std::vector<std::string>{"meander/managers/site"});
  CHECK(made.files.size() == 3);
}

TEST_CASE("site: START-HERE.html says in each language that the zip is to be extracted first") {
  const Setting setting;
  setting.build(true);
  zip_t* archive = zip_open((setting.dir.path() / "meander/managers/meander-managers-site.zip").c_str(),
                            ZIP_RDONLY, nullptr);
  REQUIRE(archive != nullptr);
  zip_file_t* file = zip_fopen(archive, "START-HERE.html", 0);
  std::string page(10000, '\0');
  page.resize(static_cast<std::size_t>(zip_fread(file, page.data(), page.size())));
  zip_fclose(file);
  zip_discard(archive);
  CHECK(page == R"(<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Meander &amp; S&#246;hne</title>
<link rel="stylesheet" href="meander-managers/assets/start-here.css">
</head>
<body>
<main>
<section lang="nl">
<h1>Meander &amp; S&#246;hne: Voor leidinggevenden</h1>
<p class="extract-first">First extract all: right-click the zip, choose Extract All, and open START-HERE in the new folder. Inside the zip the pages cannot find each other.</p>
<p><a href="meander-managers/index.html">Open de gids</a></p>
<p>Version 0123456789ab</p>
</section>
<section lang="en">
<h2>Meander &amp; S&#246;hne: For managers</h2>
<p class="extract-first">First extract all: right-click the zip, choose Extract All, and open START-HERE in the new folder. Inside the zip the pages cannot find each other.</p>
<p><a href="meander-managers/index.html">Open the guidance</a></p>
<p>Version 0123456789ab</p>
</section>
</main>
</body>
</html>
)");
}

TEST_CASE("formats: each has a name of its own and one line about it") {
  for (const Format& format : formats()) {
    CHECK_FALSE(format.id.empty());
    CHECK_FALSE(format.summary.empty());
    CHECK(find_format(format.id) == &format);  // the first of that name
  }
}
