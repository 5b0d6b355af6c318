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
  double seconds = 0;         // of processor time, which varies little on a busy machine
  std::size_t megabytes = 0;  // peak memory
};

struct ProgramSetting {
  std::filesystem::path folder;                                  // the working directory
  std::vector<std::pair<std::string, std::string>> environment;  // added to that of the test
  unsigned kill_after_microseconds = 0;                          // when to kill it; 0: never
  int signal = SIGKILL;
};

ProgramRun run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                       const ProgramSetting& setting);

}  // namespace tailorbird::test
