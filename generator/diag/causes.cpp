#include "diag/causes.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/strings.hpp"
#include "diag/codes.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view site_file = "content/site.yaml";

Follows follows(const Diagnostic& diagnostic) {
  const DiagnosticCode* row = find_code(diagnostic.code);
  return row == nullptr ? Follows::nothing : row->follows;
}

std::string_view rests_on(const Diagnostic& diagnostic) {
  const DiagnosticCode* row = find_code(diagnostic.code);
  return row == nullptr ? std::string_view{} : row->rests_on;
}

/// A file that cannot be read says so whatever site.yaml declares.
bool is_about_reading(std::string_view code) {
  return code.starts_with("yaml-") || code.starts_with("file-");
}

/// The files in which something is wrong that follows from nothing else.
class Causes {
 public:
  explicit Causes(const std::vector<Diagnostic>& found) {
    for (const Diagnostic& diagnostic : found) {
      if (diagnostic.severity != Severity::error) continue;
      if (follows(diagnostic) == Follows::nothing) add(first_causes_, diagnostic.where);
      if (follows(diagnostic) <= Follows::earlier) add(own_causes_, diagnostic.where);
      if (follows(diagnostic) <= Follows::file) add(files_, diagnostic.where);
      // What an edition shows is no error of the profile in whose file it is told.
      if (follows(diagnostic) <= Follows::file && diagnostic.editions.empty())
        profiles_.insert(diagnostic.where.file);
      if (diagnostic.where.start.line == 0) misnamed_.insert(as_address(diagnostic.where.file));
    }
  }

  bool any() const { return !files_.empty(); }
  bool in(std::string_view file) const { return files_.contains(file); }
  bool of_its_own_in(std::string_view file) const { return own_causes_.contains(file); }
  /// Whether a file that should have this name has another one, about which there is an error: a folder `EN`.
  bool misnamed(std::string_view file) const {
    return !misnamed_.empty() && misnamed_.contains(as_address(file));
  }
  bool before(const SourceRange& where) const {
    const auto first = first_causes_.find(where.file);
    return first != first_causes_.end() && first->second < where.start;
  }

  /// Whether the organisation of `edition` ("meander/managers/en") has an error in its profile, or in one
  /// that profiles extend.
  bool in_profile_of(std::string_view edition) const {
    const std::string id(edition.substr(0, edition.find('/')));
    if (profiles_.contains("profiles/" + id + ".yaml") || profiles_.contains("profiles/" + id + ".yml"))
      return true;
    const auto base = profiles_.lower_bound("profiles/_");
    return base != profiles_.end() && base->starts_with("profiles/_");
  }

 private:
  using Places = std::map<std::string, Position, std::less<>>;  // file → the first such place in it

  static void add(Places& places, const SourceRange& where) {
    const auto [first, is_new] = places.try_emplace(where.file, where.start);
    if (!is_new) first->second = std::min(first->second, where.start);
  }

  /// "content/EN/The talk.md" → "content/en/the-talk-md": the same for all spellings of a path.
  static std::string as_address(std::string_view file) {
    std::string address;
    for (const std::string_view name : split(file, '/')) address += slug(name) + '/';
    return address;
  }

  std::set<std::string, std::less<>> misnamed_;  // as_address
  Places first_causes_;                          // that follow from nothing
  Places own_causes_;  // these, and those that would follow from an earlier one, were there one
  Places files_;       // these, and those that would follow from another in their file
  std::set<std::string, std::less<>> profiles_;  // files with one of these that depends on no edition
};

/// Whether an error in the file on which it rests explains a finding that is a cause otherwise: in a profile,
/// a change to a row that could not be read.
bool rests_on_error(Diagnostic& diagnostic, const Causes& causes) {
  return follows(diagnostic) <= Follows::file && causes.in(rests_on(diagnostic));
}

bool follows_from_files(const Diagnostic& diagnostic, const Causes& causes) {
  if (causes.in(diagnostic.where.file) || causes.in(rests_on(diagnostic))) return true;
  return std::any_of(diagnostic.about.begin(), diagnostic.about.end(),
                     [&](const std::string& file) { return causes.in(file) || causes.misnamed(file); });
}

/// Leaves the editions of organisations whose profile is right. False: there were some, and none is left.
bool keep_sound_editions(Diagnostic& diagnostic, const Causes& causes) {
  if (diagnostic.editions.empty()) return true;
  std::erase_if(diagnostic.editions,
                [&](const std::string& edition) { return causes.in_profile_of(edition); });
  return !diagnostic.editions.empty();
}

