#include "report/shown_pieces.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/program_walk.hpp"
#include "tailor/word_count.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t deepest_include = 8;

using PartialsByPath = std::map<std::string_view, std::size_t>;

/// State shared by the walks through all pages.
struct Search {
  const ProgramOf& programs;
  const PartialsByPath& partials;
  const ReaderSet& everybody;
  Shown& shown;
  std::set<std::pair<std::size_t, std::uint32_t>> seen_conditions;
};

class PieceVisitor : public ReaderVisitor<PieceVisitor> {
 public:
  PieceVisitor(const Program& program, ReaderSet readers, Search& search, ShownPiece place, std::size_t depth)
      : ReaderVisitor(program, std::move(readers)), search_(search), place_(place), depth_(depth) {}

  template <typename Inside>
  void condition(std::uint32_t index, const Inside& inside) {
    const bool outer = place_.conditional;
    const bool limits = decide(program().conditions[index].condition, search_.everybody) != Verdict::holds;
    ReaderVisitor::condition(index, [&] {
      if (limits && search_.seen_conditions.emplace(place_.program, index).second) ++search_.shown.conditions;
      place_.conditional = place_.conditional || limits;
      inside();
    });
    place_.conditional = outer;
  }

  void component(const ComponentUse& use) {
    walk_under(use.root.condition, *this, [&] {
      ++search_.shown.components;
      walk_part(program(), use.root, *this);
    });
  }

  std::uint32_t instruction(std::uint32_t at) {
    const Instruction& now = program().code[at];
    if (now.op == Op::text) add(at, program().piece(now));
    if (now.op == Op::include) include(program().includes[now.a].path);
    return at + 1;
  }

 private:
  void add(std::uint32_t at, std::string_view text) {
    ShownPiece piece = place_;
    piece.at = at;
    piece.words = static_cast<std::uint32_t>(count_words(text));
    if (piece.words > 0) search_.shown.pieces.push_back(piece);
  }

  void include(std::string_view path) {
    const auto partial = search_.partials.find(path);
    if (partial == search_.partials.end() || depth_ == deepest_include) return;
    const Program& program = search_.programs(partial->second);
    ShownPiece place = place_;
    place.program = partial->second;
    PieceVisitor visitor(program, readers(), search_, place, depth_ + 1);
    walk(program, program.main, visitor);
  }

  Search& search_;
  ShownPiece place_;
  std::size_t depth_;
};

bool is_of_content(const Page& page, std::string_view language) {
  return page.language == language && page.overlay_of.empty();
}

}  // namespace

std::size_t Shown::words() const {
  std::size_t count = 0;
  for (const ShownPiece& piece : pieces) count += piece.words;
  return count;
}

std::size_t Shown::conditional_words() const {
  std::size_t count = 0;
  for (const ShownPiece& piece : pieces) count += piece.conditional ? piece.words : 0;
  return count;
}

Shown shown_to(const Project& project, const ProgramOf& programs, std::string_view language,
               const ReaderSet& space) {
  PartialsByPath partials;
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Page& page = project.pages[index];
    if (page.partial && is_of_content(page, language)) partials.emplace(page.path, index);
  }
  Shown shown;
  const ReaderSet everybody = project.site.everybody();
  Search search{programs, partials, everybody, shown, {}};
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Page& page = project.pages[index];
    if (page.partial || !is_of_content(page, language)) continue;
    if (decide(page.front.condition, space) == Verdict::fails) continue;
    ++shown.pages;
    const bool limits = decide(page.front.condition, everybody) != Verdict::holds;
    const Program& program = programs(index);
    PieceVisitor visitor(program, narrowed(space, page.front.condition), search, {index, index, 0, 0, limits},
                         0);
    walk(program, program.main, visitor);
    for (const Footnote& note : program.footnotes)
      walk_under(note.conditions, visitor, [&] { walk(program, note.body, visitor); });
  }
  std::sort(shown.pieces.begin(), shown.pieces.end());
  return shown;
}

double Difference::percent() const {
  return words == 0 ? 0.0 : 100.0 * static_cast<double>(differing) / static_cast<double>(words);
}

Difference difference(const Shown& a, const Shown& b) {
  Difference result;
  auto left = a.pieces.begin();
  auto right = b.pieces.begin();
  while (left != a.pieces.end() || right != b.pieces.end()) {
    const bool only_left = right == b.pieces.end() || (left != a.pieces.end() && *left < *right);
    const bool only_right = left == a.pieces.end() || (right != b.pieces.end() && *right < *left);
    const std::uint32_t words = only_right ? right->words : left->words;
    result.words += words;
    if (only_left || only_right) result.differing += words;
    if (!only_right) ++left;
    if (!only_left) ++right;
  }
  return result;
}

}  // namespace tailorbird
