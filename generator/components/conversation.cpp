// A conversation to practise. The steps form a graph: each choice leads to a step or to the summary.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

#include "components/all_components.hpp"
#include "components/part_values.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

// The appearance of the speaker in the theme's drawings.
constexpr AttributeSpec portrait = {.name = "portrait",
                                    .kind = AttributeSpec::Kind::choice,
                                    .choices = "beard bob curls glasses headscarf vest"};
constexpr auto attributes = std::to_array<AttributeSpec>({
    {.name = "title", .required = true},
    portrait,
    // In learning systems: a core page counts as read when the reader has completed this.
    {.name = "counts", .kind = AttributeSpec::Kind::choice, .choices = "core"},
});
constexpr auto step_attributes = std::to_array<AttributeSpec>({
    portrait,
    {.name = "clip", .kind = AttributeSpec::Kind::file, .choices = "mp3"},
});
constexpr auto choice_attributes = std::to_array<AttributeSpec>({
    {.name = "rate", .kind = AttributeSpec::Kind::choice, .required = true, .choices = "better mixed worse"},
    {.name = "next"},
    {.name = "feels",
     .kind = AttributeSpec::Kind::choice,
     .choices = "heard relieved safe respected unsure uneasy alone hurt pressed angry"},
});
constexpr auto choice_parts = std::to_array<PartSpec>({
    {.role = "words", .from = PartFrom::first_paragraph, .least = 1, .most = 1},
});
constexpr auto step_parts = std::to_array<PartSpec>({
    {.role = "choice", .least = 1, .attributes = choice_attributes, .children = choice_parts},
});
constexpr auto parts = std::to_array<PartSpec>({
    {.role = "step", .least = 1, .attributes = step_attributes, .children = step_parts},
    {.role = "summary", .least = 1, .most = 1},
});

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// The graph of the steps. The summary is the node after the last step.
class Paths {
 public:
  explicit Paths(const ComponentCheck& check) : check_(check), steps_(parts_with(check.use.root, "step")) {
    for (const Part* step : steps_) ids_.push_back(step->id);
    for (std::size_t index = 0; index < steps_.size(); ++index) ways_.push_back(ways_from(index));
  }

  void report() const {
    bool all_known = true;
    for (const Part* step : steps_) all_known = report_choices(*step) && all_known;
    if (all_known) report_ways();
  }

 private:
  void report_ways() const {
    if (!report_endless()) report_unreachable();
  }

  /// Reports the steps from which the conversation never ends. Returns whether there are any: they may be the
  /// reason why other steps are unreachable.
  bool report_endless() const {
    const std::vector<bool> reached = reachable();
    const std::vector<bool> ending = can_end();
    bool any = false;
    for (std::size_t index = 0; index < steps_.size(); ++index) {
      if (!reached[index] || ending[index]) continue;
      any = true;
      check_.at(*steps_[index], {}, "conversation-endless",
                fmt::format("no choices lead from the step `{}` to the summary", steps_[index]->id),
                "let a choice go on to another step, or leave out its `next` in the last step");
    }
    return any;
  }

  void report_unreachable() const {
    const std::vector<bool> reached = reachable();
    for (std::size_t index = 0; index < steps_.size(); ++index) {
      if (reached[index]) continue;
      check_.at(*steps_[index], {}, "conversation-step-unreachable",
                fmt::format("no choice leads to the step `{}`", steps_[index]->id),
                "name it as the `next` of a choice, or remove it");
    }
  }

  /// The targets of the choices of a step. After a worse choice the reader tries again.
  std::vector<std::size_t> ways_from(std::size_t index) const {
    std::vector<std::size_t> ways;
    for (const Part* choice : parts_with(*steps_[index], "choice")) {
      const std::string_view next = attribute(choice->attributes, "next");
      if (next.empty()) {
        if (attribute(choice->attributes, "rate") != "worse") ways.push_back(index + 1);
        continue;
      }
      const auto named = std::find(ids_.begin(), ids_.end(), next);
      if (named != ids_.end()) ways.push_back(static_cast<std::size_t>(named - ids_.begin()));
    }
    return ways;
  }

