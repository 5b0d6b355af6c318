// corpus_test PROGRAM [--every N] [ID]…: makes each slip of mistakes.csv and each project of projects.csv,
// lets the program check it, and compares what is told first, where, and how many findings there are with the
// tables. Where the first finding says what to write, that is written, and the program checks again.
// `--every N`: every Nth row only. UPDATE_GOLDEN=1 writes the tables anew. Status 0: all as the tables say;
// 1: not; 3: updated.
//
// Notes do not count, nor does translation-stale: who changes a page always meets it.

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "corpus/corpus_case.hpp"
#include "corpus/try_fix.hpp"
#include "support/run_program.hpp"
#include "support/temp_dir.hpp"

namespace {

namespace fs = std::filesystem;
using namespace tailorbird::test;

const fs::path corpus = fs::path(TAILORBIRD_SOURCE_DIR) / "tests/corpus";

struct Options {
  fs::path program;
  std::size_t every = 1;
  std::vector<std::string> ids;
  bool update = false;
};

/// What the program tells about an input.
struct Told {
  std::size_t findings = 0;
  std::string code;  // of the first
  std::string file;
  unsigned line = 0;
  nlohmann::json first;  // as the program gives it
  std::string fix;       // the words that its advice names; empty: none
  std::string after;     // how many findings are left when it is done; "-": it cannot be done there
};

Told check(const fs::path& program, const fs::path& root) {
  ProgramSetting setting;
  setting.folder = root;
  const ProgramRun run =
      run_program(program, {"check", "--diagnostics", "json", "--today", "2026-11-28"}, setting);
  Told told;
  const auto json = nlohmann::json::parse(run.out, nullptr, false);
  if (json.is_discarded()) {
    told.code = "(no findings: " + run.err.substr(0, run.err.find('\n')) + ")";
    return told;
  }
  for (const auto& finding : json["diagnostics"]) {
    if (finding["severity"] == "note" || finding["code"] == "translation-stale") continue;
    if (++told.findings > 1) continue;
    told.code = finding["code"];
    told.file = finding["file"];
    told.line = finding["line"];
    told.first = finding;
  }
  return told;
}

/// Does what the first finding says, and looks what is left.
void follow_advice(const fs::path& program, const fs::path& root, Told& told) {
  if (told.first.is_null()) return;
  const auto fix = concrete_fix(told.first);
  if (!fix) return;
  told.fix = fix->to;
  told.after = try_fix(*fix, told.first, root) ? std::to_string(check(program, root).findings) : "-";
}

std::string place_of(const Told& told) {
  if (told.findings == 0) return {};
  return told.line == 0 ? told.file : fmt::format("{}:{}", told.file, told.line);
}

/// Whether the first finding is in the file and line where the slip is; `expected` is "name.md:52:12", parts
/// of it may be empty when they do not matter.
std::string is_cause(const Told& told, const std::string& expected) {
  if (told.findings == 0) return "-";
  const std::string file = expected.substr(0, expected.find(':'));
  const std::string rest = expected.size() > file.size() ? expected.substr(file.size() + 1) : "";
  const std::string line = rest.substr(0, rest.find(':'));
  const bool right_file = file.empty() || told.file.ends_with("/" + file) || told.file == file;
  const bool right_line = line.empty() || told.line == 0 || line == std::to_string(told.line);
  return right_file && right_line ? "yes" : "no";
}

struct Table {
  fs::path file;
  std::size_t given;  // how many columns say what the input is; the others say what is told
  void (*make)(const std::string& id, const fs::path& root);
  std::vector<std::string> (*results)(const Told& told, const std::vector<std::string>& row);
};

void make_slip(const std::string& id, const fs::path& root) {
  static const Slips slips = read_slips(read_text(corpus / "mistakes.diff"));
  copy_over(corpus / "base", root);
  if (const auto slip = slips.find(id); slip != slips.end()) apply(slip->second, root);
  copy_over(corpus / "files" / id, root);
}

void make_project(const std::string& id, const fs::path& root) {
  copy_over(corpus / "project-base", root);
  copy_over(corpus / "projects" / id, root);
}

std::vector<std::string> slip_results(const Told& told, const std::vector<std::string>& row) {
  return {std::to_string(told.findings), told.code, place_of(told),
          is_cause(told, row[2]),        told.fix,  told.after};
}

std::vector<std::string> project_results(const Told& told, const std::vector<std::string>&) {
  return {std::to_string(told.findings), told.code, place_of(told)};
}

const std::vector<Table> tables = {
    {corpus / "mistakes.csv", 3, make_slip, slip_results},
    {corpus / "projects.csv", 2, make_project, project_results},
};

bool is_wanted(const Options& options, const std::string& id, std::size_t number) {
  if (!options.ids.empty()) return std::find(options.ids.begin(), options.ids.end(), id) != options.ids.end();
  return number % options.every == 0;
}

/// Runs the rows of one table; returns how many are not as it says.
std::size_t run(const Table& table, const Options& options) {
  std::vector<std::vector<std::string>> rows = read_csv(read_text(table.file));
  std::size_t wrong = 0;
  for (std::size_t number = 1; number < rows.size(); ++number) {
    std::vector<std::string>& row = rows[number];
    if (!is_wanted(options, row[0], number)) continue;
    const TempDir root;
    table.make(row[0], root.path());
    std::vector<std::string> now(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(table.given));
    Told told = check(options.program, root.path());
    follow_advice(options.program, root.path(), told);
    for (std::string& result : table.results(told, row)) now.push_back(std::move(result));
    if (now == row) continue;
    ++wrong;
    fmt::print("{}\n  - {}  + {}", row[0], csv_row(row), csv_row(now));
    row = std::move(now);
  }
  if (options.update && wrong > 0) {
    std::ofstream out(table.file, std::ios::binary);
    for (const auto& row : rows) out << csv_row(row);
  }
  return wrong;
}

// --- The decision page ---

/// The ids in the tables of docs/decisions/accepted-slips.md: "| `c10` | …".
std::set<std::string> accepted_ids() {
  const std::string page = read_text(fs::path(TAILORBIRD_SOURCE_DIR) / "docs/decisions/accepted-slips.md");
  std::set<std::string> ids;
  constexpr std::string_view begin = "\n| `";
  for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    ids.insert(page.substr(from, page.find('`', from) - from));
  }
  return ids;
}

