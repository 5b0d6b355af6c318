// Writes a project of the wanted size. Equal arguments give equal bytes on any machine.
//
//   bench_corpus FOLDER [NAME=NUMBER…]
//
//   pages          of each language                   words       of each page
//   conditional    blocks in a hundred                organisations
//   variables      in each page                       bundles     of each organisation
//   languages      1 to 3                             terms       in the glossary
//   phrases        banned ones                        readable    1: sentences and words are counted

#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kinds = {"office", "factory", "care", "shop"};
constexpr std::array<std::string_view, 3> languages = {"en", "nl", "fr"};
constexpr std::array<std::string_view, 9> variables = {
    "contact.hr.name", "contact.hr.phone", "contact.hr.email", "organisation.name", "organisation.short",
    "contact.oh.name", "contact.oh.phone", "contact.oh.email", "link.policy"};

using Options = std::map<std::string, std::size_t, std::less<>>;

Options default_options() {
  return {{"pages", 300}, {"words", 830},   {"conditional", 0}, {"organisations", 1}, {"variables", 0},
          {"bundles", 1}, {"languages", 1}, {"terms", 0},       {"phrases", 0},       {"readable", 0}};
}

/// Numerical Recipes' 64-bit generator: <random>'s distributions differ between libraries.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t bound) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state_ >> 33U) % bound;
  }

 private:
  std::uint64_t state_;
};

constexpr std::size_t vocabulary = 8000;

/// The word of a rank: one to five syllables, the common ones short.
std::string word_of(std::size_t rank) {
  constexpr std::array<std::string_view, 20> syllables = {"an",  "te",  "ri",   "con", "day", "lo",  "mee",
                                                          "sta", "ver", "wor",  "ing", "na",  "per", "ble",
                                                          "ta",  "hou", "ment", "su",  "re",  "gen"};
  std::string word;
  for (std::size_t rest = rank + 3; rest > 0; rest /= syllables.size())
    word += syllables[rest % syllables.size()];
  return word;
}

/// As in a language: few words make up most of a text, and most words are seldom.
std::string any_word(Numbers& numbers) {
  return word_of(numbers.below(numbers.below(numbers.below(vocabulary) + 1) + 1));
}

std::string sentence(Numbers& numbers, std::size_t count) {
  std::string text;
  for (std::size_t index = 0; index < count; ++index) {
    std::string word = any_word(numbers);
    const std::uint64_t style = numbers.below(40);
    if (style == 0) word = "*" + word + "*";
    if (style == 1) word = "**" + word + "**";
    if (style == 2) word = "[" + word + "](https://example.org/" + word + ")";
    if (style == 3) word = "~~" + word + "~~";
    text += (index == 0 ? "" : " ") + word;
  }
  return text + ".";
}

std::string block(Numbers& numbers, std::size_t number, std::size_t page) {
  if (number % 7 == 6) {
    return fmt::format("## Heading {} of page {}\n\n{}\n", number, page, sentence(numbers, 12));
  }
  if (number % 5 == 4) {
    std::string list;
    for (int item = 0; item < 5; ++item) list += "- " + sentence(numbers, 9) + "\n";
    return list;
  }
  return sentence(numbers, 18) + " " + sentence(numbers, 22) + "\n";
}

std::string plain_sentence(Numbers& numbers, std::size_t count) {
  std::string text;
  for (std::size_t index = 0; index < count; ++index) text += (index == 0 ? "" : " ") + any_word(numbers);
  return text + ".";
}

std::string page_text(Numbers& numbers, std::size_t page, const Options& options) {
  std::string text =
      fmt::format("---\ntitle: Page {}\nsummary: \"{}\"\norder: {}\nreviewed: 2026-11-02\n---\n", page,
                  plain_sentence(numbers, 8), page);
  const std::size_t blocks = (options.at("words") + 39) / 40;
  std::size_t variable = 0;
  for (std::size_t number = 0; number < blocks; ++number) {
    std::string body = block(numbers, number, page);
    while (variable * blocks < number * options.at("variables")) {  // spread over the page
      body = fmt::format("Ask {{{{< var {} >}}}} about it.\n\n{}", variables[variable++ % variables.size()],
                         body);
    }
    if (numbers.below(100) < options.at("conditional")) {
      text +=
          fmt::format("\n::: {{.only kind=\"{}\"}}\n\n{}\n:::\n", kinds[numbers.below(kinds.size())], body);
    } else {
      text += "\n" + body;
    }
  }
  return text;
}

/// A pair of words that hardly any text holds.
std::string seldom(std::size_t number) { return word_of(6000 + number) + " " + word_of(7000 + number); }

