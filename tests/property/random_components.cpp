#include "property/random_components.hpp"

#include <functional>

namespace tailorbird::test {
namespace {

using Kind = Piece::Kind;

/// Makes one component. A part that its component must have is for all who can read the component.
class ComponentMaker {
 public:
  ComponentMaker(Random& random, RandomWords& words, const Place& place)
      : random_(random), words_(words), place_(place) {
    place_.in_component = true;
    ++place_.depth;
  }

  Piece make() {
    Piece component{.kind = Kind::div, .text = "", .inside = {}};
    if (random_.chance(40)) {
      const RandomCondition condition = random_condition(random_, place_.readers);
      component.condition = condition.mark;
      place_.readers &= condition.readers;
    }
    static const std::vector<void (ComponentMaker::*)(Piece&)> makers = {
        &ComponentMaker::key_points,   &ComponentMaker::next_step, &ComponentMaker::say_dont,
        &ComponentMaker::checklist,    &ComponentMaker::steps,     &ComponentMaker::faq,
        &ComponentMaker::conversation, &ComponentMaker::plan,      &ComponentMaker::timeline,
        &ComponentMaker::filled,       &ComponentMaker::question,  &ComponentMaker::quote,
        &ComponentMaker::figure};
    (this->*random_.pick(makers))(component);
    return component;
  }

 private:
  std::string title() { return " title=\"" + words_.some_words(1, 3) + "\""; }
  std::string id() { return " #x-" + words_.word(); }

  /// A condition on a part, sometimes. Parts take no mixture of .only and .except.
  void limit(Piece& part, Place& inside) {
    if (!random_.chance(40)) return;
    const RandomCondition condition = random_only(random_, inside.readers);
    part.condition = condition.mark;
    inside.readers &= condition.readers;
  }

  Piece paragraph(const Place& place) {
    Piece paragraph{.kind = Kind::paragraph, .text = "", .inside = words_.line(place), .must_stay = true};
    return paragraph;
  }

  Piece item(const std::string& text, bool must_stay) {
    Piece item{.kind = Kind::item, .text = text, .inside = {}, .must_stay = must_stay};
    Place inside = place_;
    if (!must_stay) limit(item, inside);
    item.inside = {paragraph(inside)};
    return item;
  }

  /// `least` items for all and some more, the last of them in a div of their own now and then.
  void add_items(Piece& into, const std::string& marker, std::size_t least, const std::string& text = "") {
    Piece list{.kind = Kind::list, .text = marker, .inside = {}, .is_close = true, .must_stay = true};
    for (std::size_t at = 0; at < least; ++at) list.inside.push_back(item(text, true));
    for (std::size_t left = random_.below(3); left > 0; --left) list.inside.push_back(item(text, false));
    into.inside.push_back(std::move(list));
    if (!random_.chance(25)) return;
    const RandomCondition condition = random_only(random_, place_.readers);
    const Readers before = place_.readers;
    place_.readers &= condition.readers;
    Piece more{.kind = Kind::list, .text = marker, .inside = {}, .is_close = true, .must_stay = true};
    more.inside = {item(text, true), item(text, false)};
    into.inside.push_back({.kind = Kind::div,
                           .text = "",
                           .inside = {std::move(more)},
                           .condition = condition.mark,
                           .is_close = true});
    place_.readers = before;
  }

  Piece part(const std::string& name, bool must_stay) {
    return {.kind = Kind::div, .text = "", .inside = {}, .extra = "." + name, .must_stay = must_stay};
  }

  void introduce(Piece& component) {
    if (random_.chance(40)) component.inside.push_back(words_.paragraph(place_));
  }

  void key_points(Piece& component) {
    component.extra = ".key-points";
    add_items(component, "-", 1);
  }
  void next_step(Piece& component) {
    component.extra = ".next-step";
    component.inside = {paragraph(place_)};
  }
  void quote(Piece& component) {
    component.extra = ".quote who=\"" + words_.some_words(1, 2) + "\"";
    component.inside = {paragraph(place_)};
  }
  void figure(Piece& component) {
    component.extra = ".figure";
    component.inside = {{.kind = Kind::lines,
                         .text = "![" + words_.word() + "](../media/dot.png)",
                         .inside = {},
                         .must_stay = true},
                        paragraph(place_)};
  }
  void steps(Piece& component) {
    component.extra = ".steps" + title();
    introduce(component);
    add_items(component, "1.", 1);
  }

