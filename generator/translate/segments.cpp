#include "translate/segments.hpp"

#include <algorithm>
#include <array>
#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>
#include <map>
#include <optional>

#include "base/hash.hpp"
#include "base/strings.hpp"
#include "compile/attributes/attributes.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/parse/markdown.hpp"
#include "compile/parse/page_text.hpp"
#include "components/component.hpp"
#include "read/pages/front_matter.hpp"
#include "read/yaml/yaml.hpp"
#include "translate/table_cells.hpp"

namespace tailorbird {
namespace {

/// The names of kinds: the beginning of an id, and the words for translators.
struct KindNames {
  std::string_view id;
  std::string_view words;
};
constexpr auto kind_names = std::to_array<KindNames>({
    {"title", "the page's title"},
    {"summary", "the page's summary"},
    {"search", "what readers may type to find the page, with commas"},
    {"heading", "a heading"},
    {"text", "a paragraph"},
    {"item", "a list item"},
    {"cell", "a table cell"},
    {"value", "a title or name of a block"},
});

/// Attributes that look like texts but are ids.
constexpr auto ids = std::to_array<std::string_view>({"next"});

/// Whether some component shows this attribute to readers as it is written.
bool is_shown(std::span<const AttributeSpec> attributes, std::string_view name) {
  return std::any_of(attributes.begin(), attributes.end(), [&](const AttributeSpec& one) {
    return one.name == name && one.kind == AttributeSpec::Kind::text;
  });
}
bool is_shown(std::span<const PartSpec> parts, std::string_view name) {
  return std::any_of(parts.begin(), parts.end(), [&](const PartSpec& part) {
    return is_shown(part.attributes, name) || is_shown(part.children, name);
  });
}
bool is_shown(std::string_view name) {
  if (std::find(ids.begin(), ids.end(), name) != ids.end()) return false;
  const auto specs = component_specs();
  return std::any_of(specs.begin(), specs.end(), [&](const ComponentSpec& spec) {
    return is_shown(spec.attributes, name) || is_shown(spec.parts, name);
  });
}

/// Finds the segments of a body, block by block. Valid only while the tree exists.
class BodySegments {
 public:
  BodySegments(const Page& page, const Site& site, std::vector<TextSegment>& segments)
      : source_(page), site_(site), segments_(segments) {}

  void blocks(cmark_node* parent, const std::string& place) {
    const std::size_t before = conditions_.size();
    std::vector<Section> sections;
    for (cmark_node* block : children_of(parent)) {
      if (cmark_node_get_type(block) == CMARK_NODE_HEADING) {
        heading(block, place, sections);
      } else {
        one(block, place);
      }
    }
    conditions_.resize(before);
  }

 private:
  /// A heading whose condition holds up to the next one of its level.
  struct Section {
    int level = 0;
    std::size_t conditions = 0;  // around it
  };

  void one(cmark_node* block, const std::string& place) {
    const cmark_node_type type = cmark_node_get_type(block);
    if (type == CMARK_NODE_PARAGRAPH) return paragraph(block, place);
    if (type == extension_types().table) return table(block, place + "/table");
    if (is_div(block)) return div(block, place);
    if (type == CMARK_NODE_LIST) {
      const bool numbers = cmark_node_get_list_type(block) == CMARK_ORDERED_LIST;
      for (cmark_node* item : children_of(block)) list_item(item, place + (numbers ? "/numbers" : "/list"));
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
      blocks(block, place + "/quote");
    } else if (is_note_definition(block)) {
      blocks(block, place + "/note");
    }
  }

  /// The mark in `text`, whose first byte is at `at` of the body. Unreadable ones are reported by `check`.
  Mark mark_at(std::size_t at, std::string_view text) const {
    Diagnostics ignored;
    const std::string no_file;
    // Columns are bytes here, to find values again.
    const PlaceOf place = [at](std::size_t offset) {
      return Position{1, static_cast<std::uint32_t>(at + offset)};
    };
    return read_mark(text, place, no_file, ignored);
  }

