#pragma once
// Cuts out of a Markdown page what one edition must not hold, the way a careful person would with a text
// editor: by lines, brackets and braces. It knows neither Markdown's parser nor the program's idea of a
// condition, so that what it leaves can be built without conditions and compared with the program's own
// edition.
//
// A condition that holds for every reader of the edition loses its mark; one that holds for none loses its
// text; one that the reader's choice decides keeps a mark for the undecided dimensions.

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
  ValuesOf possible;                      // all dimensions of the site, with the values this edition leaves
  std::map<std::string, ValuesOf> named;  // conditions declared in site.yaml, by name
  std::vector<ValuesOf> outside = {};     // who has a value of each dimension of one of these is no reader
};

/// The page as its edition should read it, or nothing when the front matter is for other readers.
std::optional<std::string> cut_source(std::string_view page, const EditionReaders& edition);

}  // namespace tailorbird::test
