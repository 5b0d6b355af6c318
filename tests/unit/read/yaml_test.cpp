#include "read/yaml/yaml.hpp"

#include <chrono>
#include <doctest/doctest.h>
#include <string>
#include <string_view>

#include "read/yaml/text_checks.hpp"
#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

/// A tree on one line: map{a: 'x', b: list[…]}; quoted texts in "…".
std::string dump(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::refused) return "refused";
  if (node.kind == YamlNode::Kind::scalar)
    return node.quoted ? '"' + node.text + '"' : '\'' + node.text + '\'';
  std::string text = node.kind == YamlNode::Kind::list ? "list[" : "map{";
  for (const YamlNode& item : node.items) text += dump(item) + ' ';
  for (const YamlEntry& entry : node.entries) text += dump(entry.key) + ": " + dump(entry.value) + ' ';
  return text + (node.kind == YamlNode::Kind::list ? "]" : "}");
}

YamlRead parse(std::string_view text) { return parse_yaml({text, "f.yaml", 0, 1}); }

std::string place(const YamlNode& node) {
  return std::to_string(node.where.line) + ":" + std::to_string(node.where.column) + "+" +
         std::to_string(node.length);
}

TEST_CASE("yaml: texts are kept as written, whatever other readers make of them") {
  struct Row {
    std::string_view yaml;
    std::string_view tree;
  };
  const Row rows[] = {
      {"", "map{}"},
      {"# only a comment\n", "map{}"},
      {"---\n", "map{}"},
      {"---\na: 1\n...\n", "map{'a': '1' }"},
      {"a: no\nb: 1.0\nc: 2026-11-02\nd: ~\n", "map{'a': 'no' 'b': '1.0' 'c': '2026-11-02' 'd': '~' }"},
      {"a:\nb: \"\"\nc: ''\n", "map{'a': '' 'b': \"\" 'c': \"\" }"},
      {"a: \"x\\ty\"\nb: 'it''s'\n", "map{'a': \"x\ty\" 'b': \"it's\" }"},
      {"a: [x, \"y\", [z]]\n", "map{'a': list['x' \"y\" list['z' ] ] }"},
      {"a:\n- x\n- b: y\n  c: z\n", "map{'a': list['x' map{'b': 'y' 'c': 'z' } ] }"},
      {"a: {b: c, d: {}}\n", "map{'a': map{'b': 'c' 'd': map{} } }"},
      {"a: |\n  one\n  two\n", "map{'a': \"one\ntwo\n\" }"},
      {"a: one\n  two\n", "map{'a': 'one two' }"},
      {"a: https://x.example/#y\n", "map{'a': 'https://x.example/#y' }"},
      {"a: x\r\nb: y\r\n", "map{'a': 'x' 'b': 'y' }"},
      {"\"a b\": 1\n", "map{\"a b\": '1' }"},
      {"just words\n", "'just words'"},
      {"a: ~\nb: null\nc: [Null, NULL]\n", "map{'a': '~' 'b': 'null' 'c': list['Null' 'NULL' ] }"},
      {"a:\nnull: x\n", "map{'a': '' 'null': 'x' }"},
      {"a:\n  null\nb: {c: , d: ~}\n", "map{'a': 'null' 'b': map{'c': '' 'd': '~' } }"},
      {"- null\n-\n- ~\n", "list['null' '' '~' ]"},
      {"a: {en: Who are you?, fr: Qui ? , nl: Wie? ik}\n",
       "map{'a': map{'en': 'Who are you?' 'fr': 'Qui ?' 'nl': 'Wie? ik' } }"},
      {"a: [Why?, ?x, \"?\"]\nb: what? # ?\n? c\n: d?\n",
       "map{'a': list['Why?' '?x' \"?\" ] 'b': 'what?' 'c': 'd?' }"},
      {"a: 3 # three\nb: x#y\n", "map{'a': '3' 'b': 'x#y' }"},
      {"a: \"one\n  two\"\n", "map{'a': \"one two\" }"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.yaml);
    const YamlRead read = parse(row.yaml);
    CHECK(said(read.diagnostics) == "");
    CHECK(read.complete);
    CHECK(dump(read.root) == row.tree);
  }
}

TEST_CASE("yaml: places count lines and code points from 1, and lengths include the quotes") {
  const YamlRead read = parse("été: \"où\"\nlist: [a, 'bc']\nmap:\n  key: x y\n");
  const YamlNode& root = read.root;
  CHECK(place(root) == "1:1+3");
  CHECK(place(root.entries[0].value) == "1:6+4");
  CHECK(place(root.entries[1].value) == "2:7+1");
  CHECK(place(root.entries[1].value.items[1]) == "2:11+4");
  CHECK(place(root.entries[2].value) == "4:3+3");
  CHECK(place(root.entries[2].value.entries[0].value) == "4:8+3");
}

