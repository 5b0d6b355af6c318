#pragma once
// What is reported to a learning management system (LMS) about a reader, and when a bundle counts as
// completed.

#include <array>
#include <cstdint>
#include <optional>
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

/// What is reported besides "started" and "completed". Each level includes the ones before it.
enum class Tracking : std::uint8_t {
  status,  // nothing
  place,   // the reader's page, unless it reveals something about the reader, and the time spent
  pages,   // which pages were opened
};

/// The key in site.yaml and profiles, and the word for the script, by level.
inline constexpr auto tracking_words = std::to_array<std::string_view>({"status", "place", "pages"});

constexpr std::string_view tracking_word(Tracking tracking) {
  return tracking_words[static_cast<std::size_t>(tracking)];
}

struct LearningSettings {
  Completion completion = Completion::either;
  std::optional<Tracking> tracking;  // nothing: the default of the dimensions' values (tracking_of)
  int scorm2004_edition = 4;         // 3 or 4
  bool operator==(const LearningSettings&) const = default;
};

}  // namespace tailorbird
