#include "support/example_folder.hpp"

#include <cctype>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <set>

#include "base/strings.hpp"
#include "support/run_program.hpp"

namespace tailorbird::test {
namespace {

/// The key of a line `key: …` without indentation; empty when it has none.
std::string_view edge_key(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || line.empty() ||
      std::isalpha(static_cast<unsigned char>(line[0])) == 0)
    return {};
  return line.substr(0, colon);
}

void run_commands(const std::string& text, const fs::path& folder, const fs::path& data) {
  const ProgramRun run =
      run_program("/bin/bash", {"-ec", text}, {folder, {{"TAILORBIRD_DATA", data.string()}}});
  CHECK_MESSAGE(run.status == 0, run.err);
}

std::string completed(const ExampleFile& file, const fs::path& target) {
  if (file.whole) return file.text;
  if (file.path.ends_with(".md")) return "---\ntitle: Example\n---\n\n" + file.text;
  const Result<std::string> base = read_file(target);
  if (!base) return file.text;
  if (file.path.ends_with(".yaml")) return merged_yaml(*base, file.text);
  return file.path.ends_with(".xml") ? merged_xml(*base, file.text) : file.text;
}

}  // namespace

std::string merged_yaml(std::string_view base, std::string_view part) {
  std::set<std::string_view> said;
  for (const std::string_view line : split(part, '\n')) said.insert(edge_key(line));
  std::string text;
  bool kept = true;
  for (const std::string_view line : split(base, '\n')) {
    if (const std::string_view key = edge_key(line); !key.empty()) kept = !said.contains(key);
    if (kept && !line.empty()) text += fmt::format("{}\n", line);
  }
  return text + std::string(part);
}

std::string merged_xml(std::string_view base, std::string_view part) {
  const std::string_view name = part.substr(1, part.find_first_of(" >/", 1) - 1);
  std::size_t start = base.find(fmt::format("<{}", name));
  while (start != std::string_view::npos &&
         std::isalpha(static_cast<unsigned char>(base[start + 1 + name.size()])) != 0)
    start = base.find(fmt::format("<{}", name), start + 1);
  const std::string close = fmt::format("</{}>", name);
  const std::size_t end = base.find(close, start);
  REQUIRE(end != std::string_view::npos);
  return std::string(base.substr(0, start)) + std::string(part.substr(0, part.find_last_not_of('\n') + 1)) +
         std::string(base.substr(end + close.size()));
}

void put_example(const ExampleFile& file, const fs::path& folder, const fs::path& data) {
  if (file.path.empty()) return run_commands(file.text, folder, data);
  REQUIRE(write_file(folder / file.path, completed(file, folder / file.path)));
}

}  // namespace tailorbird::test
