#include "read/pages/pictures.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/names.hpp"
#include "base/parallel.hpp"
#include "read/pages/drawing.hpp"
#include "read/pages/picture_size.hpp"
#include "read/unreadable.hpp"

namespace tailorbird {
namespace {

/// A picture, and what is wrong with it: browsers go by the bytes, some hosts by the name.
struct Looked {
  Picture picture;
  std::string problem;  // empty: none
};

Looked look_at(const std::string& name, std::string_view bytes) {
  const std::string_view wanted = file_type(name)->ending == "jpeg" ? "jpg" : file_type(name)->ending;
  const std::string_view kind = picture_kind(bytes);
  if (bytes.empty()) return {{}, "the picture is empty"};
  if (!kind.empty() && kind != wanted) return {{}, fmt::format("its name says {}, it is a {}", wanted, kind)};
  if (wanted == "svg") return {read_svg(bytes), {}};
  if (kind.empty()) return {{}, fmt::format("it is no {} picture", wanted)};
  const auto size = picture_size(bytes);
  if (!size) return {{}, "the picture is cut short"};
  return {{size->width, size->height, {}, {}}, {}};
}

}  // namespace

PicturesRead read_pictures(const fs::path& root, const std::vector<std::string>& names, unsigned jobs,
                           const Files& files) {
  std::vector<std::string> wanted;
  std::copy_if(names.begin(), names.end(), std::back_inserter(wanted), is_picture);
  std::vector<Result<Looked>> looked(wanted.size(), Looked{});
  parallel_for(wanted.size(), jobs, [&](std::size_t index) {
    const Result<std::string> bytes = files.read(root / wanted[index]);
    looked[index] = bytes ? Result(look_at(wanted[index], *bytes)) : Result<Looked>(bytes.error());
  });
  PicturesRead result;
  for (std::size_t index = 0; index < wanted.size(); ++index) {
    const std::string& name = wanted[index];
    if (!looked[index]) {
      report_unreadable(name, looked[index].error(), result.diagnostics);
    } else if (!looked[index]->problem.empty()) {
      result.diagnostics.add("picture-broken", {name, {}, 0}, looked[index]->problem);
    } else if (looked[index]->picture.width > 0) {
      result.pictures.emplace(name, std::move(looked[index]->picture));
    }
  }
  return result;
}

}  // namespace tailorbird
