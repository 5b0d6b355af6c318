#pragma once
// The interpreter behind tailor_page. Private to tailor/; its functions are spread over page_tailor.cpp (text
// and conditions), page_links.cpp (links, pictures, variables), page_parts.cpp (components, includes),
// page_notes.cpp (footnotes), page_headings.cpp (headings, ids, outline) and page_marks.cpp (marks of
// previews).

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tailor/addressing.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

class PageTailor {
 public:
  PageTailor(const Edition& edition, std::size_t edition_page, const ProgramOf& programs,
             const Addressing& addressing, const TailorOptions& options);
  TailoredPage finish() &&;

 private:
  /// An open condition as written: its code for scripts and its label for people.
  struct When {
    std::string code;
    std::string label;  // plain text
  };
  /// An element with a condition of its own, while its content runs.
  struct OpenElement {
    std::uint32_t condition;
    When when;         // code empty: decided
    std::string mark;  // attributes of a preview
  };
  /// A program that is being run: the page's, or that of an include in it.
  struct ProgramFrame {
    const Program& program;
    std::size_t page;           // index in Project::pages
    const ProgramFrame* outer;  // the frame that includes this one
    std::vector<OpenElement> elements;
  };
  /// The output: finished segments, and the text being written.
  struct Writer {
    Fragment done;
    MarkedText text;
  };
  struct Id {
    std::string id;
    SourceRange where;
  };
  struct NumberedNote {
    const Program* program;
    std::uint32_t index;  // in its footnotes
    std::size_t page;     // in Project::pages
    std::size_t references;
    Condition readers;  // common to all references: must hold for a reader to see any of them
  };
  /// The rows of the table of components for a part and its children.
  struct PartShape {
    std::span<const AttributeSpec> attributes;
    std::span<const PartSpec> children;
  };

  // page_tailor.cpp
  class RangeVisitor;
  void run(ProgramFrame& frame, CodeRange range, const ReaderSet& space);
  std::uint32_t step(ProgramFrame& frame, std::uint32_t at, const ReaderSet& space);
  std::uint32_t stored(const Program& program, CodeRange range);
  void text(std::string_view words);
  /// Counts words that were written.
  void count_text(std::string_view words);
  /// Counts something that readers see.
  void count_content();
  /// Runs content under an open condition and writes the markup for `placement` around it; `inside` gets the
  /// remaining readers. Writes nothing when the content is empty.
  void open(Placement placement, const Condition& condition, const ReaderSet& space,
            const std::function<void(const ReaderSet&)>& inside);
  /// Runs `inside` for the readers of `space` who meet all conditions of the chain, with the markup for
  /// Placement::words. Verdict::holds: they are all of `space`.
  Verdict under(const Program& program, std::span<const std::uint32_t> chain, const ReaderSet& space,
                const std::function<void(const ReaderSet&)>& inside);
  /// Records the dimensions on which `open` depends, for TailoredPage::choices.
  void add_choices(const Condition& open);
  void add_choices(const Fragment& fragment);
  void add_part_choices(const TailoredPart& part);
  void finish_choices();
  void open_begin(Placement placement, const When& open);
  void element_mark(const ProgramFrame& frame, const Instruction& mark);
  void when_attributes(const When& open);
  void when_label(const When& open);
  bool is_shown(const IncludeUse& use, const ReaderSet& space) const;
  When when(const Condition& condition, const ReaderSet& space) const;
  Fragment fragment(ProgramFrame& frame, CodeRange range, const ReaderSet& space);
  Fragment close_writer(Writer outer);
  /// `about`: another file whose errors would explain this (diag/causes.hpp).
  void problem(std::string_view code, SourceRange where, std::string message, std::string fix,
               std::string about = {});

  // page_marks.cpp
  /// Runs `inside`, and marks what it writes as standing under `condition`, which the author wrote at
  /// `where`. Without TailorOptions::marks only runs it.
  void marked(Placement placement, const Condition& condition, const SourceRange& where, Verdict verdict,
              const std::function<void()>& inside);
  /// ` data-tb="…" …` for a tag; empty without marks.
  std::string mark_attributes(const Condition& condition, const SourceRange& where, Verdict verdict) const;
  /// Marks a part by an empty element inside it, since a part has no tag of its own yet.
  void mark_part(const Condition& condition, const ProgramFrame& frame, const Part& part, Verdict verdict,
                 TailoredPart& tailored) const;
  /// `verdict`, or Verdict::fails inside content that is left out.
  Verdict in_preview(Verdict verdict) const { return left_out_ > 0 ? Verdict::fails : verdict; }

