#include "base/spool.hpp"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

namespace tailorbird {
namespace {

bool write_at(int file, const std::string& bytes, std::uint64_t offset) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t wrote =
        ::pwrite(file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    done += static_cast<std::size_t>(wrote);
  }
  return true;
}

Result<std::string> read_at(int file, std::uint64_t offset, std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t done = 0; done < size;) {
    const ssize_t got = ::pread(file, bytes.data() + done, size - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{fmt::format("cannot read back a temporary file: {}", std::strerror(errno))};
    if (got == 0) return Error{"cannot read back a temporary file: it is shorter than what was written"};
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace

Spool::Slot Spool::put(std::string bytes) {
  const std::size_t size = bytes.size();
  if (kept_.fetch_add(size) + size <= memory_) {
    bytes.shrink_to_fit();
    return {std::move(bytes), 0, 0};
  }
  kept_ -= size;
  std::uint64_t offset = 0;
  {
    const std::lock_guard lock(mutex_);
    if (!file_.open()) return {std::move(bytes), 0, 0};
    offset = end_;
    end_ += size;
  }
  if (!write_at(file_.descriptor(), bytes, offset)) return {std::move(bytes), 0, 0};
  return {{}, offset, size};
}

Result<std::string> Spool::take(Slot slot) const {
  if (slot.size == 0) return std::move(slot.kept);
  return read_at(file_.descriptor(), slot.offset, slot.size);
}

}  // namespace tailorbird
