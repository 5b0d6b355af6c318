#include <vector>

#include "cli/all_commands.hpp"

namespace tailorbird {

std::span<const Command> commands() {
  // In the order in which someone new meets them.
  static const std::vector<Command> table = {
      init_command,  new_command,    import_command,  check_command,     build_command, join_command,
      serve_command, verify_command, explain_command, coverage_command,  diff_command,  translate_command,
      list_command,  schema_command, lsp_command,     completion_command};
  return table;
}

}  // namespace tailorbird
