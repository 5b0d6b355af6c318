#pragma once
// Emphasis delimiters without a partner, and those that put a passage in italics by mistake.

#include <string>
#include <string_view>
#include <vector>

#include "compile/context.hpp"
#include "text/leftover_markup.hpp"

namespace tailorbird {

/// The unpaired delimiters of a page, collected until all of it has been read: an asterisk after a word is
/// not a mistake when a line below begins with one, as footnotes do on paper.
class LoneSigns {
 public:
  struct Lone {
    cmark_node* block;
    std::string text;  // of the block, as readers see it
    Leftover leftover;
  };

  /// Notes the text of a block, with or without an unpaired delimiter.
  void add_text(std::string_view text);
  void add(Lone lone);

  /// Those that are mistakes.
  std::vector<Lone> mistakes() const;

 private:
  std::vector<Lone> all_;
  bool has_note_ = false;
  bool has_reference_ = false;
};

/// Reports asterisks inside two words, which put the text between them in italics: "Kolleg*innen und
/// Leser*innen".
void check_stars_in_words(Context& context, cmark_node* block);

}  // namespace tailorbird
