#include "build/captions.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "base/files.hpp"
#include "components/media.hpp"
#include "components/part_values.hpp"
#include "read/pages/clip_file.hpp"
#include "read/pages/media_files.hpp"
#include "read/unreadable.hpp"

namespace tailorbird {
namespace {

constexpr long second = 1000;  // milliseconds

/// "1:20.4" of 80,400 milliseconds.
std::string clock(long milliseconds) {
  const long tenths = milliseconds / 100;
  const std::string whole = fmt::format("{}:{:02}", tenths / 600, tenths / 10 % 60);
  return tenths % 10 == 0 ? whole : fmt::format("{}.{}", whole, tenths % 10);
}

struct FoundClip {
  std::string_view file;  // empty: none
  long length = 0;        // in milliseconds
};

/// The clips of a project, as its pages name them. Each is read once, when it is asked for.
class NamedClips {
 public:
  NamedClips(const Project& project, const ClipFiles& from, Diagnostics& diagnostics)
      : project_(project), from_(from), diagnostics_(diagnostics) {}

  /// The shortest one that stands at `target` for readers of the page: an organisation may have its own in
  /// the place of the content's. No file when none has a length.
  FoundClip shortest(const Page& page, const std::string& target) {
    std::set<std::string> files = {target};
    for (const Profile& profile : project_.profiles) {
      if (profile.overlay.empty() || (!page.overlay_of.empty() && page.overlay_of != profile.id)) continue;
      const std::string own = profile.overlay + "/";
      if (target.starts_with(content)) files.insert(own + target.substr(content.size()));
      if (target.starts_with(own)) files.insert(std::string(content) + target.substr(own.size()));
    }
    FoundClip found;
    for (const std::string& file : files) {
      const auto& [name, length] = *lengths_.try_emplace(file, length_of(file)).first;
      if (length > 0 && (found.file.empty() || length < found.length)) found = {name, length};
    }
    return found;
  }

 private:
  static constexpr std::string_view content = "content/";

  /// 0: there is no such clip, or it does not say.
  long length_of(const std::string& file) {
    const auto& known = project_.files;
    if (lengths_.contains(file) || !std::binary_search(known.begin(), known.end(), file) || !is_clip(file))
      return 0;
    const Result<std::string> bytes = from_.files.read(from_.root / file);
    if (!bytes) report_unreadable(file, bytes.error(), diagnostics_);
    const ClipRead read = bytes ? read_clip(*bytes) : ClipRead(Clip{});
    const auto* clip = std::get_if<Clip>(&read);
    return clip == nullptr ? 0 : clip->milliseconds;
  }

  const Project& project_;
  const ClipFiles& from_;
  Diagnostics& diagnostics_;
  std::map<std::string, long> lengths_;  // of files from the project's root, in milliseconds
};

/// Authors write whole seconds: a text may end with the last one that the clip has begun.
bool is_late(const Part& cue, const FoundClip& clip) {
  const std::string_view from = attribute(cue.attributes, "from");
  const std::string_view to = attribute(cue.attributes, "to");
  if (from.empty() || to.empty()) return false;  // said when it was read
  const long last = (clip.length + second - 1) / second * second;
  return cue_milliseconds(from) >= clip.length || cue_milliseconds(to) > last;
}

/// The first text that comes too late, with the number of the others: a wrong clip is one cause.
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
  diagnostics.add("cue-after-end", std::move(where), std::move(message)).about = {std::string(clip.file)};
}

}  // namespace

void check_captions(const Project& project, const ProgramOf& programs, const ClipFiles& from,
                    Diagnostics& diagnostics) {
  NamedClips clips(project, from, diagnostics);
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Program& program = programs(index);
    for (const ComponentUse& use : program.components) {
      const std::string_view source = attribute(use.root.attributes, "src");
      if (source.empty() || parts_with(use.root, "cue").empty()) continue;
      const std::string target = normalise_path(fmt::format("{}{}", folder_of(program.file), source));
      const FoundClip clip = clips.shortest(project.pages[index], target);
      if (!clip.file.empty()) check_component(program, use.root, clip, diagnostics);
    }
  }
}

}  // namespace tailorbird
