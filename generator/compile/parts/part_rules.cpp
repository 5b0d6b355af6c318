#include "compile/parts/part_rules.hpp"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/blocks/divs.hpp"
#include "compile/parse/markdown.hpp"
#include "compile/parts/component_uses.hpp"
#include "compile/parts/cue_times.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

bool from_list(PartFrom from) {
  return from == PartFrom::list_item || from == PartFrom::numbered_item || from == PartFrom::task_item ||
         from == PartFrom::timed_item;
}

/// Whether the paragraph is one picture, with its mark or without.
bool is_lone_image(cmark_node* block) {
  cmark_node* first = cmark_node_first_child(block);
  if (cmark_node_get_type(block) != CMARK_NODE_PARAGRAPH || first == nullptr ||
      cmark_node_get_type(first) != CMARK_NODE_IMAGE)
    return false;
  cmark_node* next = cmark_node_next(first);
  return next == nullptr ||
         (is_mark(next) && mark_kind(next) == MarkKind::after_link && cmark_node_next(next) == nullptr);
}

/// The condition that holds when both do, as far as one condition can say it.
std::optional<Condition> conjunction(const Condition& one, const Condition& other) {
  if (one.negated || other.negated) return std::nullopt;
  Condition both = one;
  for (const Atom& atom : other.atoms) {
    const auto same = std::find_if(both.atoms.begin(), both.atoms.end(),
                                   [&](const Atom& a) { return a.dimension == atom.dimension; });
    if (same != both.atoms.end()) {
      same->values &= atom.values;
    } else {
      both.atoms.push_back(atom);
    }
  }
  std::sort(both.atoms.begin(), both.atoms.end());
  return both;
}

class Sorter {
 public:
  Sorter(Context& context, const PartsOf& of) : context_(context), of_(of) {}

  SortedParts sort(const std::vector<cmark_node*>& blocks) {
    add_blocks(blocks, {});
    check_counts();
    return std::move(sorted_);
  }

 private:
  const PartSpec* rule(PartFrom from) const {
    const auto at = std::find_if(of_.rules.begin(), of_.rules.end(),
                                 [&](const PartSpec& one) { return one.from == from; });
    return at == of_.rules.end() ? nullptr : &*at;
  }

  const PartSpec* list_rule() const {
    const auto at = std::find_if(of_.rules.begin(), of_.rules.end(),
                                 [](const PartSpec& one) { return from_list(one.from); });
    return at == of_.rules.end() ? nullptr : &*at;
  }

  const PartSpec* div_rule(std::string_view role) const {
    const auto at = std::find_if(of_.rules.begin(), of_.rules.end(), [&](const PartSpec& one) {
      return one.from == PartFrom::div && one.role == role;
    });
    return at == of_.rules.end() ? nullptr : &*at;
  }

  bool taken(const PartSpec* spec) const {
    return std::any_of(sorted_.parts.begin(), sorted_.parts.end(),
                       [&](const PartSource& one) { return one.spec == spec; });
  }

  /// `around`: the condition of the divs inside the component around these blocks.
  void add_blocks(const std::vector<cmark_node*>& blocks, const MarkMeaning& around) {
    const PartSpec* sections = rule(PartFrom::heading_section);
    for (std::size_t index = 0; index < blocks.size(); ++index) {
      const bool heading = cmark_node_get_type(blocks[index]) == CMARK_NODE_HEADING;
      if (!heading || sections == nullptr) {
        add_block(blocks[index], around);
        continue;
      }
      const std::size_t begin = index;
      const int level = cmark_node_get_heading_level(blocks[begin]);
      while (index + 1 < blocks.size() && !ends_section(blocks[index + 1], level)) ++index;
      add_section(*sections,
                  {blocks.begin() + static_cast<std::ptrdiff_t>(begin),
                   blocks.begin() + static_cast<std::ptrdiff_t>(index) + 1},
                  around);
    }
  }

