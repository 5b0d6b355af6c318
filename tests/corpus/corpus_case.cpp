#include "corpus/corpus_case.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

namespace tailorbird::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void write_text(const fs::path& file, std::string_view bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

/// "@@ -52,3 +52,3 @@" → 52
std::size_t first_line(std::string_view hunk_header) {
  const std::size_t minus = hunk_header.find('-');
  std::size_t line = 0;
  std::from_chars(hunk_header.data() + minus + 1, hunk_header.data() + hunk_header.size(), line);
  return line;
}

bool stand_at(const std::vector<std::string>& lines, const std::vector<std::string>& wanted, std::size_t at) {
  return at + wanted.size() <= lines.size() &&
         std::equal(wanted.begin(), wanted.end(), lines.begin() + static_cast<std::ptrdiff_t>(at));
}

/// Where `wanted` stands, the place nearest to `about`.
std::optional<std::size_t> nearest_place(const std::vector<std::string>& lines,
                                         const std::vector<std::string>& wanted, std::size_t about) {
  for (std::size_t away = 0; away <= lines.size(); ++away) {
    if (away <= about && stand_at(lines, wanted, about - away)) return about - away;
    if (stand_at(lines, wanted, about + away)) return about + away;
  }
  return std::nullopt;
}

void apply_change(const FileChange& change, const fs::path& file) {
  std::vector<std::string> lines = fs::exists(file) ? lines_of(read_text(file)) : std::vector<std::string>{};
  for (const Hunk& hunk : change.hunks) {
    const auto at = nearest_place(lines, hunk.before, hunk.line == 0 ? 0 : hunk.line - 1);
    if (!at) throw std::runtime_error("no such lines in " + change.path);
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(*at);
    lines.insert(lines.erase(begin, begin + static_cast<std::ptrdiff_t>(hunk.before.size())),
                 hunk.after.begin(), hunk.after.end());
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  write_text(file, text);
}

}  // namespace

Slips read_slips(std::string_view text) {
  Slips slips;
  std::vector<FileChange>* slip = nullptr;
  std::string old_path;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with("=== ")) {
      slip = &slips[line.substr(4, line.find(' ', 4) - 4)];
    } else if (line.starts_with("--- ")) {
      old_path = line.substr(4);
    } else if (line.starts_with("+++ ")) {
      const bool removed = line == "+++ /dev/null";
      slip->push_back({removed ? old_path : line.substr(4), removed, {}});
    } else if (line.starts_with("@@ ")) {
      slip->back().hunks.push_back({first_line(line), {}, {}});
    } else if (!line.empty()) {
      Hunk& hunk = slip->back().hunks.back();
      if (line[0] != '+') hunk.before.push_back(line.substr(1));
      if (line[0] != '-') hunk.after.push_back(line.substr(1));
    }
  }
  return slips;
}

void apply(const std::vector<FileChange>& changes, const fs::path& root) {
  for (const FileChange& change : changes) {
    if (change.removed) {
      fs::remove(root / change.path);
    } else {
      apply_change(change, root / change.path);
    }
  }
}

void copy_over(const fs::path& overlay, const fs::path& root) {
  if (!fs::exists(overlay)) return;
  fs::copy(overlay, root, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  if (!fs::exists(root / "without.txt")) return;
  for (const std::string& path : lines_of(read_text(root / "without.txt"))) fs::remove(root / path);
  fs::remove(root / "without.txt");
}

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : lines_of(text)) {
    std::vector<std::string>& fields = rows.emplace_back(1);
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
      const bool doubled = quoted && line[at] == '"' && line.substr(at + 1, 1) == "\"";
      if (doubled) {
        fields.back() += line[at++];
      } else if (line[at] == '"') {
        quoted = !quoted;
      } else if (line[at] == ',' && !quoted) {
        fields.emplace_back();
      } else {
        fields.back() += line[at];
      }
    }
  }
  return rows;
}

std::string csv_row(const std::vector<std::string>& fields) {
  std::string row;
  for (const std::string& field : fields) {
    if (&field != fields.data()) row += ',';
    if (field.find_first_of(",\"") == std::string::npos) {
      row += field;
      continue;
    }
    row += '"';
    for (const char c : field) row += c == '"' ? "\"\"" : std::string(1, c);
    row += '"';
  }
  return row + "\n";
}

}  // namespace tailorbird::test
