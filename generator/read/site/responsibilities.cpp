#include "read/site/responsibilities.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "read/schema/keyed_maps.hpp"
#include "read/site/conditions.hpp"
#include "read/site/site.hpp"

namespace tailorbird {
namespace {

std::vector<std::string> letter_ids(const Site& site) {
  std::vector<std::string> ids;
  for (const auto& [id, label] : site.responsibilities.letters) ids.push_back(id);
  return ids;
}

void set_role(ResponsibilityRow& row, const std::string& role, std::string letter) {
  const auto same =
      std::find_if(row.roles.begin(), row.roles.end(), [&](const auto& one) { return one.first == role; });
  if (same != row.roles.end()) {
    same->second = std::move(letter);
  } else {
    row.roles.emplace_back(role, std::move(letter));
  }
}

void read_row_roles(ResponsibilityRow& row, const YamlNode& value, const FieldInfo& info,
                    ReadContext& reading) {
  if (value.kind == YamlNode::Kind::map && value.entries.empty()) report_blank(value, info.key, reading);
  for (const YamlEntry* entry : named_entries(value, info.key, "a role", reading)) {
    const bool known = check_known(entry->key, as_word(entry->key), "role", role_ids(*reading.site),
                                   "unknown-role", reading);
    auto letter = read_text(entry->value, entry->key.text, reading);
    if (!known || !letter) continue;
    if (!check_known(entry->value, as_word(entry->value), "letter", letter_ids(*reading.site),
                     "unknown-letter", reading))
      continue;
    set_role(row, entry->key.text, std::move(*letter));
  }
}

/// A note stands beside its role's letter. Of a row whose letters could not all be read nothing is said.
void check_note_shown(const ResponsibilityRow& row, const YamlNode& role, ReadContext& reading) {
  const bool is_there = std::any_of(row.roles.begin(), row.roles.end(),
                                    [&](const auto& one) { return one.first == role.text; });
  if (is_there || row.roles.empty()) return;
  reading.diagnostics.add(
      "unknown-role", reading.range(role),
      fmt::format("`{}` has no letter in `roles` of this row, so its note is shown nowhere", role.text),
      fmt::format("Give it one: `roles: {{{}: …}}`, or correct the role.", role.text));
}

void read_row_notes(ResponsibilityRow& row, const YamlNode& value, const FieldInfo& info,
                    ReadContext& reading) {
  for (const YamlEntry* entry : named_entries(value, info.key, "a role", reading)) {
    const bool known = check_known(entry->key, as_word(entry->key), "role", role_ids(*reading.site),
                                   "unknown-role", reading);
    auto note = read_localized(entry->value, entry->key.text, reading);
    if (known && note) row.notes[entry->key.text] = std::move(*note);
  }
}

void check_notes_shown(const ResponsibilityRow& row, const YamlNode& item, ReadContext& reading) {
  const YamlNode* const notes = item.find("notes");
  if (notes == nullptr) return;
  for (const YamlEntry& entry : notes->entries) check_note_shown(row, entry.key, reading);
}

constexpr auto row_fields = std::to_array<Field<ResponsibilityRow>>({
    {{"id", Kind::id, Need::required, "a name that profiles use to change the row"},
     into<&ResponsibilityRow::id>},
    {{"when", Kind::condition, Need::optional, "in which phase, or for whom"},
     into<&ResponsibilityRow::when>},
    {{"task", Kind::localized, Need::required, "what has to be done"}, into<&ResponsibilityRow::task>},
    {{"roles", Kind::letters, Need::required, "who does what: {manager: A, hr: C}", nullptr, Names::roles},
     read_row_roles},
    {{"notes", Kind::localized_map, Need::optional, "a few words on a role's part: with consent", nullptr,
      Names::roles},
     read_row_notes},
});

bool is_letter(std::string_view text) {
  return text.size() == 1 && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= 'a' && text[0] <= 'z'));
}

void read_letters(Responsibilities& matrix, const YamlNode& value, const FieldInfo&, ReadContext& reading) {
  if (!expect_map(value, "`letters`", reading)) return;
  for (const YamlEntry& entry : value.entries) {
    if (!is_letter(entry.key.text)) {
      reading.diagnostics.add("bad-name", reading.range(entry.key),
                              fmt::format("`{}` is not one letter", entry.key.text), "Use one letter: A.");
    } else if (auto label = read_localized(entry.value, entry.key.text, reading)) {
      matrix.letters.emplace_back(entry.key.text, std::move(*label));
    }
  }
}

MapPlace row_place(const YamlNode& item, ReadContext& reading) {
  const YamlNode* const id = item.find("id");
  return {id != nullptr ? fmt::format("the row `{}`", id->text) : "this row", reading.range(item)};
}