  /// A heading of the same level or above; a div that only says for whom it is and begins with one.
  static bool ends_section(cmark_node* block, int level) {
    const std::string_view info = is_div(block) ? div_info(block) : std::string_view();
    if (info.find(".only") != std::string_view::npos || info.find(".except") != std::string_view::npos) {
      cmark_node* first = cmark_node_first_child(block);
      return first != nullptr && cmark_node_get_type(first) == CMARK_NODE_HEADING &&
             cmark_node_get_heading_level(first) <= level;
    }
    return cmark_node_get_type(block) == CMARK_NODE_HEADING && cmark_node_get_heading_level(block) <= level;
  }

  void add_block(cmark_node* block, const MarkMeaning& around) {
    const cmark_node_type type = cmark_node_get_type(block);
    if (is_div(block)) return add_div(block, around);
    if (is_note_definition(block) || is_label_definition(block)) return compile_definition(context_, block);
    if (type == CMARK_NODE_LIST && list_rule() != nullptr) return add_list(*list_rule(), block, around);
    if (const PartSpec* image = rule(PartFrom::image);
        image != nullptr && !taken(image) && is_lone_image(block)) {
      return add_part(*image, block, {block}, around);
    }
    const PartSpec* first = rule(PartFrom::first_paragraph);
    if (first != nullptr && !taken(first) && type == CMARK_NODE_PARAGRAPH)
      return add_part(*first, block, {block}, around);
    add_body(block, around);
  }

  void add_part(const PartSpec& spec, cmark_node* node, std::vector<cmark_node*> inside,
                const MarkMeaning& around) {
    PartSource source;
    source.spec = &spec;
    source.node = node;
    source.inside = std::move(inside);
    source.mark = around;
    source.mark.readable = true;
    sorted_.parts.push_back(std::move(source));
  }

  void add_body(cmark_node* block, const MarkMeaning& around) {
    const bool introduction = sorted_.parts.empty() && !around.condition;
    if (!around.condition && (of_.allows_words || introduction)) {
      sorted_.body.push_back(block);
      return;
    }
    context_.failure("component-words", place_of_block(context_, block), 0,
                     fmt::format("these words belong to no part of `{}`", of_.name), expected_parts());
  }

  std::string expected_parts() const {
    std::vector<std::string> forms;
    for (const PartSpec& one : of_.rules) forms.push_back(written_form(one));
    return "move them before the first part, or into one of its own: " + tailorbird::join(forms, ", ");
  }

  // --- Divs ---

  void add_div(cmark_node* div, const MarkMeaning& around) {
    const Mark mark = read_fence(context_, div);
    if (!mark.readable) {
      left_out_ = true;
      context_.program.failed = true;
      return;
    }
    const PlacedWord* name = div_name(mark);
    if (name == nullptr) return add_condition_div(div, mark, around);
    if (const PartSpec* spec = div_rule(name->text)) return add_div_part(*spec, div, mark, around);
    const int component = find_component(name->text);
    if (component >= 0) return add_body(div, around);
    report_unknown_part(*name);
  }

  void add_div_part(const PartSpec& spec, cmark_node* div, const Mark& mark, const MarkMeaning& around) {
    Mark rest = mark;
    rest.classes.erase(rest.classes.begin());
    PartSource source;
    source.spec = &spec;
    source.node = div;
    source.inside = children_of(div);
    check_content(source);
    const std::string about = fmt::format("`{}`", spec.role);
    source.mark = understand(context_, rest, {.about = about, .attributes = spec.attributes, .id = true});
    add_with(std::move(source), around);
  }

