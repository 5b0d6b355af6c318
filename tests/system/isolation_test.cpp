#include <doctest/doctest.h>
#include <ostream>

#include "system/project.hpp"

using namespace tailorbird::test;

namespace {

constexpr int organisations = 10;

std::string mark(int organisation, const std::string& field) {
  const char letter = static_cast<char>('a' + organisation);
  return "Zq" + std::string(3, letter) + field;
}

/// Every field in which an organisation says something of its own, marked.
std::string profile_text(int organisation) {
  const auto marked = [&](const std::string& field) { return mark(organisation, field); };
  const std::string number = std::to_string(organisation);
  return "organisation: {name: " + marked("name") + ", short: " + marked("short") +
         "}\nlanguages: [en]\noverlay: o" + number + "\nvariables: {room: " + marked("variable") +
         "}\ncontacts:\n  oh: {name: " + marked("person") + ", role: " + marked("role") +
         ", phone: \"+44 1632 96020" + number + "\", email: " + marked("mail") + "@x" + number +
         ".example, hours: " + marked("hours") + ", note: " + marked("note") +
         "}\nlinks:\n  policy: {label: " + marked("label") + ", url: \"https://x" + number + ".example/" +
         marked("link") + "\"}\nbundles:\n  - {id: everybody, title: " + marked("bundle") +
         ", formats: [site]}\n";
}

}  // namespace

TEST_CASE("build: of ten organisations no byte of one is in another's files") {
  const TempDir dir;
  Tree files = project_files(3, "Everybody reads this. {{< var organisation.name >}}, {{< var room >}}.");
  std::erase_if(files, [](const auto& file) { return file.first.starts_with("profiles/"); });
  for (int organisation = 0; organisation < organisations; ++organisation) {
    const std::string id = "o" + std::to_string(organisation);
    files["profiles/" + id + ".yaml"] = profile_text(organisation);
    files["profiles/" + id + "/en/more/page-0.md"] =
        "---\ntitle: " + mark(organisation, "title") + "\nsummary: " + mark(organisation, "summary") +
        "\n---\n\n" + mark(organisation, "overlay") + "\n\n![" + mark(organisation, "alt") + "](own.svg)\n";
    files["profiles/" + id + "/en/more/own.svg"] =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>" +
        mark(organisation, "drawing") + "</title><rect width=\"9\" height=\"9\"/></svg>\n";
  }
  write_project(dir, files);
  const ProgramRun run = run_tailorbird(dir, {"build", "--root", "site", "--no-zip", "--quiet"});
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
  const Tree dist = read_tree(dir.path() / "site/dist");
  for (int organisation = 0; organisation < organisations; ++organisation) {
    const std::string folder = "o" + std::to_string(organisation) + "/";
    bool own = false;
    for (const auto& [path, bytes] : dist) {
      if (!path.starts_with(folder)) continue;
      own = own || bytes.find(mark(organisation, "overlay")) != std::string::npos;
      for (int other = 0; other < organisations; ++other) {
        if (other == organisation) continue;
        CAPTURE(path);
        CAPTURE(other);
        CHECK(bytes.find(mark(other, "")) == std::string::npos);
        CHECK(bytes.find("96020" + std::to_string(other)) == std::string::npos);
      }
    }
    CHECK(own);
  }
}

TEST_CASE("build: a change in one organisation changes no byte of another") {
  const TempDir dir;
  Tree files = project_files(2, "Everybody reads this.");
  files["profiles/other.yaml"] = files.at("profiles/example.yaml");
  write_project(dir, files);
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site", "--quiet"}).status == 0);
  const Tree before = read_tree(dir.path() / "site/dist");
  dir.write("site/profiles/other.yaml",
            files.at("profiles/other.yaml") + "quick-exit: https://example.org/\n");
  REQUIRE(run_tailorbird(dir, {"build", "--root", "site", "--quiet"}).status == 0);
  const std::vector<std::string> changed = differing(before, read_tree(dir.path() / "site/dist"));
  CHECK(changed.size() > 2);
  for (const std::string& path : changed) {
    CAPTURE(path);
    CHECK((path.starts_with("other/") || path == "build.json"));
  }
}
