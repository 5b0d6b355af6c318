#include "components/media.hpp"

#include <cmath>
#include <fmt/format.h>
#include <string>

#include "base/strings.hpp"
#include "components/part_values.hpp"

namespace tailorbird {

std::int64_t cue_milliseconds(std::string_view time) {
  double seconds = 0;
  for (const std::string_view part : split(time, ':')) seconds = seconds * 60 + std::stod(std::string(part));
  return std::lround(seconds * 1000);
}

void check_cues(const ComponentCheck& check) {
  std::int64_t last_end = 0;
  for (const Part* cue : parts_with(check.use.root, "cue")) {
    const std::string_view from = attribute(cue->attributes, "from");
    const std::string_view to = attribute(cue->attributes, "to");
    if (from.empty() || to.empty()) continue;  // reported when it was read
    if (cue_milliseconds(to) <= cue_milliseconds(from)) {
      check.at(*cue, "to", "cue-time", fmt::format("this text ends at {} and begins at {}", to, from),
               "write the earlier time first");
    } else if (cue_milliseconds(from) < last_end) {
      check.at(*cue, "from", "cue-time",
               fmt::format("this text begins at {}, before the one above it ends", from),
               "let each text begin when the one before it has ended");
    }
    last_end = cue_milliseconds(to);
  }
}

}  // namespace tailorbird