  /// Reports an empty part, except one that needs parts of its own, which has its own report.
  void check_content(const PartSource& source) {
    const bool is_reported = std::any_of(source.spec->children.begin(), source.spec->children.end(),
                                         [](const PartSpec& one) { return one.least > 0; });
    if (is_reported || !source.inside.empty()) return;
    context_.problem("part-missing", place_of_block(context_, source.node), 0,
                     fmt::format("there is nothing in this `{}` of `{}`", source.spec->role, of_.name),
                     source.spec->from == PartFrom::div ? "write its words before the `:::` that closes it"
                                                        : "write what belongs to it below the heading");
  }

  /// A div with a condition for its parts.
  void add_condition_div(cmark_node* div, const Mark& mark, const MarkMeaning& around) {
    const std::vector<cmark_node*> inside = children_of(div);
    if (!has_part(inside)) return add_body(div, around);
    MarkMeaning meaning = understand(context_, mark, {.about = "a `:::` block around parts"});
    if (!meaning.readable || !join(meaning, around)) {
      left_out_ = true;
      return;
    }
    const ReaderScope readers(context_, add_condition(context_, meaning, Placement::element));
    add_blocks(inside, meaning);
  }

  bool has_part(const std::vector<cmark_node*>& blocks) const {
    return std::any_of(blocks.begin(), blocks.end(), [&](cmark_node* block) {
      const cmark_node_type type = cmark_node_get_type(block);
      if (type == CMARK_NODE_LIST) return list_rule() != nullptr;
      if (type == CMARK_NODE_HEADING) return rule(PartFrom::heading_section) != nullptr;
      if (!is_div(block)) return false;
      const std::string_view info = div_info(block);
      const bool role = std::any_of(of_.rules.begin(), of_.rules.end(), [&](const PartSpec& one) {
        return one.from == PartFrom::div &&
               (info.starts_with(one.role) ||
                (info.starts_with("{.") && info.substr(2).starts_with(one.role)));
      });
      return role || has_part(children_of(block));
    });
  }

  void report_unknown_part(const PlacedWord& name) {
    std::vector<std::string> roles;
    for (const PartSpec& one : of_.rules) {
      if (one.from == PartFrom::div) roles.emplace_back(one.role);
    }
    if (roles.empty()) return report_unknown_div(context_, name);
    left_out_ = true;
    context_.failure("part-unknown", name.where, name.length,
                     fmt::format("`{}` has no part `{}`", of_.name, name.text), suggestion(name.text, roles));
  }

  /// Adds the condition around a part to its own. False, with a diagnostic, when one condition cannot say
  /// both.
  bool join(MarkMeaning& own, const MarkMeaning& around) {
    if (!around.condition) return true;
    if (!own.condition) {
      own.condition = around.condition;
      return true;
    }
    own.condition = conjunction(*own.condition, *around.condition);
    if (own.condition) return true;
    context_.failure("part-condition-mixed", own.where, own.length,
                     "a part can have one condition, and here are two: `.except` and the one around it",
                     "say with `.only` for whom the part is, in one place");
    return false;
  }

  void add_with(PartSource source, const MarkMeaning& around) {
    if (source.mark.readable && join(source.mark, around)) {
      sorted_.parts.push_back(std::move(source));
    } else {
      left_out_ = true;
    }
  }

  // --- Lists ---

  void add_list(const PartSpec& spec, cmark_node* list, const MarkMeaning& around) {
    const bool numbered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    if (spec.from == PartFrom::numbered_item && !numbered) {
      context_.problem("part-form", place_of_block(context_, list), 0,
                       fmt::format("the {}s of `{}` are not numbered", spec.role, of_.name),
                       "begin each with `1.`");
    }
    for (cmark_node* item : children_of(list)) add_item(spec, item, around);
  }

