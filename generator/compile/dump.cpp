#include "compile/dump.hpp"

#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "model/program_walk.hpp"

namespace tailorbird {
namespace {

class Dumper {
 public:
  // A visitor of model/program_walk.hpp.
  template <typename Inside>
  void condition(std::uint32_t index, const Inside& inside) {
    open(condition_line(index));
    inside();
    close();
  }
  void component(const ComponentUse& use) { part(use.root); }
  std::uint32_t instruction(std::uint32_t at) {
    write(program_.code[at]);
    return at + 1;
  }

  Dumper(const Program& program, const Site& site) : program_(program), site_(site) {}

  std::string dump() {
    range(program_.main);
    for (const Footnote& note : program_.footnotes) {
      open(fmt::format("note {}{}", note.name, conditions(note.conditions)));
      range(note.body);
      close();
    }
    if (program_.failed) line("failed");
    return std::move(out_);
  }

 private:
  void line(std::string_view text) {
    out_.append(indent_ * 2, ' ');
    out_ += text;
    out_ += '\n';
  }
  void open(std::string_view text) {
    line(std::string(text) + " {");
    ++indent_;
  }
  void close() {
    --indent_;
    line("}");
  }

  static std::string quoted(std::string_view text) {
    return "\"" + replace_all(replace_all(text, "\\", "\\\\"), "\n", "\\n") + "\"";
  }

  std::string condition_words(std::uint32_t index) const {
    const Condition& one = program_.conditions[index].condition;
    return (one.negated ? "except " : "only ") + condition_code(site_, {false, one.atoms});
  }

  /// " (only audience=manager, except phase=plan)", or empty.
  std::string conditions(const ConditionChain& chain) const {
    std::vector<std::string> all;
    for (const std::uint32_t index : chain) all.push_back(condition_words(index));
    return all.empty() ? std::string() : " (" + join(all, ", ") + ")";
  }

  /// What `describe` says of a link or picture and of the same for other readers.
  template <typename Use, typename Describe>
  std::string alternatives(const std::pmr::vector<Use>& uses, std::uint32_t first,
                           const Describe& describe) const {
    std::vector<std::string> all;
    for (std::uint32_t index = first; index <= first + uses[first].others; ++index)
      all.push_back(describe(uses[index]) + conditions(uses[index].conditions));
    return join(all, " or ");
  }

  void range(CodeRange code) { walk(program_, code, *this); }

  void write(const Instruction& now) {
    switch (now.op) {
      case Op::literal:
        if (now.b > 0) line("html " + quoted(program_.piece(now)));
        break;
      case Op::text:
        if (now.b > 0) line("text " + quoted(program_.piece(now)));
        break;
      case Op::begin_if:
      case Op::end_if:
      case Op::component:
        break;  // structure: see above
      case Op::if_attributes:
        line("if-attributes");
        break;
      case Op::if_label:
        line("if-label");
        break;
      case Op::begin_optional:
        open("optional");
        break;
      case Op::end_optional:
        close();
        break;
      case Op::content:
        line("content");
        break;
      case Op::variable:
        line("variable " + program_.variables[now.a].name);
        break;
      case Op::begin_link:
        open(alternatives(program_.links, now.a, link));
        break;
      case Op::end_link:
        close();
        break;
      case Op::image:
        line(alternatives(program_.images, now.a, image));
        break;
      case Op::begin_heading:
        open(heading(program_.headings[now.a]));
        break;
      case Op::end_heading:
        close();
        break;
      case Op::footnote:
        line("footnote " + program_.footnotes[now.a].name);
        break;
      case Op::include:
        line("include " + program_.includes[now.a].path);
        break;
    }
  }

  std::string condition_line(std::uint32_t index) const {
    constexpr std::array<std::string_view, 3> placements = {"block", "words", "element"};
    const auto placement = static_cast<std::size_t>(program_.conditions[index].placement);
    return fmt::format("{} ({})", condition_words(index), placements[placement]);
  }

  static std::string link(const LinkUse& use) {
    constexpr std::array<std::string_view, 5> kinds = {"page", "fragment", "outside", "variable", "file"};
    std::string text = fmt::format("link {}", kinds[static_cast<std::size_t>(use.kind)]);
    if (!use.target.empty()) text += " " + use.target;
    if (!use.fragment.empty()) text += " #" + use.fragment;
    if (!use.title.empty()) text += " title " + quoted(use.title);
    return text;
  }

  static std::string image(const ImageUse& use) {
    return fmt::format("image {} alt {}{}", use.target, quoted(use.alt),
                       use.title.empty() ? "" : " title " + quoted(use.title));
  }

  static std::string heading(const Heading& one) {
    return fmt::format("heading {} #{}{}", one.level, one.id, one.explicit_id ? " given" : "");
  }

  void part(const Part& one) {
    std::string text = one.role;
    if (!one.id.empty()) text += " #" + one.id;
    for (const auto& [name, value] : one.attributes) text += fmt::format(" {}={}", name, quoted(value));
    if (one.condition >= 0)
      text += fmt::format(" ({})", condition_words(static_cast<std::uint32_t>(one.condition)));
    open(text);
    range(one.body);
    for (const Part& child : one.children) part(child);
    close();
  }

  const Program& program_;
  const Site& site_;
  std::string out_;
  std::size_t indent_ = 0;
};

}  // namespace

std::string dump(const Program& program, const Site& site) { return Dumper(program, site).dump(); }

}  // namespace tailorbird
