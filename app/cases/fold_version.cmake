# What fold_version() says. Included, it makes the room's generated source; run at build time (cmake -DOUT=FILE
# -DROOT=DIR -P fold_version.cmake) it writes that.
set(fold_sources app/cases/*.cpp app/cases/*.hpp app/domain/*.cpp app/domain/*.hpp sync/seal/body.cpp sync/seal/body.hpp)
if(CMAKE_SCRIPT_MODE_FILE)
  list(TRANSFORM fold_sources PREPEND ${ROOT}/)
  file(GLOB files RELATIVE ${ROOT} ${fold_sources})
  list(SORT files)
  set(all "")
  foreach(file ${files})
    file(SHA256 ${ROOT}/${file} digest)
    string(APPEND all "${file} ${digest}\n")
  endforeach()
  string(SHA256 version "${all}")
  file(WRITE ${OUT} "#include \"app/cases/fold_version.hpp\"\nnamespace courtyard::cases {\n"
    "std::string_view fold_version() { return \"${version}\"; }\n}  // namespace courtyard::cases\n")
  return()
endif()
list(TRANSFORM fold_sources PREPEND ${CMAKE_SOURCE_DIR}/)
file(GLOB fold_files CONFIGURE_DEPENDS ${fold_sources})
set(fold_generated ${CMAKE_BINARY_DIR}/generated/fold_version.cpp)
add_custom_command(OUTPUT ${fold_generated}
  COMMAND ${CMAKE_COMMAND} -DOUT=${fold_generated} -DROOT=${CMAKE_SOURCE_DIR}
          -P ${CMAKE_SOURCE_DIR}/app/cases/fold_version.cmake
  DEPENDS ${fold_files} ${CMAKE_SOURCE_DIR}/app/cases/fold_version.cmake VERBATIM)
target_sources(cases PRIVATE ${fold_generated})
