#pragma once
// Reads DITA maps: the order of topics, and the definitions of keys.

#include <map>
#include <string>

#include "import/source_tree.hpp"

namespace tailorbird {

struct DitaMap {
  std::map<std::string, int, std::less<>> order;          // path of a topic → 10, 20, …
  std::map<std::string, std::string, std::less<>> keys;   // key → path
  std::map<std::string, std::string, std::less<>> words;  // key → its text
};

/// All maps of the tree, merged. Files that are not XML are ignored here; the caller reads and reports them.
DitaMap read_dita_maps(const SourceTree& tree);

/// "../shared/notes.dita#notes/safety" as seen from the file `from`: its path and fragment.
struct DitaTarget {
  std::string path;     // empty: the same file
  std::string topic;    // id
  std::string element;  // id; empty: the topic itself
};
DitaTarget dita_target(std::string_view href, std::string_view from);

}  // namespace tailorbird
