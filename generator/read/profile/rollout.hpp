#pragma once
// `rollout` of a profile: who brings the guidance in, when, and the words of its roll-out kit.

#include "model/profile.hpp"
#include "read/schema/schema_fields.hpp"

namespace tailorbird {

const Shape& rollout_shape();

/// What the map says, for the key `key`. Unknown keys are reported.
Rollout read_rollout(const YamlNode& map, std::string_view key, ReadContext& reading);

/// The bundle of the kit: for those who bring the guidance in, whoever the organisation's readers are.
Bundle kit_bundle(const Profile& profile, const ReaderSet& readers);

}  // namespace tailorbird