  // page_links.cpp
  std::uint32_t link(ProgramFrame& frame, std::uint32_t at, const ReaderSet& space);
  void begin_link(const ProgramFrame& frame, const LinkUse& link);
  void end_link();
  void link_tag(std::string_view href, std::string_view title);
  void value_link_tag(std::string_view href, std::string_view title);
  void end_link_tag(std::string_view href, std::string_view title);
  void page_link(const ProgramFrame& frame, const LinkUse& link, const SourceRange& where);
  void variable_link(const LinkUse& link, const SourceRange& where);
  void image(ProgramFrame& frame, std::uint32_t index, const ReaderSet& space);
  void write_image(const ProgramFrame& frame, const ImageUse& image);
  void variable(const ProgramFrame& frame, const VariableUse& use);
  const VariableValue* value_of(std::string_view name, const SourceRange& where);
  std::optional<std::string> file_of(std::string_view target, std::string_view written,
                                     const SourceRange& where);
  std::string address_of(const std::string& file);
  void left_out(std::string_view file, std::string_view words);
  void file_link(const LinkUse& link, const SourceRange& where);
  /// The address of a project's file as seen from this page; empty, with a problem, when it is not there.
  std::string file_address(std::string_view target, std::string_view written, const SourceRange& where);

  // page_parts.cpp
  void write_component(ProgramFrame& frame, const ComponentUse& use, const ReaderSet& space);
  TailoredPart part(ProgramFrame& frame, const Part& part, const PartShape& shape, const ReaderSet& space);
  Attributes part_attributes(const ProgramFrame& frame, const Part& part, const PartShape& shape);
  void add_children(ProgramFrame& frame, const Part& from, const PartShape& shape, const ReaderSet& space,
                    TailoredPart& to);
  /// The text of a fragment where components cannot stand (notes, contents lists): only their words are kept.
  static MarkedText flat_text(const Fragment& fragment);
  void include(ProgramFrame& frame, const IncludeUse& use, const ReaderSet& space);
  bool may_grow(std::size_t piece, const SourceRange& where);
  void run_include(ProgramFrame& frame, std::size_t page, const ReaderSet& space);

  // page_notes.cpp
  void footnote(ProgramFrame& frame, const Instruction& reference, const ReaderSet& space);
  void write_reference(const ProgramFrame& frame, std::uint32_t index, const ReaderSet& space);
  void write_footnotes();
  MarkedText footnote_body(std::size_t index);
  MarkedText footnote_begin(std::size_t index);
  ReaderSet readers_of(const Program& program, const Footnote& footnote) const;

  // page_headings.cpp
  void begin_heading(ProgramFrame& frame, const Heading& heading, const ReaderSet& space);
  bool is_one_too_many(const ProgramFrame& frame, const Heading& heading);
  void end_heading(const Heading& heading);
  void close_heading(int level, std::string_view open_condition);
  std::string heading_id(const Heading& heading);
  MarkedText outline_words(ProgramFrame& frame, const Heading& heading, const ReaderSet& space);
  Condition open_condition(const ReaderSet& space) const;
  void check_order(const ProgramFrame& frame, const Heading& heading);
  void add_id(std::string_view id, SourceRange where);
  std::string spelled_id(std::string_view id) const { return addressing_.id(at_, id); }
  void finish_ids();

  const Edition& edition_;
  const ProgramOf& programs_;
  const TailorOptions options_;
  const Page& page_;
  const Addressing& addressing_;
  const std::size_t at_;  // of this page, in Edition::pages
  ReaderSet root_;        // the readers this page is for
  TailoredPage result_;
  Writer writer_;
  std::vector<MarkedText::Run> runs_;  // of stored(), so that its memory is used again
  std::vector<Id> ids_;
  std::unordered_set<std::string> taken_ids_;                // those in ids_
  std::unordered_map<std::string, std::size_t> id_numbers_;  // by id: the last number appended to it
  std::vector<NumberedNote> notes_;
  std::vector<std::uint16_t> choices_;  // dimensions of the open conditions written so far
  std::size_t headings_ = 0;
  std::size_t includes_ = 0;
  std::size_t bytes_ = 0;                // of the pieces included so far
  int left_out_ = 0;                     // enclosing conditions that fail; above 0 only in previews
  std::size_t contents_ = 0;             // words, pictures and components so far
  std::size_t contents_at_heading_ = 0;  // when the last heading ended
  int last_level_ = 1;                   // of the headings so far; the page's title is 1
  bool in_link_ = false;
  bool outline_ = false;  // while the words of a heading are run again, for the contents list
};

}  // namespace tailorbird
