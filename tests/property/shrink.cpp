#include "property/shrink.hpp"

#include <algorithm>

namespace tailorbird::test {
namespace {

constexpr int most_rounds = 6;

class Shrinker {
 public:
  Shrinker(RandomProject project, const Difference& difference)
      : project_(std::move(project)), edition_(difference.edition), about_(first_line(difference)) {}

  RandomProject run() {
    for (int round = 0; round < most_rounds; ++round) {
      changed_ = false;
      for (RandomFile& file : project_) without_pieces(file.blocks);
      for (RandomFile& file : project_) without_conditions(file.blocks);
      if (!changed_) break;
    }
    return std::move(project_);
  }

 private:
  /// Whether the project as it is now fails in the same way.
  bool fails() const {
    const Comparison comparison = compare_with_cut(project_, edition_);
    return !comparison.differences.empty() && first_line(comparison.differences[0]) == about_;
  }

  /// What tells a page that differs from projects that cannot be built.
  static std::string first_line(const Difference& difference) {
    return difference.page.empty() ? difference.report.substr(0, difference.report.find('\n')) : "a page";
  }

  void without_pieces(std::vector<Piece>& pieces) {
    // Halves first: most of a page has nothing to do with the difference.
    for (std::size_t count = std::max<std::size_t>(pieces.size() / 2, 1); count > 0; count /= 2) {
      for (std::size_t at = 0; at + count <= pieces.size();) {
        if (!drop(pieces, at, count)) at += count;
      }
    }
    for (Piece& piece : pieces) without_pieces(piece.inside);
  }

  bool drop(std::vector<Piece>& pieces, std::size_t at, std::size_t count) {
    const auto begin = pieces.begin() + static_cast<long>(at);
    const auto end = begin + static_cast<long>(count);
    if (std::any_of(begin, end, [](const Piece& piece) { return piece.must_stay; })) return false;
    const std::vector<Piece> before = pieces;
    pieces.erase(begin, end);
    if (fails()) return changed_ = true;
    pieces = before;
    return false;
  }

  void without_conditions(std::vector<Piece>& pieces) {
    for (Piece& piece : pieces) {
      if (!piece.condition.empty()) {
        const std::string before = piece.condition;
        piece.condition.clear();
        if (fails()) {
          changed_ = true;
        } else {
          piece.condition = before;
        }
      }
      without_conditions(piece.inside);
    }
  }

  RandomProject project_;
  std::optional<std::size_t> edition_;
  std::string about_;
  bool changed_ = false;
};

}  // namespace

RandomProject shrunk(RandomProject project, const Comparison& failure) {
  return Shrinker(std::move(project), failure.differences[0]).run();
}

}  // namespace tailorbird::test
