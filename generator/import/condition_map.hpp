#pragma once
// The table by which conditions of another tool become ours: import-map.yaml. Its first level is the
// attribute of the source (`when-profile`, `audience`), its second the value there:
//
//   when-profile:
//     manager: {audience: manager}
//     draft: nobody
//     web: everyone
//   style:
//     Tip Box: tip          # a style of Word → the type of a callout

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/site.hpp"

namespace tailorbird {

/// Who reads a passage.
struct MappedReaders {
  enum class Kind : std::uint8_t { everyone, some, nobody, unknown };
  Kind kind = Kind::everyone;
  std::map<std::string, std::set<std::string>> values;  // some: dimension → its values
  bool negated = false;                                 // some: all but these

  /// `.only audience="hr manager"`; empty for everyone.
  std::string mark() const;
};

/// Who reads what holds for either; unknown when one condition cannot say it.
MappedReaders either(const MappedReaders& a, const MappedReaders& b);
/// Who reads what holds for both.
MappedReaders both(const MappedReaders& a, const MappedReaders& b);
MappedReaders all_but(MappedReaders readers);

class ConditionMap {
 public:
  /// An empty table, which knows nothing.
  ConditionMap() = default;
  /// Reads a table. Fails with file and line when it cannot be read, or names a dimension, value or callout
  /// that the site has not.
  static Result<ConditionMap> read(const std::string& text, const std::string& file, const Site& site);

  /// What `value` of `attribute` means. What the table does not have is unknown, and remembered for draft().
  MappedReaders readers(std::string_view attribute, std::string_view value, std::string_view place);
  /// The callout that a style is; empty: none.
  std::string style(std::string_view name) const;

  /// Whether something was asked for that the table does not have.
  bool has_unknown() const { return !unknown_.empty(); }
  /// The whole table with what was asked for, to be filled in. A value that a dimension of `site` has too is
  /// filled in already.
  std::string draft(const Site& site) const;

 private:
  using Values = std::map<std::string, MappedReaders, std::less<>>;
  std::map<std::string, Values, std::less<>> readers_;
  std::map<std::string, std::string, std::less<>> styles_;
  std::string text_;                                                   // as it was read
  std::map<std::string, std::map<std::string, std::string>> unknown_;  // attribute → value → first place
};

}  // namespace tailorbird
