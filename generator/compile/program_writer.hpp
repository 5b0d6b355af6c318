#pragma once
// Appends instructions to a program. Neighbouring literals are one instruction, and so are words.

#include <string_view>

#include "model/program.hpp"

namespace tailorbird {

class ProgramWriter {
 public:
  /// `program` must outlive this object.
  explicit ProgramWriter(Program& program) : program_(program) {}

  /// Markup: ASCII HTML, as it will be in the output.
  void literal(std::string_view html);
  /// An attribute of the tag that was begun, ` name="value"`.
  void attribute(std::string_view name, std::string_view value);
  /// Words as the reader sees them, in UTF-8.
  void text(std::string_view words);
  /// A line end, unless the last thing written was one: where cmark's own renderer puts them.
  void fresh_line();

  /// Appends an instruction; the result is its index.
  std::uint32_t add(Op op, std::uint32_t a = 0, std::uint32_t b = 0);
  /// Sets `b` of an instruction to the end of what is written by now.
  void close(std::uint32_t instruction) { program_.code[instruction].b = end(); }
  /// The index that the next instruction will have, where a piece begins that stands for itself: it is never
  /// merged with what was written before, and needs no line end before it.
  std::uint32_t mark();
  /// Keeps what comes apart from what was written, within a line.
  void separate() { unmerged_ = end(); }
  std::uint32_t end() const { return static_cast<std::uint32_t>(program_.code.size()); }

 private:
  /// The instruction that takes text from `begin` of the program's text on.
  void extend(Op op, std::size_t begin);

  Program& program_;
  std::uint32_t unmerged_ = 0;  // instructions before this one are never extended
  bool line_begins_ = true;
};

}  // namespace tailorbird
