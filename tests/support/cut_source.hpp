#pragma once
// Removes from a Markdown page what one edition must not contain, as a careful person would in a text editor:
// by lines, brackets and braces. It shares no code with the Markdown parser or with the program's conditions.
// The result can be built without conditions and compared with the edition that the program makes: a test
// oracle.
//
// A condition that holds for every reader of the edition loses its mark; one that holds for nobody loses its
// text; one that the reader's choice decides keeps a mark with the open dimensions.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird::test {

/// Dimension → values.
using ValuesOf = std::map<std::string, std::set<std::string>>;

struct EditionReaders {
  ValuesOf possible;                      // all dimensions of the site, with the values of this edition
  std::map<std::string, ValuesOf> named;  // conditions declared in site.yaml, by name
  std::vector<ValuesOf> outside = {};     // a reader who matches all dimensions of one of these is excluded
};

/// The source of the page for this edition; nothing when its front matter is for other readers.
std::optional<std::string> cut_source(std::string_view page, const EditionReaders& edition);

}  // namespace tailorbird::test
