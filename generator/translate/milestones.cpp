#include "translate/milestones.hpp"

#include <fmt/format.h>

#include "base/input_files.hpp"
#include "base/strings.hpp"
#include "translate/replace_file.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view heading =
    "# Which texts each translation was made from. Written by `tailorbird translate`; keep it with the "
    "pages.\n";

fs::path file_of(const fs::path& root, std::string_view language) {
  return root / "translations" / fmt::format("{}.txt", language);
}

MilestoneText read_text(std::string_view word) {
  using In = MilestoneText::In;
  if (word.starts_with('-')) return {std::string(word.substr(1)), In::source};
  if (word.starts_with('+')) return {std::string(word.substr(1)), In::translation};
  return {std::string(word), In::both};
}

std::string_view sign_of(MilestoneText::In in) {
  if (in == MilestoneText::In::source) return "-";
  return in == MilestoneText::In::translation ? "+" : "";
}

}  // namespace

Result<Milestones> read_milestones(const fs::path& root, std::string_view language) {
  const fs::path path = file_of(root, language);
  const Result<FileStatus> status = disk().stat(path);
  if (!status) return status.error();
  Milestones milestones;
  if (status->kind == FileStatus::Kind::missing) return milestones;
  const Result<std::string> text = disk().read(path);
  if (!text) return text.error();
  for (const std::string_view line : split(*text, '\n')) {
    const std::vector<std::string_view> parts = words(line);
    if (line.starts_with('#') || parts.size() < 2) continue;
    Milestone& milestone = milestones[std::string(parts[0])];
    milestone = {std::string(parts[1]), {}};
    for (std::size_t index = 2; index < parts.size(); ++index)
      milestone.texts.push_back(read_text(parts[index]));
  }
  return milestones;
}

Result<void> write_milestones(const fs::path& root, std::string_view language, const Milestones& milestones) {
  std::string text(heading);
  for (const auto& [file, milestone] : milestones) {
    text += fmt::format("{} {}", file, milestone.mark);
    for (const MilestoneText& one : milestone.texts) text += fmt::format(" {}{}", sign_of(one.in), one.id);
    text += "\n";
  }
  return replace_file(file_of(root, language), text);
}

}  // namespace tailorbird
