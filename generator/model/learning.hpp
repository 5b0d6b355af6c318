#pragma once
// What a learning system (LMS) is told about a reader: nothing but started, completed, the place and the
// time.

#include <cstdint>
#include <string_view>

namespace tailorbird {

/// When a bundle counts as completed.
enum class Completion : std::uint8_t {
  core,    // all pages with `core: true` were opened
  done,    // the reader pressed "I am done"
  either,  // whichever comes first
};

/// The key in site.yaml and profiles, and the word for the script.
constexpr std::string_view completion_word(Completion completion) {
  switch (completion) {
    case Completion::core:
      return "core";
    case Completion::done:
      return "done";
    case Completion::either:
      return "either";
  }
  return {};
}

struct LearningSettings {
  Completion completion = Completion::either;
  int scorm2004_edition = 4;  // 3 or 4
  bool operator==(const LearningSettings&) const = default;
};

}  // namespace tailorbird
