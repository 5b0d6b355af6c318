#include "read/pages/pictures.hpp"

#include <algorithm>
#include <array>

#include "base/parallel.hpp"
#include "base/strings.hpp"
#include "read/pages/drawing.hpp"
#include "read/pages/picture_size.hpp"

namespace tailorbird {
namespace {

constexpr auto endings = std::to_array<std::string_view>({".gif", ".jpeg", ".jpg", ".png", ".svg"});

// A page for a phone has no use for more; its size is not worth the reading.
constexpr std::uint64_t largest = std::uint64_t{16} << 20U;

bool is_picture(std::string_view file) {
  const std::string name = ascii_lower(file);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

Picture read_picture(const fs::path& path) {
  const auto bytes = read_file(path, largest);
  if (!bytes) return {};
  if (ascii_lower(path.string()).ends_with(".svg")) return read_svg(*bytes);
  const auto size = picture_size(*bytes);
  return size ? Picture{size->width, size->height, {}, {}} : Picture{};
}

}  // namespace

std::map<std::string, Picture, std::less<>> read_pictures(const fs::path& root,
                                                          const std::vector<std::string>& files,
                                                          unsigned jobs) {
  std::vector<std::string> wanted;
  std::copy_if(files.begin(), files.end(), std::back_inserter(wanted), is_picture);
  std::vector<Picture> read(wanted.size());
  parallel_for(wanted.size(), jobs,
               [&](std::size_t index) { read[index] = read_picture(root / wanted[index]); });
  std::map<std::string, Picture, std::less<>> pictures;
  for (std::size_t index = 0; index < wanted.size(); ++index) {
    if (read[index].width > 0) pictures.emplace(wanted[index], std::move(read[index]));
  }
  return pictures;
}

}  // namespace tailorbird
