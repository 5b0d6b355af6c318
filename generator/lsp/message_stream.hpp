#pragma once
// Reads and writes messages of the Language Server Protocol: a header with Content-Length, then JSON (LSP
// 3.17, base protocol).

#include <istream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

namespace tailorbird {

class MessageStream {
 public:
  /// Both must outlive this object.
  MessageStream(std::istream& in, std::ostream& out) : in_(in), out_(out) {}

  /// The next message; nothing at the end of the input, or when a message is malformed.
  std::optional<nlohmann::json> read();
  /// Thread-safe.
  void write(const nlohmann::json& message);

 private:
  std::istream& in_;
  std::ostream& out_;
  std::mutex mutex_;
};

}  // namespace tailorbird
