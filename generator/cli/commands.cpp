#include <vector>

#include "cli/all_commands.hpp"

namespace tailorbird {

std::span<const Command> commands() {
  static const std::vector<Command> table = {
#define COMMAND(descriptor) descriptor,
#include "cli/commands.def"
  };
  return table;
}

}  // namespace tailorbird
