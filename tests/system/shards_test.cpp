// A build in shards: put together they are one build, and whatever is wrong with them is told.

#include <doctest/doctest.h>
#include <filesystem>
#include <ostream>
#include <yaml-cpp/yaml.h>

#include "support/source_dir.hpp"
#include "system/project.hpp"

using namespace tailorbird::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* rollout = R"(rollout:
  start: 2027-01-11
  address: https://works.example/work
  owner: Sam Okkerse
  deputy: Joke Terpstra
  board: the board
)";

/// Four organisations, of which two have a kit, and how one build makes them.
class Organisations {
 public:
  Organisations() {
    Tree files = project_files(3, "Words.");
    const std::string example = files.at("profiles/example.yaml");
    for (const std::string id : {"alder", "birch", "cedar"}) {
      std::string profile = example;
      profile.replace(profile.find("Example Works"), 13, "Works of " + id);
      files["profiles/" + id + ".yaml"] = id == "alder" ? profile : profile + rollout;
    }
    files["content/en/kit/memo.md"] = "---\ntitle: Memo\n---\n\nAsk {{< var rollout.owner >}}.\n";
    write_project(dir, files);
    const ProgramRun whole = run({"build", "--out", "whole"});
    REQUIRE_MESSAGE(whole.status == 0, message_of(whole));
  }

  ProgramRun run(Arguments arguments) const { return run_in(dir.path() / "site", arguments); }

