#include <doctest/doctest.h>
#include <ostream>

#include "system/project.hpp"

using namespace tailorbird::test;

namespace {

constexpr const char* profile = R"(organisation: {name: The Inn}
languages: [en]
contacts:
  oh: {name: Dr Noor, phone: "+44 1632 960201"}
rollout:
  start: 2027-01-11
  address: https://inn.example/work
  owner: Sam Okkerse
  deputy: Joke Terpstra
  board: the board of the inn
bundles:
  - {id: everyone, formats: [site]}
)";

Tree kit_project() {
  Tree files = project_files(1, "Everybody reads this.");
  std::erase_if(files, [](const auto& file) { return file.first.starts_with("profiles/"); });
  files["profiles/inn.yaml"] = profile;
  files["content/en/kit/memo.md"] =
      "---\ntitle: Memo\n---\n\nDecide by {{< var rollout.week-6 >}}, says {{< var rollout.owner >}} to "
      "{{< var rollout.board >}}.\n\n::: {.events title=\"Days\"}\n- Begin. {week=2 day=3 event=\"Roll-out: "
      "begin\"}\n:::\n";
  files["content/en/kit/poster.md"] =
      "---\ntitle: Poster\nlayout: kit-poster\n---\n\n::: {.qr-code distance=100}\n:::\n";
  return files;
}

Tree built(const TempDir& dir, const Tree& files, const Arguments& more = {}) {
  write_project(dir, files);
  Arguments arguments = {"build", "--root", "site", "--quiet"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const ProgramRun run = run_tailorbird(dir, arguments);
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
  return read_tree(dir.path() / "site/dist");
}

bool holds(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE(
    "kit: a profile with a roll-out gets its documents, with names and dates, and the list of packages") {
  const TempDir dir;
  const Tree dist = built(dir, kit_project());
  const std::string& memo = dist.at("inn/kit/en/memo.html");
  CHECK(holds(memo, "Decide by Monday 15 February 2027, says Sam Okkerse to the board of the inn."));
  CHECK(holds(memo, "Wednesday 20 January 2027"));
  CHECK(dist.contains("inn/kit/en/memo.docx"));
  CHECK(dist.contains("inn/kit/en/memo.odt"));
  CHECK(holds(dist.at("inn/kit/en/memo.ics"), "DTSTART;VALUE=DATE:20270120"));
  // The code is a tenth of a metre wide: 25 of its 33 modules, the others are its white edge.
  CHECK(holds(dist.at("inn/kit/en/poster.html"), "viewBox=\"0 0 33 33\" width=\"132mm\""));
  CHECK(holds(dist.at("inn/kit/en/poster.html"), "https://inn.example/work</a>"));
  CHECK_FALSE(dist.contains("inn/kit/en/poster.docx"));
  CHECK(holds(dist.at("inn/kit/it/files.csv"), "everyone/inn-everyone-site.zip,"));
  CHECK(dist.at("inn/kit/it/files.csv").starts_with("path,bytes,sha256,tracking\r\n"));
  CHECK(dist.at("inn/kit/it/files.csv").ends_with(",none\r\n"));
  CHECK(holds(dist.at("inn/kit/it/SHA256SUMS.txt"), "  ../../everyone/inn-everyone-site.zip\n"));
  CHECK(dist.contains("inn/kit/it/hosting/web.config"));
}

TEST_CASE("kit: its start page leads to each document, and to the files that can be edited") {
  Tree files = kit_project();
  files["content/en/kit/index.md"] = "---\ntitle: Begin\nlayout: kit-start\n---\n\nBegin here.\n";
  const TempDir dir;
  const Tree dist = built(dir, files);
  const std::string& start = dist.at("inn/kit/en/index.html");
  for (const std::string file : {"memo.html", "memo.docx", "memo.odt", "poster.html"}) {
    CHECK(holds(start, "href=\"" + file + "\""));
    CHECK(dist.contains("inn/kit/en/" + file));
  }
  CHECK_FALSE(holds(start, "poster.docx"));
  CHECK_FALSE(dist.contains("inn/kit/en/index.docx"));
}

TEST_CASE("kit: its documents are in no reader's bundle, and the kit has no page of the guidance") {
  const TempDir dir;
  const Tree dist = built(dir, kit_project());
  for (const auto& [path, bytes] : dist) {
    CAPTURE(path);
    if (path.starts_with("inn/everyone/")) CHECK_FALSE(holds(bytes, "Joke Terpstra"));
    if (path.starts_with("inn/everyone/")) CHECK_FALSE(holds(bytes, "Decide by"));
    if (path.starts_with("inn/kit/")) CHECK_FALSE(holds(bytes, "Everybody reads this."));
  }
}

TEST_CASE(
    "kit: the bytes depend on the profile's start date alone, not on the day, the zone or the job count") {
  const TempDir one;
  const TempDir two;
  const Tree files = kit_project();
  write_project(one, files);
  write_project(two, files, true);
  REQUIRE(
      run_tailorbird(one, {"build", "--root", "site", "--jobs", "1", "--quiet"}, {{"TZ", "UTC"}}).status ==
      0);
  REQUIRE(run_tailorbird(two, {"build", "--root", "site", "--jobs", "4", "--quiet"}, {{"TZ", "Asia/Tokyo"}})
              .status == 0);
  CHECK(differing(read_tree(one.path() / "site/dist"), read_tree(two.path() / "site/dist")).empty());
}

TEST_CASE("kit: after a change of a page for readers only the lists of packages are made anew") {
  const TempDir dir;
  Tree files = kit_project();
  const Tree before = built(dir, files);
  files["content/en/more/page-0.md"] += "\nThis sentence is new.\n";
  const Tree after = built(dir, files);
  std::vector<std::string> of_kit;
  for (const std::string& file : differing(before, after)) {
    if (file.starts_with("inn/kit/")) of_kit.push_back(file);
  }
  CHECK(of_kit == std::vector<std::string>{"inn/kit/it/SHA256SUMS.txt", "inn/kit/it/files.csv"});
  const TempDir elsewhere;
  CHECK(differing(after, built(elsewhere, files)).empty());
}

TEST_CASE("kit: without packages it keeps no list of those that there were") {
  const TempDir dir;
  const Tree files = kit_project();
  built(dir, files);
  const Tree after = built(dir, files, {"--no-zip"});
  CHECK_FALSE(after.contains("inn/kit/it/files.csv"));
  CHECK(after.contains("inn/kit/en/memo.html"));
}

TEST_CASE("kit: a word that a document needs and the profile lacks is named with the place to fill it in") {
  const TempDir dir;
  Tree files = kit_project();
  files["profiles/other.yaml"] = files.at("profiles/inn.yaml");
  std::string& text = files["profiles/other.yaml"];
  text.erase(text.find("  board:"), std::string_view("  board: the board of the inn\n").size());
  write_project(dir, files);
  const ProgramRun run = run_tailorbird(dir, {"check", "--root", "site"});
  CHECK(run.status == 1);
  CHECK(holds(message_of(run), "`rollout.board` has no value in `profiles/other.yaml`"));
  CHECK(holds(message_of(run), "fill in `board` under `rollout` in `profiles/other.yaml`"));
}

TEST_CASE("kit: a bundle cannot be written as a kit") {
  const TempDir dir;
  Tree files = kit_project();
  std::string& text = files["profiles/inn.yaml"];
  text.replace(text.find("[site]"), 6, "[kit]");
  write_project(dir, files);
  const ProgramRun run = run_tailorbird(dir, {"check", "--root", "site"});
  CHECK(run.status == 1);
  CHECK(holds(message_of(run), "`kit` is not a format of a bundle"));
}
