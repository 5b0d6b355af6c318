#pragma once
// Reads DITA maps: the order of topics, the definitions of keys, and for whom the maps list a topic.

#include <map>
#include <string>

#include "import/condition_map.hpp"
#include "import/losses.hpp"
#include "import/source_tree.hpp"

namespace tailorbird {

/// For whom maps list a topic, or define a key: by the attributes of the `<topicref>` and of all around it.
struct DitaUse {
  MappedReaders readers;
  Losses told;  // the conditions, for the report
};

struct DitaMap {
  std::map<std::string, int, std::less<>> order;          // path of a topic → 10, 20, …
  std::map<std::string, std::string, std::less<>> keys;   // key → path
  std::map<std::string, std::string, std::less<>> words;  // key → its text
  std::map<std::string, DitaUse, std::less<>> topics;     // path → for whom it is listed
  std::map<std::string, DitaUse, std::less<>> defined;    // key → for whom it is defined
  Losses unreadable;                                      // maps that are no XML
};

/// All maps of the tree, merged. What a map that is no XML says about readers stays unknown.
DitaMap read_dita_maps(const SourceTree& tree, ConditionMap& conditions);

/// "../shared/notes.dita#notes/safety" as seen from the file `from`: its path and fragment.
struct DitaTarget {
  std::string path;     // empty: the same file
  std::string topic;    // id
  std::string element;  // id; empty: the topic itself
};
DitaTarget dita_target(std::string_view href, std::string_view from);

}  // namespace tailorbird
