# tailorbird.cdx.json: what the program is made of (cmake/write_sbom.cmake). Made whenever the program is, but for
# developers only on request (target `sbom`), whose program changes every minute.
set(sbom_when ALL)
if(TAILORBIRD_DEVELOPER)
  set(sbom_when "")
endif()
set(sbom "${PROJECT_BINARY_DIR}/tailorbird.cdx.json")
# What is compiled in without a library to load.
set(sbom_headers nlohmann-json3-dev libcli11-dev libkainjow-mustache-dev robin-map-dev)
add_custom_command(OUTPUT "${sbom}" VERBATIM DEPENDS tailorbird "${PROJECT_SOURCE_DIR}/cmake/write_sbom.cmake"
  COMMENT "Listing what the program is made of"
  COMMAND "${CMAKE_COMMAND}" "-DPROGRAM=$<TARGET_FILE:tailorbird>" "-DVERSION=${PROJECT_VERSION}" "-DHEADERS=${sbom_headers}"
    "-DSCORM=${PROJECT_SOURCE_DIR}/build/data/scorm" "-DSCORM_LOCK=${PROJECT_SOURCE_DIR}/tools/scorm/package-lock.json"
    "-DOUT=${sbom}" -P "${PROJECT_SOURCE_DIR}/cmake/write_sbom.cmake")
add_custom_target(sbom ${sbom_when} DEPENDS "${sbom}")
install(FILES "${sbom}" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
