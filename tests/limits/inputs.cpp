#include "limits/inputs.hpp"

#include <array>

namespace tailorbird::test {
namespace {

constexpr std::string_view page_path = "content/en/news/limit.md";

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  for (std::size_t number = 0; number < count; ++number) text += piece;
  return text;
}

Tree page(const std::string& body) { return {{std::string(page_path), "---\ntitle: A page\n---\n" + body}}; }

/// Lines of words, of `bytes` in all.
std::string words(std::size_t bytes) {
  std::string text;
  while (text.size() + 12 <= bytes) text += "Some words.\n\n";
  text.resize(bytes, 'a');
  return text;
}

/// The beginning of a project's site.yaml that `init` makes, with more behind.
std::string site_yaml(const std::string& more) {
  return "title: {en: Back to work}\nlanguages: [en]\ndimensions:\n" + more +
         "  audience:\n    label: {en: Your role}\n    values:\n      manager: {label: {en: Manager}}\n"
         "      employee: {label: {en: Employee}}\nroles:\n  oh: {en: Physician}\n";
}

Tree file_bytes(std::size_t size) {
  std::string text = site_yaml("");
  while (text.size() + 65 <= size) text += "#" + std::string(63, ' ') + "\n";
  text += "#" + std::string(size - text.size() - 1, ' ');
  return {{"content/site.yaml", text}};
}

Tree yaml_depth(std::size_t size) {  // the file itself is a map
  return {{"content/glossary.yaml", "x: " + std::string(size - 1, '[') + std::string(size - 1, ']') + "\n"}};
}

Tree dimension_values(std::size_t size) {
  std::string more = "  kind:\n    label: {en: Kind}\n    values:\n";
  for (std::size_t number = 0; number < size; ++number)
    more += "      v" + std::to_string(number) + ": {label: {en: V" + std::to_string(number) + "}}\n";
  return {{"content/site.yaml", site_yaml(more)}};
}

Tree address(std::size_t size) {  // en/a…/a….html
  const std::size_t name = 40;
  const std::string folder(size - name - std::string_view("en//.html").size(), 'a');
  return {
      {"content/en/" + folder + "/index.md", "---\ntitle: A folder\n---\n\nWords.\n"},
      {"content/en/" + folder + "/" + std::string(name, 'b') + ".md", "---\ntitle: A page\n---\n\nWords.\n"}};
}

Tree page_bytes(std::size_t size) { return page(words(size)); }

Tree included_bytes(std::size_t size) {
  Tree files = page(repeated("{{< include news/_piece.md >}}\n\n", 64));
  files["content/en/news/_piece.md"] =
      "---\ntitle: A piece\n---\n\n" + std::string(1, 'A') + words(size / 64);
  return files;
}

Tree includes(std::size_t size) {
  Tree files = page(repeated("{{< include news/_piece.md >}}\n\n", size));
  files["content/en/news/_piece.md"] = "---\ntitle: A piece\n---\n\nA piece.\n";
  return files;
}

Tree headings(std::size_t size) {
  std::string body;
  for (std::size_t number = 0; number < size; ++number)
    body += "\n## Part " + std::to_string(number) + "\n\nWords.\n";
  return page(body);
}

Tree block(std::size_t size) { return page(repeated("word ", size / 5) + std::string(size % 5, 'a') + "\n"); }
Tree word(std::size_t size) { return page(std::string(size, 'a') + "\n"); }
Tree pipes(std::size_t size) { return page("Words" + repeated(" |", size) + "\n"); }
Tree rules(std::size_t size) { return page(repeated("Words\n---\n", size)); }
Tree lines_before_rule(std::size_t size) { return page(repeated("words\n", size - 1) + "---\n"); }
Tree nesting(std::size_t size) { return page(repeated("> ", size) + "words\n"); }

Tree divs(std::size_t size) {
  return page(repeated("::: {lang=fr}\n", size) + "Mots.\n" + repeated(":::\n", size));
}

/// A project whose theme has these files.
Tree with_theme(Tree files) {
  files["themes/large/theme.yaml"] = "extends: default\n";
  files["profiles/example.yaml"] =
      "organisation:\n  name: Example Works\ntheme: large\nfacts: {}\nlanguages: [en]\ncontacts:\n  oh:\n"
      "    name: Dr Alex Example\n    phone: \"+44 1632 960123\"\nbundles:\n  - id: managers\n"
      "    title: {en: For managers}\n    fixed: {audience: manager}\n    formats: [site]\n";
  return files;
}

Tree template_bytes(std::size_t size) {
  const std::string filler = "<i>" + std::string(904, 'a') + repeated("{{language}}", 8) + "</i>\n";
  return with_theme({{"themes/large/partials/filler.mustache", filler},
                     {"themes/large/partials/footer.mustache", repeated("{{> filler}}\n", size / 1008)}});
}

Tree template_sections(std::size_t size) {
  return with_theme({{"themes/large/partials/footer.mustache",
                      repeated("{{#language}}", size) + repeated("{{/language}}", size) + "\n"}});
}

Tree findings(std::size_t size) { return page("Words.\n\n" + repeated("{{< var none >}}\n\n", size)); }

constexpr auto bounds = std::to_array<BoundInput>({
    {"bytes of a file of text", file_bytes},
    {"maps and lists inside each other in YAML", yaml_depth},
    {"values of a dimension", dimension_values},
    {"characters of a page's address in the output", address},
    {"bytes of a page", page_bytes},
    {"bytes of all pieces that a page includes", included_bytes, 0.6},
    {"pieces that a page includes, those in pieces counted too", includes},
    {"headings of a page", headings},
    {"bytes without a blank line", block},
    {"characters of a word", word},
    {"columns of a table", pipes},
    {"lines of hyphens without a blank line", rules},
    {"lines before a line of hyphens, without a blank line", lines_before_rule},
    {"lists or quotes inside each other", nesting},
    {"`:::` blocks inside each other", divs},
    {"bytes of a template with its partials", template_bytes, 0.3},
    {"sections inside each other in a template", template_sections},
    {"findings in one file", findings},
});

constexpr auto pieces = std::to_array<PageInput>({
    {"headings with one word", "## a\n\n"},
    {"headings with ids", "## a {#i%}\n\nWords.\n\n"},
    {"spans for some readers", "[a]{.only audience=\"manager\"} ", true},
    {"spans that are not understood", "[a]{.x} ", true},
    {"divs for some readers", "::: {.except audience=\"manager\"}\na\n:::\n\n"},
    {"divs that are not understood", "::: {.x}\na\n:::\n\n"},
    {"boxes", "::: {.callout kind=\"note\"}\nWords.\n:::\n\n"},
    {"footnotes", "a[^%]\n\n[^%]: b\n\n"},
    {"references to one footnote", "a[^1]\n\n"},
    {"links", "[a](first-talk.md) ", true},
    {"links to nowhere", "[a](nowhere.md) ", true},
    {"labels of links", "[a%]\n\n[a%]: https://example.org/%\n\n"},
    {"lists", "- a\n", true},
    {"tables", "| a | b |\n|---|---|\n| c | d |\n\n"},
    {"variables", "{{< var contact.oh.name >}} ", true},
    {"emphasis", "*a* ", true},
    {"pictures that are missing", "![a](x.png) ", true},
    {"paragraphs", "a b\n\n"},
    {"words that differ", "w%x ", true},
    {"HTML", "<b>a</b> ", true},
    {"HTML that does not end", "<b ", true},
    {"links without their first bracket", "]a.md) ", true},
    {"names of pages", "a.md ", true},
    {"fences of two colons", ":: a\n\n"},
    {"stars inside words", "a*b c*d\n\n"},
    {"names behind dollars", "$A ", true},
    {"numbers in braces", "{0} ", true},
    {"quotes", "> a\n\nb\n\n"},
    {"terms", "[absence]{.term} ", true},
    {"addresses", "https://example.org/a ", true},
    {"questions", "::: faq\n## a?\n\nb\n:::\n\n"},
});

std::string numbered(std::string_view piece, std::size_t number) {
  std::string text;
  for (const char c : piece) text += c == '%' ? std::to_string(number) : std::string(1, c);
  return text;
}

}  // namespace

std::span<const BoundInput> bound_inputs() { return bounds; }
std::span<const PageInput> page_inputs() { return pieces; }

std::string page_of(const PageInput& input, std::size_t bytes) {
  constexpr std::size_t block_bytes = 60000;
  std::string text = input.name == "references to one footnote" ? "[^1]: b\n\n" : "";
  std::size_t block_start = text.size();
  for (std::size_t number = 0;; ++number) {
    const std::string next = numbered(input.piece, number);
    if (text.size() + next.size() + 4 > bytes) return text + "\n";
    if (input.in_blocks && text.size() - block_start + next.size() > block_bytes) {
      text += "\n\n";
      block_start = text.size();
    }
    text += next;
  }
}

}  // namespace tailorbird::test
