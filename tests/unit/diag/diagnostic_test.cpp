#include "diag/diagnostic.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/limits.hpp"
#include "diag/codes.hpp"
#include "diag/print.hpp"
#include "diag/print_machine.hpp"

using namespace tailorbird;

namespace {

constexpr std::string_view code = "output-twice";  // any row of the table will do

Diagnostic finding(std::string file, std::uint32_t line, std::string message,
                   std::vector<std::string> editions = {}) {
  Diagnostics found;
  Diagnostic& one = found.add(code, {std::move(file), {line, 3}, 4}, std::move(message), "did you mean `b`?");
  one.editions = std::move(editions);
  return found.all().front();
}

std::optional<std::string> source(const std::string& file, std::uint32_t line) {
  if (file != "a.md" || line != 12) return std::nullopt;
  return "\tcaf\u00e9 wörds here";
}

}  // namespace

TEST_CASE("diagnostics: a code without a row is a mistake in the program, in every build") {
  Diagnostics found;
  CHECK_THROWS_AS(found.add("no-such-code", {"a.md", {1, 1}, 1}, "one"), std::logic_error);
}

TEST_CASE("diagnostics: one that is added has the severity of its row") {
  Diagnostics found;
  CHECK(found.empty());
  found.add("output-twice", {"a.md", {1, 1}, 1}, "one");
  found.add("colour-contrast", {"a.md", {1, 1}, 1}, "two");
  CHECK(found.has_errors());
  CHECK(found.count(Severity::error) == 1);
  CHECK(found.count(Severity::warning) == 1);
}

TEST_CASE("diagnostics: merging sorts by file and place, and joins what several editions found alike") {
  const std::vector<Diagnostic> found = {
      finding("b.md", 1, "m"), finding("a.md", 20, "m"), finding("a.md", 3, "m", {"x/y/nl"}),
      finding("a.md", 3, "m", {"x/y/en"}), finding("a.md", 3, "m", {"x/y/en"})};
  const std::vector<Diagnostic> all = merged(found);
  REQUIRE(all.size() == 3);
  CHECK(all[0].where.start.line == 3);
  CHECK(all[0].editions == std::vector<std::string>{"x/y/en", "x/y/nl"});
  CHECK(all[1].where.start.line == 20);
  CHECK(all[2].where.file == "b.md");
}

TEST_CASE("diagnostics: the order of finding does not change the merged list") {
  std::vector<Diagnostic> found = {finding("a.md", 1, "x", {"e1"}), finding("a.md", 1, "y"),
                                   finding("a.md", 1, "x", {"e2"}), finding("c.md", 1, "x"),
                                   finding("b.md", 1, "x")};
  const auto print = [](const std::vector<Diagnostic>& list) { return diagnostics_text(list, {}); };
  const std::string first = print(merged(found));
  std::reverse(found.begin(), found.end());
  CHECK(print(merged(found)) == first);
}

TEST_CASE("print: place, message, the line with carets in code points, why, fix, editions") {
  Diagnostic one = finding("a.md", 12, "no `a` here", {"m/x/en", "m/x/nl"});
  one.where.start.column = 2;
  one.related.push_back({{"b.md", {4, 1}, 1}, "it is here"});
  const DiagnosticCode& row = *find_code(code);
  CHECK(diagnostics_text({one}, {source, 24, false}) ==
        "a.md:12:2: error[output-twice]: no `a` here\n"
        "  12 |  caf\u00e9 wörds here\n"
        "     |  ^^^^\n"
        "  why: " +
            std::string(row.why) +
            "\n"
            "  fix: did you mean `b`?\n"
            "  see b.md:4:1: it is here\n"
            "  in 2 of 24 editions: m/x/en, m/x/nl\n");
}

TEST_CASE("print: without a place in the file only the file is named, and the code's own fix is shown") {
  Diagnostics found;
  found.add(code, {"a.md", {}, 0}, "broken");
  const DiagnosticCode& row = *find_code(code);
  CHECK(diagnostics_text(found.all(), {source, 1, false}) ==
        "a.md: error[output-twice]: broken\n  why: " + std::string(row.why) +
            "\n  fix: " + std::string(row.fix) + "\n");
}

TEST_CASE("print: a range past the end of the line shows one caret at its end") {
  Diagnostic one = finding("a.md", 12, "broken");
  one.where.start.column = 500;
  one.where.length = 90;
  const std::string text = diagnostics_text({one}, {source, 0, false});
  CHECK(text.find("  12 |  caf\u00e9 wörds here\n     |                 ^\n") != std::string::npos);
}

TEST_CASE("print: findings are parted by an empty line") {
  const std::string text = diagnostics_text({finding("a.md", 1, "x"), finding("b.md", 1, "y")}, {});
  CHECK(text.find("\n\nb.md:1:3") != std::string::npos);
}

TEST_CASE("print: of many editions six are named") {
  std::vector<std::string> editions;
  for (char c = 'a'; c <= 'h'; ++c) editions.emplace_back(1, c);
  const std::string text = diagnostics_text({finding("a.md", 1, "x", editions)}, {{}, 30, false});
  CHECK(text.find("  in 8 of 30 editions: a, b, c, d, e, f, …\n") != std::string::npos);
}

TEST_CASE("print: colours only where they are wanted") {
  const std::vector<Diagnostic> found = {finding("a.md", 1, "x")};
  CHECK(diagnostics_text(found, {{}, 0, true}).find("\x1b[1;31merror[output-twice]\x1b[0m: x") !=
        std::string::npos);
  CHECK(diagnostics_text(found, {{}, 0, false}).find('\x1b') == std::string::npos);
}

