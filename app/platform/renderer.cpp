#include "app/platform/renderer.hpp"

#include <dirent.h>

#include <algorithm>
#include <cctype>
#include <string>

namespace courtyard::platform {

std::optional<RendererChoice> parse_renderer_choice(std::string_view word) {
    if (word == "auto") return RendererChoice::Auto;
    if (word == "cpu") return RendererChoice::Cpu;
    if (word == "gl") return RendererChoice::Gl;
    return std::nullopt;
}

bool hardware_is_plausible(const char* folder) {
    DIR* devices = opendir(folder);
    if (devices == nullptr) return false;
    bool found = false;
    while (const dirent* entry = readdir(devices)) {
        found = found || std::string_view(entry->d_name).starts_with("renderD");
    }
    closedir(devices);
    return found;
}

bool names_real_hardware(std::string_view gl_renderer) {
    std::string name(gl_renderer);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::string_view kSoftware[] = {"llvmpipe", "softpipe", "swrast",   "swiftshader", "software",
                                              "virgl",    "svga3d",   "lavapipe", "zink (llvm",  "microsoft basic"};
    return !name.empty() && std::none_of(std::begin(kSoftware), std::end(kSoftware),
                                         [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

}  // namespace courtyard::platform
