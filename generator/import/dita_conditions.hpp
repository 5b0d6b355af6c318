#pragma once
// Reads the profiling attributes of DITA: who an element is for.

#include <pugixml.hpp>
#include <string>

#include "import/condition_map.hpp"
#include "import/losses.hpp"

namespace tailorbird {

/// Whether an element has a profiling attribute, or one named like a dimension of the project.
bool has_dita_condition(pugi::xml_node element, const ConditionMap& conditions);

/// The readers of one element, by its own attributes: of several, each must fit. `place` ("a.dita:3") goes
/// into the table of conditions. Appends to `told` how the condition was read, as a loss at `file` and
/// `line`.
MappedReaders dita_readers(pugi::xml_node element, const std::string& file, std::uint32_t line,
                           ConditionMap& conditions, Losses& told);

/// Whether a text with these readers is in the page at all.
bool is_for_some(const MappedReaders& readers);

}  // namespace tailorbird
