#pragma once
// The last net: after tailoring and rendering, every produced byte is searched for words that only excluded
// values could have brought in. It knows nothing of how pages are made; it reads the bytes.
//
// What it finds: sentences of at least three words and 16 bytes, titles, summaries, picture texts, outside
// addresses, paths of pages left out, names (two words or more), numbers and addresses of other
// organisations' contacts; as HTML, in attributes, in script and JSON strings (\u00e9), in plain text. What
// it cannot find: shorter texts that have no neighbours of their own to be recognised by, words that some
// text for these readers holds as well, and words changed on their way (stemmed, in capitals, cut in
// mid-sentence).

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "leak/leak_index.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// What one edition must not contain. Cheap to make: the work is in the index.
class LeakScanner {
 public:
  /// `index` must be of the edition's language, and outlive the scanner. `allowed` are further texts that may
  /// stand in every output: the theme's words.
  LeakScanner(const Edition& edition, const LeakIndex& index, std::vector<std::string> allowed = {});
  ~LeakScanner();

  /// Adds an error, with the edition's id, for each forbidden phrase in `path` or `bytes`. Thread-safe.
  void scan(std::string_view path, std::string_view bytes, Diagnostics& diagnostics) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tailorbird
