// No format loses a sentence that the site has: each line of text in the main part of each page is looked for
// in what the other formats give to the same readers.

#include <cctype>
#include <doctest/doctest.h>
#include <map>
#include <ostream>
#include <set>

#include "support/source_dir.hpp"
#include "support/zip_files.hpp"
#include "system/project.hpp"
#include "text/extract_text.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// Letters and digits alone: marks of Markdown, spaces and capitals are no part of a sentence.
std::string bare(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) result += static_cast<char>(std::tolower(byte));
  }
  return result;
}

/// Without the addresses of links.
std::string without_addresses(const std::string& markdown) {
  std::string result;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    if (markdown.compare(at, 2, "](") == 0) at = markdown.find(')', at);
    if (at == std::string::npos) break;
    result += markdown[at];
  }
  return result;
}

/// Without what stands from each `begin` to the next `end`.
std::string cut(std::string html, std::string_view begin, std::string_view end) {
  for (std::size_t at = html.find(begin); at != std::string::npos; at = html.find(begin, at)) {
    const std::size_t last = html.find(end, at);
    if (last == std::string::npos) break;
    html.erase(at, last + end.size() - at);
  }
  return html;
}

/// The lines of the page's own text, which stands in the element `tag`. Controls are not among them: words
/// that scripts use, the ways to tools, the question for the reader's situation.
std::vector<std::string> sentences(const std::string& page, const std::string& tag) {
  const std::size_t begin = page.find("<" + tag);
  std::string article = page.substr(begin, page.find("</" + tag + ">") - begin);
  article = cut(std::move(article), "<span hidden", "</span>");
  article = cut(std::move(article), "<nav class=\"ways\"", "</nav>");
  article = cut(std::move(article), "<form class=\"situation\"", "</form>");
  std::vector<std::string> lines;
  const std::string words = extract_text(article).words;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find('\n', at), words.size());
    lines.push_back(words.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string all_of(const Tree& files, std::string_view ending) {
  std::string bytes;
  for (const auto& [path, text] : files) {
    if (path.ends_with(ending)) bytes += text + "\n";
  }
  return bytes;
}

/// A project whose page "every" holds each component, in three languages.
Tree components_project() {
  Tree files = read_tree(source_dir() / "tests/browser/components-project");
  const Tree media = read_tree(source_dir() / "content/media");
  const Tree clips = read_tree(source_dir() / "tests/fuzz/seeds/clip");
  for (const std::string name : {"first-talk-en.mp4", "first-talk.png", "first-talk.svg"})
    files["content/media/" + name] = media.at(name);
  files["content/media/spoken.mp3"] = clips.at("spoken.mp3");
  return files;
}

/// What a control says is the theme's: paper has no controls.
std::string theme_words(const std::string& language) {
  return bare(read_tree(source_dir() / "themes/default/strings").at(language + ".yaml"));
}

/// A PDF would take a minute, and say what its HTML says.
const Environment no_engine = {{"PATH", "/nowhere"}};

}  // namespace

TEST_CASE("parity: every sentence of the site is in each other format of a bundle") {
  const TempDir dir;
  Tree files = components_project();
  std::string& profile = files.at("profiles/inn.yaml");
  const std::string site_alone = "formats: [site]";
  REQUIRE(profile.find(site_alone) != std::string::npos);
  profile.replace(profile.find(site_alone), site_alone.size(),
                  "formats: [site, single, text, epub, booklet, cmi5, imscc]");
  write_project(dir, files);
  const ProgramRun run = run_tailorbird(dir, {"build", "--root", "site", "--quiet"}, no_engine);
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
  const std::filesystem::path bundle = dir.path() / "site/dist/inn/all";
  const Tree dist = read_tree(bundle);
  for (const std::string language : {"en", "nl", "fr"}) {
    const std::string theme = theme_words(language);
    const std::string name = "inn-all-" + language;
    std::map<std::string, std::string> formats = {
        {"text", bare(without_addresses(dist.at(name + ".md")))},
        {"epub", bare(extract_text(all_of(read_zip(bundle / (name + ".epub")), ".xhtml")).words)}};
    for (const std::string html : {".html", "-a4.html", "-a5.html", "-large.html"})
      formats[html] = bare(extract_text(dist.at(name + html)).words);
    // The other learning packages hold the files of cmi5's, and need schemas that are not on every machine.
    for (const std::string package : {"cmi5", "imscc"}) {
      const Tree pages = read_zip(bundle / (name + "-" + package + ".zip"));
      formats[package] = bare(extract_text(all_of(pages, ".html")).words);
    }
    std::size_t compared = 0;
    for (const std::string page : {"index.html", "every.html"}) {
      for (const std::string& sentence : sentences(dist.at("site/" + language + "/" + page), "article")) {
        const std::string wanted = bare(sentence);
        if (wanted.size() < 12 || theme.find(wanted) != std::string::npos) continue;
        CAPTURE(language);
        CAPTURE(sentence);
        for (const auto& [format, words] : formats) {
          CAPTURE(format);
          CHECK(words.find(wanted) != std::string::npos);
        }
        ++compared;
      }
    }
    CHECK(compared > 60);
  }
}

TEST_CASE(
    "parity: every sentence of a document of the roll-out kit is in its files for Word and OpenDocument") {
  const TempDir dir;
  Tree files = components_project();
  for (const std::string language : {"en", "nl", "fr"}) {
    std::string& page = files["content/" + language + "/kit/every.md"];
    page = files.at("content/" + language + "/every.md");
    for (std::size_t at = 0; (at = page.find("../media", at)) != std::string::npos; at += 11)
      page.replace(at, 8, "../../media");
  }
  write_project(dir, files);
  const ProgramRun run = run_tailorbird(dir, {"build", "--root", "site", "--no-zip", "--quiet"}, no_engine);
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
  for (const std::string language : {"en", "nl", "fr"}) {
    const std::string theme = theme_words(language);
    const std::filesystem::path kit = dir.path() / "site/dist/inn/kit" / language;
    const std::string word = bare(extract_text(read_zip(kit / "every.docx").at("word/document.xml")).words);
    const std::string open = bare(extract_text(read_zip(kit / "every.odt").at("content.xml")).words);
    std::size_t compared = 0;
    for (const std::string& sentence : sentences(read_tree(kit).at("every.html"), "main")) {
      const std::string wanted = bare(sentence);
      if (wanted.size() < 12 || theme.find(wanted) != std::string::npos) continue;
      CAPTURE(language);
      CAPTURE(sentence);
      CHECK(word.find(wanted) != std::string::npos);
      CHECK(open.find(wanted) != std::string::npos);
      ++compared;
    }
    CHECK(compared > 50);
  }
}