/// Areas of fifty parts of twenty pages, as a large site is laid out: each folder's first page is its index.
std::string page_path(std::string_view language, std::size_t page) {
  constexpr std::size_t pages_in_part = 20;
  constexpr std::size_t parts_in_area = 50;
  const std::size_t part = page / pages_in_part;
  const std::size_t area = part / parts_in_area;
  const std::string folder = fmt::format("content/{}/area-{}", language, area);
  if (page == 1 || page % (pages_in_part * parts_in_area) == 0) return folder + "/index.md";
  if (page % pages_in_part == 1) return fmt::format("{}/part-{}/index.md", folder, part);
  return fmt::format("{}/part-{}/page-{}.md", folder, part, page);
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string language_list(const Options& options) {
  std::string list;
  for (std::size_t index = 0; index < options.at("languages"); ++index)
    list += (index == 0 ? "" : ", ") + std::string(languages.at(index));
  return list;
}

std::string site_text(const Options& options) {
  std::string text = fmt::format(
      "title: Benchmark\nlanguages: [{}]\nroles: {{hr: Staff, oh: Doctor}}\ndimensions:\n  kind:\n    label: "
      "Kind of work\n    values:\n",
      language_list(options));
  for (const std::string_view kind : kinds) text += fmt::format("      {0}: {{label: {0}}}\n", kind);
  if (options.at("terms") > 0) text += "terms-explained-to: {}\n";
  if (options.at("readable") > 0)
    text += "readability:\n  - {least-score: 1, most-words-in-a-sentence: 60, most-words-on-average: 40}\n";
  if (options.at("phrases") == 0) return text;
  text += "banned-phrases:\n  - language: en\n    why: It is seldom.\n    words:\n";
  for (std::size_t number = 0; number < options.at("phrases"); ++number)
    text += fmt::format("      - {}\n", seldom(500 + number));
  return text;
}

std::string glossary_text(const Options& options) {
  std::string text;
  for (std::size_t number = 0; number < options.at("terms"); ++number)
    text += fmt::format("term-{}: {{term: {}, meaning: A pair of words.}}\n", number, seldom(number));
  return text;
}

std::string profile_text(std::size_t number, const Options& options) {
  std::string text = fmt::format(
      "organisation: {{name: Organisation {0:03}}}\nfacts: {{kind: {1}}}\nlanguages: [{2}]\n"
      "contacts:\n  hr: {{name: Person {0:03}, phone: \"+00 000 {0:04}\", email: "
      "hr@organisation-{0:03}.example}}\n"
      "  oh: {{name: Doctor {0:03}, phone: \"+00 111 {0:04}\", email: oh@organisation-{0:03}.example}}\n"
      "links:\n  policy: {{label: Policy {0:03}, url: \"https://organisation-{0:03}.example/policy\"}}\n"
      "bundles:\n",
      number, kinds[number % kinds.size()], language_list(options));
  for (std::size_t bundle = 1; bundle <= options.at("bundles"); ++bundle)
    text += fmt::format("  - {{id: bundle-{}, formats: [site]}}\n", bundle);
  return text;
}

void write_language(const fs::path& folder, std::string_view language, const Options& options) {
  Numbers numbers(20261122);
  write(folder / fmt::format("content/{}/index.md", language),
        "---\ntitle: Start\nlayout: start\n---\nWelcome.\n");
  for (std::size_t page = 1; page < options.at("pages"); ++page)
    write(folder / page_path(language, page), page_text(numbers, page, options));
}

/// Changes `options` as "pages=300" says; false: there is no such option.
bool set_option(Options& options, std::string_view argument) {
  const auto option = options.find(argument.substr(0, argument.find('=')));
  if (option == options.end() || argument.find('=') == std::string_view::npos) return false;
  option->second = std::strtoull(argument.data() + argument.find('=') + 1, nullptr, 10);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  Options options = default_options();
  bool good = count >= 2;
  for (int index = 2; index < count; ++index) good = set_option(options, arguments[index]) && good;
  if (!good || options.at("languages") > languages.size()) {
    std::cerr
        << "usage: bench_corpus FOLDER [pages=N words=N conditional=N organisations=N variables=N bundles=N "
           "languages=N terms=N phrases=N readable=N]\n";
    return 2;
  }
  const fs::path folder = arguments[1];
  write(folder / "content/site.yaml", site_text(options));
  if (options.at("terms") > 0) write(folder / "content/glossary.yaml", glossary_text(options));
  for (std::size_t index = 0; index < options.at("languages"); ++index)
    write_language(folder, languages.at(index), options);
  for (std::size_t number = 1; number <= options.at("organisations"); ++number)
    write(folder / fmt::format("profiles/organisation-{:04}.yaml", number), profile_text(number, options));
  return 0;
}
