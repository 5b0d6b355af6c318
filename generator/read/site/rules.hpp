#pragma once
// Reads content/rules.yaml: the dates and numbers of laws, each defined once, so that all pages agree.

#include "model/site.hpp"
#include "read/schema/schema_fields.hpp"

namespace tailorbird {

/// Adds each rule to the variables of a site that has read its sources: `plan-due` of the group `nl` is
/// `rule.nl.plan-due`. The keys other than its value are for those who check it.
void read_rules(Site& site, const YamlNode& root, ReadContext& reading);

const Shape& rule_shape();

}  // namespace tailorbird
