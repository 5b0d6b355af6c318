#pragma once
// content/rules.yaml: the dates and numbers of laws, each once, so that all pages say the same.

#include "model/site.hpp"
#include "read/schema/schema_fields.hpp"

namespace tailorbird {

/// Adds each rule to the variables of a site that has read its sources: `plan-due` of the group `nl` is
/// `rule.nl.plan-due`. What else stands beside its value is for those who check it.
void read_rules(Site& site, const YamlNode& root, ReadContext& reading);

const Shape& rule_shape();

}  // namespace tailorbird
