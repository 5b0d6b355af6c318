#include "support/golden.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "support/diff.hpp"
#include "support/run_program.hpp"
#include "support/temp_dir.hpp"

namespace tailorbird::test {
namespace {

/// A golden file's name in the case's folder → its bytes; an empty text stands for "no such file".
using Texts = std::map<std::string, std::string>;

std::string text_of(const fs::path& path) {
  Result<std::string> bytes = read_file(path);
  return bytes ? *bytes : std::string();
}

std::vector<std::string> commands_of(const GoldenCase& one) {
  std::vector<std::string> commands;
  const std::string file = text_of(one.folder / "command");
  for (const std::string_view line : split(file, '\n')) {
    if (!trim(line).empty()) commands.emplace_back(trim(line));
  }
  if (commands.empty()) commands.emplace_back("check --root site");
  return commands;
}

/// The words of a command. Single quotes hold a word with spaces together.
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

/// The value of "revision" in build.json, which changes with every byte of the content and the program.
std::string revision_of(const fs::path& dist) {
  const std::string record = text_of(dist / "build.json");
  const std::string_view key = "\n \"revision\": \"";
  const std::size_t at = record.find(key);
  return at == std::string::npos ? std::string() : record.substr(at + key.size(), 12);
}

struct Names {
  std::string root;
  std::string version;
  std::string revision;
};

/// How much was written changes with each word of the theme.
std::string without_size(std::string text) {
  for (const std::string_view unit : {" kB \u2192", " MB \u2192"}) {
    const std::size_t end = text.find(unit);
    if (end == std::string::npos) continue;
    const std::size_t begin = text.find_last_not_of("0123456789.", end - 1) + 1;
    text.replace(begin, end - begin, "[SIZE]");
  }
  return text;
}

std::string normalised(std::string text, const Names& names) {
  text = replace_all(text, names.root, "[ROOT]");
  text = replace_all(text, "tailorbird " + names.version, "tailorbird [VERSION]");
  text = without_size(std::move(text));
  return names.revision.empty() ? text : replace_all(text, names.revision, "[REVISION]");
}

std::string version_of(const fs::path& program) {
  const ProgramRun run = run_program(program, {"--version"}, {"/", {}});
  return std::string(trim(replace_all(run.out, "tailorbird ", "")));
}

std::string list_of(const fs::path& dist) {
  const Result<std::vector<std::string>> files = list_files(dist);
  return files ? join(*files, "\n") + "\n" : std::string();
}

std::vector<std::string> kept_files(const GoldenCase& one) {
  const Result<std::vector<std::string>> files = list_files(one.folder / "expected");
  return files ? *files : std::vector<std::string>();
}

/// Runs the commands of the case in `work` and names what came out as the golden files are named.
Texts run_case(const GoldenCase& one, const fs::path& program, const fs::path& work) {
  if (fs::exists(one.folder / "site"))
    fs::copy(one.folder / "site", work / "site", fs::copy_options::recursive);
  ProgramRun all;
  for (const std::string& command : commands_of(one)) {
    const ProgramRun run = run_program(program, arguments_of(command), {work, {{"LC_ALL", "C"}}});
    all.status = run.status;
    all.out += run.out;
    all.err += run.err;
  }
  const fs::path dist = work / "dist";
  const Names names{work.string(), version_of(program), revision_of(dist)};
  Texts texts = {{"stdout", normalised(all.out, names)}, {"stderr", normalised(all.err, names)}};
  texts["status"] = all.status == 0 ? "" : fmt::format("{}\n", all.status);
  if (fs::exists(one.folder / "files")) texts["files"] = list_of(dist);
  for (const std::string& file : kept_files(one)) {
    texts["expected/" + file] = normalised(text_of(dist / file), names);
  }
  return texts;
}

void keep(const fs::path& path, const std::string& text) {
  if (text.empty()) {
    fs::remove(path);
  } else if (auto written = write_file(path, text); !written) {
    throw std::runtime_error(written.error().message);
  }
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
  if (is_bad_case(one.name) && texts.at("status").empty()) {
    return {GoldenResult::Kind::failed, "its name begins with bad-, but the program ended with status 0\n"};
  }
  for (const auto& [name, got] : texts) {
    const std::string expected = text_of(one.folder / name);
    if (expected == got) continue;
    result.kind = update ? GoldenResult::Kind::updated : GoldenResult::Kind::failed;
    result.report += fmt::format("--- {} (kept)\n+++ {} (got)\n{}", name, name, unified_diff(expected, got));
    if (update) keep(one.folder / name, got);
  }
  return result;
}

}  // namespace tailorbird::test
