#pragma once
// What a message advises, done: the words that it gives are put where it points.

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace tailorbird::test {

/// One piece of advice that names what to write: "did you mean `x`?", "Write `x`.".
struct ConcreteFix {
  std::string from;  // what stands in the file; empty: what the finding points at
  std::string to;
};

/// The advice of a finding, as `check --diagnostics json` gives it; nothing when it names no words to write.
std::optional<ConcreteFix> concrete_fix(const nlohmann::json& finding);

/// Does it in the file below `root`. False: the place does not have what is to be replaced.
bool try_fix(const ConcreteFix& fix, const nlohmann::json& finding, const std::filesystem::path& root);

}  // namespace tailorbird::test
