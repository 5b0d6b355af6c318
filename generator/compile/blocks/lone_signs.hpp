#pragma once
// Signs of emphasis without their other, and those that made a passage slanted by mistake.

#include <string>
#include <string_view>
#include <vector>

#include "compile/context.hpp"
#include "text/leftover_markup.hpp"

namespace tailorbird {

/// The lone signs of a page. They are held until all of it was seen: a star behind a word is no slip when
/// words below the text begin with one, as notes do on paper.
class LoneSigns {
 public:
  struct Lone {
    cmark_node* block;
    std::string text;  // of the block, as readers see it
    Leftover leftover;
  };

  /// The words of a block, with or without a lone sign.
  void see(std::string_view text);
  void add(Lone lone);

  /// Those that are slips.
  std::vector<Lone> slips() const;

 private:
  std::vector<Lone> all_;
  bool has_note_ = false;
  bool has_reference_ = false;
};

/// Reports stars inside two words, which make slanted what is between them: "Kolleg*innen und Leser*innen".
void check_stars_in_words(Context& context, cmark_node* block);

}  // namespace tailorbird
