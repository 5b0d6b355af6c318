#pragma once
// Appends instructions to a program, merging adjacent literals and adjacent text.

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
  /// Visible words, in UTF-8.
  void text(std::string_view words);
  /// Writes a line feed, unless the last thing written was one, as cmark's own renderer does.
  void fresh_line();

  /// Appends an instruction and returns its index.
  std::uint32_t add(Op op, std::uint32_t a = 0, std::uint32_t b = 0);
  /// Sets `b` of an instruction to the current end of the code.
  void close(std::uint32_t instruction) { program_.code[instruction].b = end(); }
  /// Begins an independent piece and returns the index of its first instruction: it is not merged with what
  /// was written before, and needs no line feed before it.
  std::uint32_t mark();
  /// Prevents merging with what was written before, within a line.
  void separate() { unmerged_ = end(); }
  std::uint32_t end() const { return static_cast<std::uint32_t>(program_.code.size()); }

 private:
  /// Adds or extends an instruction for the program's text from `begin` on.
  void extend(Op op, std::size_t begin);

  Program& program_;
  std::uint32_t unmerged_ = 0;  // instructions before this one are never extended
  bool line_begins_ = true;
};

}  // namespace tailorbird
