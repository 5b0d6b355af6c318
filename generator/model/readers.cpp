#include "model/readers.hpp"

#include <algorithm>
#include <map>

namespace tailorbird {
namespace {

constexpr std::size_t most_kinds = 1'000'000;

/// The values of one dimension, grouped: no condition distinguishes the values of a group.
struct Classes {
  std::size_t dimension = 0;
  std::vector<ValueSet> sets;
};

class ReaderSearch {
 public:
  ReaderSearch(const ReaderSet& space, const Conjunction& met, const std::vector<Conjunction>& unmet)
      : met_(met), unmet_(unmet), further_(space.further), reader_{space.possible} {
    std::map<std::size_t, std::vector<ValueSet>> atoms;
    const auto add = [&](const Conjunction& all) {
      for (const Condition& condition : all) {
        for (const Atom& atom : condition.atoms) atoms[atom.dimension].push_back(atom.values);
      }
    };
    add(met);
    add(further_);
    for (const Conjunction& all : unmet) add(all);
    for (const auto& [dimension, sets] : atoms)
      dimensions_.push_back({dimension, split(space.possible[dimension], sets)});
  }

  bool too_many() const {
    std::size_t kinds = 1;
    for (const Classes& one : dimensions_) kinds = std::min(kinds * one.sets.size(), most_kinds + 1);
    return kinds > most_kinds;
  }

  std::optional<ReaderSet> find() {
    if (nobody(reader_) || too_many()) return std::nullopt;
    return search(0) ? std::optional(reader_) : std::nullopt;
  }

 private:
  static std::vector<ValueSet> split(ValueSet possible, const std::vector<ValueSet>& sets) {
    std::vector<ValueSet> classes = {possible};
    for (const ValueSet set : sets) {
      const std::size_t before = classes.size();
      for (std::size_t index = 0; index < before; ++index) {
        const ValueSet inside = classes[index] & set;
        if (inside == 0 || inside == classes[index]) continue;
        classes.push_back(classes[index] & ~set);
        classes[index] = inside;
      }
    }
    return classes;
  }

  bool search(std::size_t depth) {
    if (depth == dimensions_.size()) return fits();
    ValueSet& possible = reader_.possible[dimensions_[depth].dimension];
    const ValueSet before = possible;
    for (const ValueSet set : dimensions_[depth].sets) {
      possible = set;
      if (search(depth + 1)) return true;
    }
    possible = before;
    return false;
  }

  bool holds(const Condition& condition) const { return decide(condition, reader_) == Verdict::holds; }
  bool holds(const Conjunction& all) const {
    return std::all_of(all.begin(), all.end(), [this](const Condition& one) { return holds(one); });
  }
  bool fits() const {
    return holds(met_) && holds(further_) &&
           std::none_of(unmet_.begin(), unmet_.end(), [this](const Conjunction& all) { return holds(all); });
  }

  const Conjunction& met_;
  const std::vector<Conjunction>& unmet_;
  const Conjunction& further_;
  ReaderSet reader_;
  std::vector<Classes> dimensions_;
};

}  // namespace

std::optional<ReaderSet> find_reader(const ReaderSet& space, const Conjunction& met,
                                     const std::vector<Conjunction>& unmet) {
  return ReaderSearch(space, met, unmet).find();
}

Verdict decide_by_trying(const Condition& condition, const ReaderSet& space) {
  const Conjunction one = {condition};
  const std::vector<Conjunction> none;
  ReaderSearch meeting(space, one, none);
  if (meeting.too_many()) return Verdict::open;
  if (!meeting.find()) return Verdict::fails;
  const Conjunction nothing;
  const std::vector<Conjunction> not_it = {one};
  return ReaderSearch(space, nothing, not_it).find() ? Verdict::open : Verdict::holds;
}

}  // namespace tailorbird
