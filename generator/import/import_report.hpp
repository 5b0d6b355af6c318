#pragma once
// The loss report of an import, for people and for programs.

#include <string>

#include "import/import.hpp"

namespace tailorbird {

/// The report as text: counts before and after, everything that was changed or lost with its place, pages by
/// what they need.
std::string import_text(const ImportReport& report);

/// The same as JSON; docs/editors/importing.md names its keys.
std::string import_json(const ImportReport& report);

}  // namespace tailorbird