  std::vector<bool> reachable() const {
    std::vector<bool> seen(steps_.size() + 1, false);
    std::vector<std::size_t> waiting = {0};
    while (!waiting.empty()) {
      const std::size_t at = waiting.back();
      waiting.pop_back();
      if (seen[at]) continue;
      seen[at] = true;
      if (at < ways_.size()) waiting.insert(waiting.end(), ways_[at].begin(), ways_[at].end());
    }
    return seen;
  }

  std::vector<bool> can_end() const {
    std::vector<bool> ending(steps_.size() + 1, false);
    ending[steps_.size()] = true;
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t index = steps_.size(); index-- > 0;) {
        const bool leads = std::any_of(ways_[index].begin(), ways_[index].end(),
                                       [&](std::size_t way) { return ending[way]; });
        if (!leads || ending[index]) continue;
        ending[index] = true;
        changed = true;
      }
    }
    return ending;
  }

  /// The fix for a `next` that is not a step, such as one with the `#` of the step's declaration.
  std::string without_sign(std::string_view next) const {
    const std::string_view id = next.starts_with('#') ? next.substr(1) : next;
    const bool is_step = std::find(ids_.begin(), ids_.end(), id) != ids_.end();
    return is_step ? fmt::format("take out the `#`: `next=\"{}\"`", id) : suggestion(id, ids_);
  }

  /// False, with a diagnostic, when a choice leads to a step that does not exist.
  bool report_choices(const Part& step) const {
    bool better = false;
    bool known = true;
    for (const Part* choice : parts_with(step, "choice")) {
      better = better || attribute(choice->attributes, "rate") == "better";
      const std::string_view next = attribute(choice->attributes, "next");
      if (next.empty() || std::find(ids_.begin(), ids_.end(), next) != ids_.end()) continue;
      known = false;
      check_.at(*choice, "next", "conversation-next-missing", fmt::format("no step `{}`", next),
                without_sign(next));
    }
    if (!better) {
      check_.at(step, {}, "conversation-without-better",
                fmt::format("the step `{}` has no better choice", step.id),
                "rate one of its choices `better`, or add one");
    }
    return known;
  }

  const ComponentCheck& check_;
  std::vector<const Part*> steps_;
  std::vector<std::string> ids_;
  std::vector<std::vector<std::size_t>> ways_;
};

void check(const ComponentCheck& check) {
  if (!parts_with(check.use.root, "step").empty()) Paths(check).report();
}

/// Sets the target of each choice in this edition: the next step replaces one that was left out. Steps that
/// name no speaker get that of the conversation.
void prepare(TailoredPart& component, const ComponentContext&) {
  std::vector<TailoredPart*> steps;
  for (TailoredPart& child : component.children) {
    if (child.role == "step") steps.push_back(&child);
  }
  const std::string speaker(attribute(component.attributes, "portrait"));
  for (std::size_t index = 0; index < steps.size(); ++index) {
    if (!speaker.empty() && attribute(steps[index]->attributes, "portrait").empty())
      set_attribute(steps[index]->attributes, "portrait", speaker);
    for (TailoredPart& choice : steps[index]->children) {
      if (choice.role != "choice") continue;
      const std::string_view next = attribute(choice.attributes, "next");
      const bool again = next.empty() && attribute(choice.attributes, "rate") == "worse";
      const auto named =
          std::find_if(steps.begin(), steps.end(), [&](const auto* one) { return one->id == next; });
      const std::size_t following = index + 1 < steps.size() ? index + 1 : nowhere;
      const bool found = !next.empty() && named != steps.end();
      const std::size_t to = found ? static_cast<std::size_t>(named - steps.begin()) : following;
      set_attribute(choice.attributes, "to", to == nowhere ? "end" : steps[to]->id);
      set_attribute(choice.attributes, "to-number", to == nowhere ? "" : std::to_string(to + 1));
      set_attribute(choice.attributes, "again", again ? "true" : "");
    }
  }
}

}  // namespace

const ComponentSpec conversation_component = {
    .name = "conversation",
    .summary = "Practice with choices, and why each is better, mixed or worse",
    .needs_script = true,
    .needs_id = true,
    .attributes = attributes,
    .parts = parts,
    .check = check,
    .prepare = prepare,
};

}  // namespace tailorbird
