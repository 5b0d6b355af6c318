#pragma once
// Captions beside the clip that they belong to. Not in the table of checks: it alone looks into files, those
// of the clips that have captions.

#include "base/input_files.hpp"
#include "diag/diagnostic.hpp"
#include "model/project.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// Where the project is, and what it is read through.
struct ClipFiles {
  const fs::path& root;
  const Files& files;
};

/// Tells, for each component, of its first text that begins or ends when its clip has ended. Nothing is said
/// of a clip that cannot be played: reading the project did.
void check_captions(const Project& project, const ProgramOf& programs, const ClipFiles& from,
                    Diagnostics& diagnostics);

}  // namespace tailorbird
