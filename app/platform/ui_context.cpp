#include "app/platform/ui_context.hpp"

#include <imgui.h>
#include <imgui_internal.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>

#include "app/platform/texture_keeper.hpp"
#include "app/platform/ui_recorder_state.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::platform {

namespace {

constexpr float kSecondsMin = 0.0001f;
constexpr float kSecondsMax = 0.25f;  // after a long sleep an animation goes on, it does not jump to its end

std::atomic<std::size_t>& bytes_allocated() {
    static std::atomic<std::size_t> bytes{0};
    return bytes;
}

void* allocate(std::size_t size, void*) {
    void* block = std::malloc(size);
    if (block != nullptr) bytes_allocated() += malloc_usable_size(block);
    return block;
}

// ImGui copies what is typed into several buffers of its own; each is zeroed before it goes back to the heap.
void release(void* block, void*) {
    if (block == nullptr) return;
    const std::size_t size = malloc_usable_size(block);
    base::wipe(block, size);
    bytes_allocated() -= size;
    std::free(block);
}

const char* empty_clipboard(ImGuiContext*) { return ""; }
void ignore_clipboard(ImGuiContext*, const char*) {}

void quieten(ImGuiIO& io) {
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // a blinking caret would wake an idle machine
    io.ConfigErrorRecoveryEnableTooltip = false;
    io.ConfigErrorRecoveryEnableDebugLog = false;
    io.ConfigDebugHighlightIdConflicts = false;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.ConfigWindowsResizeFromEdges = false;
    ImGuiPlatformIO& platform_io = ImGui::GetPlatformIO();
    platform_io.Platform_GetClipboardTextFn = empty_clipboard;
    platform_io.Platform_SetClipboardTextFn = ignore_clipboard;
    platform_io.Platform_OpenInShellFn = nullptr;
    ImGuiContext& g = *ImGui::GetCurrentContext();
    g.ConfigNavWindowingKeyNext = ImGuiKey_None;
    g.ConfigNavWindowingKeyPrev = ImGuiKey_None;
}

void flatten(ImGuiStyle& style) {
    style = ImGuiStyle();
    ImGui::StyleColorsLight(&style);
    style.WindowPadding = ImVec2(0, 0);
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 0;
    style.FrameBorderSize = 0;
    style.WindowRounding = 0;
    style.WindowMinSize = ImVec2(1, 1);
    style.FontSizeBase = 28;
}

}  // namespace

UiContext::UiContext(FontLibrary& fonts, const UiOptions& options)
    : options_(options), textures_(std::make_shared<TextureKeeper>()) {
    ImGui::SetAllocatorFunctions(allocate, release, nullptr);
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    quieten(io);
    flatten(ImGui::GetStyle());
    io.BackendLanguageUserData = &textures_;
    io.BackendPlatformName = "courtyard";
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    io.Fonts->TexDesiredFormat = options.atlas == AtlasFormat::Alpha8 ? ImTextureFormat_Alpha8 : ImTextureFormat_RGBA32;
    io.Fonts->TexMinWidth = 1024;
    io.Fonts->TexMinHeight = 256;
    faces_ = fonts.add_to(*io.Fonts);
    io.FontDefault = faces_.text;
    if (options.record) attach_recorder(*context_);
}

UiContext::~UiContext() {
    ImGui::SetCurrentContext(context_);
    detach_recorder(*context_);
    // The CPU renderer keeps nothing of a texture, and a graphics back end has let go of its own when it was shut down.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    textures_->free_served();
    ImGui::DestroyContext(context_);
}

void UiContext::begin_frame(Size size, float seconds) {
    ImGui::SetCurrentContext(context_);
    textures_->free_served();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(static_cast<float>(size.width), static_cast<float>(size.height));
    io.DeltaTime =
        options_.frame_seconds_fixed > 0 ? options_.frame_seconds_fixed : std::clamp(seconds, kSecondsMin, kSecondsMax);
    start_recording_frame(*context_);
    ImGui::NewFrame();
}

ImDrawData& UiContext::end_frame() {
    ImGui::Render();
    return *ImGui::GetDrawData();
}

std::size_t ui_bytes_allocated() { return bytes_allocated(); }

}  // namespace courtyard::platform
