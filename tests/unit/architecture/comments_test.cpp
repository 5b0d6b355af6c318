// What a comment names is there: files and folders, and identifiers in backticks.

#include <doctest/doctest.h>
#include <ostream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "support/source_dir.hpp"

using namespace tailorbird;

namespace {

using Names = std::set<std::string, std::less<>>;

struct Line {
  std::string place;  // "base/files.hpp:7"
  std::string code;
  std::string comment;
};

/// A line cut where its comment begins. Two slashes inside a text do not begin one.
Line line_of(std::string place, std::string_view text) {
  bool quoted = false;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at] == '"' && (at == 0 || text[at - 1] != '\\')) quoted = !quoted;
    if (!quoted && text.substr(at, 2) == "//") {
      return {std::move(place), std::string(text.substr(0, at)), std::string(text.substr(at + 2))};
    }
  }
  return {std::move(place), std::string(text), ""};
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

std::vector<Line> source_lines() {
  std::vector<Line> lines;
  for (const std::string& file : source_files()) {
    const Result<std::string> text = read_file(test::source_dir() / "generator" / file);
    REQUIRE(text);
    std::size_t number = 0;
    for (const std::string_view line : split(std::string_view(*text), '\n')) {
      lines.push_back(line_of(file + ":" + std::to_string(++number), line));
    }
  }
  return lines;
}

/// What `pattern` finds in `text`: its first group.
std::vector<std::string> found(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> all;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
    all.push_back((*at)[1].str());
  }
  return all;
}

/// Words of two or more parts are identifiers; a single word may be one of the content language.
bool is_identifier(const std::string& name) {
  static const std::regex camel("[a-z][A-Z]");
  if (name.starts_with('_')) return false;  // emphasis
  return name.find('_') != std::string::npos || name.find("::") != std::string::npos ||
         std::regex_search(name, camel);
}

/// Whether a path is there, as written or without its ending. `*` stands for anything: its folder must be
/// there.
bool is_there(const std::string& path) {
  for (const char* folder : {"generator", "."}) {
    const fs::path full = test::source_dir() / folder / path.substr(0, path.find('*'));
    for (const char* ending : {"", ".hpp", ".cpp"}) {
      if (fs::exists(full.string() + ending)) return true;
    }
    if (path.find('*') != std::string::npos && fs::exists(full.parent_path())) return true;
  }
  return false;
}

Names top_folders() {
  Names names = {"docs", "tests", "tools", "themes", "cmake", "generator"};
  for (const std::string& file : source_files()) names.insert(file.substr(0, file.find('/')));
  return names;
}

}  // namespace

TEST_CASE("comments: the files and folders that they name are there") {
  static const std::regex path(R"re((?:^|[^\w./*-])([A-Za-z_]+(?:/[\w.*-]+)+))re");
  static const std::regex file(R"re((?:^|[^\w./*-])([a-z_]+\.[hc]pp)\b)re");
  const Names folders = top_folders();
  Names files;
  for (const std::string& one : source_files()) files.insert(one.substr(one.rfind('/') + 1));
  for (const Line& line : source_lines()) {
    CAPTURE(line.place);
    for (std::string name : found(line.comment, path)) {
      while (name.ends_with('.')) name.pop_back();
      if (folders.contains(name.substr(0, name.find('/')))) CHECK_MESSAGE(is_there(name), name);
    }
    for (const std::string& name : found(line.comment, file)) CHECK_MESSAGE(files.contains(name), name);
  }
}

TEST_CASE("comments: the identifiers that they name in backticks are there") {
  static const std::regex word(R"re(([A-Za-z_]\w*))re");
  static const std::regex quoted(R"re(`([A-Za-z_][\w:]*)(?:\(\))?`)re");
  const std::vector<Line> lines = source_lines();
  Names known;
  for (const Line& line : lines) {
    for (std::string& name : found(line.code, word)) known.insert(std::move(name));
  }
  for (const Line& line : lines) {
    CAPTURE(line.place);
    for (const std::string& name : found(line.comment, quoted)) {
      if (!is_identifier(name)) continue;
      for (const std::string& part : found(name, word)) CHECK_MESSAGE(known.contains(part), name);
    }
  }
}
