#include "app/platform/window_keys.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace courtyard::platform {

namespace {

struct Pair {
    int glfw;
    ImGuiKey imgui;
};

constexpr Pair kPairs[] = {
    {GLFW_KEY_TAB, ImGuiKey_Tab},
    {GLFW_KEY_LEFT, ImGuiKey_LeftArrow},
    {GLFW_KEY_RIGHT, ImGuiKey_RightArrow},
    {GLFW_KEY_UP, ImGuiKey_UpArrow},
    {GLFW_KEY_DOWN, ImGuiKey_DownArrow},
    {GLFW_KEY_PAGE_UP, ImGuiKey_PageUp},
    {GLFW_KEY_PAGE_DOWN, ImGuiKey_PageDown},
    {GLFW_KEY_HOME, ImGuiKey_Home},
    {GLFW_KEY_END, ImGuiKey_End},
    {GLFW_KEY_INSERT, ImGuiKey_Insert},
    {GLFW_KEY_DELETE, ImGuiKey_Delete},
    {GLFW_KEY_BACKSPACE, ImGuiKey_Backspace},
    {GLFW_KEY_SPACE, ImGuiKey_Space},
    {GLFW_KEY_ENTER, ImGuiKey_Enter},
    {GLFW_KEY_KP_ENTER, ImGuiKey_KeypadEnter},
    {GLFW_KEY_ESCAPE, ImGuiKey_Escape},
    {GLFW_KEY_APOSTROPHE, ImGuiKey_Apostrophe},
    {GLFW_KEY_COMMA, ImGuiKey_Comma},
    {GLFW_KEY_MINUS, ImGuiKey_Minus},
    {GLFW_KEY_PERIOD, ImGuiKey_Period},
    {GLFW_KEY_SLASH, ImGuiKey_Slash},
    {GLFW_KEY_SEMICOLON, ImGuiKey_Semicolon},
    {GLFW_KEY_EQUAL, ImGuiKey_Equal},
    {GLFW_KEY_LEFT_SHIFT, ImGuiKey_LeftShift},
    {GLFW_KEY_LEFT_CONTROL, ImGuiKey_LeftCtrl},
    {GLFW_KEY_LEFT_ALT, ImGuiKey_LeftAlt},
    {GLFW_KEY_RIGHT_SHIFT, ImGuiKey_RightShift},
    {GLFW_KEY_RIGHT_CONTROL, ImGuiKey_RightCtrl},
    {GLFW_KEY_RIGHT_ALT, ImGuiKey_RightAlt},
    {GLFW_KEY_KP_DECIMAL, ImGuiKey_KeypadDecimal},
    {GLFW_KEY_KP_ADD, ImGuiKey_KeypadAdd},
    {GLFW_KEY_KP_SUBTRACT, ImGuiKey_KeypadSubtract},
};

constexpr ImGuiKey offset(ImGuiKey first, int by) { return static_cast<ImGuiKey>(static_cast<int>(first) + by); }

}  // namespace

ImGuiKey imgui_key(int glfw_key) {
    if (glfw_key >= GLFW_KEY_A && glfw_key <= GLFW_KEY_Z) return offset(ImGuiKey_A, glfw_key - GLFW_KEY_A);
    if (glfw_key >= GLFW_KEY_0 && glfw_key <= GLFW_KEY_9) return offset(ImGuiKey_0, glfw_key - GLFW_KEY_0);
    if (glfw_key >= GLFW_KEY_KP_0 && glfw_key <= GLFW_KEY_KP_9)
        return offset(ImGuiKey_Keypad0, glfw_key - GLFW_KEY_KP_0);
    if (glfw_key >= GLFW_KEY_F1 && glfw_key <= GLFW_KEY_F12) return offset(ImGuiKey_F1, glfw_key - GLFW_KEY_F1);
    for (const Pair& pair : kPairs) {
        if (pair.glfw == glfw_key) return pair.imgui;
    }
    return ImGuiKey_None;
}

}  // namespace courtyard::platform
