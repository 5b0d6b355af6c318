// Compares captions with the length of their clip. Clips that cannot be played are skipped; they were
// reported when the project was read.

#include <fmt/format.h>
#include <optional>

#include "base/files.hpp"
#include "check/all_checks.hpp"
#include "components/media.hpp"
#include "components/part_values.hpp"

namespace tailorbird {
namespace {

using Milliseconds = std::int64_t;

/// 80,400 milliseconds as "1:20.4".
std::string clock(Milliseconds time) {
  const Milliseconds tenths = time / 100;
  const std::string whole = fmt::format("{}:{:02}", tenths / 600, tenths / 10 % 60);
  return tenths % 10 == 0 ? whole : fmt::format("{}.{}", whole, tenths % 10);
}

struct FoundClip {
  std::string file;
  Milliseconds length = 0;
};

/// The shortest clip that readers of the page get at `target`, since an organisation's overlay may replace
/// the clip. Nothing when no length is known.
std::optional<FoundClip> shortest_clip(const Project& project, const Page& page, const std::string& target) {
  constexpr std::string_view content = "content/";
  std::vector<std::string> files = {target};
  for (const Profile& profile : project.profiles) {
    if (profile.overlay.empty() || (!page.overlay_of.empty() && page.overlay_of != profile.id)) continue;
    const std::string own = profile.overlay + "/";
    if (target.starts_with(content)) files.push_back(own + target.substr(content.size()));
    if (target.starts_with(own)) files.push_back(std::string(content) + target.substr(own.size()));
  }
  std::optional<FoundClip> shortest;
  for (const std::string& file : files) {
    const auto clip = project.clips.find(file);
    if (clip == project.clips.end() || (shortest && shortest->length <= clip->second)) continue;
    shortest = {file, clip->second};
  }
  return shortest;
}

/// Authors write whole seconds, so the length of the clip is rounded up.
bool is_late(const Part& cue, const FoundClip& clip) {
  constexpr Milliseconds second = 1000;
  const std::string_view from = attribute(cue.attributes, "from");
  const std::string_view to = attribute(cue.attributes, "to");
  if (from.empty() || to.empty()) return false;  // reported when it was read
  const Milliseconds last = (clip.length + second - 1) / second * second;
  return cue_milliseconds(from) >= clip.length || cue_milliseconds(to) > last;
}

/// Reports the first cue after the end of the clip and counts the others: they have one cause, a wrong clip.
void check_component(const Program& program, const Part& component, const FoundClip& clip,
                     Diagnostics& diagnostics) {
  const Part* first = nullptr;
  int others = 0;
  for (const Part* cue : parts_with(component, "cue")) {
    if (!is_late(*cue, clip)) continue;
    if (first == nullptr) {
      first = cue;
    } else {
      ++others;
    }
  }
  if (first == nullptr) return;
  const bool begins_late = cue_milliseconds(attribute(first->attributes, "from")) >= clip.length;
  const std::string_view name = begins_late ? "from" : "to";
  SourceRange where{program.file, first->where, 0};
  for (std::size_t index = 0; index < first->places.size(); ++index) {
    if (index < first->attributes.size() && first->attributes[index].first == name)
      where = {program.file, first->places[index].where, first->places[index].length};
  }
  std::string message =
      fmt::format("this text {} at {}, but `{}` ends at {}", begins_late ? "begins" : "ends",
                  attribute(first->attributes, name), clip.file, clock(clip.length));
  if (others > 0)
    message += fmt::format("; {} more below it {} too late", others, others == 1 ? "is" : "are");
  diagnostics.add("cue-after-end", std::move(where), std::move(message)).about = {clip.file};
}

}  // namespace

void check_captions(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) {
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Program& program = programs(index);
    for (const ComponentUse& use : program.components) {
      const std::string_view source = attribute(use.root.attributes, "src");
      if (source.empty() || parts_with(use.root, "cue").empty()) continue;
      const std::string target = normalise_path(fmt::format("{}{}", folder_of(program.file), source));
      const auto clip = shortest_clip(project, project.pages[index], target);
      if (clip) check_component(program, use.root, *clip, diagnostics);
    }
  }
}

}  // namespace tailorbird
