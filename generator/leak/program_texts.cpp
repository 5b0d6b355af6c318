#include "leak/program_texts.hpp"

#include <utility>

#include "components/component.hpp"
#include "model/program_walk.hpp"
#include "text/extract_text.hpp"

namespace tailorbird {
namespace {

/// A visitor (model/program_walk.hpp) that keeps track of the guard of the current place.
class Collector {
 public:
  Collector(const Program& program, std::uint32_t guard, RestrictedTexts& texts)
      : program_(program), texts_(texts), guard_(guard) {}

  void page() {
    walk(program_, program_.main, *this);
    end_block();
    for (const Footnote& note : program_.footnotes) {
      walk_under(note.conditions, *this, [&] { walk(program_, note.body, *this); });
      end_block();
    }
  }

  template <typename Inside>
  void condition(std::uint32_t index, const Inside& inside) {
    const ConditionUse& use = program_.conditions[index];
    const bool block = use.placement != Placement::words;
    if (block) end_block();
    const std::uint32_t around = enter(index);
    inside();
    if (block) end_block();
    guard_ = around;
  }

  void component(const ComponentUse& use) {
    // A component inside a sentence, such as a term: its words are part of that sentence.
    if (component_specs()[use.kind].in_words) return walk(program_, use.root.body, *this);
    end_block();
    walk_under(use.root.condition, *this, [&] { part(use.root); });
  }

  std::uint32_t instruction(std::uint32_t at) {
    read(program_.code[at]);
    return at + 1;
  }

 private:
  /// Adds a guard for the condition inside the current one and makes it current. Returns the guard before.
  std::uint32_t enter(std::uint32_t index) {
    const ConditionUse& use = program_.conditions[index];
    Guard inner = texts_.guards[guard_];
    inner.parent = guard_;
    inner.condition = use.condition;
    inner.where = {program_.file, use.where, use.length};
    texts_.guards.push_back(std::move(inner));
    return std::exchange(guard_, static_cast<std::uint32_t>(texts_.guards.size()) - 1);
  }

  void read(const Instruction& now) {
    switch (now.op) {
      case Op::literal:
        literal(program_.piece(now));
        break;
      case Op::text:
        append_plain_text(words_here(), program_.piece(now));
        break;
      case Op::begin_link:
        alternatives(program_.links, now.a, [this](const LinkUse& use) { link(use); });
        break;
      case Op::image:
        end_block();
        alternatives(program_.images, now.a, [this](const ImageUse& use) { image(use); });
        break;
      case Op::include:
        end_block();
        texts_.includes.push_back({program_.includes[now.a].path, guard_});
        break;
      case Op::begin_if:
      case Op::end_if:
      case Op::component:
      case Op::end_link:
      case Op::if_attributes:
      case Op::if_label:
      case Op::content:
      case Op::begin_optional:
      case Op::end_optional:
        break;
      case Op::variable:
      case Op::begin_heading:
      case Op::end_heading:
      case Op::footnote:
        end_block();
        break;
    }
  }

  /// Reads a link or picture and its alternatives for other readers. Does not end the sentence around it.
  template <typename Use, typename Read>
  void alternatives(const std::pmr::vector<Use>& uses, std::uint32_t first, const Read& read) {
    const std::uint32_t around = guard_;
    for (std::uint32_t index = first; index <= first + uses[first].others; ++index) {
      for (const std::uint32_t condition : uses[index].conditions) enter(condition);
      read(uses[index]);
      guard_ = around;
    }
  }

  void literal(std::string_view html) {
    if (is_inline_html(html)) {
      words_here() += extract_text(html).words;
    } else {
      end_block();
    }
  }

  /// The words of the current block under the current guard, for appending.
  std::string& words_here() {
    if (block_.empty() || block_.back().guard != guard_) block_.push_back({{}, guard_});
    return block_.back().words;
  }

  void part(const Part& part) {
    for (const auto& [name, value] : part.attributes) alone(value);
    walk(program_, part.body, *this);
    end_block();
    for (const Part& child : part.children) walk_under(child.condition, *this, [&] { this->part(child); });
  }

  void link(const LinkUse& link) {
    if (link.kind == LinkUse::Kind::outside) texts_.names.push_back({shown_words(link.target), guard_});
    alone(shown_words(link.title));
  }

  void image(const ImageUse& image) {
    alone(shown_words(image.alt));
    alone(shown_words(image.title));
  }

  static std::string shown_words(std::string_view text) {
    std::string words;
    append_plain_text(words, text);
    return words;
  }
  /// Adds a text that is a block by itself, such as an attribute.
  void alone(std::string words) {
    if (!words.empty()) texts_.blocks.push_back({{std::move(words), guard_}});
  }

  void end_block() {
    if (block_.empty()) return;
    texts_.blocks.push_back(std::exchange(block_, {}));
  }

  const Program& program_;
  RestrictedTexts& texts_;
  std::uint32_t guard_;
  TextBlock block_;  // the current block
};

}  // namespace

void add_program_texts(const Program& program, std::uint32_t page, RestrictedTexts& texts) {
  Collector(program, page, texts).page();
}

}  // namespace tailorbird
