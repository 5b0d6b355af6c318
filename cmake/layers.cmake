# Compiler settings shared by all targets, and `tailorbird_layer`, which makes one library of one
# directory. A layer sees the headers of all layers; what it may include is tested by
# tests/unit/architecture.

add_library(tailorbird_flags INTERFACE)
target_include_directories(tailorbird_flags INTERFACE "${PROJECT_SOURCE_DIR}/generator")
target_compile_options(tailorbird_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wnon-virtual-dtor -Wold-style-cast)
if(TAILORBIRD_DEVELOPER AND NOT TAILORBIRD_FUZZ)  # clang warns of other things than g++
  target_compile_options(tailorbird_flags INTERFACE -Werror)
endif()
if(TAILORBIRD_PRECOMPILE)
  # g++ 12 warns falsely of std::string, the more it inlines; ccache asks for the last option.
  target_compile_options(tailorbird_flags INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread;-Wno-restrict;-fpch-preprocess>)
endif()
if(TAILORBIRD_SANITIZE)
  target_compile_options(tailorbird_flags INTERFACE "-fsanitize=${TAILORBIRD_SANITIZE}" -fno-omit-frame-pointer)
  target_link_options(tailorbird_flags INTERFACE "-fsanitize=${TAILORBIRD_SANITIZE}")
  # g++ 12 warns falsely of std::regex where it is instrumented (GCC bug 105562).
  target_compile_options(tailorbird_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  if(TAILORBIRD_SANITIZE STREQUAL thread)
    target_compile_definitions(tailorbird_flags INTERFACE TAILORBIRD_PLAIN_THREADS)
  endif()
endif()
if(TAILORBIRD_FUZZ)
  # What libFuzzer steers by; its own main function is linked to the targets alone.
  target_compile_options(tailorbird_flags INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(tailorbird_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(TAILORBIRD_COVERAGE)
  target_compile_options(tailorbird_flags INTERFACE --coverage)
  target_link_options(tailorbird_flags INTERFACE --coverage)
endif()

# tailorbird_precompiled(NAME LIBRARIES library... HEADERS header...): headers that nearly all files of some targets
# include. `tailorbird_precompile(TARGET NAME)` lets a target use them; both do nothing without the option.
function(tailorbird_precompiled name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBRARIES;HEADERS")
  if(NOT TAILORBIRD_PRECOMPILE)
    return()
  endif()
  file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp" "")
  add_library(${name} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES})
  target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

function(tailorbird_precompile target name)
  if(TARGET ${name})
    target_precompile_headers(${target} REUSE_FROM ${name})
  endif()
endfunction()

set(TAILORBIRD_COMMON_HEADERS <algorithm> <array> <filesystem> <functional> <map> <memory> <mutex> <optional> <set> <span>
  <string> <string_view> <vector> <fmt/format.h>)
tailorbird_precompiled(generator_headers LIBRARIES tailorbird_flags fmt::fmt HEADERS ${TAILORBIRD_COMMON_HEADERS})

# Layers that run once a command, not once a page, are compiled for size: it makes the program a sixth smaller.
add_library(tailorbird_small INTERFACE)
target_compile_options(tailorbird_small INTERFACE $<$<CONFIG:Release>:-Os>)
tailorbird_precompiled(small_headers LIBRARIES tailorbird_flags tailorbird_small fmt::fmt HEADERS ${TAILORBIRD_COMMON_HEADERS})

# The parser of command lines takes longer to compile than most commands.
tailorbird_precompiled(command_headers LIBRARIES tailorbird_flags tailorbird_small fmt::fmt CLI11::CLI11
  HEADERS ${TAILORBIRD_COMMON_HEADERS} <CLI/CLI.hpp>)

# tailorbird_layer(NAME [SMALL] [PRECOMPILED headers] lower layers and libraries...)
function(tailorbird_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SMALL" "PRECOMPILED" "")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/generator/${name}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(tailorbird_${name} STATIC ${sources})
  target_link_libraries(tailorbird_${name} PUBLIC tailorbird_flags ${arg_UNPARSED_ARGUMENTS})
  if(arg_SMALL)
    target_link_libraries(tailorbird_${name} PRIVATE tailorbird_small)
    set(headers small_headers)
  else()
    set(headers generator_headers)
    set(TAILORBIRD_QUICK_LAYERS ${TAILORBIRD_QUICK_LAYERS} ${name} PARENT_SCOPE)
  endif()
  if(arg_PRECOMPILED)
    set(headers ${arg_PRECOMPILED})
  endif()
  tailorbird_precompile(tailorbird_${name} ${headers})
endfunction()