/// Whether all editions of a finding that is a cause otherwise are of organisations whose profile is wrong.
bool is_of_unsound_editions(Diagnostic& diagnostic, const Causes& causes) {
  const Follows kind = follows(diagnostic);
  return (kind == Follows::profile || kind == Follows::file) && !keep_sound_editions(diagnostic, causes);
}

bool is_withheld(Diagnostic& diagnostic, const Causes& causes) {
  const bool of_site = diagnostic.where.file == site_file;
  if (causes.in(site_file) && !of_site && !is_about_reading(diagnostic.code)) return true;
  switch (follows(diagnostic)) {
    case Follows::nothing:
    case Follows::profile:  // looked at before (is_of_unsound_editions)
      return false;
    case Follows::earlier:
      return causes.before(diagnostic.where);
    case Follows::file:
      return causes.of_its_own_in(diagnostic.where.file);
    case Follows::page:
    case Follows::edit:
      return follows_from_files(diagnostic, causes) || !keep_sound_editions(diagnostic, causes);
    case Follows::project:
      return causes.any();
  }
  return false;
}

/// Errors before warnings before notes; among equals site.yaml, on which all rests, then other causes, then
/// what may follow, and last what any edit brings.
std::pair<Severity, int> rank(const Diagnostic& diagnostic) {
  const auto order = [&] {
    switch (follows(diagnostic)) {
      case Follows::edit:
        return 3;
      case Follows::page:
      case Follows::project:
        return 2;
      default:
        return diagnostic.where.file == site_file ? 0 : 1;
    }
  };
  return {diagnostic.severity, order()};
}

/// Adds to `first` what another finding of its cause has.
void join(Diagnostic& first, Diagnostic&& other) {
  first.related.push_back({std::move(other.where), "here too"});
  first.editions.insert(first.editions.end(), std::make_move_iterator(other.editions.begin()),
                        std::make_move_iterator(other.editions.end()));
}

/// A finding that stands for others says how many there are.
void finish_joined(Diagnostic& first, std::size_t others) {
  first.message += fmt::format(", here and in {} other place{}", others, others == 1 ? "" : "s");
  std::sort(first.editions.begin(), first.editions.end());
  first.editions.erase(std::unique(first.editions.begin(), first.editions.end()), first.editions.end());
}

/// What findings of one cause have in common; empty: it stands alone.
std::string cause_of(const Diagnostic& diagnostic) {
  const DiagnosticCode* row = find_code(diagnostic.code);
  switch (row == nullptr ? JoinedBy::nothing : row->joined_by) {
    case JoinedBy::nothing:
      return {};
    case JoinedBy::message:
      return diagnostic.message;
    case JoinedBy::file:
      return diagnostic.where.file + ": " + diagnostic.message;
    case JoinedBy::fix:
      return diagnostic.fix;
    case JoinedBy::about:
      return diagnostic.about.empty() ? std::string{} : diagnostic.about.back();
  }
  return {};
}

std::vector<Diagnostic> joined_by_cause(std::vector<Diagnostic> found) {
  std::map<std::pair<std::string_view, std::string>, std::size_t> firsts;  // by code and cause
  std::vector<std::size_t> others;                                         // joined to each of the result
  std::vector<Diagnostic> result;
  for (Diagnostic& diagnostic : found) {
    const std::string cause = cause_of(diagnostic);
    if (!cause.empty()) {
      const auto [first, is_new] = firsts.try_emplace({diagnostic.code, cause}, result.size());
      if (!is_new) {
        join(result[first->second], std::move(diagnostic));
        ++others[first->second];
        continue;
      }
    }
    result.push_back(std::move(diagnostic));
    others.push_back(0);
  }
  for (std::size_t index = 0; index < result.size(); ++index) {
    if (others[index] > 0) finish_joined(result[index], others[index]);
  }
  return result;
}

}  // namespace

std::vector<Diagnostic> causes(std::vector<Diagnostic> found) {
  // What follows is no cause of others: an innocent profile is not blamed, nor are its editions left out.
  for (const auto& follows_here : {rests_on_error, is_of_unsound_editions, is_withheld}) {
    const Causes causes(found);
    std::erase_if(found, [&](Diagnostic& diagnostic) { return follows_here(diagnostic, causes); });
  }
  found = joined_by_cause(std::move(found));
  std::stable_sort(found.begin(), found.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return rank(a) < rank(b); });
  return found;
}

}  // namespace tailorbird
