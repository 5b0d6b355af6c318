#pragma once
// The source text of a page, for positions. cmark's own columns count bytes and are wrong in continued lines,
// so what is in the tree is searched again in the text, in document order.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/page.hpp"

namespace tailorbird {

/// Not thread-safe: it keeps a cursor.
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

  /// Moves the cursor: later searches begin there.
  void move_to_line(int line);
  std::size_t cursor() const { return cursor_; }
  void set_cursor(std::size_t offset) { cursor_ = offset; }
  /// The offset of the next `needle` shortly after the cursor; moves the cursor past it.
  std::optional<std::size_t> find(std::string_view needle);

 private:
  const Page& page_;
  std::vector<std::size_t> starts_;  // of lines
  std::size_t cursor_ = 0;

  /// The last position that was requested. Columns are counted from there, since requests are mostly in
  /// order; otherwise a long line with many places would take quadratic time.
  struct Last {
    std::size_t offset = 0;
    std::size_t before = 0;  // code points of its line before it
  };
  mutable Last last_;
};

}  // namespace tailorbird
