#pragma once
// What one place of a page defines and another uses: notes, link labels, ids. Each definition carries the
// conditions around it. The same name twice is right when no reader gets both.

#include <cmark-gfm.h>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/program.hpp"
#include "model/readers.hpp"

namespace tailorbird {

/// Where something is defined or used, and for whom.
struct Scope {
  SourceRange where;
  ConditionChain conditions;
  ReaderSet reach;  // the readers who can come there, as far as a product of sets can say
};

/// The scopes in which one name is defined.
using Scopes = std::vector<const Scope*>;

struct NoteDefinition {
  Scope scope;
  std::string name;  // as written
  cmark_node* node = nullptr;
};

struct NoteUse {
  Scope scope;
  std::string name;
  std::string key;                // the name in lower case
  std::uint32_t instruction = 0;  // its Op::footnote
};

struct LabelDefinition {
  Scope scope;  // of the address
  std::string address;
  std::string title;
  std::optional<LinkUse> link;  // once read
  bool was_read = false;
};

/// A link or picture whose address is a label's.
struct LabelUse {
  Scope scope;
  std::string label;
  std::uint32_t instruction = 0;    // its Op::begin_link or Op::image
  std::optional<ImageUse> picture;  // with all but its file
};

struct Definitions {
  std::map<std::string, std::vector<NoteDefinition>, std::less<>> notes;  // by name in lower case
  std::vector<NoteUse> note_uses;
  std::map<std::string, std::vector<LabelDefinition>, std::less<>> labels;  // by label, folded
  std::vector<LabelUse> label_uses;
  std::map<std::string, std::vector<Scope>, std::less<>> ids;
};

}  // namespace tailorbird
