#pragma once
// Definitions and their uses in one page: notes, link labels, ids. Each definition carries the conditions
// around it. The same name may be defined twice when no reader gets both.

#include <cmark-gfm.h>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/program.hpp"
#include "model/readers.hpp"

namespace tailorbird {

/// The place of a definition or use, and the readers who reach it.
struct Scope {
  SourceRange where;
  ConditionChain conditions;
  ReaderSet reach;  // the readers who reach it, approximated by a product of sets
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
  std::optional<LinkUse> link;  // after it was read
  bool was_read = false;
};

/// A link or picture whose address is a label's.
struct LabelUse {
  Scope scope;
  std::string label;
  std::uint32_t instruction = 0;    // its Op::begin_link or Op::image
  std::optional<ImageUse> picture;  // complete except for its file
};

struct Definitions {
  std::map<std::string, std::vector<NoteDefinition>, std::less<>> notes;  // by name in lower case
  std::vector<NoteUse> note_uses;
  std::map<std::string, std::vector<LabelDefinition>, std::less<>> labels;  // by label, folded
  std::vector<LabelUse> label_uses;
  std::map<std::string, std::vector<Scope>, std::less<>> ids;
};

}  // namespace tailorbird
