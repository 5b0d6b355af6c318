#pragma once
// Runs the real program as a person would: arguments in, status and both streams out.

#include <csignal>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace tailorbird::test {

struct ProgramRun {
  int status = 0;  // 128 + the signal when it was killed
  std::string out;
  std::string err;
  double seconds = 0;         // of the processor, so that a busy machine changes little
  std::size_t megabytes = 0;  // of memory at most
};

struct ProgramSetting {
  std::filesystem::path folder;                                  // where it runs
  std::vector<std::pair<std::string, std::string>> environment;  // set on top of what the test has
  unsigned kill_after_microseconds = 0;                          // a signal after that time; 0: never
  int signal = SIGKILL;
};

ProgramRun run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                       const ProgramSetting& setting);

}  // namespace tailorbird::test
