#include "app/platform/window_input.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <cfloat>

#include "app/platform/window_keys.hpp"

namespace courtyard::platform {

namespace {

WindowInput& input_of(GLFWwindow* window) { return *static_cast<WindowInput*>(glfwGetWindowUserPointer(window)); }

WindowInput& heard(GLFWwindow* window) {
    WindowInput& input = input_of(window);
    input.heard.anything = true;
    return input;
}

void tell_position(GLFWwindow* window, ImGuiIO& io) {
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window, &x, &y);
    io.AddMousePosEvent(static_cast<float>(x), static_cast<float>(y));
}

void tell_source(const WindowInput& input, ImGuiIO& io) {
    io.AddMouseSourceEvent(input.touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
}

// A finger is only somewhere while it presses; X moves an emulated pointer there first, and leaves it there afterwards.
void on_move(GLFWwindow* window, double x, double y) {
    const bool pressed = glfwGetMouseButton(window, GLFW_MOUSE_BUTTON_LEFT) == GLFW_PRESS;
    if (input_of(window).touch && !pressed) return;
    WindowInput& input = heard(window);
    ImGuiIO& io = ImGui::GetIO();
    tell_source(input, io);
    io.AddMousePosEvent(static_cast<float>(x), static_cast<float>(y));
}

void on_button(GLFWwindow* window, int button, int action, int) {
    if (button < 0 || button >= ImGuiMouseButton_COUNT) return;
    WindowInput& input = heard(window);
    ImGuiIO& io = ImGui::GetIO();
    tell_source(input, io);
    tell_position(window, io);
    io.AddMouseButtonEvent(button, action == GLFW_PRESS);
    if (button == GLFW_MOUSE_BUTTON_LEFT && action == GLFW_PRESS) ++input.heard.taps;
    if (input.touch && action == GLFW_RELEASE) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void on_wheel(GLFWwindow* window, double x, double y) {
    WindowInput& input = heard(window);
    ImGuiIO& io = ImGui::GetIO();
    tell_source(input, io);
    tell_position(window, io);
    io.AddMouseWheelEvent(static_cast<float>(x), static_cast<float>(y));
}

void on_key(GLFWwindow* window, int key, int, int action, int mods) {
    heard(window);
    if (action == GLFW_REPEAT) return;  // ImGui repeats by itself, if only it gets a frame
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, (mods & GLFW_MOD_CONTROL) != 0);
    io.AddKeyEvent(ImGuiMod_Shift, (mods & GLFW_MOD_SHIFT) != 0);
    io.AddKeyEvent(ImGuiMod_Alt, (mods & GLFW_MOD_ALT) != 0);
    const ImGuiKey known = imgui_key(key);
    if (known != ImGuiKey_None) io.AddKeyEvent(known, action == GLFW_PRESS);
}

void on_character(GLFWwindow* window, unsigned codepoint) {
    heard(window);
    ImGui::GetIO().AddInputCharacter(codepoint);
}

void on_focus(GLFWwindow* window, int focused) {
    input_of(window).exposed = true;
    ImGui::GetIO().AddFocusEvent(focused != 0);
}

void on_close(GLFWwindow* window) {
    heard(window).heard.close_asked = true;
    glfwSetWindowShouldClose(window, GLFW_FALSE);  // the shell decides
}

}  // namespace

void WindowInput::attach(GLFWwindow* window) {
    glfwSetWindowUserPointer(window, this);
    glfwSetCursorPosCallback(window, on_move);
    glfwSetMouseButtonCallback(window, on_button);
    glfwSetScrollCallback(window, on_wheel);
    glfwSetKeyCallback(window, on_key);
    glfwSetCharCallback(window, on_character);
    glfwSetWindowFocusCallback(window, on_focus);
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { input_of(w).sized = true; });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { input_of(w).exposed = true; });
    glfwSetWindowCloseCallback(window, on_close);
}

}  // namespace courtyard::platform
