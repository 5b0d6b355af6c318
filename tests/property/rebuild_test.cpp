// After any edit a build over the last output has the bytes, the findings and the status of a build where
// nothing was built before, and a check beside it those of a check that knows of no build. TAILORBIRD_SEED
// and TAILORBIRD_EDITS look at others, or more.

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <functional>
#include <ostream>
#include <random>

#include "system/project.hpp"

using namespace tailorbird::test;
namespace fs = std::filesystem;

namespace {

unsigned setting(const char* name, unsigned otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : static_cast<unsigned>(std::stoul(text));
}

/// A project of two organisations in two languages with pages, rules, formats of one file, a roll-out kit,
/// and a theme of its own, and ways to change it.
class EditedProject {
 public:
  explicit EditedProject(unsigned seed) : random_(seed) {
    Tree files = project_files(5, "Words that stay, and others.", {"--language", "en", "--language", "nl"});
    files["content/rules.yaml"] = "be:\n  due: {value: 4, means: \"Weeks\"}\n";
    files["content/en/_shared/piece.md"] = "---\ntitle: A piece\n---\n\nWords of a piece.\n";
    files["themes/house/theme.yaml"] = "extends: default\n";
    files["profiles/_names.yaml"] = "variables: {desk: Nobody In Particular}\n";
    files["profiles/other.yaml"] =
        "extends: _names\n" + files.at("profiles/example.yaml") + "theme: house\noverlay: other\n";
    give_formats_and_kit(files.at("profiles/other.yaml"));
    files["content/en/kit/index.md"] = "---\ntitle: Begin\nlayout: kit-start\n---\n\nBegin here.\n";
    files["content/en/kit/memo.md"] = "---\ntitle: Memo\n---\n\nWe begin soon.\n";
    files["profiles/other/en/more/own.md"] = "---\ntitle: Our own\n---\n\nWords of ours.\n";
    files["content/en/more/private.md"] = "---\ntitle: For some\naudience: manager\n---\n\nWords.\n";
    first_ = std::move(files);
    write_project(dir_, first_);
  }

