#include "tailor/content_search.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "model/program_walk.hpp"

namespace tailorbird {
namespace {

class ContentSearch : public ReaderVisitor<ContentSearch> {
 public:
  ContentSearch(const Program& program, const ReaderSet& readers, bool marked_only,
                const IncludeShown& is_shown)
      : ReaderVisitor(program, readers), marked_only_(marked_only), is_shown_(is_shown) {}

  bool found() const { return found_; }

  template <typename Inside>
  void condition(std::uint32_t index, const Inside& inside) {
    if (!found_) ReaderVisitor::condition(index, inside);
  }

  void component(const ComponentUse& use) {
    if (marked_only_ || found_) return;
    walk_under(use.root.condition, *this, [&] {
      const Part& root = use.root;
      if (root.children.empty() && root.body.begin != root.body.end) return walk(program(), root.body, *this);
      found_ = root.children.empty() || std::any_of(root.children.begin(), root.children.end(),
                                                    [this](const Part& part) { return is_for_some(part); });
    });
  }

  std::uint32_t instruction(std::uint32_t at) {
    found_ = found_ || is_content(program().code[at]);
    return found_ ? stop_walk : at + 1;
  }

 private:
  bool is_for_some(const Part& part) const {
    return part.condition < 0 ||
           decide(program().conditions[static_cast<std::size_t>(part.condition)].condition, readers()) !=
               Verdict::fails;
  }

  bool is_content(const Instruction& now) const {
    switch (now.op) {
      case Op::content:
        return true;
      case Op::text:
        return !marked_only_ && !trim(program().piece(now)).empty();
      case Op::variable:
      case Op::image:
      case Op::footnote:
        return !marked_only_;
      case Op::include:
        return !marked_only_ && is_shown_(program().includes[now.a], readers());
      default:
        return false;
    }
  }

  const bool marked_only_;
  const IncludeShown& is_shown_;
  bool found_ = false;
};

}  // namespace

bool has_content(const Program& program, std::uint32_t at, const ReaderSet& readers,
                 const IncludeShown& is_shown) {
  const Instruction& begin = program.code[at];
  ContentSearch search(program, readers, begin.a == optional_rows, is_shown);
  walk(program, {at + 1, begin.b - 1}, search);
  return search.found();
}

}  // namespace tailorbird
