#pragma once
// Dimensions of tailoring, conditions on them, and the readers that an edition is for. C++ knows none of the
// values: they come from content/site.yaml.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/learning.hpp"
#include "model/localized.hpp"

namespace tailorbird {

/// A set of values of one dimension: bit i is value i. A dimension has at most 64 values.
using ValueSet = std::uint64_t;

struct DimensionValue {
  std::string id;       // "manager"
  LocalizedText label;  // "Manager"
  LocalizedText when;   // "If you are the manager"; empty: made from the labels
  std::string region;   // "BE": readers with this value get the texts keyed "nl-BE"; empty: no region
  Tracking tracking =
      Tracking::place;  // the most that is reported to a learning system about such readers by default
};

struct Dimension {
  std::string id;          // "audience"
  LocalizedText label;     // "Your role"
  LocalizedText question;  // "Who are you?"; empty: the label
  bool ordered = false;    // values are in sequence, like phases
  std::vector<DimensionValue> values;

  ValueSet all() const;
  /// The index of a value by id, or -1.
  int find(std::string_view value) const;
};

/// An atom of a condition: the dimension must have one of the values.
struct Atom {
  std::uint16_t dimension = 0;  // index in Site::dimensions
  ValueSet values = 0;
  auto operator<=>(const Atom&) const = default;
};

/// A condition: all atoms hold (`.only`) or, negated, not all of them do (`.except`). At most one atom per
/// dimension, sorted by dimension. Without atoms it always holds.
struct Condition {
  bool negated = false;
  std::vector<Atom> atoms;

  bool always() const { return atoms.empty() && !negated; }
  auto operator<=>(const Condition&) const = default;
};

/// A set of readers: per dimension, the values that are possible. A dimension with one value is fixed; one
/// with several is open, the reader's choice.
struct ReaderSet {
  std::vector<ValueSet> possible;  // by dimension index
  /// Further conditions that these readers meet and a product of sets cannot express: `.except` with several
  /// open dimensions.
  std::vector<Condition> further = {};

  bool fixed(std::size_t dimension) const;
  auto operator<=>(const ReaderSet&) const = default;
};

enum class Verdict : std::uint8_t { holds, fails, open };

/// Decides `condition` for all readers of `space`: holds for all, fails for all, or open: the reader's choice
/// decides.
Verdict decide(const Condition& condition, const ReaderSet& space);

/// The residual of an open condition: equivalent for every reader of `space`, but with only the atoms of open
/// dimensions, and their values restricted to the possible ones.
Condition residual(const Condition& condition, const ReaderSet& space);

/// The readers of `space` for whom `condition` holds.
ReaderSet narrowed(ReaderSet space, const Condition& condition);

/// Whether `space` is empty: some dimension has no possible value.
bool nobody(const ReaderSet& space);

}  // namespace tailorbird
