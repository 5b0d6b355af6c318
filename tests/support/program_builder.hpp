#pragma once
// Builds page programs by hand, for tests of the layers after compile/.
//
//   ProgramBuilder page("content/en/plan.md");
//   page.html("<p>").text("Hello").html("</p>\n");
//   page.only(only_managers, [&] { page.paragraph("For managers."); });
//   Program program = page.done();

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "model/program.hpp"

namespace tailorbird::test {

class ProgramBuilder {
 public:
  using Inside = std::function<void()>;

  explicit ProgramBuilder(std::string file) { program_.file = std::move(file); }

  ProgramBuilder& html(std::string_view html) { return piece(Op::literal, html); }
  ProgramBuilder& text(std::string_view words) { return piece(Op::text, words); }
  ProgramBuilder& paragraph(std::string_view words) { return html("<p>").text(words).html("</p>\n"); }

  ProgramBuilder& only(const Condition& condition, const Inside& inside,
                       Placement placement = Placement::block, Position where = {7, 1}) {
    const std::uint32_t index = condition_index(condition, placement, where);
    const std::uint32_t begin = add(Op::begin_if, index);
    inside();
    add(Op::end_if, index);
    program_.code[begin].b = size();
    return *this;
  }

  /// <li>words</li>, under `condition` if it has one.
  ProgramBuilder& item(std::string_view words, const Condition& condition = {}) {
    const auto inside = [&] {
      const std::uint32_t index = static_cast<std::uint32_t>(program_.conditions.size()) - 1;
      html("<li");
      if (!condition.always()) add(Op::if_attributes, index);
      html(">");
      if (!condition.always()) add(Op::if_label, index);
      add(Op::content);
      text(words).html("</li>\n");
    };
    if (condition.always()) {
      inside();
      return *this;
    }
    return only(condition, inside, Placement::element);
  }

  /// Whatever `inside` writes, left out when nothing in it is shown.
  ProgramBuilder& optional(const Inside& inside) {
    const std::uint32_t begin = add(Op::begin_optional);
    inside();
    add(Op::end_optional);
    program_.code[begin].b = size();
    return *this;
  }

  /// <ul>…</ul>, left out when no item in it is shown.
  ProgramBuilder& list(const Inside& inside) {
    const std::uint32_t begin = add(Op::begin_optional);
    html("<ul>\n");
    inside();
    html("</ul>\n");
    add(Op::end_optional);
    program_.code[begin].b = size();
    return *this;
  }

  ProgramBuilder& heading(int level, std::string id, std::string_view words, bool explicit_id = false,
                          const Condition& own = {}, const Inside& after_words = {}) {
    const auto inside = [&] {
      const auto index = static_cast<std::uint32_t>(program_.headings.size());
      Heading& heading = program_.headings.emplace_back();
      heading.level = static_cast<std::uint8_t>(level);
      heading.id = std::move(id);
      heading.explicit_id = explicit_id;
      heading.where = {10 + index, 1};
      heading.condition = own.always() ? -1 : static_cast<int>(program_.conditions.size()) - 1;
      add(Op::begin_heading, index);
      if (!own.always()) add(Op::if_label, static_cast<std::uint32_t>(heading.condition));
      program_.headings[index].text.begin = size();
      text(words);
      if (after_words) after_words();
      program_.headings[index].text.end = size();
      add(Op::end_heading, index);
    };
    if (own.always()) {
      inside();
      return *this;
    }
    return only(own, inside, Placement::element);
  }

  ProgramBuilder& link(LinkUse::Kind kind, std::string target, std::string_view words,
                       std::string fragment = {}, std::string title = {}) {
    LinkUse use;
    use.kind = kind;
    use.target = std::move(target);
    use.written = use.target;
    use.fragment = std::move(fragment);
    use.title = std::move(title);
    use.where = {5, 3};
    use.length = 4;
    program_.links.push_back(use);
    add(Op::begin_link, static_cast<std::uint32_t>(program_.links.size()) - 1);
    text(words);
    add(Op::end_link, static_cast<std::uint32_t>(program_.links.size()) - 1);
    return *this;
  }

  ProgramBuilder& variable(std::string name) {
    program_.variables.push_back({std::move(name), {6, 2}, 9});
    add(Op::variable, static_cast<std::uint32_t>(program_.variables.size()) - 1);
    return *this;
  }

  ProgramBuilder& image(std::string target, std::string alt) {
    program_.images.push_back({target, target, std::move(alt), {}, {8, 1}, 3});
    add(Op::image, static_cast<std::uint32_t>(program_.images.size()) - 1);
    return *this;
  }

  ProgramBuilder& include(std::string path) {
    program_.includes.push_back({std::move(path), {9, 1}, 12});
    add(Op::include, static_cast<std::uint32_t>(program_.includes.size()) - 1);
    return *this;
  }

  /// Adds a footnote, whose body comes after the code of the page. Returns its index for `refer`.
  std::uint32_t note(std::string name, std::string words, const Condition& condition = {}) {
    notes_.push_back(std::move(words));
    program_.footnotes.push_back({std::move(name), {}, {20, 1}});
    if (!condition.always())
      program_.footnotes.back().conditions = {condition_index(condition, Placement::block, {19, 1})};
    return static_cast<std::uint32_t>(notes_.size()) - 1;
  }
  /// Adds a reference to `notes` notes of one name, the first of which is `note`.
  ProgramBuilder& refer(std::uint32_t note, std::uint32_t notes = 1) {
    add(Op::footnote, note, notes);
    return *this;
  }

  /// A part whose body `inside` writes. Call it within `component`.
  Part part(std::string role, const Inside& inside, const Condition& condition = {}) {
    Part part;
    part.role = std::move(role);
    if (!condition.always())
      part.condition = static_cast<int>(condition_index(condition, Placement::element, {12, 3}));
    part.body.begin = size();
    inside();
    part.body.end = size();
    return part;
  }

  /// Adds a component. `make` writes the code of all bodies and returns the root part.
  ProgramBuilder& component(int kind, const std::function<Part()>& make) {
    const std::uint32_t begin = add(Op::component, static_cast<std::uint32_t>(program_.components.size()));
    const std::size_t index = program_.components.size();
    program_.components.emplace_back();
    Part root = make();
    program_.components[index].kind = static_cast<std::uint16_t>(kind);
    if (root.condition >= 0)
      program_.conditions[static_cast<std::size_t>(root.condition)].placement = Placement::block;
    program_.components[index].root = std::move(root);
    program_.code[begin].b = size();
    return *this;
  }

  Program done() {
    program_.main = {0, size()};
    for (std::size_t index = 0; index < notes_.size(); ++index) {
      program_.footnotes[index].body.begin = size();
      paragraph(notes_[index]);
      program_.footnotes[index].body.end = size();
    }
    return std::move(program_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(program_.code.size()); }

  std::uint32_t add(Op op, std::uint32_t a = 0, std::uint32_t b = 0) {
    program_.code.push_back({op, a, b});
    return size() - 1;
  }

  ProgramBuilder& piece(Op op, std::string_view bytes) {
    add(op, static_cast<std::uint32_t>(program_.text.size()), static_cast<std::uint32_t>(bytes.size()));
    program_.text += bytes;
    return *this;
  }

  std::uint32_t condition_index(const Condition& condition, Placement placement, Position where) {
    program_.conditions.push_back({condition, placement, where, 10});
    return static_cast<std::uint32_t>(program_.conditions.size()) - 1;
  }

  Program program_;
  std::vector<std::string> notes_;
};

}  // namespace tailorbird::test
