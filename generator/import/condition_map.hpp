#pragma once
// Maps conditions of another tool to ours, by a table in import-map.yaml. Its first level is the attribute of
// the source (`when-profile`, `audience`), its second the value there:
//
//   when-profile:
//     manager: {audience: manager}
//     draft: nobody
//     web: everyone
//   style:
//     Tip Box: tip          # a style of Word → the type of a callout

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/site.hpp"

namespace tailorbird {

/// The readers of a passage.
struct MappedReaders {
  enum class Kind : std::uint8_t { everyone, some, nobody, unknown };
  Kind kind = Kind::everyone;
  std::map<std::string, std::set<std::string>> values;  // some: dimension → its values
  bool negated = false;                                 // some: all but these

  /// `.only audience="hr manager"`; empty for everyone.
  std::string mark() const;
};

/// The union of two sets of readers; unknown when one condition cannot express it.
MappedReaders either(const MappedReaders& a, const MappedReaders& b);
/// The intersection of two sets of readers.
MappedReaders both(const MappedReaders& a, const MappedReaders& b);
MappedReaders all_but(MappedReaders readers);

class ConditionMap {
 public:
  /// An empty table, for a project without dimensions.
  ConditionMap() = default;
  /// An empty table.
  explicit ConditionMap(const Site& site);
  /// Reads a table. Fails with file and line when it cannot be read, or names a dimension, value or callout
  /// that the site does not have.
  static Result<ConditionMap> read(const std::string& text, const std::string& file, const Site& site);

  /// The readers for `value` of `attribute`. If the table lacks it, the result is unknown, and the value is
  /// recorded for draft().
  MappedReaders readers(std::string_view attribute, std::string_view value, std::string_view place);
  /// The type of callout for a style; empty: none.
  std::string style(std::string_view name) const;

  /// Whether the project has a dimension of this name.
  bool is_dimension(std::string_view name) const { return dimensions_.contains(name); }
  /// Whether each of `values`, with spaces between them, is one of that dimension; false for none at all.
  bool has_values(std::string_view dimension, std::string_view values) const;

  /// Whether the table lacked a value that was requested.
  bool has_unknown() const { return !unknown_.empty(); }
  /// The whole table with the missing values added, to be filled in. Values that match one of a dimension of
  /// `site` are filled in already.
  std::string draft(const Site& site) const;

 private:
  using Values = std::map<std::string, MappedReaders, std::less<>>;
  std::map<std::string, Values, std::less<>> readers_;
  std::map<std::string, std::string, std::less<>> styles_;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>>
      dimensions_;                                                     // of the project → values
  std::string text_;                                                   // as read
  std::map<std::string, std::map<std::string, std::string>> unknown_;  // attribute → value → first place
};

}  // namespace tailorbird
