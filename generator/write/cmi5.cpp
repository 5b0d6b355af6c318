// Format `cmi5`: a course of one unit for systems with a learning record store (LRS). Its cmi5.xml names the
// start page and declares that the unit is done when it reports "completed"; the session's script does the
// reporting (themes/default/scorm/45-cmi5.js). Source: cmi5 1.0 (Quartz), sections 13 and 14.

#include "base/uuid.hpp"
#include "write/all_formats.hpp"
#include "write/scorm/learning_package.hpp"
#include "write/scorm/metadata.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view structure_namespace = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

void add_text(pugi::xml_node parent, const char* name, const PackageFacts& facts, const std::string& text) {
  add_element(add_element(parent, name), "langstring", text).append_attribute("lang") =
      facts.language.c_str();
}

void add_course(pugi::xml_node structure, const PackageFacts& facts) {
  pugi::xml_node course = add_element(structure, "course");
  course.append_attribute("id") = uuid_address("course " + facts.identifiers.manifest).c_str();
  add_text(course, "title", facts, facts.title);
  add_text(course, "description", facts, facts.description);
}

void add_unit(pugi::xml_node structure, const PackageFacts& facts) {
  pugi::xml_node unit = add_element(structure, "au");
  unit.append_attribute("id") = uuid_address("unit " + facts.identifiers.manifest).c_str();
  unit.append_attribute("moveOn") = "Completed";
  unit.append_attribute("launchMethod") = "AnyWindow";
  add_text(unit, "title", facts, facts.title);
  add_text(unit, "description", facts, facts.description);
  add_element(unit, "url", std::string(session_page_name));
}

std::string course_structure(const Edition& /*edition*/, const PackageFacts& facts) {
  pugi::xml_document document;
  add_declaration(document);
  pugi::xml_node structure = add_element(document, "courseStructure");
  structure.append_attribute("xmlns") = std::string(structure_namespace).c_str();
  add_course(structure, facts);
  add_unit(structure, facts);
  return xml_text(document);
}

std::unique_ptr<Packager> open_cmi5(const PackageRequest& request) {
  return open_learning_package(request, {.format = "cmi5",
                                         .main_name = "cmi5.xml",
                                         .main_text = course_structure,
                                         .runtime = "cmi5",
                                         .contacts = "https: http:"});
}

}  // namespace

/// <profile>-<bundle>-<language>-cmi5.zip, one for each language.
const Format cmi5_format = {
    .id = "cmi5",
    .summary = "the same for cmi5: systems with a learning record store",
    .open = open_cmi5,
    .check = check_cmi5,
    .tracks = true,
    .cost = 620,
};

}  // namespace tailorbird
