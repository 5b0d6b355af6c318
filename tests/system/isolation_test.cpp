#include <doctest/doctest.h>
#include <ostream>

#include "support/zip_files.hpp"
#include "system/project.hpp"

using namespace tailorbird::test;

namespace {

/// Without the engine for PDF, which would take a minute.
const Environment no_engine = {{"PATH", "/nowhere"}};

constexpr const char* all_formats =
    "site, single, text, epub, booklet, links, scorm12, scorm2004, cmi5, imscc";

std::string mark(int organisation, const std::string& field) {
  const char letter = static_cast<char>('a' + organisation);
  return "Zq" + std::string(3, letter) + field;
}

/// Every field in which an organisation says something of its own, marked.
std::string profile_text(int organisation) {
  const auto marked = [&](const std::string& field) { return mark(organisation, field); };
  const std::string number = std::to_string(organisation);
  std::string text = "organisation: {name: " + marked("name") + ", short: " + marked("short") + ", logo: o" +
                     number + ".svg}\nlanguages: [en]\noverlay: o" + number +
                     "\nvariables: {room: " + marked("variable") + "}\nquick-exit: https://x" + number +
                     ".example/" + marked("exit") + "\ncontacts:\n  oh: {name: " + marked("person") +
                     ", role: " + marked("role") + ", phone: \"+44 1632 96020" + number +
                     "\", email: " + marked("mail") + "@x" + number + ".example, url: \"https://x" + number +
                     ".example/" + marked("desk") + "\", hours: " + marked("hours") +
                     ", note: " + marked("note") + "}\nlinks:\n  policy: {label: " + marked("label") +
                     ", url: \"https://x" + number + ".example/" + marked("link") +
                     "\"}\nresponsibilities:\n  - {id: own, task: " + marked("task") +
                     ", roles: {oh: A}, notes: {oh: " + marked("part") +
                     "}}\nrollout:\n  start: 2027-01-11\n  address: https://x" + number + ".example/" +
                     marked("address") + "\n  moments: {reported: " + marked("moment") + "}\n";
  for (const std::string field :
       {"board", "sponsor", "owner", "deputy", "coach", "link-keeper", "privacy-officer", "sites", "spoken"})
    text += "  " + field + ": " + marked(field) + "\n";
  return text + "bundles:\n  - {id: everybody, title: " + marked("bundle") + ", formats: [" + all_formats +
         "]}\n";
}

std::string drawing(int organisation, const std::string& field) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>" + mark(organisation, field) +
         "</title><rect width=\"9\" height=\"9\"/></svg>\n";
}

/// `organisations` profiles, each with pages, a drawing, a logo and a kit of its own.
Tree marked_project(int organisations) {
  Tree files = project_files(1, "Everybody reads this. {{< var organisation.name >}}, {{< var room >}}.");
  std::erase_if(files, [](const auto& file) { return file.first.starts_with("profiles/"); });
  files["content/en/kit/memo.md"] = "---\ntitle: Memo\n---\n\nSays {{< var rollout.owner >}}.\n";
  files["content/responsibilities.yaml"] =
      "letters: {A: {en: leads}}\nrows:\n  - {id: talk, task: {en: Talk}, roles: {oh: A}}\n";
  files["content/en/people.md"] =
      "---\ntitle: People\n---\n\n::: contacts\n:::\n\n::: responsibilities\n:::\n";
  for (int organisation = 0; organisation < organisations; ++organisation) {
    const std::string id = "o" + std::to_string(organisation);
    files["profiles/" + id + ".yaml"] = profile_text(organisation);
    files["profiles/" + id + ".svg"] = drawing(organisation, "logo");
    files["profiles/" + id + "/en/more/page-0.md"] =
        "---\ntitle: " + mark(organisation, "title") + "\nsummary: " + mark(organisation, "summary") +
        "\nsearch: [" + mark(organisation, "search") + "]\n---\n\n" + mark(organisation, "overlay") +
        "\n\n![" + mark(organisation, "alt") + "](own.svg)\n";
    files["profiles/" + id + "/en/more/own.svg"] = drawing(organisation, "drawing");
    files["profiles/" + id + "/en/kit/memo.md"] = "---\ntitle: Memo\n---\n\n" + mark(organisation, "memo") +
                                                  ", {{< var rollout.board >}} {{< var rollout.coach >}}.\n";
  }
  return files;
}

/// The output, with what is in its zips, e-books and documents beside them.
Tree unpacked(const std::filesystem::path& dist) {
  Tree files = read_tree(dist);
  for (const auto& [path, bytes] : read_tree(dist)) {
    if (!bytes.starts_with("PK")) continue;
    for (const auto& [name, inside] : read_zip(dist / path)) files[path + "!" + name] = inside;
  }
  return files;
}

}  // namespace

TEST_CASE("build: of ten organisations no byte of one is in another's files, in any format") {
  constexpr int organisations = 10;
  const TempDir dir;
  write_project(dir, marked_project(organisations));
  const ProgramRun run = run_tailorbird(dir, {"build", "--root", "site", "--quiet"}, no_engine);
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
  const Tree dist = unpacked(dir.path() / "site/dist");
  for (int organisation = 0; organisation < organisations; ++organisation) {
    const std::string folder = "o" + std::to_string(organisation) + "/";
    std::size_t own = 0;
    for (const auto& [path, bytes] : dist) {
      if (!path.starts_with(folder)) continue;
      own += bytes.find(mark(organisation, "")) != std::string::npos ? 1 : 0;
      for (int other = 0; other < organisations; ++other) {
        if (other == organisation) continue;
        CAPTURE(path);
        CAPTURE(other);
        CHECK(bytes.find(mark(other, "")) == std::string::npos);
        CHECK(bytes.find("96020" + std::to_string(other)) == std::string::npos);
        CHECK(bytes.find("x" + std::to_string(other) + ".example") == std::string::npos);
      }
    }
    CHECK(own > 30);  // the marks are there to be found
  }
}

TEST_CASE("build: whatever changes in one organisation, no byte of another does, in any format") {
  const TempDir dir;
  Tree files = marked_project(2);
  write_project(dir, files);
  const Arguments build = {"build", "--root", "site", "--quiet"};
  const ProgramRun run = run_tailorbird(dir, build, no_engine);
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
  const Tree before = read_tree(dir.path() / "site/dist");
  // All words of its own are others; what has to be a name or a number stays.
  for (auto& [path, text] : files) {
    if (!path.starts_with("profiles/o1")) continue;
    for (std::size_t at = text.find(mark(1, "")); at != std::string::npos; at = text.find(mark(1, ""), at))
      text.replace(at, mark(1, "").size(), "Zqother");
  }
  write_project(dir, files);
  REQUIRE(run_tailorbird(dir, build, no_engine).status == 0);
  const std::vector<std::string> changed = differing(before, read_tree(dir.path() / "site/dist"));
  CHECK(changed.size() > 10);
  for (const std::string& path : changed) {
    CAPTURE(path);
    CHECK((path.starts_with("o1/") || path == "build.json"));
  }
}
