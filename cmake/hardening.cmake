# What makes a memory error in the program, or in a library under it, harder to use. On for everything but the presets
# for developers, whose sanitizers find more. tests/packages/hardened looks at the finished program.
include(CheckCXXCompilerFlag)
option(TAILORBIRD_HARDEN "Harden the program: position independent, read-only relocations, checked stack and buffers" ON)
if(NOT TAILORBIRD_HARDEN)
  return()
endif()

target_compile_options(tailorbird_flags INTERFACE -fPIE -fstack-protector-strong)
# Fortified functions need an optimising compiler, and g++ warns without one.
target_compile_options(tailorbird_flags INTERFACE $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3>)
target_link_options(tailorbird_flags INTERFACE -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)

# Not every compiler and machine has these. Indirect calls land only where the compiler meant them to: by the
# processor, so it costs nothing.
foreach(flag IN ITEMS -fstack-clash-protection -fcf-protection=full -mbranch-protection=standard)
  string(MAKE_C_IDENTIFIER "HAS${flag}" known)
  check_cxx_compiler_flag(${flag} ${known})
  if(${known})
    target_compile_options(tailorbird_flags INTERFACE ${flag})
  endif()
endforeach()
