#include "compile/attributes/attribute_meaning.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "compile/parse/markdown.hpp"
#include "diag/suggest.hpp"
#include "model/condition_names.hpp"

namespace tailorbird {
namespace {

/// Places in a mark that may go over several lines, each of which lost its indentation in the tree.
PlaceOf places_in(const Context& context, std::string_view raw, std::size_t begin) {
  return [&context, raw, begin](std::size_t offset) {
    std::size_t source_at = begin;
    std::size_t raw_at = 0;
    const std::string_view text = context.source.text();
    for (std::size_t line = raw.find('\n'); line != std::string_view::npos && line < offset;
         line = raw.find('\n', raw_at)) {
      raw_at = line + 1;
      source_at = std::min(text.find('\n', source_at), text.size());
      source_at = std::min(text.find_first_not_of("\n\r\t >", source_at), text.size());
    }
    return context.source.position(source_at + offset - raw_at);
  };
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find('\n'), text.size()));
}

std::vector<std::string> attribute_names(const Context& context, const Expected& expected) {
  std::vector<std::string> names;
  for (const AttributeSpec& one : expected.attributes) {
    if (one.kind != AttributeSpec::Kind::dimension_values) names.emplace_back(one.name);
  }
  if (expected.language) names.emplace_back("lang");
  if (expected.condition) {
    for (std::string& id : dimension_ids(context.site)) names.push_back(std::move(id));
  }
  return names;
}

bool takes(std::span<const PartSpec> parts, std::string_view name) {
  return std::any_of(parts.begin(), parts.end(), [&](const PartSpec& part) {
    const bool own = std::any_of(part.attributes.begin(), part.attributes.end(),
                                 [&](const AttributeSpec& one) { return one.name == name; });
    return own || takes(part.children, name);
  });
}

/// The component whose parts take this attribute; empty: none.
std::string_view component_with(std::string_view attribute) {
  for (const ComponentSpec& spec : component_specs()) {
    if (takes(spec.parts, attribute)) return spec.name;
  }
  return {};
}

const AttributeSpec* find_attribute(const Context& context, const Expected& expected, std::string_view name) {
  for (const AttributeSpec& one : expected.attributes) {
    const bool any_dimension = one.kind == AttributeSpec::Kind::dimension_values;
    if (any_dimension ? context.site.find_dimension(name) >= 0 : one.name == name) return &one;
  }
  return nullptr;
}

/// Sorts the parts of a mark into those that its element expects and those of its condition.
class MarkSorter {
 public:
  MarkSorter(Context& context, const Mark& mark, const Expected& expected)
      : context_(context), mark_(mark), expected_(expected), only_(find("only")), except_(find("except")) {}

  MarkMeaning sort() {
    meaning_.where = mark_.where;
    meaning_.length = mark_.length;
    meaning_.readable = true;
    for (const PlacedWord& one : mark_.classes) sort_class(one);
    for (const MarkPair& one : mark_.pairs) sort_pair(one);
    sort_id();
    if (only_ != nullptr || except_ != nullptr) make_condition();
    return std::move(meaning_);
  }

 private:
  const PlacedWord* find(std::string_view name) const {
    const auto at = std::find_if(mark_.classes.begin(), mark_.classes.end(),
                                 [&](const auto& one) { return one.text == name; });
    return at == mark_.classes.end() ? nullptr : &*at;
  }

  bool conditional() const { return only_ != nullptr || except_ != nullptr; }

  void problem(std::string_view code, const PlacedWord& at, std::string message, std::string fix = {}) {
    context_.failure(code, at.where, at.length, std::move(message), std::move(fix));
    meaning_.readable = false;
  }

  void sort_class(const PlacedWord& one) {
    if (one.text == "only" || one.text == "except") return;
    if (std::find(expected_.classes.begin(), expected_.classes.end(), one.text) != expected_.classes.end()) {
      meaning_.classes.push_back(one);
    } else if (conditional() && expected_.about == "a block" && find_component(one.text) >= 0) {
      problem("mark-unknown-class", one,
              fmt::format("the component `{}` comes after the condition", one.text),
              fmt::format("write its name first: `{{.{} .only …}}`", one.text));
    } else if (conditional()) {
      names_.push_back(one);
    } else {
      unknown_class(one);
    }
  }

