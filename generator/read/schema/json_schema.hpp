#pragma once
// JSON Schemas (2020-12) of the YAML files and of front matter, for completion and first checks in editors.
// Made from the tables that read these files. What a schema cannot say: docs/editors/editor-setup.md.

#include <string>
#include <vector>

#include "read/schema/schema_fields.hpp"

namespace tailorbird {

/// How maps of a shape stand in their file.
enum class Arrangement : std::uint8_t {
  alone,      // the file is one
  by_name,    // one for each name that the author chooses
  by_source,  // the same, with the names that sources can have
  by_group,   // one for each name in each group
  list,
};

/// What the schema is of.
struct SchemaSubject {
  const Shape* shape = nullptr;
  Arrangement arrangement = Arrangement::alone;
  bool is_part = false;  // others extend or include the file: no key is missing in it
};

/// What a project declares: the schema lists it. Without a site any id is allowed there.
struct DeclaredNames {
  const Site* site = nullptr;
  std::vector<std::string> formats = {};
};

/// Ends with a line feed.
std::string json_schema(const SchemaSubject& subject, const DeclaredNames& declared);

/// The schema of a shape that is a file of its own.
std::string json_schema(const Shape& shape, const Site* site = nullptr);

}  // namespace tailorbird
