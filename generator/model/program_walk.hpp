#pragma once
// Traversal of a page program: visits instructions in order, and the content of each condition as a whole.
// All code that reads programs is a visitor of it, so that there is one definition of what a condition
// covers.

#include <cstdint>
#include <functional>

#include "model/program.hpp"

namespace tailorbird {

/// Returned by a visitor to end the traversal of a range.
inline constexpr std::uint32_t stop_walk = 0xFFFFFFFF;

/// Visits `range` of the program's code. A visitor keeps its own state, and has
///   void condition(std::uint32_t index, inside)     inside() visits the content under it
///   void component(const ComponentUse& use)         walk_part visits its content
///   std::uint32_t instruction(std::uint32_t at)     the others; returns the next to visit: at + 1, one
///                                                   further on, or stop_walk
/// It may have
///   std::uint32_t stored(CodeRange range)           instead of instruction() for literals and texts, of
///                                                   which `range` begins with one: may visit several
template <typename Visitor>
void walk(const Program& program, CodeRange range, Visitor& visitor) {
  for (std::uint32_t at = range.begin; at < range.end;) {
    const Instruction& now = program.code[at];
    if (now.op == Op::begin_if) {
      visitor.condition(now.a, [&program, &visitor, inside = CodeRange{at + 1, now.b - 1}] {
        walk(program, inside, visitor);
      });
      at = now.b;
    } else if (now.op == Op::component) {
      visitor.component(program.components[now.a]);
      at = now.b;
    } else if constexpr (requires { visitor.stored(range); }) {
      at = is_stored(now) ? visitor.stored({at, range.end}) : visitor.instruction(at);
    } else {
      at = visitor.instruction(at);
    }
  }
}

/// Calls `inside` under the condition with this index; directly when it is -1.
template <typename Visitor, typename Inside>
void walk_under(int condition, Visitor& visitor, const Inside& inside) {
  if (condition < 0) return inside();
  visitor.condition(static_cast<std::uint32_t>(condition), inside);
}

/// Calls `inside` under all conditions of the chain.
template <typename Visitor>
void walk_under(const ConditionChain& chain, Visitor& visitor, const std::function<void()>& inside,
                std::size_t from = 0) {
  if (from == chain.size()) return inside();
  visitor.condition(chain[from], [&] { walk_under(chain, visitor, inside, from + 1); });
}

/// Visits the body of `part`, then its child parts, each under its condition.
template <typename Visitor>
void walk_part(const Program& program, const Part& part, Visitor& visitor) {
  walk(program, part.body, visitor);
  for (const Part& child : part.children)
    walk_under(child.condition, visitor, [&] { walk_part(program, child, visitor); });
}

/// A visitor that tracks the readers who meet the enclosing conditions, and skips content for nobody.
/// `Derived` may hide `decided`.
template <typename Derived>
class ReaderVisitor {
 public:
  ReaderVisitor(const Program& program, ReaderSet readers)
      : program_(program), readers_(std::move(readers)) {}

  template <typename Inside>
  void condition(std::uint32_t index, const Inside& inside) {
    const Condition& condition = program_.conditions[index].condition;
    const Verdict verdict = decide(condition, readers_);
    static_cast<Derived&>(*this).decided(index, verdict);
    if (verdict == Verdict::fails) return;
    const ReaderSet around = readers_;
    readers_ = narrowed(std::move(readers_), condition);
    inside();
    readers_ = around;
  }

  void decided(std::uint32_t, Verdict) {}

 protected:
  const Program& program() const { return program_; }
  const ReaderSet& readers() const { return readers_; }

 private:
  const Program& program_;
  ReaderSet readers_;
};

}  // namespace tailorbird
