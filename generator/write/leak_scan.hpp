#pragma once
// The last net: after tailoring and rendering, every produced byte is searched for words that only excluded
// values could have brought in. It knows nothing of how pages are made; it reads the bytes.

#include <memory>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/program.hpp"
#include "tailor/edition.hpp"
#include "tailor/run.hpp"

namespace tailorbird {

/// What an edition must not contain: phrases of its language's pages under conditions that fail in this edition
/// (pages left out whole included: titles, summaries, words), of alt texts, and contact data of other profiles,
/// unless the same phrase is also somewhere the edition may show it.
class LeakScanner {
 public:
  LeakScanner(const Edition& edition, const ProgramOf& programs);
  ~LeakScanner();

  /// Adds an error for each forbidden phrase in `bytes` of the file `path`. Thread-safe.
  void scan(std::string_view path, std::string_view bytes, Diagnostics& diagnostics) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tailorbird
