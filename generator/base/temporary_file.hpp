#pragma once
// An unnamed file in the folder for temporary files: it is gone when it is closed, however the program ends.

namespace tailorbird {

/// A descriptor for reading and writing, to be closed by the caller; -1: none can be made.
int open_temporary_file();

}  // namespace tailorbird
