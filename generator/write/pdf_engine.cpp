#include "write/pdf_engine.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr const char* engine_name = "weasyprint";

/// The engine's own words go nowhere: it warns of each style that it does not know.
class Quiet {
 public:
  Quiet() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  ~Quiet() { posix_spawn_file_actions_destroy(&actions_); }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

std::optional<fs::path> find_pdf_engine() {
  const char* path = std::getenv("PATH");
  if (path == nullptr) return std::nullopt;
  for (const std::string_view folder : split(path, ':')) {
    fs::path program = fs::path(folder) / engine_name;
    if (!folder.empty() && access(program.c_str(), X_OK) == 0) return program;
  }
  return std::nullopt;
}

Result<void> make_pdf(const fs::path& engine, const fs::path& html, const fs::path& pdf) {
  std::array<std::string, 8> words = {engine.string(), "--quiet",  "--encoding",  "utf-8",
                                      "--pdf-variant", "pdf/ua-1", html.string(), pdf.string()};
  std::array<char*, words.size() + 1> arguments{};
  for (std::size_t index = 0; index < words.size(); ++index) arguments[index] = words[index].data();
  const Quiet quiet;
  pid_t child = 0;
  if (const int cause = posix_spawn(&child, engine.c_str(), quiet.get(), nullptr, arguments.data(), environ);
      cause != 0)
    return file_error("run", engine, cause);
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return file_error("wait for", engine, errno);
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && fs::exists(pdf)) return {};
  return Error{fmt::format("{} made no PDF of {}", engine.string(), html.filename().string())};
}

}  // namespace tailorbird
