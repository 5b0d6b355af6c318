#pragma once
// SHA-256 of bytes that come one piece after the other. For those that are there at once see hash.hpp.

#include <memory>
#include <string>
#include <string_view>

namespace tailorbird {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  /// Of all pieces, as 64 lower-case hexadecimal digits; nothing can be added any more.
  std::string hex() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tailorbird
