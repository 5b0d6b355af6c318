#include "report/text_diff.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

using Texts = std::vector<std::string_view>;

constexpr std::size_t most_cells = std::size_t{4} << 20U;

/// The parts of two lists between their equal beginnings and ends.
struct Middle {
  std::size_t begin = 0;
  std::size_t before_end = 0;
  std::size_t after_end = 0;
};

Middle middle_of(const Texts& before, const Texts& after) {
  Middle middle{0, before.size(), after.size()};
  while (middle.begin < middle.before_end && middle.begin < middle.after_end &&
         before[middle.begin] == after[middle.begin])
    ++middle.begin;
  while (middle.before_end > middle.begin && middle.after_end > middle.begin &&
         before[middle.before_end - 1] == after[middle.after_end - 1]) {
    --middle.before_end;
    --middle.after_end;
  }
  return middle;
}

/// Lengths of the longest common subsequences of all tails.
class Lengths {
 public:
  Lengths(const Texts& before, const Texts& after, const Middle& middle)
      : columns_(middle.after_end - middle.begin + 1),
        cells_((middle.before_end - middle.begin + 1) * columns_, 0) {
    for (std::size_t row = middle.before_end - middle.begin; row-- > 0;) {
      for (std::size_t column = columns_ - 1; column-- > 0;) {
        const bool equal = before[middle.begin + row] == after[middle.begin + column];
        cells_[row * columns_ + column] =
            equal ? at(row + 1, column + 1) + 1 : std::max(at(row + 1, column), at(row, column + 1));
      }
    }
  }
  std::uint32_t at(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }

 private:
  std::size_t columns_;
  std::vector<std::uint32_t> cells_;
};

class DiffRunWriter {
 public:
  void add(bool same, std::size_t before_count, std::size_t after_count) {
    if (before_count + after_count == 0) return;
    if (runs_.empty() || runs_.back().same != same) runs_.push_back({same, before_, 0, after_, 0});
    runs_.back().before_count += before_count;
    runs_.back().after_count += after_count;
    before_ += before_count;
    after_ += after_count;
  }
  std::vector<DiffRun> take() { return std::move(runs_); }

 private:
  std::vector<DiffRun> runs_;
  std::size_t before_ = 0;
  std::size_t after_ = 0;
};

void add_middle(const Texts& before, const Texts& after, const Middle& middle, DiffRunWriter& writer) {
  const std::size_t rows = middle.before_end - middle.begin;
  const std::size_t columns = middle.after_end - middle.begin;
  if ((rows + 1) * (columns + 1) > most_cells) return writer.add(false, rows, columns);
  const Lengths lengths(before, after, middle);
  std::size_t row = 0;
  std::size_t column = 0;
  while (row < rows || column < columns) {
    if (row < rows && column < columns && before[middle.begin + row] == after[middle.begin + column]) {
      writer.add(true, 1, 1);
      ++row;
      ++column;
    } else if (column == columns ||
               (row < rows && lengths.at(row + 1, column) >= lengths.at(row, column + 1))) {
      writer.add(false, 1, 0);
      ++row;
    } else {
      writer.add(false, 0, 1);
      ++column;
    }
  }
}

std::string joined(const Texts& words, std::size_t from, std::size_t count) {
  std::string text;
  for (std::size_t index = from; index < from + count; ++index) {
    if (!text.empty()) text += ' ';
    text += html_escaped(words[index]);
  }
  return text;
}

void append(std::string& text, std::string_view tag, const std::string& words) {
  if (words.empty()) return;
  if (!text.empty()) text += ' ';
  text += tag.empty() ? words : fmt::format("<{0}>{1}</{0}>", tag, words);
}

}  // namespace

std::vector<DiffRun> compare(const Texts& before, const Texts& after) {
  const Middle middle = middle_of(before, after);
  DiffRunWriter writer;
  writer.add(true, middle.begin, middle.begin);
  add_middle(before, after, middle, writer);
  const std::size_t end = before.size() - middle.before_end;
  writer.add(true, end, end);
  return writer.take();
}

MarkedTexts mark_words(std::string_view before, std::string_view after) {
  const Texts old_words = words(before);
  const Texts new_words = words(after);
  MarkedTexts marked;
  for (const DiffRun& run : compare(old_words, new_words)) {
    append(marked.before, run.same ? "" : "del", joined(old_words, run.before, run.before_count));
    append(marked.after, run.same ? "" : "ins", joined(new_words, run.after, run.after_count));
  }
  return marked;
}

}  // namespace tailorbird
