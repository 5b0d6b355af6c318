#pragma once
// The small project that `tailorbird init` makes: enough to build, to read and to change.

#include <span>
#include <string_view>

namespace tailorbird {

struct SkeletonFile {
  std::string_view path;  // from the project's root
  std::string_view text;
};

std::span<const SkeletonFile> skeleton_files();

}  // namespace tailorbird
