#include "compile/parts/component_uses.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "compile/attributes/attribute_meaning.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/blocks/inlines.hpp"
#include "compile/blocks/leftovers.hpp"
#include "compile/parts/part_rules.hpp"
#include "components/component.hpp"
#include "diag/suggest.hpp"
#include "model/condition_names.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

using Kind = AttributeSpec::Kind;

constexpr std::string_view rule_prefix = "rule.";

// --- Attributes ---

void check_number(Context& context, const AttributeSpec& spec, const PlacedWord& value) {
  const bool digits = !value.text.empty() && value.text.size() <= 7 &&
                      value.text.find_first_not_of("0123456789") == std::string::npos;
  const int number = digits ? std::stoi(value.text) : -1;
  if (number >= spec.least && number <= spec.most) return;
  if (value.text.starts_with(rule_prefix)) {
    std::vector<std::string> known;
    for (const auto& [name, text] : context.site.variables) known.push_back(name);
    context.problem("attribute-value", value.where, value.length,
                    fmt::format("`{}` cannot be `{}`", spec.name, value.text), suggestion(value.text, known));
    return;
  }
  context.problem("attribute-value", value.where, value.length,
                  fmt::format("`{}` cannot be `{}`", spec.name, value.text),
                  fmt::format("write a whole number from {} to {}", spec.least, spec.most));
}

void check_choice(Context& context, const AttributeSpec& spec, const PlacedWord& value) {
  std::vector<std::string> choices;
  for (const std::string_view one : words(spec.choices)) choices.emplace_back(one);
  if (std::find(choices.begin(), choices.end(), value.text) != choices.end()) return;
  context.problem("attribute-value", value.where, value.length,
                  fmt::format("`{}` cannot be `{}`", spec.name, value.text), suggestion(value.text, choices));
}

void check_file(Context& context, const AttributeSpec& spec, const PlacedWord& value) {
  std::vector<std::string> endings;
  for (const std::string_view one : words(spec.choices)) endings.push_back("." + std::string(one));
  const std::string lower = ascii_lower(value.text);
  if (std::any_of(endings.begin(), endings.end(),
                  [&](const std::string& one) { return lower.ends_with(one); }))
    return;
  context.problem("attribute-value", value.where, value.length,
                  fmt::format("`{}` cannot be the file `{}`", spec.name, value.text),
                  fmt::format("its name must end in {}", join(endings, " or ")));
}

struct KindCheck {
  Kind kind;
  void (*check)(Context&, const AttributeSpec&, const PlacedWord&);
};

constexpr KindCheck kind_checks[] = {
    {Kind::number, check_number}, {Kind::choice, check_choice}, {Kind::file, check_file}};

void check_value(Context& context, const AttributeSpec& spec, const PlacedWord& value) {
  if (trim(value.text).empty()) {
    context.problem("attribute-value", value.where, value.length, fmt::format("`{}` is empty", spec.name));
    return;
  }
  for (const KindCheck& row : kind_checks) {
    if (row.kind == spec.kind) row.check(context, spec, value);
  }
}

/// The number of content/rules.yaml that `week=rule.nl.plan-due` stands for; any other value as it is.
PlacedWord number_of_rule(Context& context, PlacedWord value) {
  if (!value.text.starts_with(rule_prefix)) return value;
  const auto rule = context.site.variables.find(value.text);
  if (rule == context.site.variables.end()) return value;
  context.program.variables.push_back({value.text, value.where, value.length});  // so that it counts as used
  value.text = rule->second.in(context.page.language);
  return value;
}

/// Copies the attributes of a mark into its part, and reports those that are missing or wrong.
void fill_attributes(Context& context, Part& part, const MarkMeaning& mark,
                     std::span<const AttributeSpec> specs) {
  for (const MarkPair& pair : mark.attributes) {
    const auto spec = std::find_if(specs.begin(), specs.end(),
                                   [&](const AttributeSpec& one) { return one.name == pair.key.text; });
    const bool is_number = spec != specs.end() && spec->kind == Kind::number;
    const PlacedWord value = is_number ? number_of_rule(context, pair.value) : pair.value;
    check_value(context, value.text, value.where, value.length);
    part.attributes.emplace_back(pair.key.text, value.text);
    part.places.push_back({value.where, value.length});
    if (spec != specs.end()) check_value(context, *spec, value);
  }
  for (const AttributeSpec& spec : specs) {
    const bool given = std::any_of(mark.attributes.begin(), mark.attributes.end(),
                                   [&](const MarkPair& one) { return one.key.text == spec.name; });
    if (given || !spec.required) continue;
    context.problem("attribute-missing", part.where, mark.length,
                    fmt::format("`{}` has no `{}`", part.role, spec.name),
                    fmt::format("add `{}=\"…\"` to its mark", spec.name));
  }
}