  void add_item(const PartSpec& spec, cmark_node* item, const MarkMeaning& around) {
    PartSource source;
    source.spec = &spec;
    source.node = item;
    const std::string about = fmt::format("`{}`", spec.role);
    source.mark = read_item_mark(context_, item, {.about = about, .attributes = spec.attributes, .id = true});
    if (spec.from == PartFrom::task_item) read_box(source);
    if (spec.from == PartFrom::timed_item && !take_cue_times(context_, item, source)) {
      left_out_ = true;
      return;
    }
    source.inside = children_of(item);
    const bool has_words =
        source.inside.size() > 1 ||
        (source.inside.size() == 1 && cmark_node_first_child(source.inside.front()) != nullptr);
    if (source.mark.readable && !source.inside.empty() && !has_words)
      context_.problem("item-empty", place_of_block(context_, item), 0,
                       fmt::format("this {} of `{}` has no words", spec.role, of_.name));
    add_with(std::move(source), around);
  }

  void read_box(PartSource& source) {
    if (is_task_item(source.node)) {
      const bool checked = cmark_gfm_extensions_get_tasklist_item_checked(source.node);
      source.extra.emplace_back("checked", checked ? "true" : "false");
      source.extra_places.emplace_back();
      return;
    }
    context_.problem("part-form", place_of_block(context_, source.node), 0,
                     fmt::format("this {} of `{}` has no box", source.spec->role, of_.name),
                     "begin it with `- [ ]`");
  }

  // --- Sections ---

  void add_section(const PartSpec& spec, std::vector<cmark_node*> blocks, const MarkMeaning& around) {
    PartSource source;
    source.spec = &spec;
    source.node = blocks.front();
    source.inside.assign(blocks.begin() + 1, blocks.end());
    check_content(source);
    move_to(context_, source.node);
    source.mark = read_heading_mark(context_, source.node);
    add_with(std::move(source), around);
  }

  // --- How many ---

  void check_counts() {
    for (const PartSpec& spec : of_.rules) {
      const auto count = static_cast<int>(std::count_if(sorted_.parts.begin(), sorted_.parts.end(),
                                                        [&](const auto& one) { return one.spec == &spec; }));
      if (spec.most >= 0 && count > spec.most) report_too_many(spec);
      if (count < spec.least && !left_out_) report_too_few(spec, count);
    }
  }

  void report_too_few(const PartSpec& spec, int count) {
    const std::string needed = spec.least == 1 ? std::string("no") : fmt::format("fewer than {}", spec.least);
    const std::string message = count == 0 ? fmt::format("`{}` has no `{}`", of_.name, spec.role)
                                           : fmt::format("`{}` has {} `{}`", of_.name, needed, spec.role);
    context_.problem("part-missing", of_.where, of_.length, message,
                     fmt::format("add {}", written_form(spec)));
  }

  /// How a part is written.
  static std::string written_form(const PartSpec& spec) {
    switch (spec.from) {
      case PartFrom::div:
        return fmt::format("`::: {}` … `:::`", spec.role);
      case PartFrom::list_item:
        return "`- …`";
      case PartFrom::numbered_item:
        return "`1. …`";
      case PartFrom::task_item:
        return "`- [ ] …`";
      case PartFrom::timed_item:
        return "`- 0:00-0:04 …`";
      case PartFrom::heading_section:
        return "`### …`";
      case PartFrom::first_paragraph:
        return "a paragraph";
      case PartFrom::image:
        return "`![…](…)`";
    }
    return {};
  }

  void report_too_many(const PartSpec& spec) {
    int seen = 0;
    for (const PartSource& one : sorted_.parts) {
      if (one.spec != &spec || ++seen <= spec.most) continue;
      context_.problem("part-too-many", place_of_block(context_, one.node), 0,
                       fmt::format("`{}` has more than {} `{}`", of_.name, spec.most, spec.role),
                       "put all of it into one");
    }
  }

  Context& context_;
  const PartsOf& of_;
  SortedParts sorted_;
  bool left_out_ = false;  // a part could not be read, which was reported, so counts are unknown
};

}  // namespace

SortedParts sort_parts(Context& context, const std::vector<cmark_node*>& blocks, const PartsOf& of) {
  return Sorter(context, of).sort(blocks);
}

}  // namespace tailorbird
