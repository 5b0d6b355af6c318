// A library that is loaded before all others (LD_PRELOAD) and lets one call to the disk go wrong: the n-th
// one kills the process, or fails with an error. It stands between the program, libstdc++ and libzip on one
// side and the C library on the other. Told by the environment:
//
//   TAILORBIRD_FAULT         "kill:17", "EIO:17", "ENOSPC:17": what the 17th call does. "ENOSPC+:17": from
//   then on
//                            all that need space fail. Without it calls are only counted.
//   TAILORBIRD_FAULT_CALLS   "writes" (default): what changes the disk. "reads": what looks at it.
//   TAILORBIRD_FAULT_REPORT  a file for the number of calls and the name of the one that failed, written when
//   the
//                            program ends: "695 rename"
//
// Calls on the standard streams, on /proc, /sys, /etc and on libraries are the machine's and do not count.

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

enum class Kind { writes, reads };

struct NamedError {
  std::string_view name;
  int value;
};
constexpr NamedError errors[] = {{"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EACCES", EACCES}, {"EMFILE", EMFILE}};

struct Fault {
  Kind calls = Kind::writes;
  long at = 0;      // 0: never
  int error = 0;    // 0: the process is killed
  bool on = false;  // all later calls that need space fail as well
  const char* report = nullptr;
};

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

Fault fault_asked_for() {
  Fault fault;
  if (environment("TAILORBIRD_FAULT_CALLS") == "reads") fault.calls = Kind::reads;
  fault.report = std::getenv("TAILORBIRD_FAULT_REPORT");
  const std::string_view text = environment("TAILORBIRD_FAULT");
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return fault;
  std::string_view what = text.substr(0, colon);
  fault.at = std::atol(text.data() + colon + 1);
  fault.on = what.ends_with('+');
  if (fault.on) what.remove_suffix(1);
  for (const NamedError& error : errors) {
    if (error.name == what) fault.error = error.value;
  }
  return fault;
}

const Fault& fault() {
  static const Fault asked = fault_asked_for();
  return asked;
}

std::atomic<long> calls_so_far = 0;
std::atomic<const char*> failed_call = "";
std::atomic<bool> counted_descriptors[4096] = {};

bool of_the_machine(const char* path) {
  const std::string_view name = path == nullptr ? "" : path;
  for (const std::string_view start : {"/proc", "/sys", "/etc", "/usr/lib", "/lib", "/dev"}) {
    if (name.starts_with(start)) return true;
  }
  return false;
}

bool counted(int descriptor) {
  return descriptor > 2 && descriptor < 4096 && counted_descriptors[descriptor];
}

/// Closing what was only read does not fail.
bool counts_on_closing(int descriptor) {
  return counted(descriptor) && (::fcntl(descriptor, F_GETFL) & O_ACCMODE) != O_RDONLY;
}

int remembered(int descriptor, bool counts) {
  if (descriptor >= 0 && descriptor < 4096) counted_descriptors[descriptor] = counts;
  return descriptor;
}

/// Counts a call. True: it is to fail, errno says how.
bool fails(const char* call, Kind kind, bool needs_space = false) {
  const Fault& asked = fault();
  if (kind != asked.calls) return false;
  const long number = ++calls_so_far;
  if (asked.at == 0 || number < asked.at) return false;
  if (number > asked.at && !(asked.on && needs_space)) return false;
  if (asked.error == 0) ::kill(::getpid(), SIGKILL);
  failed_call = call;
  errno = asked.error;
  return true;
}

/// The function of the next library by that name.
template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

int open_counted(int folder, const char* path, int flags, mode_t mode) {
  const bool writes = (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0;
  const bool counts = !of_the_machine(path);
  if (counts && fails("open", writes ? Kind::writes : Kind::reads, writes)) return -1;
  return remembered(static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode)), counts);
}