TEST_CASE("print: JSON holds the same, for programs") {
  const std::string text = diagnostics_json({finding("a.md", 12, "caf\u00e9 \"x\"", {"m/x/en"})}, {"1", 24});
  const nlohmann::json json = nlohmann::json::parse(text);
  CHECK(json["version"] == 1);
  CHECK(json["edition_count"] == 24);
  const nlohmann::json& one = json["diagnostics"].at(0);
  CHECK(one["code"] == "output-twice");
  CHECK(one["severity"] == "error");
  CHECK(one["file"] == "a.md");
  CHECK(one["line"] == 12);
  CHECK(one["column"] == 3);
  CHECK(one["length"] == 4);
  CHECK(one["message"] == "caf\u00e9 \"x\"");
  CHECK(one["fix"] == "did you mean `b`?");
  CHECK(one["editions"] == nlohmann::json::array({"m/x/en"}));
  CHECK(diagnostics_json({}, {}) ==
        "{\n  \"version\": 1,\n  \"edition_count\": 0,\n  \"diagnostics\": []\n}\n");
}

TEST_CASE("print: SARIF has a rule for each code, and columns of both ends") {
  const nlohmann::json log = nlohmann::json::parse(
      diagnostics_sarif({finding("a b.md", 12, "x"), finding("a b.md", 13, "y", {"m/x/en"})}, {"1.2", 24}));
  CHECK(log["version"] == "2.1.0");
  const nlohmann::json& run = log["runs"].at(0);
  CHECK(run["tool"]["driver"]["version"] == "1.2");
  CHECK(run["tool"]["driver"]["rules"].size() == 1);
  CHECK(run["tool"]["driver"]["rules"].at(0)["id"] == "output-twice");
  const nlohmann::json& place = run["results"].at(0)["locations"].at(0)["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "a%20b.md");
  CHECK(place["region"] == nlohmann::json({{"startLine", 12}, {"startColumn", 3}, {"endColumn", 7}}));
  CHECK(run["results"].at(1)["properties"]["editions"] == nlohmann::json::array({"m/x/en"}));
}

TEST_CASE("print: annotations of GitHub are a line each, whatever the message holds") {
  const std::string text = diagnostics_github({finding("a,b.md", 12, "50% of\nthem: all")}, {});
  CHECK(text.starts_with(
      "::error file=a%2Cb.md,line=12,col=3,endColumn=7,title=output-twice::50%25 of%0Athem: all%0A"));
  CHECK(std::count(text.begin(), text.end(), '\n') == 1);
}

TEST_CASE(
    "diagnostics: of a file with very many findings the first are kept, and that there were more is an "
    "error") {
  std::vector<Diagnostic> found;
  for (std::uint32_t line = 1; line <= most_findings + 5; ++line)
    found.push_back(finding("a.md", line, "one"));
  found.push_back(finding("b.md", 1, "two"));
  const std::vector<Diagnostic> kept = merged(found);
  REQUIRE(kept.size() == most_findings + 2);
  CHECK(kept[0].code == "findings-too-many");
  CHECK(kept[0].severity == Severity::error);
  CHECK(kept[0].message == "more than 1000 findings in this file");
  CHECK(kept[most_findings].where.start.line == most_findings);
  CHECK(kept.back().where.file == "b.md");
  CHECK(merged(kept).size() == kept.size());
}

TEST_CASE("diagnostics: as many as a file may have are all kept") {
  std::vector<Diagnostic> found;
  for (std::uint32_t line = 1; line <= most_findings; ++line) found.push_back(finding("a.md", line, "one"));
  CHECK(merged(found).size() == most_findings);
}

TEST_CASE("diagnostics: of a long line the place and what is around it is shown") {
  const auto text = [](std::size_t length, std::uint32_t column) {
    Diagnostic one = finding("a.md", 7, "one");
    one.where.start.column = column;
    PrintOptions options;
    options.source_line = [&](const std::string&, std::uint32_t) {
      std::string line;
      while (line.size() < length) line += "0123456789";
      return std::optional(line);
    };
    const std::string all = diagnostics_text({one}, options);
    return all.substr(all.find("  7 | "), all.find("  why:") - all.find("  7 | "));
  };
  const std::string digits = [] {
    std::string line;
    while (line.size() < most_quoted_characters) line += "0123456789";
    return line;
  }();
  CHECK(text(most_quoted_characters, 1) == "  7 | " + digits + "\n    | ^^^^\n");
  CHECK(text(5000, 3) == "  7 | " + digits + "…\n    |   ^^^^\n");
  CHECK(text(5000, 2001) == "  7 | …" + digits + "…\n    | " + std::string(81, ' ') + "^^^^\n");
  CHECK(text(5000, 4998) == "  7 | …" + digits + "\n    | " + std::string(158, ' ') + "^^^\n");
}

TEST_CASE("diagnostics: names and texts of other people's files do not steer the terminal that shows them") {
  Diagnostic one = finding("a\x1b[2J.md", 2, "no `b\nfix: c\x07`", {});
  one.fix = "rename `\x1b[31m`";
  one.related.push_back({{"d\re.md", {1, 1}, 1}, "\u202eseen"});
  const std::string text = diagnostics_text({one}, {});
  CHECK(text.find("a\\x1b[2J.md:2:3: error[output-twice]: no `b\\nfix: c\\x07`\n") == 0);
  CHECK(text.find("  fix: rename `\\x1b[31m`\n") != std::string::npos);
  CHECK(text.find("  see d\\re.md:1:1: \\u202eseen\n") != std::string::npos);
}