  /// The condition that a mark makes, if it makes one.
  std::optional<Condition> condition_of(const Mark& mark) const {
    const bool except = mark.has_class("except");
    if (!mark.readable || !(except || mark.has_class("only"))) return std::nullopt;
    std::vector<DimensionWords> dimensions;
    for (const MarkPair& pair : mark.pairs) {
      if (site_.find_dimension(pair.key.text) >= 0) dimensions.push_back({pair.key, value_words(pair.value)});
    }
    std::vector<PlacedWord> names;
    const std::vector<std::string> known = condition_names(site_);
    for (const PlacedWord& one : mark.classes) {
      if (std::find(known.begin(), known.end(), one.text) != known.end()) names.push_back(one);
    }
    ResolvedCondition resolved = resolve_condition(site_, dimensions, names, except);
    return resolved.readable() ? std::optional(std::move(resolved.condition)) : std::nullopt;
  }

  /// Segments of the values of a mark that readers see.
  void values(const Mark& mark, const std::string& place) {
    for (const MarkPair& pair : mark.pairs) {
      if (!mark.readable || !is_shown(pair.key.text)) continue;
      const std::size_t begin = pair.value.where.column;
      add(SegmentKind::attribute, place + "/" + pair.key.text, begin, begin + pair.value.text.size(),
          {{Piece::Role::text, CodeType::none, pair.value.text, {}}});
    }
  }

  void div(cmark_node* block, const std::string& place) {
    const int line = cmark_node_get_start_line(block);
    const std::string_view text = source_.line(line);
    const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(block) - 1, 0));
    const std::size_t fence = std::min(text.find(":::", column), text.size());
    const std::size_t info = std::min(text.find_first_not_of(": \t", fence), text.size());
    std::string name;
    std::optional<Condition> condition;
    if (text.substr(info, 1) == "{") {
      const std::string_view braces = text.substr(info, mark_size(text.substr(info), text.size()));
      const Mark mark = mark_at(source_.line_start(line) + info, braces);
      if (!mark.classes.empty()) name = mark.classes.front().text;
      condition = condition_of(mark);
      if (condition) conditions_.push_back(*condition);
      values(mark, place + "/" + name);
    } else {
      name = std::string(trim(text.substr(info)));
    }
    blocks(block, place + "/" + name);
    if (condition) conditions_.pop_back();
  }

  void list_item(cmark_node* item, const std::string& place) {
    const std::size_t before = conditions_.size();
    bool first = true;
    for (cmark_node* block : children_of(item)) {
      if (first && cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH) {
        item_text(block, place);
      } else {
        one(block, place + "/item");
      }
      first = false;
    }
    conditions_.resize(before);
  }

  void item_text(cmark_node* paragraph, const std::string& place) {
    const Range range = range_of(paragraph);
    words(SegmentKind::item, place + "/item", paragraph, range, true);
  }

  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  std::size_t end_of_line(int line) const { return source_.line_start(line) + source_.line(line).size(); }

