#pragma once
// Reads and writes messages of the Language Server Protocol: a header with Content-Length, then JSON (LSP
// 3.17, base protocol).

#include <istream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

namespace tailorbird {

/// What came in.
struct Incoming {
  enum class Kind : char {
    message,  // `message` is a JSON object
    broken,   // `problem` says why it is none; the next message can be read
    end,  // of the input: `problem` is empty; or a header without a length, after which nothing can be read
  };
  Kind kind = Kind::end;
  nlohmann::json message = {};
  std::string problem = {};
  bool is_json = false;  // when broken: it is JSON all the same, but not a message
};

class MessageStream {
 public:
  /// Both must outlive this object.
  MessageStream(std::istream& in, std::ostream& out) : in_(in), out_(out) {}

  /// Waits for the next message. Halves of surrogate pairs, which editors send while an emoji is deleted or
  /// cut, are read as U+FFFD.
  Incoming read();
  /// Thread-safe.
  void write(const nlohmann::json& message);

 private:
  std::istream& in_;
  std::ostream& out_;
  std::mutex mutex_;
};

}  // namespace tailorbird
