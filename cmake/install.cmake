# What a user gets: the program, the default theme, control documents, the manual page, the list of what the program is
# made of. The program finds them relative to itself (cli/places.cpp), so the prefix is free.
include(GNUInstallDirs)
include(sbom)
install(TARGETS tailorbird RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(DIRECTORY themes/ DESTINATION "${CMAKE_INSTALL_DATADIR}/tailorbird/themes")
install(DIRECTORY preview DESTINATION "${CMAKE_INSTALL_DATADIR}/tailorbird")
# The control documents of SCORM, where tools/scorm/install has put them; a build without them says so.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/build/data/scorm" DESTINATION "${CMAKE_INSTALL_DATADIR}/tailorbird" OPTIONAL)
# The pages that `explain` shows, and the reference to read.
install(DIRECTORY docs/reference DESTINATION "${CMAKE_INSTALL_DATADIR}/tailorbird/docs")
# All documentation as a site, which the program makes itself. For developers only on request, as it follows each build.
set(documentation "${PROJECT_BINARY_DIR}/docs")
set(documentation_when ALL)
if(TAILORBIRD_DEVELOPER)
  set(documentation_when "")
endif()
add_custom_target(documentation ${documentation_when} COMMAND "${PROJECT_SOURCE_DIR}/tools/build-docs" $<TARGET_FILE:tailorbird> "${documentation}"
  COMMENT "Making the documentation" VERBATIM)
add_dependencies(documentation tailorbird)
install(DIRECTORY "${documentation}/site/" DESTINATION "${CMAKE_INSTALL_DOCDIR}/html" OPTIONAL)
# Completion for shells, which the program prints itself.
set(completions "${PROJECT_BINARY_DIR}/completions")
foreach(shell IN ITEMS bash zsh fish)
  add_custom_command(OUTPUT "${completions}/${shell}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${completions}"
    COMMAND tailorbird completion ${shell} > "${completions}/${shell}"
    DEPENDS tailorbird VERBATIM)
  list(APPEND completion_files "${completions}/${shell}")
endforeach()
add_custom_target(completions ALL DEPENDS ${completion_files})
install(FILES "${completions}/bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME tailorbird OPTIONAL)
install(FILES "${completions}/zsh" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" RENAME _tailorbird OPTIONAL)
install(FILES "${completions}/fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" RENAME tailorbird.fish OPTIONAL)
install(FILES docs/man/tailorbird.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)

set(CPACK_PACKAGE_NAME tailorbird)
set(CPACK_PACKAGE_VENDOR "The Tailorbird contributors")
set(CPACK_PACKAGE_CONTACT "The Tailorbird contributors <tailorbird@tailorbird.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "pandoc, weasyprint")  # Word documents in, PDF out
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # the libraries' packages, as the linker names them
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_GENERATOR DEB)
include(CPack)
