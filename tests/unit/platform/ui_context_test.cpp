#include "app/platform/ui_context.hpp"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

#include "app/platform/canvas.hpp"
#include "app/platform/texture.hpp"
#include "sync/base/bytes.hpp"
#include "tests/unit/platform/sample_screen.hpp"
#include "tests/unit/platform/shapes_support.hpp"

using namespace courtyard;
using platform::UiContext;

namespace {

constexpr char kKey = 0x5A;

// The typed text lies in this program only under a key, so that a search of the memory cannot find the search itself.
std::string hidden_canary() {
    std::string text;
    for (int i = 0; i < 12; ++i) {
        text += static_cast<char>(('b' + i * 11 % 23) ^ kKey);
    }
    return text;
}

// Where in this process's writable memory the canary stands in clear.
int copies_in_memory(const std::string& hidden) {
    std::ifstream maps("/proc/self/maps");
    std::ifstream memory("/proc/self/mem", std::ios::binary);
    int found = 0;
    std::string line;
    std::string block;
    while (std::getline(maps, line)) {
        unsigned long from = 0;
        unsigned long to = 0;
        char rights[5] = {};
        if (std::sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, rights) != 3 || rights[0] != 'r' || rights[1] != 'w')
            continue;
        if (to - from > 512u << 20) continue;  // sanitizers' shadow
        block.resize(to - from);
        memory.seekg(static_cast<std::streamoff>(from));
        memory.read(block.data(), static_cast<std::streamsize>(block.size()));
        if (!memory) memory.clear();
        for (std::size_t i = 0; i + hidden.size() <= block.size(); ++i) {
            std::size_t same = 0;
            while (same < hidden.size() && static_cast<char>(block[i + same] ^ kKey) == hidden[same])
                ++same;
            if (same == hidden.size()) ++found;
        }
        std::fill(block.begin(), block.end(), '\0');
    }
    return found;
}

// A person types the canary into a field and the caller's own buffer is wiped.
void type_canary(UiContext& context, const std::string& hidden) {
    char buffer[64] = {};
    const auto frame = [&] {
        context.begin_frame({400, 200}, 0.016f);
        ImGui::SetNextWindowSize(ImVec2(400, 200));
        ImGui::Begin("w");
        ImGui::SetKeyboardFocusHere();
        ImGui::InputText("name", buffer, sizeof buffer);
        ImGui::End();
        ImDrawData& drawn = context.end_frame();
        platform::Canvas canvas({400, 200});
        canvas.render(drawn, 0xFFFFFF);
        canvas.wipe();
    };
    for (int i = 0; i < 3; ++i) {
        frame();
    }
    for (const char c : hidden) {
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(c ^ kKey));
    }
    for (int i = 0; i < 20; ++i) {
        frame();
    }
    CHECK(std::strlen(buffer) == hidden.size());
    base::wipe(buffer, sizeof buffer);
}

}  // namespace

TEST_CASE("a destroyed context leaves no byte allocated and no copy of what was typed") {
    const std::string hidden = hidden_canary();
    platform::FontLibrary& fonts = test::fonts();
    REQUIRE(platform::ui_bytes_allocated() == 0);
    {
        UiContext context(fonts, {});
        type_canary(context, hidden);
        CHECK(platform::ui_bytes_allocated() > 0);
        CHECK(copies_in_memory(hidden) > 0);  // control: while the context lives, the search does find it
    }
    CHECK(platform::ui_bytes_allocated() == 0);
    CHECK(copies_in_memory(hidden) == 0);
}

TEST_CASE("nothing of ImGui that could betray or disturb is switched on") {
    UiContext context(test::fonts(), {});
    const ImGuiIO& io = ImGui::GetIO();
    CHECK(io.IniFilename == nullptr);
    CHECK(io.LogFilename == nullptr);
    CHECK_FALSE(io.ConfigInputTextCursorBlink);
    CHECK(ImGui::GetCurrentContext()->ConfigNavWindowingKeyNext == ImGuiKey_None);
    ImGui::SetClipboardText("secret");
    CHECK(std::string(ImGui::GetClipboardText()).empty());
    CHECK_FALSE(ImGui::GetCurrentContext()->TestEngineHookItems);
}

TEST_CASE("frames last as long as the options say, and long sleeps do not make animations jump") {
    platform::UiOptions options;
    {
        UiContext context(test::fonts(), options);
        context.begin_frame({100, 100}, 3600);
        CHECK(ImGui::GetIO().DeltaTime == doctest::Approx(0.25f));
        context.end_frame();
        context.begin_frame({100, 100}, 0);
        CHECK(ImGui::GetIO().DeltaTime > 0);
        context.end_frame();
    }
    options.frame_seconds_fixed = 0.5f;
    UiContext context(test::fonts(), options);
    context.begin_frame({100, 100}, 0.01f);
    CHECK(ImGui::GetIO().DeltaTime == doctest::Approx(0.5f));
    context.end_frame();
}

TEST_CASE("a picture may go before, within or after the context that draws it") {
    auto survivor = [] {
        UiContext context(test::fonts(), {});
        platform::Canvas canvas({100, 100});
        auto early = std::make_unique<platform::Texture>(test::sample_picture(32, 32));
        auto late = std::make_unique<platform::Texture>(test::sample_picture(16, 16));
        for (int i = 0; i < 4; ++i) {
            context.begin_frame({100, 100}, 0.016f);
            if (early) ImGui::GetBackgroundDrawList()->AddImage(early->ref(), ImVec2(0, 0), ImVec2(32, 32));
            if (i == 1) early.reset();  // still in this frame's list
            ImGui::GetBackgroundDrawList()->AddImage(late->ref(), ImVec2(50, 50), ImVec2(66, 66));
            canvas.render(context.end_frame(), 0);
            CHECK(canvas.read_pixels().pixel(20, 20)[0] == (i < 2 ? test::sample_picture(32, 32).pixel(20, 20)[0] : 0));
        }
        return late;
    }();
    survivor.reset();
    CHECK(platform::ui_bytes_allocated() == 0);
}