/// How many rows are silent without being accepted by name, or accepted and not silent.
std::size_t check_accepted() {
  std::set<std::string> accepted = accepted_ids();
  std::size_t wrong = 0;
  for (const Table& table : tables) {
    for (const auto& row : read_csv(read_text(table.file))) {
      const bool is_silent = row[table.given] == "0";
      if (is_silent == (accepted.erase(row[0]) > 0)) continue;
      fmt::print("{} is {} docs/decisions/accepted-slips.md\n", row[0],
                 is_silent ? "silent, and not in" : "told, and in");
      ++wrong;
    }
  }
  for (const std::string& id : accepted) fmt::print("{} in docs/decisions/accepted-slips.md is no row\n", id);
  return wrong + accepted.size();
}

Options read_options(int count, char** arguments) {
  Options options;
  options.program = fs::absolute(arguments[1]);
  for (int index = 2; index < count; ++index) {
    const std::string argument = arguments[index];
    if (argument == "--every" && index + 1 < count) {
      options.every = std::max<std::size_t>(1, std::strtoul(arguments[++index], nullptr, 10));
    } else {
      options.ids.push_back(argument);
    }
  }
  const char* update = std::getenv("UPDATE_GOLDEN");
  options.update = update != nullptr && std::string_view(update) == "1";
  return options;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: corpus_test PROGRAM [--every N] [ID]...\n");
    return 2;
  }
  const Options options = read_options(count, arguments);
  std::size_t wrong = 0;
  for (const Table& table : tables) wrong += run(table, options);
  const std::size_t not_accepted = check_accepted();
  if (not_accepted > 0) return 1;
  if (wrong == 0) return 0;
  if (options.update) return 3;
  fmt::print("{} rows are not as the tables say; to keep what was told: UPDATE_GOLDEN=1 {} {}\n", wrong,
             arguments[0], arguments[1]);
  return 1;
}