  /// From the block's first byte to the end of its last line, without white space at the ends.
  Range range_of(cmark_node* block) const {
    const int first = cmark_node_get_start_line(block);
    const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(block) - 1, 0));
    return trimmed({source_.line_start(first) + std::min(column, source_.line(first).size()),
                    end_of_line(cmark_node_get_end_line(block))});
  }

  Range trimmed(Range range) const {
    constexpr std::string_view white = " \t\n";
    const std::string_view text = source_.text();
    while (range.begin < range.end && white.find(text[range.begin]) != std::string_view::npos) ++range.begin;
    while (range.end > range.begin && white.find(text[range.end - 1]) != std::string_view::npos) --range.end;
    return range;
  }

  void paragraph(cmark_node* block, const std::string& place) {
    words(SegmentKind::paragraph, place, block, range_of(block), false);
  }

  Range heading_range(cmark_node* block) const {
    Range range = range_of(block);
    const std::string_view text = source_.text();
    if (text.substr(range.begin, 1) == "#") {
      range.begin = std::min(text.find_first_not_of('#', range.begin), range.end);
      range = trimmed(range);
      std::size_t end = range.end;
      while (end > range.begin && text[end - 1] == '#') --end;
      if (end < range.end && (end == range.begin || text[end - 1] == ' '))
        range = trimmed({range.begin, end});
    } else {  // the last line is what underlines it
      range =
          trimmed({range.begin, std::max(range.begin, std::min(text.rfind('\n', range.end - 1), range.end))});
    }
    return range;
  }

  void heading(cmark_node* block, const std::string& place, std::vector<Section>& sections) {
    const int level = cmark_node_get_heading_level(block);
    while (!sections.empty() && sections.back().level >= level) {
      conditions_.resize(sections.back().conditions);
      sections.pop_back();
    }
    const std::size_t before = conditions_.size();
    const std::optional<Mark> mark =
        words(SegmentKind::heading, fmt::format("{}/h{}", place, level), block, heading_range(block), true);
    if (mark && mark->has_class("section")) {
      sections.push_back({level, before});
    } else {
      conditions_.resize(before);
    }
  }

  void table(cmark_node* block, const std::string& place) {
    for (cmark_node* row : children_of(block)) {
      const int line = cmark_node_get_start_line(row);
      const std::size_t begin = source_.line_start(line);
      const std::vector<CellRange> ranges = cells_of_row(source_.line(line));
      const std::vector<cmark_node*> cells = children_of(row);
      const std::size_t before = conditions_.size();
      // The mark at the end of a row applies to all of its cells.
      if (const Mark mark = row_mark(cells); mark.readable) {
        if (const auto condition = condition_of(mark)) conditions_.push_back(*condition);
      }
      for (std::size_t index = 0; index < std::min(ranges.size(), cells.size()); ++index) {
        const Range range{begin + ranges[index].begin, begin + ranges[index].end};
        const std::size_t own = conditions_.size();
        words(SegmentKind::cell, fmt::format("{}/{}", place, index + 1), cells[index], range, true);
        conditions_.resize(own);
      }
      conditions_.resize(before);
    }
  }

  Mark row_mark(const std::vector<cmark_node*>& cells) const {
    Mark none;
    none.readable = false;
    for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) {
      cmark_node* last = cmark_node_last_child(*cell);
      if (last == nullptr) continue;
      return is_trailing_mark(last) ? mark_at(0, mark_text(last)) : none;
    }
    return none;
  }

  static bool is_trailing_mark(cmark_node* node) {
    return node != nullptr && is_mark(node) && mark_kind(node) == MarkKind::trailing;
  }

  /// The segment of the words in `container`. With `takes_mark`, a mark at their end applies to the
  /// container: it stays outside the segment, and its condition holds for the words and what follows them.
  std::optional<Mark> words(SegmentKind kind, const std::string& place, cmark_node* container, Range range,
                            bool takes_mark) {
    const std::string_view text = source_.text();
    std::optional<Pieces> pieces = pieces_of(container, text.substr(range.begin, range.end - range.begin));
    if (pieces) range.begin += take_callout(container, *pieces);
    std::optional<Mark> mark;
    if (takes_mark && is_trailing_mark(cmark_node_last_child(container)) && pieces && !pieces->empty()) {
      range.end -= pieces->back().data.size();
      mark = mark_at(range.end, pieces->back().data);
      pieces->pop_back();
      range = trimmed(range);
      trim_last(*pieces);
      if (kind != SegmentKind::cell) {
        if (auto condition = condition_of(*mark)) conditions_.push_back(std::move(*condition));
      }
    }
    if (!pieces)
      pieces = Pieces{{Piece::Role::text,
                       CodeType::none,
                       std::string(text.substr(range.begin, range.end - range.begin)),
                       {}}};
    if (has_words(*pieces)) add(kind, place, range.begin, range.end, std::move(*pieces));
    if (mark) values(*mark, place);
    return mark;
  }

  /// Takes `[!NOTE]` and the end of its line, which make a quote a callout, out of the words; its bytes.
  static std::size_t take_callout(cmark_node* paragraph, Pieces& pieces) {
    cmark_node* quote = cmark_node_parent(paragraph);
    const bool begins_quote = cmark_node_get_type(quote) == CMARK_NODE_BLOCK_QUOTE &&
                              cmark_node_first_child(quote) == paragraph && !pieces.empty();
    const std::string_view first = begins_quote ? std::string_view(pieces.front().data) : std::string_view();
    if (!first.starts_with("[!") || !trim(first).ends_with(']')) return 0;
    const std::size_t taken = std::min<std::size_t>(pieces.size(), 2);
    std::size_t bytes = 0;
    for (std::size_t index = 0; index < taken; ++index) bytes += pieces[index].data.size();
    pieces.erase(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(taken));
    return bytes;
  }

  static void trim_last(Pieces& pieces) {
    while (!pieces.empty() &&
           (pieces.back().role == Piece::Role::text || pieces.back().type == CodeType::line_end)) {
      std::string& data = pieces.back().data;
      data.erase(data.find_last_not_of(" \t\n") + 1);
      if (!data.empty()) return;
      pieces.pop_back();
    }
  }

  void add(SegmentKind kind, const std::string& place, std::size_t begin, std::size_t end, Pieces pieces) {
    TextSegment segment;
    segment.kind = kind;
    segment.place = place.starts_with('/') ? place.substr(1) : place;
    segment.text = std::string(source_.text().substr(begin, end - begin));
    segment.pieces = std::move(pieces);
    segment.conditions = conditions_;
    segment.begin = begin;
    segment.end = end;
    segment.where = source_.position(begin);
    segments_.push_back(std::move(segment));
  }

  PageText source_;
  const Site& site_;
  std::vector<TextSegment>& segments_;
  std::vector<Condition> conditions_;
};

