#include "support/golden.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fnmatch.h>
#include <map>
#include <optional>
#include <regex>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "support/diff.hpp"
#include "support/run_program.hpp"
#include "support/temp_dir.hpp"
#include "support/tree.hpp"
#include "support/zip_files.hpp"

namespace tailorbird::test {
namespace {

/// The name of a golden file in the folder of its case → its bytes, or nothing when there is no such file.
using Text = std::optional<std::string>;
using Texts = std::map<std::string, Text>;

Text text_of(const fs::path& path) {
  if (!fs::is_regular_file(path)) return std::nullopt;
  Result<std::string> bytes = read_file(path);
  if (!bytes) throw std::runtime_error(bytes.error().message);
  return *bytes;
}

std::vector<std::string> lines_of(const fs::path& path) {
  std::vector<std::string> lines;
  const std::string text = text_of(path).value_or("");
  for (const std::string_view line : split(text, '\n')) {
    if (!trim(line).empty()) lines.emplace_back(trim(line));
  }
  return lines;
}

std::vector<std::string> commands_of(const GoldenCase& one) {
  std::vector<std::string> commands = lines_of(one.folder / "command");
  if (commands.empty()) commands.emplace_back("check --root site");
  return commands;
}

/// The arguments of a command. Single quotes enclose an argument with spaces.
std::vector<std::string> arguments_of(std::string_view command) {
  std::vector<std::string> arguments;
  bool quoted = false;
  for (const std::string_view part : split(command, '\'')) {
    if (quoted) {
      arguments.emplace_back(part);
    } else {
      for (const std::string_view word : words(part)) arguments.emplace_back(word);
    }
    quoted = !quoted;
  }
  return arguments;
}

/// All values of "revision" in build.json. They change with the content and the program.
std::vector<std::string> revisions_of(const fs::path& dist) {
  const std::string record = text_of(dist / "build.json").value_or("");
  const std::string_view key = "\"revision\": \"";
  std::vector<std::string> revisions;
  for (std::size_t at = record.find(key); at != std::string::npos; at = record.find(key, at + 1))
    revisions.push_back(record.substr(at + key.size(), 12));
  return revisions;
}

struct Names {
  std::string root;
  std::string version;
  std::vector<std::string> revisions;
};

/// Replaces the size of the output, which changes with every word of the theme.
std::string without_size(std::string text) {
  for (const std::string_view unit : {" kB \u2192", " MB \u2192"}) {
    const std::size_t end = text.find(unit);
    if (end == std::string::npos) continue;
    const std::size_t begin = text.find_last_not_of("0123456789.", end - 1) + 1;
    text.replace(begin, end - begin, "[SIZE]");
  }
  return text;
}

/// Replaces the hash that pages show of their own bytes, which changes with every word of the theme: eight
/// hexadecimal digits in `page-version`, or on a line of their own.
std::string without_page_versions(const std::string& text) {
  static const std::regex element(R"((<span class="page-version">[^<]*)[0-9a-f]{8}</span>)");
  static const std::regex line(R"(([ \n])[0-9a-f]{8}\n)");
  if (text.find("page-version") != std::string::npos)
    return std::regex_replace(text, element, "$1[PAGE VERSION]</span>");
  return std::regex_replace(text, line, "$1[PAGE VERSION]\n");
}

std::string normalised(std::string text, const Names& names) {
  text = replace_all(text, names.root, "[ROOT]");
  text = replace_all(text, "tailorbird " + names.version, "tailorbird [VERSION]");
  text = without_size(std::move(text));
  for (const std::string& revision : names.revisions) text = replace_all(text, revision, "[REVISION]");
  return without_page_versions(text);
}

std::string version_of(const fs::path& program) {
  const ProgramRun run = run_program(program, {"--version"}, {"/", {}, 0});
  return std::string(trim(replace_all(run.out, "tailorbird ", "")));
}

/// The contents of the zips among `files`.
Tree packed_of(const fs::path& dist, const Tree& files) {
  Tree packed;
  for (const auto& [path, bytes] : files) {
    if (!path.ends_with(".zip")) continue;
    for (auto& [name, content] : read_zip(dist / path)) packed[path + "/" + name] = std::move(content);
  }
  return packed;
}

std::string list_of(const Tree& files) {
  std::string list;
  for (const auto& [path, bytes] : files) list += path + "\n";
  return list;
}

/// The files in expected/, and those that match `kept`.
std::vector<std::string> expected_files(const GoldenCase& one, const Tree& files) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : read_tree(one.folder / "expected")) paths.push_back(path);
  for (const std::string& pattern : lines_of(one.folder / "kept")) {
    for (const auto& [path, bytes] : files) {
      if (::fnmatch(pattern.c_str(), path.c_str(), 0) == 0) paths.push_back(path);
    }
  }
  return paths;
}

