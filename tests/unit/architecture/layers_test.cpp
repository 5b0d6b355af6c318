// The arrows between layers, read from the #include lines. docs/architecture.md draws them.

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <ostream>
#include <set>
#include <string>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "diag/codes.hpp"
#include "support/source_dir.hpp"

using namespace tailorbird;

namespace {

using Layers = std::set<std::string, std::less<>>;

/// Layer → the layers it may include.
const std::map<std::string, Layers, std::less<>> arrows = {
    {"base", {}},
    {"text", {"base"}},
    {"diag", {"base", "text"}},
    {"model", {"base", "text", "diag"}},
    {"components", {"base", "text", "diag", "model"}},
    {"read", {"base", "text", "diag", "model", "components"}},
    {"compile", {"base", "text", "diag", "model", "components"}},
    {"tailor", {"base", "text", "diag", "model", "components"}},
    {"render", {"base", "text", "diag", "model", "components", "tailor"}},
    {"leak", {"base", "text", "diag", "model", "components", "tailor"}},
    {"check", {"base", "text", "diag", "model", "components", "tailor", "render"}},
    {"write", {"base", "text", "diag", "model", "components", "tailor", "render"}},
    {"package", {"base", "text", "diag", "model", "components", "tailor", "render", "write"}},
    {"build",
     {"base", "text", "diag", "model", "components", "read", "compile", "tailor", "render", "leak", "check",
      "write"}},
    {"lsp",
     {"base", "text", "diag", "model", "components", "read", "compile", "tailor", "render", "write",
      "build"}},
    {"serve",
     {"base", "text", "diag", "model", "components", "read", "compile", "tailor", "render", "write", "build",
      "translate"}},
    {"report",
     {"base", "text", "diag", "model", "components", "read", "compile", "tailor", "render", "leak", "check",
      "write", "package", "build"}},
    {"translate", {"base", "text", "diag", "model", "components", "read", "compile", "tailor", "check"}},
    {"import", {"base", "text", "diag", "model", "components", "read", "compile", "package", "build"}},
    {"cli",
     {"base", "text", "diag", "model", "components", "read", "compile", "tailor", "render", "leak", "check",
      "write", "package", "build", "serve", "lsp", "report", "import", "translate"}},
};

/// Single headers that more layers may use: strict YAML and its checks of text are one reading for everything
/// that people write, also in themes.
const std::set<std::pair<std::string, std::string>> exceptions = {
    {"render", "read/yaml/yaml.hpp"},
    {"render", "read/yaml/text_checks.hpp"},
    {"render", "read/pages/svg.hpp"},
};

constexpr std::size_t most_lines = 500;

std::string source(const std::string& file) {
  const Result<std::string> text = read_file(test::source_dir() / "generator" / file);
  REQUIRE(text);
  return *text;
}

std::vector<std::string> source_files() {
  const Result<std::vector<std::string>> files = list_files(test::source_dir() / "generator");
  REQUIRE(files);
  std::vector<std::string> sources;
  for (const std::string& file : *files) {
    if (file.ends_with(".cpp") || file.ends_with(".hpp")) sources.push_back(file);
  }
  REQUIRE(sources.size() > 50);
  return sources;
}

std::string layer_of(std::string_view path) { return std::string(path.substr(0, path.find('/'))); }

/// The paths between quotes in #include lines.
std::vector<std::string> includes(const std::string& text) {
  std::vector<std::string> result;
  constexpr std::string_view start = "#include \"";
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with(start))
      result.emplace_back(line.substr(start.size(), line.rfind('"') - start.size()));
  }
  return result;
}

bool is_allowed(const std::string& from, const std::string& header) {
  const std::string to = layer_of(header);
  const auto row = arrows.find(from);
  return row != arrows.end() &&
         (from == to || row->second.contains(to) || exceptions.contains({from, header}));
}

}  // namespace

TEST_CASE("architecture: every layer is in the list of arrows") {
  for (const std::string& file : source_files()) {
    CAPTURE(file);
    CHECK(arrows.contains(layer_of(file)));
  }
}

TEST_CASE("architecture: a layer includes only layers below it") {
  for (const std::string& file : source_files()) {
    for (const std::string& header : includes(source(file))) {
      CAPTURE(file);
      CAPTURE(header);
      CHECK(is_allowed(layer_of(file), header));
    }
  }
}

TEST_CASE("architecture: what is included is there, named from the generator's folder") {
  for (const std::string& file : source_files()) {
    for (const std::string& header : includes(source(file))) {
      CAPTURE(file);
      CAPTURE(header);
      CHECK(fs::exists(test::source_dir() / "generator" / header));
    }
  }
}

TEST_CASE("architecture: files stay short enough to be read at once") {
  for (const std::string& file : source_files()) {
    const std::string text = source(file);
    CAPTURE(file);
    CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) <= most_lines);
  }
}

TEST_CASE("architecture: each code of the table of diagnostics is reported somewhere") {
  std::string sources;
  for (const std::string& file : source_files()) {
    if (!file.starts_with("diag/codes_")) sources += source(file);
  }
  for (const DiagnosticCode& row : diagnostic_codes()) {
    CAPTURE(row.code);
    CHECK(sources.find("\"" + std::string(row.code) + "\"") != std::string::npos);
  }
}

TEST_CASE("architecture: text is escaped where documents are written, and nowhere before") {
  // From tailoring on, who writes tags escapes what stands in them. Before, there are the attributes in a
  // program's own markup, and a drawing, which is read as what will be written.
  const Layers may_escape = {"text", "tailor", "render", "write", "report"};
  const Layers single_files = {"compile/program_writer.cpp", "read/pages/svg.cpp",
                               "translate/xml_text.cpp"};  // files for translators
  for (const std::string& file : source_files()) {
    if (may_escape.contains(layer_of(file)) || single_files.contains(file)) continue;
    const std::string text = source(file);
    CAPTURE(file);
    for (const char* sign : {"text/html_escape.hpp", "\"&amp;\"", "\"&lt;\""}) {
      CAPTURE(std::string(sign));
      CHECK(text.find(sign) == std::string::npos);
    }
  }
}

TEST_CASE("architecture: entities are read in what others wrote, never in our own documents") {
  // The leak scan reads finished bytes as a stranger would; authors and other tools write entities in
  // Markdown.
  const Layers may_read = {"text/extract_text.cpp", "compile/parse/definition_extension.cpp",
                           "translate/pieces.cpp"};
  for (const std::string& file : source_files()) {
    if (may_read.contains(file) || layer_of(file) == "import") continue;
    const std::string text = source(file);
    CAPTURE(file);
    for (const char* sign : {"{\"amp", "== \"amp", "\"nbsp", "houdini_unescape"}) {
      CAPTURE(std::string(sign));
      CHECK(text.find(sign) == std::string::npos);
    }
  }
}

TEST_CASE("architecture: the disk is opened for writing in one place") {
  // base/files.cpp, staging, the zips' library, the hash that reads in pieces, the file without a name, the
  // one that tells the disk's clock, and those of the cache; everything else goes through them.
  const std::set<std::string> may = {
      "base/files.cpp",        "base/file_state.cpp", "base/hash.cpp", "base/temporary_file.cpp",
      "build/sealed_file.cpp", "write/staging.cpp",   "write/zip.cpp"};
  for (const std::string& file : source_files()) {
    if (may.contains(file)) continue;
    const std::string text = source(file);
    CAPTURE(file);
    for (const char* call : {"ofstream", "ifstream", "fopen(", " ::open("}) {
      CAPTURE(std::string(call));
      CHECK(text.find(call) == std::string::npos);
    }
  }
}