/// A list is one text: how many terms readers of a language type is its own business.
void add_front(SegmentKind kind, const YamlNode* value, std::vector<TextSegment>& segments) {
  if (value == nullptr) return;
  std::vector<std::string> values = {value->text};
  if (value->kind == YamlNode::Kind::list) {
    values.clear();
    for (const YamlNode& item : value->items) values.push_back(item.text);
  }
  TextSegment segment;
  segment.kind = kind;
  segment.text = join(values, ", ");
  if (trim(segment.text).empty()) return;
  segment.pieces = {{Piece::Role::text, CodeType::none, segment.text, {}}};
  segment.where = value->where;
  segments.push_back(std::move(segment));
}

/// Ids with the same kind, place and words are distinguished by a number.
void set_ids(std::vector<TextSegment>& segments) {
  std::map<std::string, int> seen;
  for (TextSegment& segment : segments) {
    const std::uint64_t hash = quick_hash(segment.place + "\n" + segment.text);
    segment.id = fmt::format("{}-{:08x}", kind_names[static_cast<std::size_t>(segment.kind)].id,
                             static_cast<std::uint32_t>(hash));
    if (const int count = ++seen[segment.id]; count > 1) segment.id += fmt::format("-{}", count);
  }
}

}  // namespace

std::vector<TextSegment> segments_of(const Page& page, std::string_view bytes, const Site& site) {
  std::vector<TextSegment> segments;
  const FrontMatterSplit cut = split_front_matter(bytes);
  if (cut.closed) {
    const YamlRead yaml = parse_yaml({cut.yaml, page.file, 0, 2});
    add_front(SegmentKind::title, yaml.root.find("title"), segments);
    add_front(SegmentKind::summary, yaml.root.find("summary"), segments);
    add_front(SegmentKind::search, yaml.root.find("search"), segments);
  }
  const MarkdownTree tree(page.body);
  BodySegments(page, site, segments).blocks(tree.root(), "");
  set_ids(segments);
  return segments;
}

std::string_view kind_words(SegmentKind kind) { return kind_names[static_cast<std::size_t>(kind)].words; }

bool have_same_place(const TextSegment& one, const TextSegment& other) {
  return one.kind == other.kind && one.place == other.place && one.conditions == other.conditions;
}

}  // namespace tailorbird
