#pragma once
// Parses marks such as `{#id .only audience="manager" .section}` for cut_source.

#include <string>
#include <string_view>

#include "support/cut_source.hpp"

namespace tailorbird::test {

enum class CutVerdict { keep, drop, open };

struct CutMark {
  bool is_condition = false;
  bool is_except = false;
  bool is_section = false;
  ValuesOf wanted;   // the values that readers must have, or, with .except, must not all have
  std::string rest;  // everything else in the mark: ids, classes, attributes
};

CutMark read_mark(std::string_view inside_braces, const EditionReaders& edition);

/// Decides the mark by trying every reader of the edition.
CutVerdict verdict_of(const CutMark& mark, const EditionReaders& edition);

/// The readers who may see the text under the mark. A product of sets cannot express an `.except` on several
/// open dimensions: the readers it excludes are kept in `outside`, so that text for nobody is dropped; for
/// what remains of marks inside they count as readers, as in the program.
EditionReaders readers_inside(const CutMark& mark, EditionReaders edition);

/// The mark with what the edition leaves open; empty when nothing is left of it.
std::string mark_left(const CutMark& mark, const EditionReaders& edition);

}  // namespace tailorbird::test