// --- Parts ---

void write_parts(Context& context, Part& part, const std::vector<cmark_node*>& blocks, const PartsOf& of);

Part heading_part(Context& context, cmark_node* heading) {
  Part part;
  part.role = "heading";
  part.where = place_of_block(context, heading);
  if (cmark_node_first_child(heading) == nullptr)
    context.problem("heading-empty", part.where, 0, "this heading has no words");
  part.body.begin = context.writer.mark();
  move_to(context, heading);
  compile_inlines(context, heading);
  part.body.end = context.writer.end();
  return part;
}

/// The id of a section: its own, else made from the heading's words, within the component's own id.
void give_section_id(Context& context, Part& part, const PartSource& source, const std::string& owner) {
  const std::string words = slug(unconditional_text(source.node));
  if (words.empty()) return;
  part.id = owner.empty() ? words : owner + "-" + words;
  claim_id(context, part.id, part.where, 0, true);
}

void give_part_id(Context& context, Part& part, const PartSource& source, const std::string& owner) {
  if (source.mark.id) {
    part.id = source.mark.id->text;
    claim_id(context, part.id, source.mark.id->where, source.mark.id->length, false);
  } else if (source.spec->from == PartFrom::heading_section) {
    give_section_id(context, part, source, owner);
  }
}

Part write_part(Context& context, const PartSource& source, const std::string& owner) {
  Part part;
  part.role = source.spec->role;
  const bool marked = source.spec->from == PartFrom::div;
  part.where = marked ? source.mark.where : place_of_block(context, source.node);
  part.condition = add_condition(context, source.mark, Placement::element);
  fill_attributes(context, part, source.mark, source.spec->attributes);
  part.attributes.insert(part.attributes.end(), source.extra.begin(), source.extra.end());
  part.places.insert(part.places.end(), source.extra_places.begin(), source.extra_places.end());

  const ReaderScope readers(context, part.condition);
  give_part_id(context, part, source, owner);
  const bool only_words =
      source.spec->from == PartFrom::first_paragraph || source.spec->from == PartFrom::image;
  if (only_words) {
    part.body.begin = context.writer.mark();
    move_to(context, source.node);
    if (marks_are_sound(context, source.node)) compile_inlines(context, source.node);
    part.body.end = context.writer.end();
  } else {
    if (source.spec->from == PartFrom::heading_section) {
      context.heading_levels.push_back(static_cast<std::uint8_t>(cmark_node_get_heading_level(source.node)));
    }
    const PartsOf of{source.spec->role, source.spec->children, true, part.where,
                     marked ? source.mark.length : 0};
    write_parts(context, part, source.inside, of);
  }
  if (source.spec->from == PartFrom::heading_section) {
    part.children.insert(part.children.begin(), heading_part(context, source.node));
  }
  return part;
}

/// Writes the body of `part`, then its parts, each with its own.
void write_parts(Context& context, Part& part, const std::vector<cmark_node*>& blocks, const PartsOf& of) {
  const SortedParts sorted = sort_parts(context, blocks, of);
  part.body.begin = context.writer.mark();
  compile_blocks(context, sorted.body);
  part.body.end = context.writer.end();
  for (const PartSource& source : sorted.parts) part.children.push_back(write_part(context, source, part.id));
}

// --- Components ---

void give_component_id(Context& context, Part& root, const MarkMeaning& mark, const ComponentSpec& spec) {
  if (mark.id) {
    root.id = mark.id->text;
    claim_id(context, root.id, mark.id->where, mark.id->length, false);
    return;
  }
  if (!spec.needs_id) return;
  const std::string_view title = attribute(root.attributes, "title");
  if (title.empty()) return;  // reported already, as it is required
  root.id = slug(title);
  if (root.id.empty()) {
    context.problem("component-id-missing", root.where, mark.length,
                    fmt::format("`{}` has no id, and none can be made from its title", spec.name),
                    "add one to its mark: `#…`");
    return;
  }
  claim_id(context, root.id, root.where, mark.length, true);
}

