// Texts go out to translators and come back: nothing of the shipped content is lost on the way, and what
// others wrote can read the files.

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>
#include <string_view>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "support/run_program.hpp"
#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

const fs::path program = TAILORBIRD_PROGRAM;

/// The shipped content in a folder of its own, but for English pages about a country whose languages are
/// others.
class Guidance {
 public:
  Guidance() {
    for (const char* folder : {"content", "profiles"})
      fs::copy(source_dir() / folder, dir_.path() / folder, fs::copy_options::recursive);
    const auto dutch = pages("nl");
    for (const auto& [file, bytes] : pages("en")) {
      if (!dutch.contains(file)) fs::remove(dir_.path() / "content/en" / file);
    }
  }

  ProgramRun translate(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "translate");
    return run_program(program, arguments, {dir_.path(), {}});
  }

  /// Every file of the language, by path.
  std::map<std::string, std::string> pages(const std::string& language) const {
    std::map<std::string, std::string> all;
    const fs::path folder = dir_.path() / "content" / language;
    const Result<std::vector<std::string>> files = list_files(folder);
    if (!files) return all;
    for (const std::string& file : *files) all[file] = read_file(folder / file).value();
    return all;
  }

  const TempDir& dir() const { return dir_; }

 private:
  TempDir dir_;
};

/// `words` with accents on its vowels, but for tags, entities and what stands behind a backslash.
std::string accented(std::string_view words) {
  const std::map<char, std::string_view> accents = {{'a', "á"}, {'e', "é"}, {'i', "í"}, {'o', "ó"},
                                                    {'u', "ú"}, {'A', "Á"}, {'E', "É"}, {'I', "Í"},
                                                    {'O', "Ó"}, {'U', "Ú"}};
  std::string result;
  char until = '\0';
  for (const char c : words) {
    const auto accent = accents.find(c);
    result += until != '\0' || accent == accents.end() ? std::string(1, c) : std::string(accent->second);
    if (until == '\\') {
      until = '\0';
    } else if (until == '\0' && (c == '<' || c == '&' || c == '\\')) {
      until = c == '<' ? '>' : c == '&' ? ';' : '\\';
    } else if (c == until) {
      until = '\0';
    }
  }
  return result;
}

/// An XLIFF in which every text that had no translation has one: with accents.
std::string pseudo_translation(const std::string& xliff) {
  constexpr std::string_view open = "<source xml:space=\"preserve\">";
  constexpr std::string_view close = "</source>\n";
  std::string result;
  std::size_t at = 0;
  for (std::size_t begin = xliff.find(open); begin != std::string::npos; begin = xliff.find(open, at)) {
    const std::size_t end = xliff.find(close, begin);
    const std::string words = accented(xliff.substr(begin + open.size(), end - begin - open.size()));
    result += xliff.substr(at, end + close.size() - at);
    const bool has_target = std::string_view(xliff).substr(end + close.size()).starts_with("        <target");
    if (!has_target) result += fmt::format("        <target xml:space=\"preserve\">{}</target>\n", words);
    at = end + close.size();
  }
  return result + xliff.substr(at);
}

}  // namespace

TEST_CASE("translate: each language goes out and comes back as it was, as XLIFF and as PO") {
  const Guidance guidance;
  guidance.translate({"mark", "--all"});  // whatever somebody is still to compare
  for (const std::string language : {"nl", "fr"}) {
    const auto before = guidance.pages(language);
    REQUIRE(before.size() > 150);
    for (const std::string format : {"xliff", "po"}) {
      CAPTURE(language);
      CAPTURE(format);
      const std::string file = language + (format == "po" ? ".po" : ".xlf");
      const ProgramRun exported =
          guidance.translate({"export", "--language", language, "--all", "--format", format, "--out", file});
      CHECK(exported.status == 0);
      const ProgramRun imported = guidance.translate({"import", file});
      CHECK(imported.status == 0);
      CHECK(imported.err.find("error") == std::string::npos);
      CHECK(guidance.pages(language) == before);
    }
  }
}

TEST_CASE("translate: a new text at the end of each page is all that is sent, and all that changes") {
  const Guidance guidance;
  guidance.translate({"mark", "--all"});
  const auto before = guidance.pages("nl");
  for (const auto& [file, bytes] : guidance.pages("en"))
    guidance.dir().write("content/en/" + file, bytes + "\nOne more thing.\n");
  guidance.translate({"export", "--language", "nl", "--out", "nl.xlf"});
  guidance.dir().write("nl.xlf", pseudo_translation(guidance.dir().read("nl.xlf")));
  guidance.translate({"import", "nl.xlf"});
  std::size_t as_expected = 0;
  for (const auto& [file, bytes] : guidance.pages("nl")) {
    CAPTURE(file);
    const std::string& old = before.at(file);
    if (bytes == old) continue;  // refused: where it belongs is for people to say
    constexpr std::size_t mark_size = sizeof("translates: \"0123456789abcdef\"") - 1;
    const std::size_t mark = bytes.find("translates: ");
    // Before the texts that only the translation has, else at the end.
    constexpr std::string_view added = "\n\nÓné móré thíng.";
    std::string rest = bytes;
    REQUIRE(rest.find(added) != std::string::npos);
    rest.erase(rest.find(added), added.size());
    CHECK(rest == old.substr(0, mark) + bytes.substr(mark, mark_size) + old.substr(mark + mark_size));
    ++as_expected;
  }
  CHECK(as_expected > before.size() * 9 / 10);
}