  /// Changes something, and says what.
  std::string edit() {
    struct Edit {
      std::string name;
      std::function<void()> make;
    };
    const std::vector<Edit> edits = {
        {"text", [&] { append(page(), "\nSentence " + number() + ".\n"); }},
        {"condition", [&] { append(page(), "\nFor some: " + number() + ". {.only " + condition() + "}\n"); }},
        {"sentence for some", [&] { append(page(), "\n" + secret() + " {.only " + condition() + "}\n"); }},
        {"sentence of some for all", [&] { append(page(), "\n" + secret() + "\n"); }},
        {"the same in two paragraphs",
         [&] { append(page(), "\nA well kept\n\nsecret of " + digit() + " words.\n"); }},
        {"no last paragraph", [&] { drop_paragraph(page()); }},
        {"piece", [&] { append("content/en/_shared/piece.md", "\nMore of it: " + number() + ".\n"); }},
        {"piece included", [&] { append(page(), "\n{{< include _shared/piece.md >}}\n"); }},
        {"title", [&] { replace_line(page(), "title:", "title: Title " + number()); }},
        {"variable of a rule", [&] { append(page(), "\nDue in {{< var rule.be.due >}} weeks.\n"); }},
        {"rule",
         [&] { write("content/rules.yaml", "be:\n  due: {value: " + number() + ", means: \"W\"}\n"); }},
        {"profile",
         [&] { replace_line(profile(), "name:", "name: {en: Company " + number() + ", nl: Bedrijf}"); }},
        {"somebody's name",
         [&] { write("profiles/_names.yaml", "variables: {desk: Wendeline Aster " + digit() + "}\n"); }},
        {"the same name in a text",
         [&] { append(page(), "\nAsk Wendeline Aster " + digit() + " first.\n"); }},
        {"somebody's number",
         [&] { write("profiles/_names.yaml", "variables: {desk: +31 20 555 012" + digit() + "}\n"); }},
        {"the same number in a text", [&] { append(page(), "\nDial (020) 555-012" + digit() + ".\n"); }},
        {"a profile from another",
         [&] {
           write("profiles/third.yaml", "extends: example\nquick-exit: https://" + number() + ".example\n");
         }},
        {"new profile", [&] { write("profiles/third.yaml", read("profiles/example.yaml")); }},
        {"no more profile", [&] { fs::remove(path("profiles/third.yaml")); }},
        {"style", [&] { write("themes/house/assets/css/50-house.css", "b { top: " + number() + "px }\n"); }},
        {"string", [&] { write("themes/house/strings/en.yaml", "version: Edition " + number() + "\n"); }},
        {"site",
         [&] {
           replace_line("content/site.yaml", "title:", "title: {en: Site " + number() + ", nl: Plek}");
         }},
        {"new page", [&] { write(page(), "---\ntitle: New " + number() + "\n---\n\nNew words.\n"); }},
        {"page deleted", [&] { fs::remove(path(page())); }},
        {"page renamed", [&] { rename(page(), page()); }},
        {"picture", [&] { picture(); }},
        {"long sentence", [&] { append(page(), "\n" + long_sentence() + "\n"); }},
        {"silenced",
         [&] { append(page(), "\n<!-- ignore sentence-too-long: so it is -->\n" + long_sentence()); }},
        {"error", [&] { append(page(), "\n[Nowhere](nowhere-" + number() + ".md)\n"); }},
        {"touch", [&] { touch(path(page()), roll(100'000)); }},
        {"the clock of a file put back", [&] { same_size_and_time(page()); }},
        {"output changed", [&] { append(output(), "x"); }},
        {"output deleted", [&] { fs::remove(path(output())); }},
        {"record cut off", [&] { cut("site/.dist.tailorbird-cache/last-build"); }},
        {"record of bundles cut off", [&] { cut("site/.dist.tailorbird-cache/bundles"); }},
        {"record of checks cut off", [&] { cut("site/.dist.tailorbird-cache/last-check"); }},
        {"record of zips cut off", [&] { cut("site/.dist.tailorbird-cache/zips"); }},
        {"nothing", [] {}},
    };
    const Edit& chosen = edits[roll(edits.size())];
    chosen.make();
    return chosen.name;
  }

  ProgramRun build() { return run("build", {"--prune"}); }

  ProgramRun build_anew() {
    fs::remove_all(dir_.path() / "clean");
    return run("build", {"--no-cache", "--out", "clean"});
  }

  ProgramRun check() { return run("check", {}); }
  ProgramRun check_anew() { return run("check", {"--no-cache"}); }

  Tree dist() const { return read_tree(dir_.path() / "site/dist"); }
  Tree clean() const { return read_tree(dir_.path() / "clean"); }

  /// Puts the source back as it was at first, without the errors that edits made.
  void mend() {
    for (const char* folder : {"content", "profiles", "themes"}) fs::remove_all(path(folder));
    write_project(dir_, first_);
  }

 private:
  ProgramRun run(const std::string& command, Arguments options) {
    options.insert(options.begin(), {command, "--root", "site", "--quiet", "--diagnostics", "json"});
    return run_tailorbird(dir_, options);
  }

  static void give_formats_and_kit(std::string& profile) {
    const std::string site = "[site]";
    const std::size_t first = profile.find(site);
    REQUIRE(first != std::string::npos);
    profile.replace(first, site.size(), "[site, single, text, epub]");
    profile += "rollout: {start: 2026-09-07, owner: One Of Us, deputy: Another}\n";
  }

  std::size_t roll(std::size_t sides) { return random_() % sides; }
  std::string digit() { return std::to_string(roll(3)); }
  std::string number() { return std::to_string(roll(1000)); }
  std::string secret() { return "A well kept secret of " + digit() + " words."; }
  std::string page() { return pages_[roll(pages_.size())]; }
  std::string profile() { return roll(2) == 0 ? "profiles/example.yaml" : "profiles/other.yaml"; }
  std::string condition() { return roll(2) == 0 ? "audience=\"manager\"" : "phase=\"news\""; }

  std::string output() {
    std::vector<std::string> files;
    for (const auto& [name, bytes] : dist()) {
      if (name != "build.json") files.push_back("dist/" + name);  // a damaged one stops the build
    }
    return files.empty() ? "content/site.yaml" : files[roll(files.size())];
  }

  std::string long_sentence() {
    std::string text = "It";
    for (int count = 0; count < 50; ++count) text += " goes on and on";
    return text + " to " + number() + ".\n";
  }

  fs::path path(const std::string& name) const { return dir_.path() / "site" / name; }
  std::string read(const std::string& name) const { return dir_.read("site/" + name); }
  void write(const std::string& name, const std::string& bytes) { dir_.write("site/" + name, bytes); }

  void append(const std::string& name, const std::string& text) {
    if (fs::exists(path(name))) write(name, read(name) + text);
  }

  void replace_line(const std::string& name, const std::string& start, const std::string& line) {
    std::string bytes = read(name);
    const std::size_t at = bytes.find(start);
    if (at != std::string::npos) write(name, bytes.replace(at, bytes.find('\n', at) - at, line));
  }

  void drop_paragraph(const std::string& name) {
    if (!fs::exists(path(name))) return;
    const std::string bytes = read(name);
    const std::size_t body = bytes.find("\n---\n\n") + 6;
    const std::size_t last = bytes.rfind("\n\n", bytes.size() - 2);
    if (last > body && last != std::string::npos) write(name, bytes.substr(0, last + 1));
  }

  void rename(const std::string& from, const std::string& to) {
    if (fs::exists(path(from))) fs::rename(path(from), path(to));
  }

  void picture() {
    write("content/images/drawing.svg",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number() + "\" height=\"9\"></svg>\n");
    append(page(), "\n![A drawing](/images/drawing.svg)\n");
  }

  static void touch(const fs::path& file, std::size_t seconds) {
    if (fs::exists(file))
      fs::last_write_time(file, fs::last_write_time(file) - std::chrono::seconds(seconds));
  }

  void same_size_and_time(const std::string& name) {
    if (!fs::exists(path(name))) return;
    const auto when = fs::last_write_time(path(name));
    std::string bytes = read(name);
    std::swap(bytes[bytes.size() - 2], bytes[bytes.size() - 3]);
    write(name, bytes);
    fs::last_write_time(path(name), when);
  }

  void cut(const std::string& name) {
    if (fs::exists(dir_.path() / name)) fs::resize_file(dir_.path() / name, roll(30'000));
  }

  TempDir dir_;
  Tree first_;
  std::mt19937 random_;
  const std::vector<std::string> pages_ = {"content/en/more/page-0.md",     "content/en/more/page-1.md",
                                           "content/en/more/page-2.md",     "content/en/more/page-3.md",
                                           "content/en/more/private.md",    "content/en/news/extra.md",
                                           "content/nl/news/index.md",      "content/nl/news/whom-to-tell.md",
                                           "profiles/other/en/more/own.md", "content/en/kit/memo.md"};
};

}  // namespace

namespace {

/// Twice, as the second one repeats the first.
void compare_checks(EditedProject& project) {
  const ProgramRun anew = project.check_anew();
  for (int time = 0; time < 2; ++time) {
    const ProgramRun check = project.check();
    CAPTURE(time);
    REQUIRE(check.status == anew.status);
    REQUIRE(check.out == anew.out);
    REQUIRE(check.err == anew.err);
  }
}

}  // namespace

TEST_CASE("rebuild: after any edit the output is what a build from nothing makes") {
  const unsigned seed = setting("TAILORBIRD_SEED", 1);
  const unsigned edits = setting("TAILORBIRD_EDITS", 40);
  MESSAGE("seed " << seed);
  EditedProject project(seed);
  std::string history;
  std::string failures;
  unsigned good = 0;
  Tree before;
  for (unsigned count = 0; count < edits; ++count) {
    history += project.edit() + "; ";
    CAPTURE(history);
    if (count % 3 == 0) compare_checks(project);  // of an edit that no build knows of
    const ProgramRun run = project.build();
    const ProgramRun anew = project.build_anew();
    REQUIRE(run.status == anew.status);
    REQUIRE(run.out == anew.out);
    REQUIRE(run.err == anew.err);
    const Tree dist = project.dist();
    REQUIRE(differing(dist, run.status == 0 ? project.clean() : before).empty());
    if (run.status == 0) {
      before = dist;
      ++good;
    } else {
      failures += run.out;
    }
    if (count % 3 == 1) compare_checks(project);
    if (run.status != 0) project.mend();
  }
  CAPTURE(failures);
  CHECK(good > edits / 2);
}
