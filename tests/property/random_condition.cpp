#include "property/random_condition.hpp"

namespace tailorbird::test {
namespace {

struct Demand {
  std::size_t dimension = 0;
  unsigned values = 0;  // bit i: value i
};

std::size_t value_index(std::size_t reader, std::size_t dimension) {
  for (std::size_t before = 0; before < dimension; ++before)
    reader /= site_dimensions()[before].values.size();
  return reader % site_dimensions()[dimension].values.size();
}

Readers who(const std::vector<Demand>& demands, bool is_except) {
  Readers readers;
  for (std::size_t reader = 0; reader < readers.size(); ++reader) {
    bool all = true;
    for (const Demand& demand : demands) {
      all = all && ((demand.values >> value_index(reader, demand.dimension)) & 1U) != 0;
    }
    readers[reader] = all != is_except;
  }
  return readers;
}

std::string values_text(const Demand& demand) {
  std::string text;
  const auto& values = site_dimensions()[demand.dimension].values;
  for (std::size_t at = 0; at < values.size(); ++at) {
    if (((demand.values >> at) & 1U) != 0) text += (text.empty() ? "" : " ") + values[at];
  }
  return text;
}

/// Not nobody and not everybody.
Demand random_demand(Random& random, std::size_t dimension) {
  const std::size_t all = (std::size_t{1} << site_dimensions()[dimension].values.size()) - 1;
  return {dimension, static_cast<unsigned>(random.between(1, all - 1))};
}

std::string attribute(const Demand& demand) {
  return " " + site_dimensions()[demand.dimension].id + "=\"" + values_text(demand) + "\"";
}

RandomCondition any_condition(Random& random) {
  const bool is_except = random.chance(35);
  std::string mark = is_except ? ".except" : ".only";
  std::vector<Demand> demands;
  std::size_t first = random.below(3);
  if (random.chance(10)) {
    demands = {{1, 1}};
    mark += " .early";
    first = random.below(4);
  } else if (random.chance(10)) {
    demands = {{0, 1}, {2, 1}};
    mark += " .dutch-manager";
    first = 3;
  }
  for (std::size_t dimension = first; dimension < 3; dimension += random.between(1, 3)) {
    if (!demands.empty() && demands[0].dimension == dimension) continue;  // the named condition says it
    demands.push_back(random_demand(random, dimension));
    mark += attribute(demands.back());
  }
  return {mark, who(demands, is_except)};
}

template <typename Make>
RandomCondition met_by_some(const Readers& within, const Make& make) {
  for (;;) {
    RandomCondition condition = make();
    if ((condition.readers & within).any()) return condition;
  }
}

}  // namespace

const std::vector<SiteDimension>& site_dimensions() {
  static const std::vector<SiteDimension> dimensions = {{"audience", {"manager", "employee", "hr"}},
                                                        {"phase", {"away", "plan", "back"}},
                                                        {"country", {"nl", "gb"}}};
  return dimensions;
}

std::string site_yaml() {
  return R"(languages: [en]
title: Made up
dimensions:
  audience:
    label: Your role
    values:
      manager: {label: Manager}
      employee: {label: Employee}
      hr: {label: HR}
  phase:
    label: Where things stand
    ordered: true
    values:
      away: {label: Away}
      plan: {label: Plan}
      back: {label: Back}
  country:
    label: Country
    values:
      nl: {label: The Netherlands}
      gb: {label: United Kingdom}
conditions:
  early: {phase: away}
  dutch-manager: {audience: manager, country: nl}
roles: {hr: Human resources, oh: Occupational physician}
checks:
  section-empty: off
)";
}

RandomCondition random_condition(Random& random, const Readers& within) {
  return met_by_some(within, [&] { return any_condition(random); });
}

RandomCondition random_only(Random& random, const Readers& within) {
  return met_by_some(within, [&] {
    const Demand demand = random_demand(random, random.below(3));
    return RandomCondition{".only" + attribute(demand), who({demand}, false)};
  });
}

RandomCondition random_front_matter(Random& random) {
  const Demand demand = random_demand(random, random.below(3));
  return {site_dimensions()[demand.dimension].id + ": " + values_text(demand), who({demand}, false)};
}

}  // namespace tailorbird::test
