#include "read/pages/pictures.hpp"

#include <algorithm>
#include <array>

#include "base/parallel.hpp"
#include "base/strings.hpp"
#include "read/pages/drawing.hpp"
#include "read/pages/picture_size.hpp"
#include "read/unreadable.hpp"

namespace tailorbird {
namespace {

constexpr auto endings = std::to_array<std::string_view>({".gif", ".jpeg", ".jpg", ".png", ".svg"});

bool is_picture(std::string_view file) {
  const std::string name = ascii_lower(file);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

/// Of a picture that is read: its bytes are no picture when its width is 0.
Picture picture_of(const std::string& name, std::string_view bytes) {
  if (ascii_lower(name).ends_with(".svg")) return read_svg(bytes);
  const auto size = picture_size(bytes);
  return size ? Picture{size->width, size->height, {}, {}} : Picture{};
}

}  // namespace

PicturesRead read_pictures(const fs::path& root, const std::vector<std::string>& names, unsigned jobs,
                           const Files& files) {
  std::vector<std::string> wanted;
  std::copy_if(names.begin(), names.end(), std::back_inserter(wanted), is_picture);
  std::vector<Result<Picture>> read(wanted.size(), Picture{});
  parallel_for(wanted.size(), jobs, [&](std::size_t index) {
    const Result<std::string> bytes = files.read(root / wanted[index]);
    read[index] = bytes ? Result(picture_of(wanted[index], *bytes)) : Result<Picture>(bytes.error());
  });
  PicturesRead result;
  for (std::size_t index = 0; index < wanted.size(); ++index) {
    if (!read[index]) {
      report_unreadable(wanted[index], read[index].error(), result.diagnostics);
    } else if (read[index]->width > 0) {
      result.pictures.emplace(wanted[index], *std::move(read[index]));
    }
  }
  return result;
}

}  // namespace tailorbird
