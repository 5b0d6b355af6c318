#pragma once
// A diagnostic: a problem in the author's content, as a value. Diagnostics are collected while work goes on
// and shown together at the end. `codes.hpp` has what all problems of one kind share; this is one occurrence.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

enum class Severity : std::uint8_t { error, warning, note };

/// A position in a file. Lines and columns count from 1, columns in code points; line 0: the whole file.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  auto operator<=>(const Position&) const = default;
};

/// A range of `length` code points in one line, from `start`. Length 0 is shown as one caret.
struct SourceRange {
  std::string file;  // relative to the project's root, with '/'
  Position start;
  std::uint32_t length = 0;
  auto operator<=>(const SourceRange&) const = default;
};

/// A related place: "first defined here".
struct RelatedPlace {
  SourceRange where;
  std::string message;
  auto operator<=>(const RelatedPlace&) const = default;
};

struct Diagnostic {
  std::string_view code;  // of a row in codes.hpp, such as "link-target-missing"
  Severity severity = Severity::error;
  SourceRange where;
  std::string message;  // what is wrong here: "no page `first-days.md`"
  std::string fix;      // what to do here: "did you mean `first-day.md`?"; empty: the code's own fix
  std::vector<RelatedPlace> related;
  std::vector<std::string> editions;  // "meander/managers/en"; empty: it does not depend on the edition
  std::vector<std::string> about;     // further files whose errors would explain it (causes.hpp)
  std::vector<SourceRange> asked_at;  // the demands of site.yaml that are not met here (check/demands.hpp)
};

/// Diagnostics of one stage, in the order found.
class Diagnostics {
 public:
  /// Adds a problem with the severity of its code's row. `code` must be in the table.
  Diagnostic& add(std::string_view code, SourceRange where, std::string message, std::string fix = {});
  void append(Diagnostics other);

  const std::vector<Diagnostic>& all() const { return all_; }
  std::vector<Diagnostic>& all() { return all_; }
  bool empty() const { return all_.empty(); }
  bool has_errors() const;
  std::size_t count(Severity severity) const;

 private:
  std::vector<Diagnostic> all_;
};

/// Sorted by file, position and code; equal findings of several editions merged into one that lists them. The
/// order does not depend on how work was distributed over threads.
std::vector<Diagnostic> merged(std::vector<Diagnostic> found);

}  // namespace tailorbird
