#pragma once
// Template values that are equal on all pages of an edition, made once. Each navigation node, step, person,
// source and open dimension is an entry that pages refer to. Private to render/.

#include <map>
#include <string>
#include <vector>

#include "render/render.hpp"
#include "render/template_scope.hpp"

namespace tailorbird {

struct OpenDimension {
  std::size_t dimension = 0;  // index in Site::dimensions
  std::size_t entry = 0;
};

/// A source shown to an edition's readers, with its distance: 0 for their country alone, 1 in their language,
/// 2 any other. The nearest come first.
struct NearSource {
  std::size_t entry = 0;
  int distance = 0;
};

struct EditionData {
  Value names = empty_object();
  Entries entries{Entries::Owner::edition};                    // the first are the navigation nodes, by index
  std::vector<std::size_t> steps;                              // entry of each of Navigation::steps
  std::vector<std::pair<std::string, std::string>> languages;  // of the bundle: "fr", "Français"
  std::map<std::string, NearSource, std::less<>> sources;      // by id
  std::map<std::string, std::size_t, std::less<>> terms;       // key → entry
  std::vector<OpenDimension> open;                             // dimensions that the reader may choose
  std::vector<std::size_t> reading_place;                      // node → its place in Navigation::reading
};

EditionData make_edition_data(const RenderContext& context);

/// The label of a page's condition without its step and the titles above it, which are shown anyway; may be
/// empty.
std::string label_beside_step(const RenderContext& context, std::size_t node);

}  // namespace tailorbird
