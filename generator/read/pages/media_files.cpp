#include "read/pages/media_files.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/names.hpp"
#include "base/parallel.hpp"
#include "read/pages/clip_file.hpp"
#include "read/pages/drawing.hpp"
#include "read/pages/picture_size.hpp"
#include "read/unreadable.hpp"

namespace tailorbird {
namespace {

/// A file, and what is wrong with it. Browsers judge the type by the bytes, some hosts by the name.
struct Looked {
  Picture picture = {};
  Clip clip = {};
  std::string problem = {};  // empty: none
  std::string fix = {};      // empty: that of its code
  std::size_t bytes = 0;     // of the file
};

/// How large a file may be without a warning, in thousands of bytes: what a phone on a slow connection loads
/// before its user gives up.
constexpr std::size_t heaviest_picture = 500;
constexpr std::size_t heaviest_clip = 5000;

/// The kind of file that an extension stands for, with one spelling for each kind.
std::string_view kind_of_name(const std::string& name) {
  const std::string_view ending = file_type(name)->ending;
  return ending == "jpeg" ? "jpg" : ending;
}

/// The kind of a picture or clip by its first bytes; empty: none that is known.
std::string_view kind_of_bytes(std::string_view bytes) {
  const std::string_view picture = picture_kind(bytes);
  return picture.empty() ? clip_kind(bytes) : picture;
}

/// Whether this is a Git LFS pointer, which stands in for a large file until that is fetched.
bool is_pointer(std::string_view bytes) { return bytes.starts_with("version https://git-lfs.github.com/"); }

Looked look_at_picture(std::string_view kind, std::string_view bytes) {
  if (kind == "svg") return {.picture = read_svg(bytes)};
  const auto size = picture_size(bytes);
  if (!size) return {.problem = "the picture is cut short"};
  return {.picture = {size->width, size->height, {}, {}}};
}

Looked look_at_clip(std::string_view bytes) {
  const ClipRead read = read_clip(bytes);
  if (const auto* clip = std::get_if<Clip>(&read)) return {.clip = *clip};
  return {.problem = std::get<std::string>(read)};
}

Looked look_at(const std::string& name, std::string_view bytes) {
  const std::string_view noun = is_picture(name) ? "picture" : "clip";
  const std::string_view wanted = kind_of_name(name);
  const std::string_view kind = kind_of_bytes(bytes);
  if (bytes.empty()) return {.problem = fmt::format("the {} is empty", noun)};
  if (is_pointer(bytes)) {
    return {.problem = fmt::format("Git has not fetched the {} yet, this is a pointer to it", noun),
            .fix = "run `git lfs pull`"};
  }
  if (!kind.empty() && kind != wanted) {
    return {.problem = fmt::format("its name says {}, its bytes say {}", wanted, kind)};
  }
  if (kind.empty() && wanted != "svg")
    return {.problem = fmt::format("this is not a valid {} {}", wanted, noun)};
  return is_picture(name) ? look_at_picture(wanted, bytes) : look_at_clip(bytes);
}

void report_weight(const std::string& name, std::size_t bytes, Diagnostics& diagnostics) {
  const std::size_t most = is_clip(name) ? heaviest_clip : heaviest_picture;
  if (bytes <= most * 1000) return;
  diagnostics.add("media-heavy", {name, {}, 0},
                  fmt::format("this {} has {} KB; more than {} KB make readers wait",
                              is_clip(name) ? "clip" : "picture", (bytes + 999) / 1000, most));
}

}  // namespace

MediaRead read_media(const fs::path& root, const std::vector<std::string>& names, unsigned jobs,
                     const Files& files) {
  std::vector<std::string> wanted;
  std::copy_if(names.begin(), names.end(), std::back_inserter(wanted),
               [](const std::string& name) { return is_picture(name) || is_clip(name); });
  std::vector<Result<Looked>> looked(wanted.size(), Looked{});
  parallel_for(wanted.size(), jobs, [&](std::size_t index) {
    const Result<std::string> bytes = files.read(root / wanted[index]);
    looked[index] = bytes ? Result(look_at(wanted[index], *bytes)) : Result<Looked>(bytes.error());
    if (bytes) looked[index]->bytes = bytes->size();
  });
  MediaRead result;
  for (std::size_t index = 0; index < wanted.size(); ++index) {
    const std::string& name = wanted[index];
    Result<Looked>& file = looked[index];
    if (!file) {
      report_unreadable(name, file.error(), result.diagnostics);
      continue;
    }
    if (!file->problem.empty()) {
      result.diagnostics.add(is_clip(name) ? "clip-broken" : "picture-broken", {name, {}, 0}, file->problem,
                             file->fix);
      continue;
    }
    report_weight(name, file->bytes, result.diagnostics);
    if (file->picture.width > 0) result.pictures.emplace(name, std::move(file->picture));
    if (file->clip.milliseconds > 0) result.clips.emplace(name, file->clip.milliseconds);
  }
  return result;
}

}  // namespace tailorbird
