#include "tailor/shown_walk.hpp"

#include "model/program_walk.hpp"

namespace tailorbird {
namespace {

class ShownWalk : public ReaderVisitor<ShownWalk> {
 public:
  ShownWalk(const Program& program, const ReaderSet& space, const ShownVisitor& visitor)
      : ReaderVisitor(program, space), visitor_(visitor) {}

  void decided(std::uint32_t condition, Verdict verdict) {
    if (visitor_.condition) visitor_.condition(condition, verdict);
  }

  void component(const ComponentUse& use) {
    walk_under(use.root.condition, *this, [&] {
      if (visitor_.component) visitor_.component(use);
      walk_part(program(), use.root, *this);
    });
  }

  std::uint32_t instruction(std::uint32_t at) {
    const Instruction& now = program().code[at];
    if (now.op == Op::include && visitor_.include) visitor_.include(program().includes[now.a], readers());
    if (now.op == Op::footnote) {
      for (std::uint32_t note = now.a; note < now.a + now.b; ++note)
        walk_under(program().footnotes[note].conditions, *this, [] {});
    }
    return at + 1;
  }

 private:
  const ShownVisitor& visitor_;
};

}  // namespace

void walk_shown(const Program& program, const ReaderSet& space, const ShownVisitor& visitor) {
  ShownWalk walker(program, space, visitor);
  walk(program, program.main, walker);
  for (const Footnote& note : program.footnotes)
    walk_under(note.conditions, walker, [&] { walk(program, note.body, walker); });
}

}  // namespace tailorbird
