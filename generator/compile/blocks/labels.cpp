#include "compile/blocks/labels.hpp"

#include <fmt/format.h>
#include <utility>

#include "compile/blocks/images.hpp"
#include "compile/blocks/links.hpp"
#include "compile/scopes.hpp"

namespace tailorbird {
namespace {

SourceRange place_of_definition(const Context& context, cmark_node* node, std::string_view address) {
  const int line = cmark_node_get_start_line(node);
  const std::string_view text = context.source.line(line);
  const std::size_t label = std::min(text.find("]:"), text.size());
  const std::size_t at = address.empty() ? std::string_view::npos : text.find(address, label);
  const std::size_t begin = context.source.line_start(line);
  if (at != std::string_view::npos) return context.source.range(begin + at, address.size());
  const std::size_t bracket = std::min(text.find('['), text.size());
  return context.source.range(begin + bracket, label + 1 - std::min(bracket, label + 1));
}

/// The conditions of a definition that some readers of `use` do not meet. Nothing when no reader of `use` can
/// meet all of them.
std::optional<ConditionChain> further_conditions(const Context& context, const Scope& use,
                                                 const Scope& definition) {
  if (!meet(context, use, definition)) return std::nullopt;
  ConditionChain further;
  ReaderSet readers = use.reach;
  for (const std::uint32_t index : definition.conditions) {
    const Condition& condition = context.program.conditions[index].condition;
    if (decide(condition, readers) == Verdict::holds) continue;
    further.push_back(index);
    readers = narrowed(readers, condition);
  }
  return further;
}

Scopes scopes_of(const std::vector<LabelDefinition>& definitions) {
  Scopes scopes;
  for (const LabelDefinition& one : definitions) scopes.push_back(&one.scope);
  return scopes;
}

/// Two definitions with the same address do no harm: a page may be made of pieces that each have one.
bool is_same(const LabelDefinition& one, const LabelDefinition& other) {
  return one.address == other.address && one.title == other.title;
}

void report_twice(Context& context, const std::string& label,
                  const std::vector<LabelDefinition>& definitions) {
  Scopes earlier;
  for (const LabelDefinition& one : definitions) {
    const Scope* other = is_same(one, definitions.front()) && !earlier.empty()
                             ? nullptr
                             : first_meeting(context, earlier, one.scope);
    if (other != nullptr) {
      Diagnostic& problem =
          context.problem("definition-twice", one.scope.where.start, one.scope.where.length,
                          fmt::format("readers of this label have a label `{}` already", label));
      problem.related.push_back({other->where, "the other one is here"});
    }
    earlier.push_back(&one.scope);
  }
}

void report_hidden(Context& context, const LabelUse& use, const std::vector<LabelDefinition>& definitions) {
  const std::string readers = left_alone(context, use.scope, scopes_of(definitions));
  if (readers.empty()) return;
  Diagnostic& problem = context.problem(
      "definition-hidden", use.scope.where.start, use.scope.where.length,
      fmt::format("readers with `{}` see this, but not the address of `{}`", readers, use.label),
      fmt::format("move `[{}]: …` out of its condition, or write the address here", use.label));
  problem.related.push_back({definitions.front().scope.where, "the address is here"});
}

void report_stand_in(Context& context, const LabelUse& use) {
  context.problem("link-unreadable", use.scope.where.start, use.scope.where.length,
                  "the address has an invisible control character in it", "type the address again");
}

/// The link to the definition's address, read at the first call; nothing when it is rejected.
const std::optional<LinkUse>& link_of(Context& context, LabelDefinition& definition) {
  if (std::exchange(definition.was_read, true)) return definition.link;
  LinkUse link;
  link.written = definition.address;
  link.title = definition.title;
  link.where = definition.scope.where.start;
  link.length = definition.scope.where.length;
  if (read_address(context, link)) definition.link = std::move(link);
  return definition.link;
}

std::optional<ImageUse> picture_of(Context& context, const LabelDefinition& definition, const ImageUse& use) {
  ImageUse picture = use;
  picture.written = definition.address;
  picture.title = definition.title;
  picture.where = definition.scope.where.start;
  picture.length = definition.scope.where.length;
  return find_picture(context, picture) ? std::optional(std::move(picture)) : std::nullopt;
}

/// The alternatives for one use of a label: one per definition, with the conditions to add to those of the
/// use.
template <typename Use, typename Read>
std::vector<Use> alternatives(Context& context, const LabelUse& use,
                              std::vector<LabelDefinition>& definitions, const Read& read) {
  std::vector<Use> found;
  for (LabelDefinition& definition : definitions) {
    auto conditions = further_conditions(context, use.scope, definition.scope);
    if (!conditions) continue;
    std::optional<Use> one = read(definition);
    if (!one) continue;
    one->conditions = *std::move(conditions);
    found.push_back(*std::move(one));
    if (found.back().conditions.empty()) break;  // all readers have it; further ones are equal or reported
  }
  for (std::size_t index = 0; index < found.size(); ++index)
    found[index].others = static_cast<std::uint32_t>(found.size() - 1 - index);
  return found;
}

template <typename Use>
std::uint32_t append(std::pmr::vector<Use>& all, std::vector<Use> uses) {
  const auto first = static_cast<std::uint32_t>(all.size());
  all.insert(all.end(), std::make_move_iterator(uses.begin()), std::make_move_iterator(uses.end()));
  return first;
}

constexpr Instruction nothing = {Op::literal, 0, 0};

void resolve_link(Context& context, const LabelUse& use, std::vector<LabelDefinition>& definitions) {
  auto links = alternatives<LinkUse>(context, use, definitions,
                                     [&](LabelDefinition& one) { return link_of(context, one); });
  Instruction& begin = context.program.code[use.instruction];
  Instruction& end = context.program.code[begin.b - 1];
  if (links.empty()) {
    begin = end = nothing;
    return;
  }
  const std::uint32_t first = append(context.program.links, std::move(links));
  begin = {begin.op, first, begin.b};
  end = {end.op, first, end.b};
}

void resolve_picture(Context& context, const LabelUse& use, std::vector<LabelDefinition>& definitions) {
  auto pictures = alternatives<ImageUse>(context, use, definitions, [&](LabelDefinition& one) {
    return picture_of(context, one, *use.picture);
  });
  Instruction& image = context.program.code[use.instruction];
  if (pictures.empty()) {
    image = nothing;
  } else {
    image = {image.op, append(context.program.images, std::move(pictures)), image.b};
  }
}

}  // namespace

void define_label(Context& context, cmark_node* node) {
  const LabelDefinitionText text = label_definition(node);
  if (text.label.starts_with('^')) {
    const SourceRange place = place_of_definition(context, node, text.address);
    context.failure("link-unreadable", place.start, place.length,
                    "the name of a note has spaces, and is read as the name of an address",
                    "write `[^name]`, without spaces, here and where the note belongs");
    return;
  }
  LabelDefinition definition;
  definition.address = text.address;
  definition.title = text.title;
  definition.scope = scope_here(context, place_of_definition(context, node, text.address));
  context.definitions.labels[std::string(text.label)].push_back(std::move(definition));
}

void use_label(Context& context, std::string_view label, std::uint32_t instruction,
               const SourceRange& where) {
  context.definitions.label_uses.push_back(
      {scope_here(context, where), std::string(label), instruction, std::nullopt});
}

void use_label(Context& context, std::string_view label, std::uint32_t instruction, const ImageUse& picture) {
  context.definitions.label_uses.push_back(
      {scope_here(context, {context.page.file, picture.where, picture.length}), std::string(label),
       instruction, picture});
}

void resolve_labels(Context& context) {
  for (const auto& [label, definitions] : context.definitions.labels)
    report_twice(context, label, definitions);
  for (const LabelUse& use : context.definitions.label_uses) {
    const auto found = context.definitions.labels.find(use.label);
    std::vector<LabelDefinition> unread;
    std::vector<LabelDefinition>& definitions =
        found == context.definitions.labels.end() ? unread : found->second;
    if (!definitions.empty()) report_hidden(context, use, definitions);
    // Without a definition, either it is in a block that could not be read, which has been reported, or the
    // author typed the control character that stands for a label.
    if (definitions.empty() && !context.program.failed) report_stand_in(context, use);
    use.picture ? resolve_picture(context, use, definitions) : resolve_link(context, use, definitions);
  }
}

void check_labels_over_lines(Context& context, const MarkdownTree& tree) {
  if (!context.has_braces) return;  // the page has no conditions
  for (const std::string& label : tree.labels_over_lines()) {
    context.source.move_to_line(1);
    const std::size_t at = context.source.find("[" + label + "]:").value_or(0);
    const SourceRange where = context.source.range(at, label.size() + 3);
    context.failure("label-over-lines", where.start, where.length,
                    fmt::format("`[{}]:` and its address are not on a line of their own", label));
  }
}

}  // namespace tailorbird
