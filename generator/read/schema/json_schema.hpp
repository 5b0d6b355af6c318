#pragma once
// JSON Schemas (2020-12) of the YAML files and of front matter, for completion and validation in editors.
// Made from the tables that read these files. docs/editors/editor-setup.md lists what a schema cannot
// express.

#include <string>
#include <vector>

#include "read/schema/schema_fields.hpp"

namespace tailorbird {

/// How maps of a shape are arranged in their file.
enum class Arrangement : std::uint8_t {
  alone,      // the file is one map
  by_name,    // one map for each name that the author chooses
  by_source,  // the same, with names that sources can have
  by_group,   // one map for each name in each group
  list,
};

/// The subject of a schema.
struct SchemaSubject {
  const Shape* shape = nullptr;
  Arrangement arrangement = Arrangement::alone;
  bool is_part = false;  // others extend or include the file, so no key is required
};

/// The names that a project declares, which the schema lists. Without a site any id is allowed.
struct DeclaredNames {
  const Site* site = nullptr;
  std::vector<std::string> formats = {};
};

/// Ends with a line feed.
std::string json_schema(const SchemaSubject& subject, const DeclaredNames& declared);

/// The schema of a shape that is a file of its own.
std::string json_schema(const Shape& shape, const Site* site = nullptr);

}  // namespace tailorbird
