#pragma once
// The text of a page as written, for positions. cmark's own columns count bytes and drift in continued
// lines; what is in the tree is found again in the text instead, in the order of the document.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/page.hpp"

namespace tailorbird {

/// For one thread: it remembers where it was.
class PageText {
 public:
  /// Views `page`, which must outlive this object.
  explicit PageText(const Page& page);

  const std::string& file() const { return page_.file; }
  std::string_view text() const { return page_.body; }

  /// The place of the byte at `offset` of the body, or of its end when it has fewer.
  Position position(std::size_t offset) const;
  /// `bytes` bytes from `offset`, as a range.
  SourceRange range(std::size_t offset, std::size_t bytes) const;
  /// The offset of the first byte of a line; lines as cmark counts them, from 1.
  std::size_t line_start(int line) const;
  /// A line without its end.
  std::string_view line(int line) const;

  /// Reading goes on from here: what is looked for next stands after it.
  void move_to_line(int line);
  std::size_t cursor() const { return cursor_; }
  void set_cursor(std::size_t offset) { cursor_ = offset; }
  /// The offset of the next `needle` at or after the cursor, near by; moves the cursor past it.
  std::optional<std::size_t> find(std::string_view needle);

 private:
  const Page& page_;
  std::vector<std::size_t> starts_;  // of lines
  std::size_t cursor_ = 0;

  /// The last place asked for. Columns are counted on from there, as places come in order: else a long line
  /// with many of them would be counted from its beginning each time.
  struct Last {
    std::size_t offset = 0;
    std::size_t before = 0;  // code points of its line before it
  };
  mutable Last last_;
};

}  // namespace tailorbird