ResponsibilityRow* find_row(std::vector<ResponsibilityRow>& rows, std::string_view id) {
  const auto at =
      std::find_if(rows.begin(), rows.end(), [&](const ResponsibilityRow& one) { return one.id == id; });
  return at == rows.end() ? nullptr : &*at;
}

void report_repeated(const ResponsibilityRow& row, const ResponsibilityRow& first, ReadContext& reading) {
  reading.diagnostics.add("id-repeated", row.where, fmt::format("a second row is called `{}`", row.id))
      .related.push_back({first.where, "first here"});
}

void read_all_rows(Responsibilities& matrix, const YamlNode& value, const FieldInfo&, ReadContext& reading) {
  if (!expect_list(value, "`rows`", reading)) return;
  for (const YamlNode& item : value.items) {
    ResponsibilityRow row;
    row.where = reading.range(item);
    const std::size_t errors = reading.errors();
    read_map<ResponsibilityRow>(row, item, row_place(item, reading), row_fields, reading);
    if (reading.errors() == errors) check_notes_shown(row, item, reading);
    if (reading.errors() != errors) continue;  // its condition may be unreadable: then nobody may see it
    if (const ResponsibilityRow* first = find_row(matrix.rows, row.id)) {
      report_repeated(row, *first, reading);
    } else {
      matrix.rows.push_back(std::move(row));
    }
  }
}

constexpr auto matrix_fields = std::to_array<Field<Responsibilities>>({
    {{"letters", Kind::localized_map, Need::required, "what each letter means: A: leads", nullptr,
      Names::new_letters},
     read_letters},
    {{"rows", Kind::list_of, Need::required, "the tasks", responsibility_row_shape}, read_all_rows},
});

/// Reads one change on top of the row it changes, or of a new one.
void change_row(std::vector<ResponsibilityRow>& rows, const YamlNode& item, ReadContext& reading) {
  const YamlNode* const id = item.find("id");
  ResponsibilityRow* const known = id != nullptr ? find_row(rows, id->text) : nullptr;
  ResponsibilityRow row = known != nullptr ? *known : ResponsibilityRow{};
  row.where = reading.range(item);
  const std::size_t errors = reading.errors();
  const bool fragment = reading.fragment;
  reading.fragment = fragment || known != nullptr;  // a change says only what differs
  read_map<ResponsibilityRow>(row, item, row_place(item, reading), row_fields, reading);
  reading.fragment = fragment;
  if (reading.errors() == errors) check_notes_shown(row, item, reading);
  if (reading.errors() != errors) return;
  if (known != nullptr) {
    *known = std::move(row);
  } else {
    rows.push_back(std::move(row));
  }
}

/// A change without a task is meant for an existing row: its id is misspelt.
bool check_row_exists(const std::vector<ResponsibilityRow>& rows, const YamlNode& item,
                      ReadContext& reading) {
  const YamlNode* const id = item.find("id");
  if (id == nullptr || item.find("task") != nullptr) return true;
  std::vector<std::string> known;
  for (const ResponsibilityRow& row : rows) known.push_back(row.id);
  return check_known(*id, as_word(*id), "row", known, "unknown-responsibility", reading);
}

}  // namespace

const Shape& responsibility_row_shape() {
  static const Shape shape =
      shape_of<ResponsibilityRow>("row", "One task and who has a part in it", row_fields);
  return shape;
}

const Shape& responsibility_change_shape() {
  static const Shape shape = [] {
    Shape change = responsibility_row_shape();
    change.name = "row-change";
    change.doc = "A row that is added, or what differs in one that is there";
    for (FieldInfo& field : change.fields) field.need = field.key == "id" ? Need::required : Need::optional;
    return change;
  }();
  return shape;
}

const Shape& responsibilities_shape() {
  static const Shape shape = shape_of<Responsibilities>(
      "responsibilities", "content/responsibilities.yaml: who does what", matrix_fields);
  return shape;
}

void read_responsibilities(Site& site, const YamlNode& root, ReadContext& reading) {
  const std::string& file = reading.files[root.source];
  read_map<Responsibilities>(site.responsibilities, root, {file, {file, {}, 0}}, matrix_fields, reading);
}

std::vector<ResponsibilityRow> changed_responsibilities(const Site& site, const YamlNode& changes,
                                                        ReadContext& reading) {
  std::vector<ResponsibilityRow> rows = site.responsibilities.rows;
  if (!expect_list(changes, "`responsibilities`", reading)) return rows;
  for (const YamlNode& item : changes.items) {
    if (item.kind != YamlNode::Kind::map) {
      expect_map(item, "this row", reading);
    } else if (check_row_exists(rows, item, reading)) {
      change_row(rows, item, reading);
    }
  }
  return rows;
}

}  // namespace tailorbird
