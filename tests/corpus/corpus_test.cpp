// corpus_test PROGRAM [--every N] [ID]…: makes each slip of mistakes.csv and each project of projects.csv,
// lets the program check it, and compares what is told first, where, and how many findings there are with the
// tables. Where the first finding says what to write, that is written, and the program checks again.
// `--every N`: every Nth row only. UPDATE_GOLDEN=1 writes the tables anew. Status 0: all as the tables say;
// 1: not; 3: updated.
//
// Notes do not count, nor does translation-stale: who changes a page always meets it.

#include <array>
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
    std::fflush(stdout);  // the whole corpus takes minutes
    row = std::move(now);
  }
  if (options.update && wrong > 0) {
    std::ofstream out(table.file, std::ios::binary);
    for (const auto& row : rows) out << csv_row(row);
  }
  return wrong;
}

// --- The decision page ---

using Row = std::vector<std::string>;

/// What a section of docs/decisions/accepted-slips.md allows by name: rows that it does not name fail, and so
/// do those that it names without need.
struct Allowance {
  std::string_view heading;
  std::size_t table;  // index in `tables`
  std::string_view what;
  bool (*is_needed)(const Row& row, std::size_t given);
};

bool is_silent(const Row& row, std::size_t given) { return row[given] == "0"; }
bool is_told_elsewhere(const Row& row, std::size_t given) { return row[given + 3] == "no"; }
/// What the advice says cannot be done, or leaves as many findings as before.
bool is_advice_in_vain(const Row& row, std::size_t given) {
  const std::string& left = row[given + 5];
  return left == "-" || (!left.empty() && std::stoul(left) >= std::stoul(row[given]));
}

constexpr auto allowances = std::to_array<Allowance>({
    {"## Slips", 0, "silent", is_silent},
    {"## Projects", 1, "silent", is_silent},
    {"## Places", 0, "told elsewhere", is_told_elsewhere},
    {"## Advice", 0, "told with advice that leaves findings", is_advice_in_vain},
});

/// The ids in the table below `heading`: "| `c10` | …".
std::set<std::string> ids_below(std::string_view heading, const std::string& page) {
  std::set<std::string> ids;
  const std::size_t begin = page.find("\n" + std::string(heading) + "\n");
  if (begin == std::string::npos) return ids;
  const std::string section = page.substr(begin, page.find("\n## ", begin + 1) - begin);
  constexpr std::string_view row = "\n| `";
  for (std::size_t at = section.find(row); at != std::string::npos; at = section.find(row, at + 1)) {
    const std::size_t from = at + row.size();
    ids.insert(section.substr(from, section.find('`', from) - from));
  }
  return ids;
}

/// How many rows are not as they should be without being allowed by name, or the reverse.
std::size_t check_allowed(const Allowance& allowance, const std::string& page) {
  std::set<std::string> allowed = ids_below(allowance.heading, page);
  const Table& table = tables[allowance.table];
  std::vector<Row> rows = read_csv(read_text(table.file));
  rows.erase(rows.begin());
  std::size_t wrong = 0;
  for (const Row& row : rows) {
    const bool is_needed = allowance.is_needed(row, table.given);
    if (is_needed == (allowed.erase(row[0]) > 0)) continue;
    fmt::print("{} is {}{}, and {}in \"{}\" of docs/decisions/accepted-slips.md\n", row[0],
               is_needed ? "" : "not ", allowance.what, is_needed ? "not " : "", allowance.heading);
    ++wrong;
  }
  for (const std::string& id : allowed)
    fmt::print("{} in \"{}\" of docs/decisions/accepted-slips.md is no row\n", id, allowance.heading);
  return wrong + allowed.size();
}

std::size_t check_accepted() {
  const std::string page = read_text(fs::path(TAILORBIRD_SOURCE_DIR) / "docs/decisions/accepted-slips.md");
  std::size_t wrong = 0;
  for (const Allowance& allowance : allowances) wrong += check_allowed(allowance, page);
  return wrong;
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
