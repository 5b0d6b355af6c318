#pragma once
// A leak guard that lets everything through, for tests of the code behind it.

#include "write/sink.hpp"

namespace tailorbird::test {

class OpenGuard : public OutputGuard {
 public:
  void inspect(std::string_view /*language*/, std::string_view /*path*/,
               const HashedBytes& /*bytes*/) override {}
  void inspect_copy(std::string_view /*language*/, std::string_view /*path*/,
                    const std::string& /*sha256*/) override {}
  bool may_hold(std::string_view /*language*/, std::string_view /*path*/) const override { return true; }
};

}  // namespace tailorbird::test
