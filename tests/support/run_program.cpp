#include "support/run_program.hpp"

#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <signal.h>
#include <stdexcept>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/temp_dir.hpp"

namespace tailorbird::test {
namespace {

namespace fs = std::filesystem;

void send_to(const fs::path& file, int stream) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (fd < 0 || ::dup2(fd, stream) < 0) ::_exit(127);
  ::close(fd);
}

[[noreturn]] void become(const fs::path& program, const std::vector<std::string>& arguments,
                         const ProgramSetting& setting, const fs::path& streams) {
  send_to("/dev/null", STDIN_FILENO);
  send_to(streams / "out", STDOUT_FILENO);
  send_to(streams / "err", STDERR_FILENO);
  for (const auto& [name, value] : setting.environment) ::setenv(name.c_str(), value.c_str(), 1);
  if (::chdir(setting.folder.c_str()) != 0) ::_exit(127);
  std::vector<char*> words = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::execv(program.c_str(), words.data());
  ::_exit(127);
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

ProgramRun run_program(const fs::path& program, const std::vector<std::string>& arguments,
                       const ProgramSetting& setting) {
  const TempDir streams;
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(program, arguments, setting, streams.path());
  if (setting.kill_after_microseconds > 0) {
    ::usleep(setting.kill_after_microseconds);
    ::kill(child, setting.signal);
  }
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  return {WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), streams.read("out"),
          streams.read("err"), seconds(used.ru_utime) + seconds(used.ru_stime),
          static_cast<std::size_t>(used.ru_maxrss) / 1024};
}

}  // namespace tailorbird::test