TEST_CASE("yaml: an empty value stands right behind its colon or hyphen") {
  const YamlRead read = parse("a:\n\n# b: c\nd:\n  -\n  - x\ne: {f: }\n");
  CHECK(place(read.root.entries[0].value) == "1:3+0");
  CHECK(place(read.root.entries[1].value.items[0]) == "5:4+0");
  CHECK(place(read.root.entries[2].value.entries[0].value) == "7:7+0");
}

TEST_CASE("yaml: a text on several lines has a place and no length") {
  const YamlRead read = parse("a: one\n  two\nb: |\n  é\nc: 'x\n  y'\nd: z\n");
  CHECK(place(read.root.entries[0].value) == "1:4+0");
  CHECK(place(read.root.entries[1].value) == "3:4+0");
  CHECK(place(read.root.entries[2].value) == "5:4+0");
  CHECK(place(read.root.entries[3].value) == "7:4+1");
}

TEST_CASE("yaml: front matter is counted from the line of its file") {
  const YamlRead read = parse_yaml({"a: 1\na: 2\n", "page.md", 0, 2});
  CHECK(said(read.diagnostics).starts_with("page.md:3:1: error[yaml-duplicate-key]: `a` is here twice\n"));
}

TEST_CASE("yaml: of a key that stands twice the first counts") {
  CHECK(dump(parse("a: 1\nb: 2\na: 3\nc: 4\nb: 5\n").root) == "map{'a': '1' 'b': '2' 'c': '4' }");
}

TEST_CASE("yaml: what was reported is refused, and the rest is still read") {
  CHECK(dump(parse("a: &x 1\nb: *x\nc: 2\n").root) == "map{'a': '1' 'b': refused 'c': '2' }");
}

TEST_CASE("yaml: after a mistake of syntax nothing is used") {
  const YamlRead read = parse("a: 1\nb: [\n");
  CHECK_FALSE(read.complete);
  CHECK(dump(read.root) == "refused");
}

TEST_CASE("yaml: 32 levels are read, 33 are not") {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  CHECK(parse(nested(32)).complete);
  CHECK_FALSE(parse(nested(33)).complete);
}

TEST_CASE("text files: one MiB is read, a byte more is not") {
  CHECK(check_text(std::string(largest_text_file, 'x'), "f.md").empty());
  CHECK(said(check_text(std::string(largest_text_file + 1, 'x'), "f.md")) ==
        R"(f.md: error[file-too-large]: this file has 1048577 bytes; at most 1048576 are read
  why: A text file is far smaller; this is probably another kind of file with the wrong name.
  fix: Split the file, or move what is not text to content/media.
)");
}

TEST_CASE("text files: an invisible character is told wherever it stands, after any line ends") {
  for (const std::string_view ends : {"\n", "\r\n"}) {
    for (std::size_t before = 0; before < 20; ++before) {
      CAPTURE(before);
      const std::string text = std::string("a\tb").append(ends).append(std::string(before, 'x'));
      CHECK(check_text(text + "y" + std::string(ends) + std::string(20, 'z'), "f.md").empty());
      for (const std::string_view bad : {"\x01", "\x7f", "\r", "\u0085", "\u2028"}) {
        const std::vector<Diagnostic> found =
            check_text(text + std::string(bad) + std::string(20, 'z'), "f.md").all();
        REQUIRE(found.size() == 1);
        CHECK(found[0].where.start == Position{2, static_cast<std::uint32_t>(before) + 1});
      }
    }
  }
}

TEST_CASE("yaml: hostile files of a MiB take no longer than their size asks for") {
  const auto filled = [](std::string_view piece) {
    std::string text;
    while (text.size() + piece.size() <= largest_text_file) text += piece;
    return text;
  };
  for (const std::string_view piece : {"[", "{", "- ", "? ", "a: b\n", "a:", ":", "'", "\"", "&a ", "[*a, ",
                                       "! ", "#\n", "\t\n", ",", "|", "x\n", "%a\n", "a: [[[[x,"}) {
    CAPTURE(piece);
    const std::string text = filled(piece);
    const auto start = std::chrono::steady_clock::now();
    const YamlRead read = parse(text);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    CHECK(taken.count() < 20.0);  // a second at most on a slow machine; quadratic work would take minutes
    CHECK((!read.complete || read.root.kind != YamlNode::Kind::refused));
  }
}

}  // namespace
