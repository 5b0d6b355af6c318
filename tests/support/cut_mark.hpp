#pragma once
// A mark, `{#id .only audience="manager" .section}`, as cut_source reads it.

#include <string>
#include <string_view>

#include "support/cut_source.hpp"

namespace tailorbird::test {

enum class CutVerdict { keep, drop, open };

struct CutMark {
  bool is_condition = false;
  bool is_except = false;
  bool is_section = false;
  ValuesOf wanted;   // what all must have, or, with .except, must not have together
  std::string rest;  // what else the mark says: ids, classes, attributes
};

CutMark read_mark(std::string_view inside_braces, const EditionReaders& edition);

/// Asks every reader of the edition, one by one.
CutVerdict verdict_of(const CutMark& mark, const EditionReaders& edition);

/// The readers of the edition who may be inside what the mark is about. A product of sets cannot say
/// everything: those whom an `.except` on several undecided dimensions keeps out are remembered beside it, so
/// that what nobody reads is dropped; what a mark leaves open counts them in, as the program does.
EditionReaders readers_inside(const CutMark& mark, EditionReaders edition);

/// `{…}` with what the edition has not decided yet, or empty when nothing is left to say.
std::string mark_left(const CutMark& mark, const EditionReaders& edition);

}  // namespace tailorbird::test
