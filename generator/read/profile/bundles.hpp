#pragma once
// Reads the bundles of a profile, and the readers that its facts, `fixed` and `narrow` leave.

#include <optional>
#include <string>
#include <vector>

#include "model/profile.hpp"
#include "read/schema/schema_fields.hpp"

namespace tailorbird {

const Shape& bundle_shape();

/// `before` with only the values that `map` ({audience: manager}) names, for the key `key`. Nothing, and
/// the reason reported, when it cannot be read, leaves nobody, or (`one_each`) names several values of a
/// dimension. `settled`, if not null, is the map that settled some dimensions before, for the message.
struct Narrowing {
  std::string_view key;
  bool one_each = true;
  const YamlNode* settled = nullptr;
};
std::optional<ReaderSet> narrowed_by(const ReaderSet& before, const YamlNode& map, const Narrowing& how,
                                     ReadContext& reading);

/// What reading bundles requires of their profile.
struct BundleContext {
  ReaderSet space;                     // after the facts
  const YamlNode* facts = nullptr;     // null: none
  std::vector<std::string> languages;  // of the profile
  std::vector<std::string> formats;    // the known formats; empty: not checked
  LearningSettings learning;           // of the profile
};

/// Reads the bundles of `list`. Those whose readers are uncertain are left out.
std::vector<Bundle> read_bundles(const YamlNode& list, const BundleContext& context, ReadContext& reading);

/// The words of `value` as languages of the site; unknown ones are reported.
std::vector<std::string> read_site_languages(const YamlNode& value, std::string_view key,
                                             ReadContext& reading);

}  // namespace tailorbird
