# Compiler settings shared by all targets, and `tailorbird_layer`, which makes one library of one
# directory. A layer sees the headers of all layers; what it may include is tested by
# tests/unit/architecture.

add_library(tailorbird_flags INTERFACE)
target_include_directories(tailorbird_flags INTERFACE "${PROJECT_SOURCE_DIR}/generator")
target_compile_options(tailorbird_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wnon-virtual-dtor -Wold-style-cast)
if(TAILORBIRD_DEVELOPER)
  target_compile_options(tailorbird_flags INTERFACE -Werror)
endif()
if(TAILORBIRD_SANITIZE)
  target_compile_options(tailorbird_flags INTERFACE "-fsanitize=${TAILORBIRD_SANITIZE}" -fno-omit-frame-pointer)
  target_link_options(tailorbird_flags INTERFACE "-fsanitize=${TAILORBIRD_SANITIZE}")
endif()
if(TAILORBIRD_COVERAGE)
  target_compile_options(tailorbird_flags INTERFACE --coverage)
  target_link_options(tailorbird_flags INTERFACE --coverage)
endif()

# tailorbird_layer(NAME lower layers and libraries...)
function(tailorbird_layer name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/generator/${name}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(tailorbird_${name} STATIC ${sources})
  target_link_libraries(tailorbird_${name} PUBLIC tailorbird_flags ${ARGN})
endfunction()
