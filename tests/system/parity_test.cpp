// No format loses a sentence that the site has: each line of text in the main part of each page is looked for
// in what the other formats give to the same readers.

#include <cctype>
#include <doctest/doctest.h>
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

/// The lines of the page's own text. Controls are not among them: words that scripts use, the ways to tools,
/// the question for the reader's situation.
std::vector<std::string> sentences(const std::string& page) {
  const std::size_t begin = page.find("<article");
  std::string article = page.substr(begin, page.find("</article>") - begin);
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

}  // namespace

TEST_CASE("parity: every sentence of the site is in one file, in the text and in the e-book") {
  const TempDir dir;
  Tree files = read_tree(source_dir() / "tests/browser/components-project");
  const Tree media = read_tree(source_dir() / "content/media");
  for (const std::string name : {"first-talk-en.mp4", "first-talk.png", "first-talk.svg"})
    files["content/media/" + name] = media.at(name);
  files["content/media/spoken.mp3"] = "ID3";
  std::string& profile = files.at("profiles/inn.yaml");
  const std::string site_alone = "formats: [site]";
  REQUIRE(profile.find(site_alone) != std::string::npos);
  profile.replace(profile.find(site_alone), site_alone.size(), "formats: [site, single, text, epub]");
  write_project(dir, files);
  const ProgramRun run = run_tailorbird(dir, {"build", "--root", "site", "--no-zip", "--quiet"});
  REQUIRE_MESSAGE(run.status == 0, message_of(run));
  const std::filesystem::path bundle = dir.path() / "site/dist/inn/all";
  const Tree dist = read_tree(bundle);
  for (const std::string language : {"en", "nl", "fr"}) {
    // What a control says is the theme's: paper has no controls.
    const std::string theme = bare(read_tree(source_dir() / "themes/default/strings").at(language + ".yaml"));
    const std::string name = "inn-all-" + language;
    const std::string single = bare(extract_text(dist.at(name + ".html")).words);
    const std::string text = bare(without_addresses(dist.at(name + ".md")));
    const std::string book = bare(extract_text(all_of(read_zip(bundle / (name + ".epub")), ".xhtml")).words);
    std::size_t compared = 0;
    for (const std::string page : {"index.html", "every.html"}) {
      for (const std::string& sentence : sentences(dist.at("site/" + language + "/" + page))) {
        const std::string wanted = bare(sentence);
        if (wanted.size() < 12 || theme.find(wanted) != std::string::npos) continue;
        CAPTURE(language);
        CAPTURE(sentence);
        CHECK(single.find(wanted) != std::string::npos);
        CHECK(text.find(wanted) != std::string::npos);
        CHECK(book.find(wanted) != std::string::npos);
        ++compared;
      }
    }
    CHECK(compared > 60);
  }
}
