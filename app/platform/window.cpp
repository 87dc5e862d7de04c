#include "app/platform/window.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_internal.h>
#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/platform/canvas.hpp"
#include "app/platform/gl_frame.hpp"
#include "app/platform/window_input.hpp"
#include "app/platform/x_pointer.hpp"
#include "app/platform/x_surface.hpp"

// Of <GLFW/glfw3native.h>, which also wants headers of RandR that nobody here needs.
extern "C" {
Display* glfwGetX11Display(void);
unsigned long glfwGetX11Window(GLFWwindow* window);
}

namespace courtyard::platform {

namespace {

constexpr int kFramesAfterEvent = 3;  // ImGui needs up to three to settle: appear, measure, place
constexpr int kFramesBeforeRest = 2;  // of these, two must pass before "nothing changed" is believed
constexpr double kAnimationSeconds = 1.0 / 60.0;

std::string last_glfw_error() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? "unknown reason" : text;
}

GLFWmonitor* monitor_of(int number) {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    return number >= 1 && number <= count ? monitors[number - 1] : glfwGetPrimaryMonitor();
}

}  // namespace

struct Window::State {
    WindowOptions options;
    FontLibrary* fonts = nullptr;
    GLFWwindow* window = nullptr;
    Size size;
    WindowInput input;
    std::unique_ptr<UiContext> ui;
    std::unique_ptr<XSurface> surface;  // with `canvas`: the CPU draws
    std::unique_ptr<Canvas> canvas;
    std::unique_ptr<GlFrame> gl;  // else the graphics card
    int frames_owed = kFramesAfterEvent;
    int frames_since_event = 0;
    bool frame_asked = false;
    double last_frame_began = 0;

    ~State() {
        gl.reset();
        ui.reset();
        canvas.reset();
        surface.reset();
        if (window != nullptr) glfwDestroyWindow(window);
        glfwTerminate();
    }

    base::Result<void> make_window(int client_api) {
        glfwDefaultWindowHints();
        glfwWindowHint(GLFW_CLIENT_API, client_api);
        if (client_api == GLFW_OPENGL_API) {
            glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
            glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
        }
        GLFWmonitor* monitor = options.screen == Screen::Full ? monitor_of(options.monitor) : nullptr;
        Size wanted = options.size;
        if (monitor != nullptr) {
            const GLFWvidmode* mode = glfwGetVideoMode(monitor);
            if (mode != nullptr) wanted = {mode->width, mode->height};
            glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
        }
        window = glfwCreateWindow(wanted.width, wanted.height, options.title.c_str(), monitor, nullptr);
        if (window == nullptr) return base::fail("window.open", "the window cannot be opened: " + last_glfw_error());
        glfwGetFramebufferSize(window, &size.width, &size.height);
        return {};
    }

    // True when the window now has a context of a real graphics card (or of any OpenGL when that was demanded).
    bool try_gl() {
        if (!make_window(GLFW_OPENGL_API)) return false;
        glfwMakeContextCurrent(window);
        const std::string name = gl_renderer_name(glfwGetProcAddress);
        if (!name.empty() && (options.renderer == RendererChoice::Gl || names_real_hardware(name))) return true;
        glfwDestroyWindow(window);
        window = nullptr;
        return false;
    }

    base::Result<void> open() {
        // Xlib would read 8,000 lines of compose sequences (é, ß) at every start: half of the time to the first screen,
        // and nobody types Chinese with them. Input methods that XMODIFIERS names still work. Only set when the person
        // did not.
        setenv("XCOMPOSEFILE", "/dev/null", 0);
        if (glfwInit() == GLFW_FALSE) {
            return base::fail("window.display", "there is no X display (" + last_glfw_error() + "): set DISPLAY");
        }
        const bool want_gl = options.renderer == RendererChoice::Gl ||
                             (options.renderer == RendererChoice::Auto && hardware_is_plausible());
        const bool has_gl = want_gl && try_gl();
        if (!has_gl && options.renderer == RendererChoice::Gl) {
            return base::fail("window.gl", "OpenGL 3 cannot be had on this display: start with --renderer cpu");
        }
        if (!has_gl) {
            TRY(make_window(GLFW_NO_API));
            TRY(make_surface());
        }
        input.touch = options.touch;
        input.attach(window);
        TRY(start_session(has_gl));
        if (has_gl) glfwSwapInterval(1);
        return {};
    }

    base::Result<void> make_surface() {
        surface.reset();
        surface = TRY(XSurface::open(glfwGetX11Display(), glfwGetX11Window(window), size));
        if (canvas) {
            canvas->resize(size, surface->pixels(), surface->stride());
        } else {
            canvas = std::make_unique<Canvas>(size, surface->pixels(), surface->stride());
        }
        return {};
    }

