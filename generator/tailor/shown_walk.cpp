#include "tailor/shown_walk.hpp"

namespace tailorbird {
namespace {

class Walk {
 public:
  Walk(const Program& program, const ShownVisitor& visitor) : program_(program), visitor_(visitor) {}

  void range(CodeRange range, const ReaderSet& space) const {
    for (std::uint32_t at = range.begin; at < range.end;) {
      const Instruction& now = program_.code[at];
      if (now.op == Op::begin_if) {
        guarded(static_cast<int>(now.a), space, [&](const ReaderSet& fewer) {
          this->range({at + 1, now.b - 1}, fewer);
        });
        at = now.b;
        continue;
      }
      if (now.op == Op::include && visitor_.include) visitor_.include(program_.includes[now.a], space);
      if (now.op == Op::component) component(program_.components[now.a], space);
      at = now.op == Op::component ? now.b : at + 1;
    }
  }

 private:
  /// `inside` for the readers for whom the condition can hold, if any. Condition -1: all.
  void guarded(int condition, const ReaderSet& space,
               const std::function<void(const ReaderSet&)>& inside) const {
    if (condition < 0) return inside(space);
    const auto index = static_cast<std::size_t>(condition);
    const Condition& found = program_.conditions[index].condition;
    const Verdict verdict = decide(found, space);
    if (visitor_.condition) visitor_.condition(index, verdict);
    if (verdict != Verdict::fails) inside(narrowed(space, found));
  }

  void component(const ComponentUse& use, const ReaderSet& space) const {
    guarded(use.root.condition, space, [&](const ReaderSet& fewer) {
      if (visitor_.component) visitor_.component(use);
      body(use.root, fewer);
    });
  }

  void body(const Part& part, const ReaderSet& space) const {
    range(part.body, space);
    for (const Part& child : part.children) {
      guarded(child.condition, space, [&](const ReaderSet& fewer) { body(child, fewer); });
    }
  }

  const Program& program_;
  const ShownVisitor& visitor_;
};

}  // namespace

void walk_live(const Program& program, const ReaderSet& space, const ShownVisitor& visitor) {
  Walk(program, visitor).range(program.main, space);
}

}  // namespace tailorbird
