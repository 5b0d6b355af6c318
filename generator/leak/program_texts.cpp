#include "leak/program_texts.hpp"

#include <functional>

#include "components/component.hpp"
#include "text/extract_text.hpp"

namespace tailorbird {
namespace {

class Collector {
 public:
  Collector(const Program& program, RestrictedTexts& texts) : program_(program), texts_(texts) {}

  void page(std::uint32_t guard) {
    range(program_.main, guard);
    end_block();
    for (const Footnote& footnote : program_.footnotes) {
      range(footnote.body, under_all(footnote.conditions, guard));
      end_block();
    }
  }

 private:
  void range(CodeRange range, std::uint32_t guard) {
    for (std::uint32_t at = range.begin; at < range.end;) at = step(at, guard);
  }

  std::uint32_t step(std::uint32_t at, std::uint32_t guard) {
    const Instruction& now = program_.code[at];
    switch (now.op) {
      case Op::literal:
        literal(program_.piece(now), guard);
        break;
      case Op::text:
        add(program_.piece(now), guard);
        break;
      case Op::begin_if:
        inside(at, guard);
        return now.b;
      case Op::begin_link:
        links(now.a, guard);
        break;
      case Op::image:
        images(now.a, guard);
        break;
      case Op::include:
        end_block();
        texts_.includes.push_back({program_.includes[now.a].path, guard});
        break;
      case Op::component:
        component(program_.components[now.a], guard);
        return now.b;
      case Op::end_if:
      case Op::end_link:
      case Op::if_attributes:
      case Op::if_label:
      case Op::content:
        break;
      case Op::begin_optional:
      case Op::end_optional:
      case Op::variable:
      case Op::begin_heading:
      case Op::end_heading:
      case Op::footnote:
        end_block();
        break;
    }
    return at + 1;
  }

  void literal(std::string_view html, std::uint32_t guard) {
    if (is_inline_html(html)) {
      add(html, guard);
    } else {
      end_block();
    }
  }

  void add(std::string_view html, std::uint32_t guard) {
    if (block_.empty() || block_.back().guard != guard) block_.push_back({{}, guard});
    block_.back().words += html;
  }

  void inside(std::uint32_t at, std::uint32_t guard) {
    const Instruction& begin = program_.code[at];
    const bool block = program_.conditions[begin.a].placement != Placement::words;
    if (block) end_block();
    range({at + 1, begin.b - 1}, under(static_cast<int>(begin.a), guard));
    if (block) end_block();
  }

  /// The guard of a condition within `guard`; -1: the same.
  std::uint32_t under(int condition, std::uint32_t guard) {
    if (condition < 0) return guard;
    const ConditionUse& use = program_.conditions[static_cast<std::size_t>(condition)];
    Guard inner = texts_.guards[guard];
    inner.parent = guard;
    inner.condition = use.condition;
    inner.where = {program_.file, use.where, use.length};
    texts_.guards.push_back(std::move(inner));
    return static_cast<std::uint32_t>(texts_.guards.size()) - 1;
  }

  std::uint32_t under_all(const ConditionChain& chain, std::uint32_t guard) {
    for (const std::uint32_t condition : chain) guard = under(static_cast<int>(condition), guard);
    return guard;
  }

  void component(const ComponentUse& use, std::uint32_t guard) {
    if (component_specs()[use.kind].in_words) {
      range(use.root.body, guard);  // its words belong to the sentence around it
      return;
    }
    end_block();
    part(use.root, guard);
  }

  void part(const Part& part, std::uint32_t around) {
    const std::uint32_t guard = under(part.condition, around);
    for (const auto& [name, value] : part.attributes) alone(value, guard);
    range(part.body, guard);
    end_block();
    for (const Part& child : part.children) this->part(child, guard);
  }

  /// A link, and the same for other readers.
  void links(std::uint32_t first, std::uint32_t guard) {
    for (std::uint32_t index = first; index <= first + program_.links[first].others; ++index)
      link(program_.links[index], under_all(program_.links[index].conditions, guard));
  }

  void images(std::uint32_t first, std::uint32_t guard) {
    end_block();
    for (std::uint32_t index = first; index <= first + program_.images[first].others; ++index)
      image(program_.images[index], under_all(program_.images[index].conditions, guard));
  }

  void link(const LinkUse& link, std::uint32_t guard) {
    if (link.kind == LinkUse::Kind::outside) texts_.names.push_back({extract_text(link.target).words, guard});
    alone_html(link.title, guard);
  }

  void image(const ImageUse& image, std::uint32_t guard) {
    alone_html(image.alt, guard);
    alone_html(image.title, guard);
  }

  /// Words that stand for themselves, in an attribute.
  void alone_html(std::string_view html, std::uint32_t guard) { alone(extract_text(html).words, guard); }
  void alone(std::string words, std::uint32_t guard) {
    if (!words.empty()) texts_.blocks.push_back({{std::move(words), guard}});
  }

  void end_block() {
    if (block_.empty()) return;
    for (RestrictedText& text : block_) text.words = extract_text(text.words).words;
    texts_.blocks.push_back(std::exchange(block_, {}));
  }

  const Program& program_;
  RestrictedTexts& texts_;
  TextBlock block_;  // in HTML until it ends
};

}  // namespace

void add_program_texts(const Program& program, std::uint32_t page, RestrictedTexts& texts) {
  Collector(program, texts).page(page);
}

}  // namespace tailorbird
