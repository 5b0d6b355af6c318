#include "build/bundle_output.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "support/open_guard.hpp"

using namespace tailorbird;
using tailorbird::test::OpenGuard;

namespace {

/// Keeps the paths it was given, or fails as a full disk does.
class FakePackager : public Packager {
 public:
  std::vector<WrittenFile> written() const override { return {}; }
  FakePackager(std::vector<std::string>& paths, bool fails) : paths_(paths), fails_(fails) {}
  Result<void> add(std::string_view /*language*/, const FinishedFile& file) override {
    if (fails_) return Error{"cannot write " + file.path};
    paths_.push_back(file.path);
    return {};
  }
  Result<void> finish(Diagnostics& /*diagnostics*/) override { return {}; }
  std::vector<WrittenFile> take_written() override { return {}; }
  std::vector<std::string> units() const override { return {}; }

 private:
  std::vector<std::string>& paths_;
  bool fails_;
};

std::vector<OpenPackage> packages(std::vector<std::string>& paths, bool fails = false) {
  std::vector<OpenPackage> result;
  result.push_back({"p/b/one", std::make_unique<FakePackager>(paths, fails)});
  result.push_back({"p/b/two", std::make_unique<FakePackager>(paths, false)});
  return result;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("bundle output: every format receives every file") {
  Names paths;
  OpenGuard guard;
  BundleOutput output(packages(paths), guard);
  Diagnostics found;
  output.add("en", {"en/index.html", "x"}, "content/en/index.md", found);
  CHECK(found.empty());
  CHECK(paths == Names{"en/index.html", "en/index.html"});
}

TEST_CASE(
    "bundle output: a name that hosts refuse is an error at the file it is made from, and is not written") {
  Names paths;
  OpenGuard guard;
  BundleOutput output(packages(paths), guard);
  Diagnostics found;
  output.add("en", {"en/Plan.html", "x"}, "content/en/Plan.md", found);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].code == "output-name-refused");
  CHECK(found.all()[0].where.file == "content/en/Plan.md");
  CHECK(found.all()[0].message ==
        "the output `en/Plan.html`: `Plan` has other characters than a-z, 0-9 and -");
  CHECK(paths.empty());
}

TEST_CASE("bundle output: two sources for one file are an error that does not depend on which came first") {
  for (const bool turned : {false, true}) {
    CAPTURE(turned);
    Names paths;
    OpenGuard guard;
    BundleOutput output(packages(paths), guard);
    Diagnostics found;
    const OutputFile file{"assets/logo.svg", "x"};
    output.add({}, file, turned ? "profiles/b.yaml" : "content/assets/logo.svg", found);
    output.add({}, file, turned ? "content/assets/logo.svg" : "profiles/b.yaml", found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].code == "output-twice");
    CHECK(found.all()[0].where.file == "profiles/b.yaml");
    CHECK(found.all()[0].message ==
          "the output `assets/logo.svg` would be made from `content/assets/logo.svg` and from "
          "`profiles/b.yaml`");
  }
}

TEST_CASE("bundle output: the first failure of the disk is kept, and nothing is written after it") {
  Names paths;
  OpenGuard guard;
  BundleOutput output(packages(paths, true), guard);
  Diagnostics found;
  output.add("en", {"en/a.html", "x"}, "content/en/a.md", found);
  output.add("en", {"en/b.html", "x"}, "content/en/b.md", found);
  REQUIRE(output.failure().has_value());
  CHECK(output.failure()->message == "cannot write en/a.html");
  CHECK(paths.empty());
}
