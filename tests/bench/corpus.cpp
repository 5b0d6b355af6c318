// Writes a project of the wanted size: pages × words × share of conditional blocks × organisations. Equal
// arguments give equal bytes on any machine.
//
//   bench_corpus FOLDER PAGES WORDS CONDITIONAL_PERCENT ORGANISATIONS

#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kinds = {"office", "factory", "care", "shop"};

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

std::string page_text(Numbers& numbers, std::size_t page, std::size_t words, std::uint64_t percent) {
  std::string text =
      fmt::format("---\ntitle: Page {}\nsummary: \"{}\"\norder: {}\nreviewed: 2026-11-02\n---\n", page,
                  sentence(numbers, 8), page);
  std::size_t number = 0;
  for (std::size_t written = 0; written < words; written += 40) {
    const std::string body = block(numbers, number++, page);
    if (numbers.below(100) < percent) {
      text +=
          fmt::format("\n::: {{.only kind=\"{}\"}}\n\n{}\n:::\n", kinds[numbers.below(kinds.size())], body);
    } else {
      text += "\n" + body;
    }
  }
  return text;
}

/// Areas of fifty parts of twenty pages, as a large site is laid out: each folder's first page is its index.
std::string page_path(std::size_t page) {
  constexpr std::size_t pages_in_part = 20;
  constexpr std::size_t parts_in_area = 50;
  const std::size_t part = page / pages_in_part;
  const std::size_t area = part / parts_in_area;
  const std::string folder = fmt::format("content/en/area-{}", area);
  if (page == 1 || page % (pages_in_part * parts_in_area) == 0) return folder + "/index.md";
  if (page % pages_in_part == 1) return fmt::format("{}/part-{}/index.md", folder, part);
  return fmt::format("{}/part-{}/page-{}.md", folder, part, page);
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string site_text() {
  std::string text =
      "title: Benchmark\nlanguages: [en]\nroles: {hr: Staff}\ndimensions:\n  kind:\n    label: Kind of "
      "work\n    values:\n";
  for (const std::string_view kind : kinds) text += fmt::format("      {0}: {{label: {0}}}\n", kind);
  return text;
}

std::string profile_text(std::size_t number) {
  return fmt::format(
      "organisation: {{name: Organisation {0:03}}}\nfacts: {{kind: {1}}}\nlanguages: [en]\n"
      "contacts:\n  hr: {{name: Person {0:03}, phone: \"+00 000 {0:04}\", email: "
      "hr@organisation-{0:03}.example}}\n"
      "bundles:\n  - {{id: all, formats: [site]}}\n",
      number, kinds[number % kinds.size()]);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 6) {
    std::cerr << "usage: bench_corpus FOLDER PAGES WORDS CONDITIONAL_PERCENT ORGANISATIONS\n";
    return 2;
  }
  const fs::path folder = arguments[1];
  const auto number = [&](int index) { return std::strtoull(arguments[index], nullptr, 10); };
  Numbers numbers(20261122);
  write(folder / "content/site.yaml", site_text());
  write(folder / "content/en/index.md", "---\ntitle: Start\nlayout: start\n---\nWelcome.\n");
  const std::size_t pages = number(2);
  for (std::size_t page = 1; page < pages; ++page) {
    write(folder / page_path(page), page_text(numbers, page, number(3), number(4)));
  }
  for (std::size_t organisation = 1; organisation <= number(5); ++organisation) {
    write(folder / fmt::format("profiles/organisation-{:03}.yaml", organisation), profile_text(organisation));
  }
  return 0;
}
