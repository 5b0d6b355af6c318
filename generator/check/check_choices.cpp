// Reports conversations whose better choice can be guessed. A reader who notices that it is always the last
// or the longest one learns nothing else.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <string>
#include <vector>

#include "check/all_checks.hpp"
#include "components/component.hpp"
#include "components/part_values.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

struct Choice {
  bool is_better = false;
  std::size_t length = 0;  // of its words in characters, including those under conditions
};

/// A step of a conversation with something to choose.
struct Moment {
  SourceRange where;
  std::vector<Choice> choices;
};

/// A rule for choosing without reading. `guess` returns the index of the choice, or the number of choices
/// when the rule does not apply.
struct Tell {
  std::string_view words;
  std::size_t (*guess)(const std::vector<Choice>& choices);
};

std::size_t first(const std::vector<Choice>&) { return 0; }
std::size_t last(const std::vector<Choice>& choices) { return choices.size() - 1; }

/// The choice that is more than a tenth longer than any other.
std::size_t longest(const std::vector<Choice>& choices) {
  for (std::size_t index = 0; index < choices.size(); ++index) {
    const bool stands_out = std::all_of(choices.begin(), choices.end(), [&](const Choice& other) {
      return &other == &choices[index] || choices[index].length * 10 > other.length * 11;
    });
    if (stands_out) return index;
  }
  return choices.size();
}

std::size_t shortest(const std::vector<Choice>& choices) {
  for (std::size_t index = 0; index < choices.size(); ++index) {
    const bool stands_out = std::all_of(choices.begin(), choices.end(), [&](const Choice& other) {
      return &other == &choices[index] || choices[index].length * 11 < other.length * 10;
    });
    if (stands_out) return index;
  }
  return choices.size();
}

constexpr auto tells = std::to_array<Tell>({{"the first", first},
                                            {"the last", last},
                                            {"by far the longest", longest},
                                            {"by far the shortest", shortest}});

// With fewer moments the pattern may be chance.
constexpr std::size_t least_in_a_conversation = 3;
constexpr std::size_t least_in_a_language = 12;

std::size_t times_right(const Tell& tell, const std::vector<Moment>& moments) {
  return static_cast<std::size_t>(std::count_if(moments.begin(), moments.end(), [&](const Moment& moment) {
    const std::size_t guess = tell.guess(moment.choices);
    return guess < moment.choices.size() && moment.choices[guess].is_better;
  }));
}

/// The number of characters in the text instructions of `range`.
std::size_t characters(const Program& program, CodeRange range) {
  std::size_t count = 0;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (program.code[at].op == Op::text) count += code_points(program.piece(program.code[at]));
  }
  return count;
}

std::vector<Moment> moments_of(const Program& program, const Part& conversation) {
  std::vector<Moment> moments;
  for (const Part* step : parts_with(conversation, "step")) {
    Moment moment{{program.file, step->where, 0}, {}};
    for (const Part* choice : parts_with(*step, "choice")) {
      Choice read{attribute(choice->attributes, "rate") == "better", 0};
      for (const Part* words : parts_with(*choice, "words")) read.length += characters(program, words->body);
      moment.choices.push_back(read);
    }
    if (moment.choices.size() > 1) moments.push_back(std::move(moment));
  }
  return moments;
}

/// False, with a diagnostic, when one of the rules is right in every moment.
bool report_conversation(const std::vector<Moment>& moments, const SourceRange& where,
                         Diagnostics& diagnostics) {
  if (moments.size() < least_in_a_conversation) return true;
  for (const Tell& tell : tells) {
    if (times_right(tell, moments) < moments.size()) continue;
    diagnostics.add("choice-guessable", where,
                    fmt::format("in each of the {} moments of this talk the better choice is {}",
                                moments.size(), tell.words));
    return false;
  }
  return true;
}

/// Reports rules that are right in more than half of all moments of a language.
void report_language(const std::string& language, const std::vector<Moment>& moments,
                     Diagnostics& diagnostics) {
  if (moments.size() < least_in_a_language) return;
  for (const Tell& tell : tells) {
    const std::size_t right = times_right(tell, moments);
    if (right * 2 <= moments.size()) continue;
    diagnostics.add("choice-guessable", moments.front().where,
                    fmt::format("over all talks in `{}`, the better choice is {} in {} of {} moments",
                                language, tell.words, right, moments.size()));
  }
}

}  // namespace

void check_choices(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) {
  std::map<std::string, std::vector<Moment>> by_language;
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Page& page = project.pages[index];
    if (page.front.draft) continue;
    const Program& program = programs(index);
    for (const ComponentUse& use : program.components) {
      if (use.root.role != "conversation") continue;
      const std::vector<Moment> moments = moments_of(program, use.root);
      if (!report_conversation(moments, {program.file, use.root.where, use.length}, diagnostics)) continue;
      std::vector<Moment>& all = by_language[page.language];
      all.insert(all.end(), moments.begin(), moments.end());
    }
  }
  for (const auto& [language, moments] : by_language) report_language(language, moments, diagnostics);
}

}  // namespace tailorbird
