#include "compile/blocks/notes.hpp"

#include <fmt/format.h>
#include <map>
#include <string>

#include "base/strings.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/parse/markdown.hpp"
#include "compile/scopes.hpp"

namespace tailorbird {
namespace {

/// The notes of one name: a range in Program::footnotes.
struct NoteGroup {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

using NoteGroups = std::map<std::string, NoteGroup, std::less<>>;

SourceRange place_of_definition(const Context& context, cmark_node* node) {
  const int line = cmark_node_get_start_line(node);
  const std::string written = fmt::format("[^{}]", note_definition_name(node));
  const std::size_t at = context.source.line(line).find(written);
  const std::size_t offset = at == std::string_view::npos ? 0 : at;
  return context.source.range(context.source.line_start(line) + offset, written.size());
}

/// Defines notes that are written inside a note, with the conditions of that note.
void define_inner_notes(Context& context, cmark_node* note) {
  for (cmark_node* child : children_of(note)) {
    if (is_note_definition(child)) define_note(context, child);
  }
}

Scopes scopes_of(const std::vector<NoteDefinition>& definitions) {
  Scopes scopes;
  for (const NoteDefinition& one : definitions) scopes.push_back(&one.scope);
  return scopes;
}

void report_twice(Context& context, const std::vector<NoteDefinition>& definitions) {
  Scopes earlier;
  for (const NoteDefinition& one : definitions) {
    if (const Scope* other = first_meeting(context, earlier, one.scope)) {
      Diagnostic& problem =
          context.problem("definition-twice", one.scope.where.start, one.scope.where.length,
                          fmt::format("readers of this footnote have a footnote `{}` already", one.name));
      problem.related.push_back({other->where, "the other one is here"});
    }
    earlier.push_back(&one.scope);
  }
}

/// When text was left out because it could not be read, the note may be in it.
void report_missing(Context& context, const NoteUse& use) {
  if (context.program.failed) return;
  context.problem("footnote-missing", use.scope.where.start, use.scope.where.length,
                  fmt::format("no footnote `{}`", use.name));
}

/// Reports a reference that some reader sees without getting the note.
void report_hidden(Context& context, const NoteUse& use, const std::vector<NoteDefinition>& definitions) {
  const std::string readers = left_alone(context, use.scope, scopes_of(definitions));
  if (readers.empty()) return;
  Diagnostic& problem = context.problem(
      "definition-hidden", use.scope.where.start, use.scope.where.length,
      fmt::format("readers with `{}` see this reference, but not the footnote `{}`", readers, use.name),
      "move the footnote out of its condition, or put the reference under the same one");
  problem.related.push_back({definitions.front().scope.where, "the footnote is here"});
}

/// Adds the notes of one name to the program and writes their bodies. References in the bodies are resolved
/// later.
NoteGroup compile_group(Context& context, const std::vector<NoteDefinition>& definitions) {
  const NoteGroup group{static_cast<std::uint32_t>(context.program.footnotes.size()),
                        static_cast<std::uint32_t>(definitions.size())};
  for (const NoteDefinition& one : definitions) {
    context.program.footnotes.push_back({one.name, {}, one.scope.where.start, one.scope.conditions});
  }
  for (std::uint32_t index = 0; index < group.count; ++index) {
    const NoteDefinition& one = definitions[index];
    const ScopeOf scope(context, one.scope);
    const std::uint32_t begin = context.writer.mark();
    compile_children(context, one.node);
    context.program.footnotes[group.first + index].body = {begin, context.writer.end()};
  }
  return group;
}

/// When text was left out because it could not be read, a reference may be in it.
void report_unused(Context& context, const NoteGroups& groups) {
  if (context.program.failed) return;
  for (const auto& [key, definitions] : context.definitions.notes) {
    if (groups.contains(key)) continue;
    for (const NoteDefinition& one : definitions) {
      context.problem("footnote-unused", one.scope.where.start, one.scope.where.length,
                      fmt::format("nothing refers to the footnote `{}`", one.name));
    }
  }
}

bool is_in_link(cmark_node* node) {
  while (node != nullptr && cmark_node_get_type(node) != CMARK_NODE_LINK) node = cmark_node_parent(node);
  return node != nullptr;
}

}  // namespace

void define_note(Context& context, cmark_node* node) {
  const std::string name(note_definition_name(node));
  if (cmark_node_first_child(node) == nullptr) {
    const SourceRange place = place_of_definition(context, node);
    context.problem("footnote-missing", place.start, place.length,
                    fmt::format("the footnote `{}` has no words", name), "write them after its colon");
  }
  context.definitions.notes[ascii_lower(name)].push_back(
      {scope_here(context, place_of_definition(context, node)), name, node});
  define_inner_notes(context, node);
}

void compile_note_reference(Context& context, cmark_node* mark) {
  const std::string name(mark_text(mark).substr(1));
  const std::string written = "[^" + name + "]";
  const std::size_t at = context.source.find(written).value_or(context.source.cursor());
  if (is_in_link(mark)) {
    const SourceRange place = context.source.range(at, written.size());
    context.problem("footnote-in-link", place.start, place.length,
                    fmt::format("`{}` is inside the words of a link", written), "put it after the link");
  }
  // When it turns out that the note is not defined, compile_notes replaces the instruction.
  const std::uint32_t instruction = context.writer.add(Op::footnote);
  context.definitions.note_uses.push_back(
      {scope_here(context, context.source.range(at, written.size())), name, ascii_lower(name), instruction});
}

void compile_notes(Context& context) {
  NoteGroups groups;
  std::vector<NoteUse>& uses = context.definitions.note_uses;
  for (std::size_t index = 0; index < uses.size(); ++index) {  // bodies of notes add uses
    const NoteUse use = uses[index];
    const auto found = context.definitions.notes.find(use.key);
    if (found == context.definitions.notes.end()) {
      context.program.code[use.instruction] = {Op::text, 0, 0};
      report_missing(context, use);
      continue;
    }
    const std::vector<NoteDefinition> definitions = found->second;
    if (!groups.contains(use.key)) {
      report_twice(context, definitions);
      groups.emplace(use.key, compile_group(context, definitions));
    }
    const NoteGroup group = groups.find(use.key)->second;
    context.program.code[use.instruction] = {Op::footnote, group.first, group.count};
    report_hidden(context, use, definitions);
  }
  report_unused(context, groups);
}

}  // namespace tailorbird
