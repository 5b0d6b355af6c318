#pragma once
// Reads the `rollout` of a profile: who introduces the guidance and when, and the words of its roll-out kit.

#include "model/profile.hpp"
#include "read/schema/schema_fields.hpp"

namespace tailorbird {

const Shape& rollout_shape();

/// Reads `map`, the value of `key`. Unknown keys are reported.
Rollout read_rollout(const YamlNode& map, std::string_view key, ReadContext& reading);

/// The bundle of the kit: for those who introduce the guidance, whoever the organisation's readers are.
Bundle kit_bundle(const Profile& profile, const ReaderSet& readers);

}  // namespace tailorbird