/// Steps without an id get one from their place, so that choices can lead there.
void number_steps(Context& context, Part& root) {
  std::size_t number = 0;
  for (Part& part : root.children) {
    if (part.role != "step") continue;
    ++number;
    if (!part.id.empty() || root.id.empty()) continue;
    part.id = fmt::format("{}-{}", root.id, number);
    claim_id(context, part.id, part.where, 0, true);
  }
}

/// The owner of a part with this role, among `parts` of `owner` and their parts; empty: none.
std::string_view owner_of(std::string_view role, std::string_view owner, std::span<const PartSpec> parts) {
  for (const PartSpec& part : parts) {
    if (part.from == PartFrom::div && part.role == role) return owner;
    if (const std::string_view inner = owner_of(role, part.role, part.children); !inner.empty()) return inner;
  }
  return {};
}

/// Begins a component's instruction and ends it with what was written in between.
class ComponentScope {
 public:
  ComponentScope(Context& context, std::uint16_t kind, std::uint32_t length)
      : context_(context), index_(context.program.components.size()) {
    context.program.components.push_back({kind, {}, length});
    begin_ = context.writer.add(Op::component, static_cast<std::uint32_t>(index_));
  }
  void finish(Part root) {
    const bool in_words = component_specs()[context_.program.components[index_].kind].in_words;
    in_words ? context_.writer.separate() : static_cast<void>(context_.writer.mark());
    context_.writer.close(begin_);
    ComponentUse& use = context_.program.components[index_];
    use.root = std::move(root);
    const ComponentSpec& spec = component_specs()[use.kind];
    if (spec.check != nullptr)
      spec.check({use, context_.site, context_.page.language, context_.page.file, context_.diagnostics});
  }

 private:
  Context& context_;
  std::size_t index_;
  std::uint32_t begin_ = 0;
};

/// The mark without its first class, the component's name.
Mark without_name(Mark mark) {
  mark.classes.erase(mark.classes.begin());
  return mark;
}

Part make_root(Context& context, const ComponentSpec& spec, const MarkMeaning& mark, Placement placement) {
  Part root;
  root.role = spec.name;
  root.where = mark.where;
  root.condition = add_condition(context, mark, placement);
  fill_attributes(context, root, mark, spec.attributes);
  return root;
}

/// The place of the next words in brackets; none when they contain markup.
ValuePlace place_of_words(Context& context, const std::string& words) {
  const std::size_t cursor = context.source.cursor();
  const auto bracket = context.source.find("[" + words + "]");
  context.source.set_cursor(cursor);
  if (!bracket) return {};
  const SourceRange range = context.source.range(*bracket + 1, words.size());
  return {range.start, range.length, true};
}

}  // namespace

void compile_component(Context& context, cmark_node* div, const Mark& mark) {
  const auto kind = static_cast<std::uint16_t>(find_component(mark.classes.front().text));
  const ComponentSpec& spec = component_specs()[kind];
  if (spec.in_words) {
    const PlacedWord& name = mark.classes.front();
    context.failure("component-in-words", name.where, name.length,
                    fmt::format("`{}` belongs in a sentence, and cannot be a block", spec.name),
                    fmt::format("write `[words]{{.{}}}`", spec.name));
    return;
  }
  const std::string about = fmt::format("`{}`", spec.name);
  const MarkMeaning meaning =
      understand(context, without_name(mark), {.about = about, .attributes = spec.attributes, .id = true});
  if (!meaning.readable) return;
  context.writer.fresh_line();
  ComponentScope scope(context, kind, mark.length);
  Part root = make_root(context, spec, meaning, Placement::block);
  {
    const ReaderScope readers(context, root.condition);
    give_component_id(context, root, meaning, spec);
    write_parts(context, root, children_of(div),
                {spec.name, spec.parts, spec.allows_words, mark.where, mark.length});
    number_steps(context, root);
  }
  scope.finish(std::move(root));
}

void compile_plain_component(Context& context, std::string_view name, Attributes attributes,
                             const SourceRange& place, const std::function<void()>& body) {
  context.writer.fresh_line();
  ComponentScope scope(context, static_cast<std::uint16_t>(find_component(name)), place.length);
  Part root;
  root.role = name;
  root.where = place.start;
  root.places.resize(attributes.size());
  root.attributes = std::move(attributes);
  root.body.begin = context.writer.mark();
  body();
  root.body.end = context.writer.end();
  scope.finish(std::move(root));
}

