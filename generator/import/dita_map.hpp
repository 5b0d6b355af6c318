#pragma once
// Maps of DITA: the order of topics, their titles in it, and what keys stand for.

#include <map>
#include <string>
#include <vector>

#include "import/source_tree.hpp"

namespace tailorbird {

struct DitaMap {
  std::map<std::string, int, std::less<>> order;          // path of a topic → 10, 20, …
  std::map<std::string, std::string, std::less<>> keys;   // key → path
  std::map<std::string, std::string, std::less<>> words;  // key → the words that it stands for
};

/// All maps of the tree as one. A file that is no XML is left to the caller, who reads it too.
DitaMap read_dita_maps(const SourceTree& tree);

/// "../shared/notes.dita#notes/safety" as seen from the file `from`: its path and what stands behind `#`.
struct DitaTarget {
  std::string path;     // empty: the same file
  std::string topic;    // id
  std::string element;  // id; empty: the topic itself
};
DitaTarget dita_target(std::string_view href, std::string_view from);

}  // namespace tailorbird