/// The program to run; for a case with data of its own, a copy that is installed beside that data.
fs::path program_for(const GoldenCase& one, const fs::path& program, const fs::path& work) {
  if (!fs::exists(one.folder / "data")) return program;
  const fs::path share = work / "usr/share/tailorbird";
  fs::create_directories(work / "usr/bin");
  fs::create_directories(share);
  fs::copy_file(program, work / "usr/bin/tailorbird");
  fs::copy(one.folder / "data", share, fs::copy_options::recursive);
  fs::create_directory_symlink(fs::path(TAILORBIRD_SOURCE_DIR) / "themes", share / "themes");
  return work / "usr/bin/tailorbird";
}

Text unless_empty(std::string text) { return text.empty() ? Text() : Text(std::move(text)); }

/// Adds the files in written/, and those beside dist/ that match `made`.
void add_made(const GoldenCase& one, const fs::path& work, Texts& texts) {
  if (!fs::exists(one.folder / "made")) return;
  for (const auto& [path, bytes] : read_tree(one.folder / "written")) texts["written/" + path] = std::nullopt;
  for (const auto& [path, bytes] : read_tree(work)) {
    for (const std::string& pattern : lines_of(one.folder / "made")) {
      if (::fnmatch(pattern.c_str(), path.c_str(), 0) == 0) texts["written/" + path] = bytes;
    }
  }
}

/// Runs the commands of the case in `work`. Returns the results under the names of the golden files.
Texts run_case(const GoldenCase& one, const fs::path& program, const fs::path& work) {
  for (const char* part : {"site", "source"}) {
    if (fs::exists(one.folder / part)) fs::copy(one.folder / part, work / part, fs::copy_options::recursive);
  }
  const fs::path installed = program_for(one, program, work);
  ProgramRun all;
  for (const std::string& command : commands_of(one)) {
    const ProgramRun run = run_program(installed, arguments_of(command), {work, {{"LC_ALL", "C"}}, 0});
    all.status = run.status;
    all.out += run.out;
    all.err += run.err;
  }
  const fs::path dist = work / "dist";
  const Names names{work.string(), version_of(program), revisions_of(dist)};
  Texts texts = {{"stdout", unless_empty(normalised(all.out, names))},
                 {"stderr", unless_empty(normalised(all.err, names))}};
  texts["status"] = all.status == 0 ? Text() : fmt::format("{}\n", all.status);
  Tree files = read_tree(dist);
  Tree packed = packed_of(dist, files);
  if (fs::exists(one.folder / "files")) texts["files"] = list_of(files);
  if (fs::exists(one.folder / "packed")) texts["packed"] = list_of(packed);
  files.merge(packed);
  for (const std::string& path : expected_files(one, files)) {
    Text& text = texts["expected/" + path];
    if (files.contains(path)) text = normalised(files.at(path), names);
  }
  add_made(one, work, texts);
  return texts;
}

void keep(const fs::path& path, const Text& text) {
  if (!text) {
    fs::remove(path);
    return;
  }
  fs::create_directories(path.parent_path());
  if (auto written = write_file(path, *text); !written) throw std::runtime_error(written.error().message);
}

std::string difference(const std::string& name, const Text& expected, const Text& got) {
  if (!expected) return fmt::format("{} is new\n{}", name, unified_diff("", *got));
  if (!got) return fmt::format("{} is kept, but was not written\n", name);
  return fmt::format("--- {} (kept)\n+++ {} (got)\n{}", name, name, unified_diff(*expected, *got));
}

bool is_bad_case(const std::string& name) { return name.substr(name.rfind('/') + 1).starts_with("bad-"); }

bool is_case(const fs::path& folder) {
  for (const char* mark : {"site", "command"}) {
    if (fs::exists(folder / mark)) return true;
  }
  return false;
}

}  // namespace

std::vector<GoldenCase> golden_cases(const fs::path& folder) {
  std::vector<GoldenCase> cases;
  for (const auto& feature : fs::directory_iterator(folder)) {
    if (!feature.is_directory()) continue;
    for (const auto& one : fs::directory_iterator(feature.path())) {
      if (!one.is_directory() || !is_case(one.path())) continue;
      cases.push_back({(feature.path().filename() / one.path().filename()).generic_string(), one.path()});
    }
  }
  std::sort(cases.begin(), cases.end(),
            [](const GoldenCase& a, const GoldenCase& b) { return a.name < b.name; });
  return cases;
}

GoldenResult run_golden(const GoldenCase& one, const fs::path& program, bool update) {
  const TempDir work;
  GoldenResult result;
  const Texts texts = run_case(one, program, work.path());
  if (is_bad_case(one.name) && !texts.at("status")) {
    return {GoldenResult::Kind::failed, "its name begins with bad-, but the program ended with status 0\n"};
  }
  for (const auto& [name, got] : texts) {
    const Text expected = text_of(one.folder / name);
    if (expected == got) continue;
    result.kind = update ? GoldenResult::Kind::updated : GoldenResult::Kind::failed;
    result.report += difference(name, expected, got);
    if (update) keep(one.folder / name, got);
  }
  return result;
}

}  // namespace tailorbird::test
