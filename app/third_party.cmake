# Third-party libraries, each found on the system or (Dear ImGui) built from the fetched source package. Nothing vendored.
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(PNG REQUIRED)
find_package(JPEG REQUIRED)
find_package(CURL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenGL REQUIRED)
find_package(X11 REQUIRED)
find_package(Freetype REQUIRED)
find_package(glfw3 3.3 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)
if(NOT TARGET X11::Xext)
  add_library(X11::Xext INTERFACE IMPORTED)
  target_link_libraries(X11::Xext INTERFACE Xext)
endif()

function(courtyard_pkg target)
  pkg_check_modules(${target}_pc REQUIRED ${ARGN})
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE ${${target}_pc_INCLUDE_DIRS})
  target_link_directories(${target} INTERFACE ${${target}_pc_LIBRARY_DIRS})
  # Whole paths: -lpinyin by name would be our room of that name.
  target_link_libraries(${target} INTERFACE ${${target}_pc_LINK_LIBRARIES})
endfunction()
courtyard_pkg(pango_cairo pangocairo cairo pangoft2 fontconfig freetype2)
courtyard_pkg(zbar_decoder zbar)
courtyard_pkg(zxing_decoder zxing)
courtyard_pkg(pinyin_engine libpinyin)
pkg_get_variable(COURTYARD_PINYIN_DATA libpinyin pkgdatadir)
string(APPEND COURTYARD_PINYIN_DATA "/data")
courtyard_pkg(alsa_sound alsa)
courtyard_pkg(opus_reader opusfile)

add_library(tomlplusplus INTERFACE)
add_library(qrcodegen INTERFACE)
target_link_libraries(qrcodegen INTERFACE qrcodegencpp)

# SQLCipher is linked statically and its symbols hidden: a dynamic libsqlite3 loaded earlier would otherwise take over
# sqlite3_open and write plain files without a word.
find_library(SQLCIPHER_ARCHIVE NAMES libsqlcipher.a REQUIRED)
find_path(SQLCIPHER_INCLUDE NAMES sqlite3.h PATH_SUFFIXES sqlcipher REQUIRED NO_DEFAULT_PATH PATHS /usr/include /usr/local/include)
add_library(sqlcipher STATIC IMPORTED)  # not INTERFACE: the linker must see libcrypto after the archive
set_target_properties(sqlcipher PROPERTIES IMPORTED_LOCATION ${SQLCIPHER_ARCHIVE})
target_include_directories(sqlcipher SYSTEM INTERFACE ${SQLCIPHER_INCLUDE})
target_compile_definitions(sqlcipher INTERFACE SQLITE_HAS_CODEC)
target_link_libraries(sqlcipher INTERFACE OpenSSL::Crypto Threads::Threads m ${CMAKE_DL_LIBS})
target_link_options(sqlcipher INTERFACE -Wl,--exclude-libs,libsqlcipher.a)

# Dear ImGui with 32-bit characters and FreeType. Our own renderers draw; only its OpenGL back end is taken.
set(I ${COURTYARD_IMGUI_DIR})
if(NOT EXISTS ${I}/imgui.h)
  message(FATAL_ERROR "Dear ImGui's source is missing at ${I}: run ./run setup")
endif()
add_library(imgui STATIC ${I}/imgui.cpp ${I}/imgui_draw.cpp ${I}/imgui_tables.cpp ${I}/imgui_widgets.cpp
  ${I}/misc/freetype/imgui_freetype.cpp ${I}/misc/cpp/imgui_stdlib.cpp
  ${I}/backends/imgui_impl_opengl3.cpp)
target_compile_features(imgui PUBLIC cxx_std_17)
target_include_directories(imgui SYSTEM PUBLIC ${I} ${I}/backends ${I}/misc/cpp ${I}/misc/freetype)
target_compile_definitions(imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_ENABLE_FREETYPE IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_STB_TRUETYPE_IMPLEMENTATION
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_ENABLE_TEST_ENGINE)
target_link_libraries(imgui PUBLIC glfw Freetype::Freetype OpenGL::GL ${CMAKE_DL_LIBS})
unset(I)