bool is_inline_component(const Mark& mark) {
  const int kind = !mark.readable || mark.classes.empty() ? -1 : find_component(mark.classes.front().text);
  return kind >= 0 && component_specs()[static_cast<std::size_t>(kind)].in_words;
}

void compile_inline_component(Context& context, const Mark& mark, const std::string& words,
                              const std::function<void()>& body) {
  const auto kind = static_cast<std::uint16_t>(find_component(mark.classes.front().text));
  const ComponentSpec& spec = component_specs()[kind];
  const std::string about = fmt::format("`{}`", spec.name);
  const MarkMeaning meaning =
      understand(context, without_name(mark), {.about = about, .attributes = spec.attributes});
  if (!meaning.readable) return;
  if (context.in_heading) {
    context.problem("component-in-heading", mark.where, mark.length,
                    fmt::format("`{}` in a heading", spec.name), "use it in the text below");
    return body();
  }
  const ConditionScope condition(context, meaning, Placement::words);
  ComponentScope scope(context, kind, mark.length);
  MarkMeaning unconditional = meaning;
  unconditional.condition.reset();
  Part root = make_root(context, spec, unconditional, Placement::words);
  for (const AttributeSpec& one : spec.attributes) {
    if (one.kind != Kind::slug || !attribute(root.attributes, one.name).empty()) continue;
    root.attributes.emplace_back(one.name, slug(words));
    root.places.push_back(place_of_words(context, words));
  }
  root.body.begin = context.writer.mark();
  body();
  root.body.end = context.writer.end();
  scope.finish(std::move(root));
}

namespace {

/// `::: early` and `::: {.early}`, where `early` is the name of a condition.
void report_lone_condition(Context& context, const PlacedWord& name) {
  const int number = static_cast<int>(name.where.line - context.page.body_line) + 1;
  const std::string_view line = context.source.line(number);
  const std::size_t before = name.where.column - 1;
  const bool in_braces = before > 0 && before <= line.size() && line[before - 1] == '.';
  const PlacedWord place = in_braces ? with_dot(name) : name;
  context.failure("div-unknown", place.where, place.length,
                  fmt::format("`{}` is a condition, and needs `.only` or `.except`", place.text),
                  lone_name_fix(context.site, name.text, context.reach,
                                in_braces ? ".only ." + name.text : "{.only ." + name.text + "}"));
}

/// The types of callouts, such as "warning": other tools write them as divs.
bool is_callout(std::string_view name) {
  const int index = find_component("callout");
  const ComponentSpec& spec = component_specs()[static_cast<std::size_t>(index)];
  const std::vector<std::string_view> types = words(spec.attributes.front().choices);
  return std::find(types.begin(), types.end(), name) != types.end();
}

}  // namespace

void report_unknown_div(Context& context, const PlacedWord& name) {
  if (const std::string_view meant = condition_meant(name.text); !meant.empty()) {
    context.failure("div-unknown", name.where, name.length, fmt::format("no component `{}`", name.text),
                    fmt::format("did you mean `{}`?", meant));
    return;
  }
  const std::vector<std::string> conditions = condition_names(context.site);
  if (std::find(conditions.begin(), conditions.end(), name.text) != conditions.end()) {
    report_lone_condition(context, name);
    return;
  }
  if (is_callout(name.text)) {
    context.failure("div-unknown", name.where, name.length, fmt::format("no component `{}`", name.text),
                    fmt::format("a callout is a quote: begin it with a line `> [!{}]`, and each of its lines "
                                "with `> `; it needs no `:::`",
                                name.text));
    return;
  }
  std::vector<std::string> known = {"only", "except"};
  for (const ComponentSpec& spec : component_specs()) {
    if (!spec.in_words) known.emplace_back(spec.name);
    const std::string_view owner = owner_of(name.text, spec.name, spec.parts);
    if (owner.empty()) continue;
    context.failure("div-unknown", name.where, name.length, fmt::format("`{}` stands alone", name.text),
                    fmt::format("put it into a `::: {}`", owner));
    return;
  }
  context.failure("div-unknown", name.where, name.length, fmt::format("no component `{}`", name.text),
                  suggestion(name.text, known));
}

}  // namespace tailorbird
