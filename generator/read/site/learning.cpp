#include "read/site/learning.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace tailorbird {
namespace {

void read_edition(LearningSettings& settings, const YamlNode& value, const FieldInfo& info,
                  ReadContext& reading) {
  if (value.kind == YamlNode::Kind::scalar && (value.text == "3" || value.text == "4")) {
    settings.scorm2004_edition = value.text == "3" ? 3 : 4;
  } else {
    report_wrong_type(value, info.key, "3 or 4", reading);
  }
}

constexpr auto scorm_fields = std::to_array<Field<LearningSettings>>({
    {{"edition", Kind::count, Need::optional, "of SCORM 2004: 4 (default), or 3 for older learning systems",
      nullptr, Names::any, edition_choices},
     read_edition},
});

}  // namespace

const Shape& scorm_shape() {
  static const Shape shape =
      shape_of<LearningSettings>("scorm", "Packages for learning systems", scorm_fields);
  return shape;
}

void read_completion(LearningSettings& settings, const YamlNode& value, const FieldInfo& info,
                     ReadContext& reading) {
  constexpr auto rules = std::to_array({Completion::core, Completion::done, Completion::either});
  const auto* const rule = std::find_if(rules.begin(), rules.end(), [&](Completion one) {
    return value.kind == YamlNode::Kind::scalar && completion_word(one) == value.text;
  });
  if (rule == rules.end()) {
    report_wrong_type(value, info.key, "core, done or either", reading);
  } else {
    settings.completion = *rule;
  }
}

std::optional<Tracking> read_tracking(const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const auto* const word = std::find(tracking_words.begin(), tracking_words.end(), value.text);
  if (value.kind != YamlNode::Kind::scalar || word == tracking_words.end()) {
    report_wrong_type(value, info.key, "status, place or pages", reading);
    return std::nullopt;
  }
  return static_cast<Tracking>(word - tracking_words.begin());
}

void read_scorm(LearningSettings& settings, const YamlNode& value, const FieldInfo& info,
                ReadContext& reading) {
  read_map<LearningSettings>(settings, value, {fmt::format("`{}`", info.key), reading.range(value)},
                             scorm_fields, reading);
}

}  // namespace tailorbird