  void unknown_class(const PlacedWord& one) {
    has_unknown_class_ = true;
    const std::vector<std::string> conditions = condition_names(context_.site);
    if (std::find(conditions.begin(), conditions.end(), one.text) != conditions.end()) {
      return problem("mark-unknown-class", with_dot(one),
                     fmt::format("the condition `.{}` needs `.only` or `.except`", one.text),
                     lone_name_fix(context_.site, one.text, context_.reach, ".only ." + one.text));
    }
    std::vector<std::string> known(expected_.classes.begin(), expected_.classes.end());
    if (expected_.condition) known.insert(known.end(), {"only", "except"});
    if (expected_.about == "a text in brackets") {
      for (const ComponentSpec& spec : component_specs()) {
        if (spec.in_words) known.emplace_back(spec.name);
      }
    }
    std::string fix = suggestion(one.text, known);
    if (const std::string_view meant = condition_meant(one.text); expected_.condition && !meant.empty())
      return problem("mark-unknown-class", one,
                     fmt::format("{} has no class `{}`", expected_.about, one.text),
                     fmt::format("did you mean `{}`?", meant));
    if (expected_.language && one.text.size() == 2)
      fix = fmt::format("write `lang={}` for a language", one.text);
    if (expected_.id && nearest(one.text, known).empty())
      fix = find_component(one.text) >= 0
                ? fmt::format("a block is one component: give `{}` a block of its own", one.text)
                : fmt::format("an id is written `#{}`", one.text);
    problem("mark-unknown-class", one, fmt::format("{} has no class `{}`", expected_.about, one.text),
            std::move(fix));
  }

  void sort_pair(const MarkPair& pair) {
    if (find_attribute(context_, expected_, pair.key.text) != nullptr) {
      meaning_.attributes.push_back(pair);
    } else if (expected_.language && pair.key.text == "lang") {
      sort_language(pair);
    } else if (conditional()) {
      dimensions_.push_back({pair.key, value_words(pair.value)});
    } else if (expected_.condition && context_.site.find_dimension(pair.key.text) >= 0) {
      if (has_unknown_class_) return;  // most likely a misspelt `only`, which was reported already
      problem("condition-without-only", pair.key,
              fmt::format("`{}` without `.only` or `.except`", pair.key.text),
              fmt::format("write `.only {}=\"{}\"`", pair.key.text, pair.value.text));
    } else if (expected_.about == "a text in brackets" && pair.key.text == "term") {
      problem("mark-unknown-attribute", pair.key, "a text in brackets has no attribute `term`",
              fmt::format("write it as `.term key=\"{}\"`", pair.value.text));
    } else if (!has_unknown_class_) {  // else it may belong to what the misspelt class means
      const std::string_view owner = component_with(pair.key.text);
      problem("mark-unknown-attribute", pair.key,
              fmt::format("{} has no attribute `{}`", expected_.about, pair.key.text),
              owner.empty() ? key_suggestion(pair.key.text, attribute_names(context_, expected_), keys())
                            : fmt::format("it belongs to the items of `::: {}`", owner));
    }
  }

  /// The keys in the mark.
  std::vector<std::string> keys() const {
    std::vector<std::string> all;
    for (const MarkPair& pair : mark_.pairs) all.push_back(pair.key.text);
    return all;
  }

  void sort_language(const MarkPair& pair) {
    const std::string& tag = pair.value.text;
    constexpr std::size_t longest_language = 3;  // "fr", "nds"; "french" is not a language code
    const bool good =
        tag.size() >= 2 && std::min(tag.find('-'), tag.size()) <= longest_language &&
        tag.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
            std::string::npos &&
        tag.front() != '-' && tag.back() != '-';
    if (good) {
      meaning_.language = pair.value;
    } else {
      problem("language-unreadable", pair.value, fmt::format("`{}` is not a language tag", tag),
              "write it as `lang=fr` or `lang=pt-BR`");
    }
  }

  void sort_id() {
    if (!mark_.id) return;
    if (!expected_.id) {
      problem("mark-unknown-attribute", *mark_.id,
              fmt::format("{} takes no id, `#{}`", expected_.about, mark_.id->text),
              "give the id to a heading or a component");
      return;
    }
    meaning_.id = mark_.id;
  }

  /// `.only` without readers, or with names that the component takes for its own.
  void empty_condition(const PlacedWord& word) {
    std::string taken;
    for (const MarkPair& pair : meaning_.attributes) {
      if (context_.site.find_dimension(pair.key.text) >= 0)
        taken += fmt::format(" {}=\"{}\"", pair.key.text, pair.value.text);
    }
    if (!taken.empty()) {
      return problem(
          "condition-empty", word,
          fmt::format("`.{}` names no readers:{} says what {} shows", word.text, taken, expected_.about),
          fmt::format("put it into a block: `::: {{.{}{}}}`", word.text, taken));
    }
    problem("condition-empty", word, fmt::format("`.{}` names no readers", word.text),
            fmt::format("say for whom, such as `.{} audience=\"…\"`; {}", word.text,
                        suggestion({}, dimension_ids(context_.site))));
  }

  void make_condition() {
    const PlacedWord& word = only_ != nullptr ? *only_ : *except_;
    if (!expected_.condition) {
      return problem("condition-not-here", word, fmt::format("{} cannot have a condition", expected_.about));
    }
    if (only_ != nullptr && except_ != nullptr) {
      return problem("condition-both", *except_, "`.only` and `.except` together",
                     "put one of them on a block or words of its own, around or inside this one");
    }
    if (names_.empty() && dimensions_.empty()) return empty_condition(word);
    const ResolvedCondition resolved =
        resolve_condition(context_.site, dimensions_, names_, except_ != nullptr,
                          nobody(context_.reach) ? nullptr : &context_.reach);
    if (!resolved.readable()) {
      add_problems(resolved, context_.page.file, context_.diagnostics);
      context_.program.failed = true;
      meaning_.readable = false;
    } else if (meaning_.readable) {
      check_reach(resolved.condition, word);
    }
  }