TEST_CASE(
    "translate: a page that leaves passages out, and has some of its own, gets what has changed, no more") {
  const TempDir dir;
  dir.write("content/site.yaml", "title: Work\nlanguages: [en, nl]\n");
  dir.write("profiles/inn.yaml",
            "organisation: {name: The Inn}\nlanguages: [en, nl]\nbundles: [{id: all}]\n");
  dir.write("content/en/index.md",
            "---\ntitle: Start\nsearch: [begin]\n---\nThe first words of all.\n\nNot for the Dutch.\n\n- "
            "One\n- Two\n- "
            "Three\n\nThe last words.\n");
  const std::string dutch =
      "title: Begin\nreviewed: 2026-01-02\ntranslates: \"MARK\"\n---\nDe eerste woorden van alles.\n\n- "
      "Een\n- "
      "Twee\n- Drie\n\nDe laatste woorden.\n\n## Alleen hier\n";
  dir.write("content/nl/index.md", "---\n" + dutch);
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "translate");
    return run_program(program, arguments, {dir.path(), {}});
  };
  CHECK(run({"mark", "--all"}).status == 0);
  CHECK(run({"export", "--language", "nl", "--out", "none.po", "--format", "po"}).status == 0);
  CHECK(dir.read("none.po").find("msgctxt") == std::string::npos);
  dir.write(
      "content/en/index.md",
      "---\ntitle: Start\nsearch: [begin]\n---\nThe first words of all.\n\nNot for the Dutch.\n\n- One\n- "
      "Three\n- Four\n\nThe very last words.\n");
  run({"export", "--language", "nl", "--out", "nl.po", "--format", "po"});
  std::string po = dir.read("nl.po");
  CHECK(po.find("begin") == std::string::npos);
  CHECK(po.find("Not for the Dutch") == std::string::npos);
  const auto put = [&](const std::string& before, const std::string& after) {
    REQUIRE(po.find(before) != std::string::npos);
    po.replace(po.find(before), before.size(), after);
  };
  put("msgid \"Four\"\nmsgstr \"\"", "msgid \"Four\"\nmsgstr \"Vier\"");
  put("#, fuzzy", "#");
  put("msgstr \"De laatste", "msgstr \"De allerlaatste");
  dir.write("nl.po", po);
  CHECK(run({"import", "nl.po"}).status == 0);
  const std::string made = dir.read("content/nl/index.md");
  CHECK(made.substr(made.find("---\n", 4)) ==
        "---\nDe eerste woorden van alles.\n\n- Een\n- Drie\n- Vier\n\nDe allerlaatste woorden.\n\n## Alleen "
        "hier\n");
  CHECK(made.find("search") == std::string::npos);
  CHECK(made.find("reviewed: 2026-01-02") != std::string::npos);
  CHECK(run({"status"}).status == 0);
}

TEST_CASE("translate: XML tools and gettext take the files") {
  const Guidance guidance;
  guidance.translate({"export", "--language", "nl", "--all", "--out", "nl.xlf"});
  guidance.translate({"export", "--language", "nl", "--all", "--format", "po", "--out", "nl.po"});
  const ProgramSetting here{guidance.dir().path(), {}};
  const ProgramRun xml = run_program("/usr/bin/xmllint", {"--noout", "nl.xlf"}, here);
  CHECK(xml.status == 0);
  CHECK(xml.err == "");
  const ProgramRun po =
      run_program("/usr/bin/msgfmt", {"--check-format", "--check-header", "-o", "/dev/null", "nl.po"}, here);
  CHECK(po.status == 0);
}

TEST_CASE("translate: a language that is made of the source alone has its structure and its readers") {
  const Guidance guidance;
  const auto source = guidance.pages("en");
  fs::remove_all(guidance.dir().path() / "content/fr");
  fs::remove_all(guidance.dir().path() / "translations");
  guidance.translate({"export", "--language", "fr", "--out", "fr.xlf"});
  guidance.dir().write("fr.xlf", pseudo_translation(guidance.dir().read("fr.xlf")));
  const ProgramRun imported = guidance.translate({"import", "fr.xlf"});
  CHECK(imported.status == 0);
  CHECK(imported.err.find(" 0 refused") != std::string::npos);
  CHECK(guidance.pages("fr").size() == source.size());
  const ProgramRun status = guidance.translate({"status", "--language", "fr"});
  CHECK(status.status == 0);
  CHECK(status.out.find("another structure") == std::string::npos);
}