    base::Result<void> start_session(bool with_gl) {
        gl.reset();
        ui.reset();
        forget_pointer_path(glfwGetX11Display());
        UiOptions ui_options;
        ui_options.atlas = with_gl ? AtlasFormat::Rgba32 : AtlasFormat::Alpha8;
        ui_options.record = options.record;
        ui = std::make_unique<UiContext>(*fonts, ui_options);
        if (with_gl) gl = TRY(GlFrame::open(glfwGetProcAddress));
        frames_owed = kFramesAfterEvent;
        return {};
    }

    void follow_size() {
        input.sized = false;
        Size now;
        glfwGetFramebufferSize(window, &now.width, &now.height);
        now = {std::clamp(now.width, 1, kImageSideMax), std::clamp(now.height, 1, kImageSideMax)};
        if (now == size) return;
        size = now;
        input.heard.resized = true;
        // Memory of the new size is the only thing that can be missing; without it there is nothing left to show.
        if (surface) COURTYARD_CHECK(make_surface().has_value());
    }

    void present(const Damage& damage) {
        if (gl) {
            if (damage.anything()) glfwSwapBuffers(window);
        } else if (input.exposed) {
            surface->put({{0, 0, size.width, size.height}});
        } else {
            surface->put(damage.changed);
        }
        input.exposed = false;
    }

    void count_frame(const Damage& damage) {
        ++frames_since_event;
        frames_owed = std::max(0, frames_owed - 1);
        const bool settled = !damage.anything() && frames_since_event >= kFramesBeforeRest;
        if (settled) frames_owed = 0;
        if (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) {  // down and up in one poll are told in two frames
            frames_owed = kFramesAfterEvent;
            frames_since_event = 0;
        }
    }

    void owe_frames() {
        frames_owed = kFramesAfterEvent;
        frames_since_event = 0;
    }

    // Sleeps at most until `until`; whether something came that a frame must answer.
    bool sleep_until(double until) {
        const double left = until - now_seconds();
        if (left <= 0) {
            glfwPollEvents();
        } else if (std::isinf(left)) {
            glfwWaitEvents();
        } else {
            glfwWaitEventsTimeout(left);
        }
        if (input.woken.exchange(false)) input.heard.woken = true;
        if (input.sized) follow_size();
        const Heard& heard = input.heard;
        return heard.anything || heard.woken || heard.resized || input.exposed;
    }
};

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::~Window() = default;

base::Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options, FontLibrary& fonts) {
    auto state = std::make_unique<State>();
    state->options = options;
    state->fonts = &fonts;
    TRY(state->open());
    state->last_frame_began = now_seconds();
    return std::unique_ptr<Window>(new Window(std::move(state)));
}

UiContext& Window::ui() { return *state_->ui; }
Size Window::size() const { return state_->size; }
std::string_view Window::renderer_name() const { return state_->gl ? "gl" : "cpu"; }

Heard Window::wait(double deadline_seconds) {
    State& state = *state_;
    state.input.heard = {};
    double until = deadline_seconds;
    if (state.frames_owed > 0) {
        until = 0;
    } else if (state.frame_asked) {
        until = std::min(until, state.last_frame_began + kAnimationSeconds);
    }
    while (true) {
        const bool came = state.sleep_until(until);
        if (came) {
            state.owe_frames();
            break;
        }
        if (now_seconds() >= until) break;
    }
    state.frame_asked = false;
    state.frames_owed = std::max(state.frames_owed, 1);
    return state.input.heard;
}

Damage Window::frame(const std::function<void()>& draw_ui) {
    State& state = *state_;
    const double now = now_seconds();
    state.ui->begin_frame(state.size, static_cast<float>(now - state.last_frame_began));
    state.last_frame_began = now;
    draw_ui();
    ImDrawData& drawn = state.ui->end_frame();
    if (state.surface) state.surface->settle();
    if (state.gl && state.input.exposed) state.gl->forget();  // the back buffer holds nothing that could be shown again
    Damage damage = state.gl ? state.gl->draw(drawn, state.size, state.options.background)
                             : state.canvas->render(drawn, state.options.background);
    state.present(damage);
    state.count_frame(damage);
    return damage;
}

void Window::new_session() {
    State& state = *state_;
    if (state.surface) state.surface->settle();
    const bool with_gl = state.gl != nullptr;
    COURTYARD_CHECK(state.start_session(with_gl).has_value());
    if (state.canvas) state.canvas->wipe();
}

void Window::ask_for_frame() { state_->frame_asked = true; }

void Window::wake() {
    state_->input.woken = true;
    glfwPostEmptyEvent();
}

Image Window::read_pixels() {
    return state_->gl ? state_->gl->read(state_->size, true) : state_->canvas->read_pixels();
}

double Window::now_seconds() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace courtyard::platform