  void say_dont(Piece& component) {
    component.extra = ".say-dont";
    for (const char* name : {"say", "dont"}) {
      component.inside.push_back(part(name, true));
      add_items(component.inside.back(), "-", 1);
    }
  }

  void checklist(Piece& component) {
    component.extra = ".checklist" + id() + title();
    introduce(component);
    add_items(component, "-", 1, "[ ] ");
    for (std::size_t left = random_.below(3); left > 0; --left)
      add_group(component, [&] { add_items(component, "-", 1, "[ ] "); });
  }

  void faq(Piece& component) {
    component.extra = ".faq";
    for (std::size_t left = random_.between(1, 3); left > 0; --left) {
      add_group(
          component,
          [&] {
            component.inside.push_back(paragraph(place_));
            if (random_.chance(40)) component.inside.push_back(words_.paragraph(place_));
          },
          component.inside.empty());
    }
  }

  /// A heading and what belongs to it; its condition is about both.
  void add_group(Piece& component, const std::function<void()>& add_rest, bool must_stay = false) {
    Piece heading{.kind = Kind::heading, .text = "###", .inside = {words_.plain(1, 3)}, .must_stay = true};
    heading.inside[0].must_stay = true;
    const Readers before = place_.readers;
    if (!must_stay) limit(heading, place_);
    component.inside.push_back(std::move(heading));
    add_rest();
    place_.readers = before;
  }

  void conversation(Piece& component) {
    component.extra = ".conversation" + id() + title();
    introduce(component);
    for (std::size_t left = random_.between(1, 2); left > 0; --left) {
      Piece step = part("step #x-" + words_.word(), true);
      step.inside.push_back(
          {.kind = Kind::quote, .text = "", .inside = {paragraph(place_)}, .must_stay = true});
      step.inside.push_back(choice("better", true));
      step.inside.push_back(choice("worse", true));
      if (random_.chance(50)) step.inside.push_back(choice("mixed", false));
      component.inside.push_back(std::move(step));
    }
    component.inside.push_back(part("summary", true));
    component.inside.back().inside = {paragraph(place_)};
  }

  Piece choice(const std::string& rate, bool must_stay) {
    Piece choice = part("choice rate=\"" + rate + "\"", must_stay);
    Place inside = place_;
    if (!must_stay) limit(choice, inside);
    choice.inside = {paragraph(inside), paragraph(inside)};
    return choice;
  }

  void plan(Piece& component) {
    component.extra = ".plan" + id() + title() + " weeks=6 most-hours-more=4";
    component.inside = {paragraph(place_), part("tasks", true), part("adjustments", true),
                        part("step-back", true)};
    add_items(component.inside[1], "-", 1);
    add_items(component.inside[2], "-", 1);
    component.inside[3].inside = {paragraph(place_)};
  }

  void timeline(Piece& component) {
    component.extra = ".timeline" + id() + title();
    add_items(component, "-", 1);
    for (Piece& block : component.inside) give_dates(block);
  }
  void give_dates(Piece& block) {
    for (Piece& inside : block.inside) {
      if (inside.kind == Kind::item) inside.extra = "week=" + std::to_string(random_.between(1, 100));
      if (inside.kind == Kind::list) give_dates(inside);
    }
  }

  /// Those whose words come from elsewhere.
  void filled(Piece& component) {
    const std::vector<std::string> heads = {".contacts roles=\"hr oh\"" + title(),
                                            ".responsibilities" + title(), ".glossary", ".sources"};
    component.extra = random_.pick(heads);
    // There a dimension says which rows are shown, not to whom.
    if (component.extra.starts_with(".responsibilities")) component.condition.clear();
  }

  void question(Piece& component) {
    component.extra = ".question" + title();
    component.inside.push_back(
        {.kind = Kind::list, .text = "-", .inside = {}, .is_close = true, .must_stay = true});
    Piece& answers = component.inside.back();
    answers.inside = {item("[ ] ", true), item("[x] ", true)};
    if (random_.chance(50)) answers.inside.push_back(item("[ ] ", false));
    component.inside.push_back(part("explanation", true));
    component.inside.back().inside = {paragraph(place_)};
  }

  Random& random_;
  RandomWords& words_;
  Place place_;
};

}  // namespace

Piece random_component(Random& random, RandomWords& words, const Place& place) {
  return ComponentMaker(random, words, place).make();
}

}  // namespace tailorbird::test
