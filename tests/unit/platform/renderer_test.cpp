#include "app/platform/renderer.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace courtyard::platform;

TEST_CASE("only real graphics cards count as hardware") {
    for (const char* name : {"AMD Radeon RX 550 (radeonsi, polaris12)", "Mesa Intel(R) HD Graphics 4400 (HSW GT2)",
                             "Mali-G52", "NVIDIA GeForce GT 710/PCIe/SSE2", "V3D 4.2", "zink Vulkan 1.3 (AMD RADV)"}) {
        CHECK_MESSAGE(names_real_hardware(name), name);
    }
    for (const char* name :
         {"llvmpipe (LLVM 15.0.6, 256 bits)", "softpipe", "Software Rasterizer", "Google SwiftShader", "virgl",
          "SVGA3D; build: RELEASE; LLVM;", "zink Vulkan 1.3 (lavapipe)", ""}) {
        CHECK_MESSAGE(!names_real_hardware(name), name);
    }
}

TEST_CASE("without a render node no OpenGL is even tried") {
    std::string name = (std::filesystem::temp_directory_path() / "courtyard_dri_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    CHECK_FALSE(hardware_is_plausible((name + "/missing").c_str()));
    CHECK_FALSE(hardware_is_plausible(name.c_str()));
    std::ofstream(name + "/card0").put('x');  // a display controller alone draws nothing
    CHECK_FALSE(hardware_is_plausible(name.c_str()));
    std::ofstream(name + "/renderD128").put('x');
    CHECK(hardware_is_plausible(name.c_str()));
    std::filesystem::remove_all(name);
}

TEST_CASE("the words of --renderer") {
    CHECK(parse_renderer_choice("auto") == RendererChoice::Auto);
    CHECK(parse_renderer_choice("cpu") == RendererChoice::Cpu);
    CHECK(parse_renderer_choice("gl") == RendererChoice::Gl);
    CHECK_FALSE(parse_renderer_choice("GL").has_value());
    CHECK_FALSE(parse_renderer_choice("").has_value());
}