  void check_reach(const Condition& condition, const PlacedWord& word) {
    meaning_.condition = condition;
    // A page whose readers cannot be read is for nobody, which has been reported; its conditions are not at
    // fault.
    if (nobody(context_.reach)) return;
    const Verdict verdict = decide(condition, context_.reach);
    if (verdict == Verdict::fails) {
      problem("condition-contradiction", word,
              "no reader can meet this condition together with those around it");
    } else if (verdict == Verdict::holds) {
      context_.problem("condition-redundant", word.where, word.length,
                       "everybody who can read this place meets the condition");
    }
  }

  Context& context_;
  const Mark& mark_;
  const Expected& expected_;
  const PlacedWord* only_;
  const PlacedWord* except_;
  std::vector<PlacedWord> names_;
  std::vector<DimensionWords> dimensions_;
  MarkMeaning meaning_;
  bool has_unknown_class_ = false;
};

/// Removes the white space before a trailing mark.
void trim_end(cmark_node* container) {
  for (cmark_node* last = cmark_node_last_child(container); last != nullptr;
       last = cmark_node_last_child(container)) {
    const cmark_node_type type = cmark_node_get_type(last);
    if (type == CMARK_NODE_TEXT) {
      const std::string_view text = literal(last);
      const std::size_t end = text.find_last_not_of(" \t");
      if (end + 1 == text.size()) return;
      if (end != std::string_view::npos) {
        cmark_node_set_literal(last, std::string(text.substr(0, end + 1)).c_str());
        return;
      }
    } else if (type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK) {
      return;
    }
    cmark_node_unlink(last);
    cmark_node_free(last);
  }
}

}  // namespace

PlacedWord with_dot(PlacedWord word) {
  word.text.insert(0, ".");
  --word.where.column;
  ++word.length;
  return word;
}

bool MarkMeaning::has_class(std::string_view name) const {
  return std::any_of(classes.begin(), classes.end(), [&](const PlacedWord& one) { return one.text == name; });
}

SourceRange place_of_mark(Context& context, cmark_node* node) {
  const std::string_view line = first_line(mark_text(node));
  const std::optional<std::size_t> at = context.source.find(line);
  return context.source.range(at.value_or(context.source.cursor()), line.size());
}

Mark read_mark_node(Context& context, cmark_node* node) {
  const std::string_view raw = mark_text(node);
  const std::size_t before = context.source.cursor();
  const std::size_t begin = context.source.find(first_line(raw)).value_or(before);
  return read_mark(raw, places_in(context, raw, begin), context.page.file, context.diagnostics);
}

MarkMeaning understand(Context& context, const Mark& mark, const Expected& expected) {
  if (!mark.readable) {
    context.program.failed = true;
    MarkMeaning unread;
    unread.where = mark.where;
    unread.length = mark.length;
    return unread;
  }
  return MarkSorter(context, mark, expected).sort();
}

cmark_node* take_trailing_mark(cmark_node* container) {
  cmark_node* last = cmark_node_last_child(container);
  if (last == nullptr || !is_mark(last) || mark_kind(last) != MarkKind::trailing) return nullptr;
  cmark_node_unlink(last);
  trim_end(container);
  return last;
}

int add_condition(Context& context, const MarkMeaning& meaning, Placement placement) {
  if (!meaning.condition) return -1;
  context.program.conditions.push_back({*meaning.condition, placement, meaning.where, meaning.length});
  return static_cast<int>(context.program.conditions.size()) - 1;
}

ConditionScope::ConditionScope(Context& context, const MarkMeaning& meaning, Placement placement)
    : context_(context),
      condition_(add_condition(context, meaning, placement)),
      readers_(context, condition_) {
  if (condition_ >= 0) begin_ = context.writer.add(Op::begin_if, static_cast<std::uint32_t>(condition_));
}

ConditionScope::~ConditionScope() {
  if (condition_ < 0) return;
  context_.writer.add(Op::end_if, static_cast<std::uint32_t>(condition_));
  context_.writer.close(begin_);
}

std::string_view condition_meant(std::string_view word) {
  struct Row {
    std::string_view word;
    std::string_view meant;
  };
  static constexpr Row rows[] = {{"if", "only"},       {"when", "only"},   {"show", "only"}, {"for", "only"},
                                 {"unless", "except"}, {"hide", "except"}, {"not", "except"}};
  const auto* const row =
      std::find_if(std::begin(rows), std::end(rows), [&](const Row& one) { return one.word == word; });
  return row == std::end(rows) ? std::string_view{} : row->meant;
}

}  // namespace tailorbird