mode_t mode_of(int flags, std::va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

struct ReportAtEnd {
  ~ReportAtEnd() {
    if (fault().report == nullptr) return;
    const std::string text = std::to_string(calls_so_far.load()) + " " + failed_call.load();
    const int file =
        static_cast<int>(::syscall(SYS_openat, AT_FDCWD, fault().report, O_WRONLY | O_CREAT | O_TRUNC, 0644));
    ::syscall(SYS_write, file, text.data(), text.size());
    ::syscall(SYS_close, file);
  }
} report_at_end;

}  // namespace

#define FORWARD(kind, needs_space, type, name, parameters, arguments, counts)      \
  type name parameters {                                                           \
    if ((counts) && fails(#name, kind, needs_space)) return static_cast<type>(-1); \
    static auto* const original = next<type parameters>(#name);                    \
    return original arguments;                                                     \
  }

#define OPEN(name)                                    \
  int name(const char* path, int flags, ...) {        \
    std::va_list arguments;                           \
    va_start(arguments, flags);                       \
    const mode_t mode = mode_of(flags, arguments);    \
    va_end(arguments);                                \
    return open_counted(AT_FDCWD, path, flags, mode); \
  }
#define OPENAT(name)                                       \
  int name(int folder, const char* path, int flags, ...) { \
    std::va_list arguments;                                \
    va_start(arguments, flags);                            \
    const mode_t mode = mode_of(flags, arguments);         \
    va_end(arguments);                                     \
    return open_counted(folder, path, flags, mode);        \
  }
#define FOPEN(name)                                                                            \
  FILE* name(const char* path, const char* mode) {                                             \
    const bool writes = std::strpbrk(mode, "wa+") != nullptr;                                  \
    const bool counts = !of_the_machine(path);                                                 \
    if (counts && fails("fopen", writes ? Kind::writes : Kind::reads, writes)) return nullptr; \
    static auto* const original = next<FILE*(const char*, const char*)>(#name);                \
    FILE* stream = original(path, mode);                                                       \
    if (stream != nullptr) remembered(::fileno(stream), counts);                               \
    return stream;                                                                             \
  }
#define READDIR(name, type)                                                        \
  type* name(DIR* folder) {                                                        \
    if (counted(::dirfd(folder)) && fails("readdir", Kind::reads)) return nullptr; \
    static auto* const original = next<type*(DIR*)>(#name);                        \
    return original(folder);                                                       \
  }

extern "C" {

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
FOPEN(fopen)
FOPEN(fopen64)

FORWARD(Kind::writes, true, ssize_t, write, (int file, const void* bytes, size_t size), (file, bytes, size),
        counted(file))
FORWARD(Kind::writes, true, ssize_t, pwrite, (int file, const void* bytes, size_t size, off_t at),
        (file, bytes, size, at), counted(file))
FORWARD(Kind::writes, true, ssize_t, pwrite64, (int file, const void* bytes, size_t size, off64_t at),
        (file, bytes, size, at), counted(file))
FORWARD(Kind::writes, true, ssize_t, sendfile, (int to, int from, off_t* at, size_t size),
        (to, from, at, size), counted(to))
FORWARD(Kind::writes, true, ssize_t, copy_file_range,
        (int from, off64_t* a, int to, off64_t* b, size_t size, unsigned flags),
        (from, a, to, b, size, flags), counted(to))
FORWARD(Kind::writes, true, int, ftruncate, (int file, off_t size), (file, size), counted(file))
FORWARD(Kind::writes, false, int, fsync, (int file), (file), counted(file))
FORWARD(Kind::writes, false, int, fdatasync, (int file), (file), counted(file))
FORWARD(Kind::writes, false, int, rename, (const char* from, const char* to), (from, to), true)
FORWARD(Kind::writes, false, int, renameat2, (int a, const char* from, int b, const char* to, unsigned flags),
        (a, from, b, to, flags), true)
FORWARD(Kind::writes, false, int, unlink, (const char* path), (path), true)
FORWARD(Kind::writes, false, int, unlinkat, (int folder, const char* path, int flags), (folder, path, flags),
        true)
FORWARD(Kind::writes, false, int, remove, (const char* path), (path), true)
FORWARD(Kind::writes, true, int, mkdir, (const char* path, mode_t mode), (path, mode), true)
FORWARD(Kind::writes, false, int, rmdir, (const char* path), (path), true)
FORWARD(Kind::writes, true, int, link, (const char* from, const char* to), (from, to), true)
FORWARD(Kind::writes, true, int, symlink, (const char* to, const char* path), (to, path), true)
FORWARD(Kind::writes, false, int, flock, (int file, int what), (file, what), counted(file))
FORWARD(Kind::writes, false, int, chmod, (const char* path, mode_t mode), (path, mode), true)
FORWARD(Kind::writes, false, int, fchmod, (int file, mode_t mode), (file, mode), counted(file))

FORWARD(Kind::reads, false, ssize_t, read, (int file, void* bytes, size_t size), (file, bytes, size),
        counted(file))
FORWARD(Kind::reads, false, ssize_t, pread, (int file, void* bytes, size_t size, off_t at),
        (file, bytes, size, at), counted(file))
FORWARD(Kind::reads, false, ssize_t, pread64, (int file, void* bytes, size_t size, off64_t at),
        (file, bytes, size, at), counted(file))
FORWARD(Kind::reads, false, int, stat, (const char* path, struct stat* status), (path, status),
        !of_the_machine(path))
FORWARD(Kind::reads, false, int, lstat, (const char* path, struct stat* status), (path, status),
        !of_the_machine(path))
FORWARD(Kind::reads, false, int, fstat, (int file, struct stat* status), (file, status), counted(file))
FORWARD(Kind::reads, false, int, fstatat, (int folder, const char* path, struct stat* status, int flags),
        (folder, path, status, flags), !of_the_machine(path))
FORWARD(Kind::reads, false, ssize_t, readlink, (const char* path, char* to, size_t size), (path, to, size),
        !of_the_machine(path))

READDIR(readdir, struct dirent)
READDIR(readdir64, struct dirent64)

DIR* opendir(const char* path) {
  const bool counts = !of_the_machine(path);
  if (counts && fails("opendir", Kind::reads)) return nullptr;
  static auto* const original = next<DIR*(const char*)>("opendir");
  DIR* folder = original(path);
  if (folder != nullptr) remembered(::dirfd(folder), counts);
  return folder;
}

char* realpath(const char* path, char* to) {
  if (!of_the_machine(path) && fails("realpath", Kind::reads)) return nullptr;
  static auto* const original = next<char*(const char*, char*)>("realpath");
  return original(path, to);
}

FILE* fdopen(int file, const char* mode) {
  static auto* const original = next<FILE*(int, const char*)>("fdopen");
  return original(file, mode);
}

size_t fwrite(const void* bytes, size_t size, size_t count, FILE* stream) {
  if (counted(::fileno(stream)) && fails("fwrite", Kind::writes, true)) return 0;
  static auto* const original = next<size_t(const void*, size_t, size_t, FILE*)>("fwrite");
  return original(bytes, size, count, stream);
}

/// Without the stream's error flag, a caller would take the failure for the end of the file.
size_t fread(void* bytes, size_t size, size_t count, FILE* stream) {
  if (counted(::fileno(stream)) && fails("fread", Kind::reads)) {
    stream->_flags |= 0x20;  // glibc: _IO_ERR_SEEN
    return 0;
  }
  static auto* const original = next<size_t(void*, size_t, size_t, FILE*)>("fread");
  return original(bytes, size, count, stream);
}

/// What the stream still held could not be written.
int fclose(FILE* stream) {
  const bool wrong = counts_on_closing(::fileno(stream)) && fails("fclose", Kind::writes, true);
  const int error = errno;
  static auto* const original = next<int(FILE*)>("fclose");
  const int result = original(stream);
  if (!wrong) return result;
  errno = error;
  return EOF;
}

/// Network disks say only here that bytes did not fit.
int close(int file) {
  const bool wrong = counts_on_closing(file) && fails("close", Kind::writes, true);
  const int error = errno;
  remembered(file, false);
  const int result = static_cast<int>(::syscall(SYS_close, file));
  if (!wrong) return result;
  errno = error;
  return -1;
}

}  // extern "C"
