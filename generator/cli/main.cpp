#include "cli/app.hpp"

int main(int count, char** arguments) {
  return tailorbird::run_command_line({arguments + 1, arguments + count});
}