  ProgramRun shard(const std::string& shard, const std::string& folder, const Arguments& more = {}) const {
    Arguments arguments = {"build", "--shard", shard, "--out", "shards/" + folder, "--quiet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }

  ProgramRun join(const std::vector<std::string>& folders) const {
    Arguments arguments = {"join", "--out", "dist"};
    for (const std::string& folder : folders) arguments.push_back("shards/" + folder);
    return run(arguments);
  }

  Tree tree(const std::string& folder) const { return read_tree(dir.path() / "site" / folder); }

  /// Runs lines of a shell in the project, with `tailorbird` on the path.
  ProgramRun shell(const std::string& lines, Environment environment) const {
    const std::string path = fs::path(TAILORBIRD_PROGRAM).parent_path().string() + ":/usr/bin:/bin";
    environment.emplace_back("PATH", path);
    return run_program("/bin/sh", {"-c", lines}, {dir.path() / "site", environment});
  }

  TempDir dir;

 private:
  static ProgramRun run_in(const fs::path& folder, const Arguments& arguments) {
    return run_program(TAILORBIRD_PROGRAM, arguments, {folder, {}});
  }
};

/// The fenced blocks of docs/scale-out.md in a language, in their order.
std::vector<std::string> blocks(const std::string& language) {
  const Tree docs = read_tree(source_dir() / "docs");
  const std::string& text = docs.at("scale-out.md");
  std::vector<std::string> found;
  const std::string fence = "```" + language + "\n";
  for (std::size_t at = text.find(fence); at != std::string::npos; at = text.find(fence, at + 1)) {
    const std::size_t start = at + fence.size();
    found.push_back(text.substr(start, text.find("```", start) - start));
  }
  return found;
}

bool is_installed(const std::string& program) {
  return run_program("/bin/sh", {"-c", "command -v " + program}, {"/", {}}).status == 0;
}

}  // namespace

TEST_CASE("shards: put together they are one build, byte for byte, however many there are") {
  const Organisations all;
  const Tree whole = all.tree("whole");
  REQUIRE(whole.size() > 100);
  REQUIRE(whole.contains("birch/kit/it/SHA256SUMS.txt"));
  for (const int count : {1, 3, 6}) {
    CAPTURE(count);
    fs::remove_all(all.dir.path() / "site/shards");
    fs::remove_all(all.dir.path() / "site/dist");
    std::vector<std::string> folders;
    std::size_t files = 0;
    for (int index = count; index > 0; --index) {
      folders.push_back(std::to_string(index));
      REQUIRE(all.shard(folders.back() + "/" + std::to_string(count), folders.back()).status == 0);
      files += all.tree("shards/" + folders.back()).size() - 1;
    }
    CHECK(files == whole.size() - 1);
    const ProgramRun joined = all.join(folders);
    CHECK_MESSAGE(joined.status == 0, message_of(joined));
    CHECK(differing(all.tree("dist"), whole).empty());
  }
}

TEST_CASE("shards: an organisation is in one shard, and all have about as much") {
  const Organisations all;
  for (const std::string index : {"1", "2"}) {
    REQUIRE(all.shard(index + "/2", index).status == 0);
    std::vector<std::string> organisations;
    for (const auto& entry : fs::directory_iterator(all.dir.path() / "site/shards" / index)) {
      if (entry.is_directory()) organisations.push_back(entry.path().filename());
    }
    CHECK(organisations.size() == 2);
  }
}

TEST_CASE("shards: what is lost, repeated, foreign or damaged is told, and nothing is written") {
  const Organisations all;
  for (const std::string index : {"1", "2", "3"}) REQUIRE(all.shard(index + "/3", index).status == 0);
  const auto refused = [&](const std::vector<std::string>& folders) {
    const ProgramRun run = all.join(folders);
    CHECK(run.status == 1);
    CHECK(run.out.starts_with("Nothing was written to dist/"));
    CHECK(all.tree("dist").empty());
    return run.err;
  };
  CHECK(refused({"1", "2"}) == "shard 3/3 is missing\n");
  CHECK(refused({"1", "2", "3", "2"}) == "shards/2: shard 2/3 again, as in shards/2\n");
  CHECK(refused({"1", "2", "3", "none"}) ==
        "shards/none: no build.json: the shard was not made, or its build failed\n");
  CHECK(refused({"1", "2", "3", "../whole"}) ==
        "shards/../whole: this is a whole output, not a shard; build shards with --shard\n");
  REQUIRE(all.shard("1/2", "half").status == 0);
  CHECK(refused({"1", "half", "3"}).find("shards/half: one of 2, but shards/1 has 3\n") != std::string::npos);
  REQUIRE(all.shard("2/3", "no-zip", {"--no-zip"}).status == 0);
  CHECK(refused({"1", "no-zip", "3"}).find("shards/no-zip: made with options") != std::string::npos);
  all.dir.write("site/content/en/more/page-0.md", "---\ntitle: Page 0\n---\n\nOther words.\n");
  REQUIRE(all.shard("2/3", "later").status == 0);
  CHECK(refused({"1", "later", "3"}).find("shards/later: made from content") != std::string::npos);
  for (const auto& [path, bytes] : all.tree("shards/3")) {
    if (!path.ends_with(".html")) continue;
    all.dir.write("site/shards/3/" + path, bytes + " ");
    CHECK(refused({"1", "2", "3"}) == "shards/3/" + path + ": other bytes\n");
    fs::remove(all.dir.path() / "site/shards/3" / path);
    CHECK(refused({"1", "2", "3"}) == "shards/3/" + path + ": is missing\n");
    break;
  }
}

TEST_CASE("shards: a folder holds one shard; the same one may be built again") {
  const Organisations all;
  REQUIRE(all.shard("1/2", "1").status == 0);
  CHECK(all.shard("1/2", "1").status == 0);
  CHECK(all.shard("1/2", "1", {"--no-cache"}).status == 0);
  const ProgramRun other = all.shard("2/2", "1");
  CHECK(other.status == 2);
  CHECK(other.err ==
        "tailorbird: shards/1 holds shard 1/2, which shard 2/2 would mix with: build each shard to a folder "
        "of its own\n");
  for (const std::string bad : {"0/2", "3/2", "1", "a/b", "1/", "-1/2", "1/2/3", "1/100001"}) {
    CAPTURE(bad);
    const ProgramRun run = all.shard(bad, "bad");
    CHECK(run.status == 2);
    CHECK(run.err.starts_with("tailorbird: `" + bad +
                              "` is not a shard: write the number of this one and of all"));
  }
}

TEST_CASE("shards: joining again over an earlier output leaves what has not changed as it is") {
  const Organisations all;
  for (const std::string index : {"1", "2"}) REQUIRE(all.shard(index + "/2", index).status == 0);
  REQUIRE(all.join({"1", "2"}).status == 0);
  const fs::path page = all.dir.path() / "site/dist/alder/managers/site/en/index.html";
  const auto when = fs::last_write_time(page);
  REQUIRE(all.join({"2", "1"}).status == 0);
  CHECK(fs::last_write_time(page) == when);
  CHECK(differing(all.tree("dist"), all.tree("whole")).empty());
}

TEST_CASE("shards: the commands of docs/scale-out.md do what the page says") {
  const Organisations all;
  const Tree whole = all.tree("whole");
  const std::vector<std::string> scripts = blocks("sh");
  REQUIRE(scripts.size() == 4);
  const std::string join = "tailorbird join --out dist shards/1 shards/2 shards/3 shards/4";
  const auto joined = [&] {
    const ProgramRun run = all.shell(join, {});
    CHECK_MESSAGE(run.status == 0, message_of(run));
    CHECK(differing(all.tree("dist"), whole).empty());
    fs::remove_all(all.dir.path() / "site/dist");
    fs::remove_all(all.dir.path() / "site/shards");
  };
  const auto each = [&](const std::string& script, const std::string& variable, int from,
                        const Environment& more = {}) {
    for (int index = from; index < from + 4; ++index) {
      Environment environment = more;
      environment.emplace_back(variable, std::to_string(index));
      const ProgramRun run = all.shell(script, environment);
      CHECK_MESSAGE(run.status == 0, message_of(run));
    }
    joined();
  };
  SUBCASE("by hand") {
    CHECK(all.shell("set -e\n" + scripts[0], {}).status == 0);
    CHECK(differing(all.tree("dist"), whole).empty());
  }
  SUBCASE("Slurm") { each(scripts[2], "SLURM_ARRAY_TASK_ID", 1, {{"SLURM_CPUS_PER_TASK", "2"}}); }
  SUBCASE("Kubernetes") {
    const YAML::Node job = YAML::Load(blocks("yaml").at(0));
    const YAML::Node container = job["spec"]["template"]["spec"]["containers"][0];
    CHECK(job["kind"].as<std::string>() == "Job");
    CHECK(job["spec"]["completions"].as<int>() == 4);
    CHECK(job["spec"]["completionMode"].as<std::string>() == "Indexed");
    each(container["args"][0].as<std::string>(), "JOB_COMPLETION_INDEX", 0);
  }
  SUBCASE("GitHub") {
    const YAML::Node jobs = YAML::Load(blocks("yaml").at(1))["jobs"];
    CHECK(jobs["shard"]["strategy"]["matrix"]["shard"].size() == 4);
    CHECK(jobs["join"]["needs"].as<std::string>() == "shard");
    std::string run = jobs["shard"]["steps"][1]["run"].as<std::string>();
    const std::string matrix = "${{ matrix.shard }}";
    for (std::size_t at = run.find(matrix); at != std::string::npos; at = run.find(matrix))
      run.replace(at, matrix.size(), "$SHARD");
    each(run, "SHARD", 1);
  }
  SUBCASE("GitLab") {
    const YAML::Node jobs = YAML::Load(blocks("yaml").at(2));
    CHECK(jobs["shard"]["parallel"].as<int>() == 4);
    CHECK(jobs["join"]["script"][0].as<std::string>() == join);
    each(jobs["shard"]["script"][0].as<std::string>(), "CI_NODE_INDEX", 1, {{"CI_NODE_TOTAL", "4"}});
  }
  SUBCASE("GNU parallel") {
    if (!is_installed("parallel")) return;
    const ProgramRun run = all.shell(scripts[1], {{"HOME", all.dir.path().string()}});
    CHECK_MESSAGE(run.status == 0, message_of(run));
    CHECK(differing(all.tree("dist"), whole).empty());
  }
}
