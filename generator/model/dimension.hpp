#pragma once
// Dimensions of tailoring, conditions on them, and the space of readers an edition is for.
// No value is known to C++: they come from content/site.yaml.

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
  std::string region;   // "BE": readers of this value get the texts keyed "nl-BE"; empty: none of its own
  Tracking tracking = Tracking::place;  // the most that a learning system is told of such readers unasked
};

struct Dimension {
  std::string id;          // "audience"
  LocalizedText label;     // "Your role"
  LocalizedText question;  // "Who are you?"; empty: the label
  bool ordered = false;    // values follow each other, as phases do
  std::vector<DimensionValue> values;

  ValueSet all() const;
  /// The index of a value by id, or -1.
  int find(std::string_view value) const;
};

/// One dimension must have one of the values.
struct Atom {
  std::uint16_t dimension = 0;  // index in Site::dimensions
  ValueSet values = 0;
  auto operator<=>(const Atom&) const = default;
};

/// All atoms hold (`.only`), or, negated, not all of them do (`.except`). At most one atom for each
/// dimension, sorted by dimension. Without atoms it always holds.
struct Condition {
  bool negated = false;
  std::vector<Atom> atoms;

  bool always() const { return atoms.empty() && !negated; }
  auto operator<=>(const Condition&) const = default;
};

/// Which readers an edition is for: per dimension, the values that are still possible. A dimension with
/// one value is fixed; with several it is the reader's choice.
struct ReaderSet {
  std::vector<ValueSet> possible;  // by dimension index
  /// What holds for them besides, and a product of sets cannot say: `.except` with several open dimensions.
  std::vector<Condition> further = {};

  bool fixed(std::size_t dimension) const;
  auto operator<=>(const ReaderSet&) const = default;
};

enum class Verdict : std::uint8_t { holds, fails, open };

/// Decides `condition` for all readers of `space`: holds for each, fails for each, or open: the reader's
/// choice decides.
Verdict decide(const Condition& condition, const ReaderSet& space);

/// What is left of an open condition once the fixed dimensions are taken out: the same answer for every
/// reader of `space`, with only undecided atoms, their values cut down to the possible ones.
Condition residual(const Condition& condition, const ReaderSet& space);

/// The readers of `space` for whom `condition` holds.
ReaderSet narrowed(ReaderSet space, const Condition& condition);

/// Whether some dimension has no possible value left: nobody.
bool nobody(const ReaderSet& space);

}  // namespace tailorbird
