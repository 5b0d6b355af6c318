#pragma once
// Reads the settings for learning management systems (`completion`, `tracking`, `scorm`), which site.yaml,
// profiles and bundles share.

#include "model/learning.hpp"
#include "read/schema/schema_fields.hpp"

namespace tailorbird {

// The values of each key, for the readers below and for schemas.
inline constexpr std::string_view completion_choices = "core done either";
inline constexpr std::string_view tracking_choices = "status place pages";
inline constexpr std::string_view edition_choices = "3 4";

const Shape& scorm_shape();

/// `completion: core`, `done` or `either`.
void read_completion(LearningSettings& settings, const YamlNode& value, const FieldInfo& info,
                     ReadContext& reading);

/// `tracking: status`, `place` or `pages`; nothing, and a diagnostic, for anything else.
std::optional<Tracking> read_tracking(const YamlNode& value, const FieldInfo& info, ReadContext& reading);

/// `scorm: {edition: 3}`.
void read_scorm(LearningSettings& settings, const YamlNode& value, const FieldInfo& info,
                ReadContext& reading);

}  // namespace tailorbird
