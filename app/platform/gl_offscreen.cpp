#include "app/platform/gl_offscreen.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <dlfcn.h>
#include <imgui.h>

#include "app/platform/canvas.hpp"
#include "app/platform/gl_frame.hpp"

namespace courtyard::platform {

namespace {

// libEGL is opened by hand: only comparisons need it, the program itself must not load it at every start.
struct Egl {
    decltype(&eglGetProcAddress) get_proc_address = nullptr;
    decltype(&eglQueryString) query_string = nullptr;
    decltype(&eglGetDisplay) get_display = nullptr;
    decltype(&eglInitialize) initialize = nullptr;
    decltype(&eglBindAPI) bind_api = nullptr;
    decltype(&eglCreateContext) create_context = nullptr;
    decltype(&eglMakeCurrent) make_current = nullptr;
    decltype(&eglDestroyContext) destroy_context = nullptr;
    decltype(&eglTerminate) terminate = nullptr;

    bool load() {
        void* library = dlopen("libEGL.so.1", RTLD_NOW | RTLD_GLOBAL);  // stays loaded: Mesa does not like to leave
        if (library == nullptr) return false;
        const auto take = [&](auto& function, const char* name) {
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(library, name));
            return function != nullptr;
        };
        return take(get_proc_address, "eglGetProcAddress") && take(query_string, "eglQueryString") &&
               take(get_display, "eglGetDisplay") && take(initialize, "eglInitialize") &&
               take(bind_api, "eglBindAPI") && take(create_context, "eglCreateContext") &&
               take(make_current, "eglMakeCurrent") && take(destroy_context, "eglDestroyContext") &&
               take(terminate, "eglTerminate");
    }
};

// GL functions are asked by plain name, without a context of their own, so the door to them has to be one for all.
void (*load_gl(const char* name))() {
    static const auto get = reinterpret_cast<decltype(&eglGetProcAddress)>(dlsym(RTLD_DEFAULT, "eglGetProcAddress"));
    return get == nullptr ? nullptr : get(name);
}

auto unavailable(const char* what) {
    return base::fail("gl.unavailable", std::string("OpenGL without a window cannot be had here: ") + what);
}

}  // namespace

struct GlOffscreen::State {
    Egl egl;
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    Size size;
    std::unique_ptr<GlFrame> frame;

    ~State() {
        frame.reset();
        if (display == EGL_NO_DISPLAY) return;
        egl.make_current(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT) egl.destroy_context(display, context);
        egl.terminate(display);
    }
};

GlOffscreen::GlOffscreen(std::unique_ptr<State> state) : state_(std::move(state)) {}
GlOffscreen::~GlOffscreen() = default;

base::Result<std::unique_ptr<GlOffscreen>> GlOffscreen::open(Size size) {
    auto state = std::make_unique<State>();
    Egl& egl = state->egl;
    if (!egl.load()) return unavailable("libEGL.so.1 is missing");
    const auto get_platform_display =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(egl.get_proc_address("eglGetPlatformDisplayEXT"));
    if (get_platform_display == nullptr) return unavailable("EGL knows no platforms");
    const EGLDisplay display = get_platform_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY || egl.initialize(display, nullptr, nullptr) == EGL_FALSE) {
        return unavailable("EGL has no surfaceless display");
    }
    state->display = display;
    const EGLint wanted[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 0, EGL_NONE};
    egl.bind_api(EGL_OPENGL_API);
    state->context = egl.create_context(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted);
    if (state->context == EGL_NO_CONTEXT ||
        egl.make_current(display, EGL_NO_SURFACE, EGL_NO_SURFACE, state->context) == EGL_FALSE) {
        return unavailable("there is no OpenGL 3 context");
    }
    if (!bind_framebuffer(load_gl, size)) return unavailable("a framebuffer object is refused");
    state->frame = TRY(GlFrame::open(load_gl));
    state->size = size;
    return std::unique_ptr<GlOffscreen>(new GlOffscreen(std::move(state)));
}

Damage GlOffscreen::render(ImDrawData& frame, std::uint32_t background) {
    return state_->frame->draw(frame, state_->size, background);
}

Image GlOffscreen::read_pixels() { return state_->frame->read(state_->size, false); }

base::Result<BothPictures> draw_with_both(FontLibrary& fonts, Size size, std::uint32_t background, int frames,
                                          const std::function<void(const Faces&)>& draw_ui) {
    UiOptions options;
    options.atlas = AtlasFormat::Rgba32;
    options.frame_seconds_fixed = 1.0f / 60.0f;
    UiContext context(fonts, options);
    const std::unique_ptr<GlOffscreen> gl = TRY(GlOffscreen::open(size));
    Canvas cpu(size);
    for (int i = 0; i < frames; ++i) {
        context.begin_frame(size, 0);
        draw_ui(context.faces());
        ImDrawData& frame = context.end_frame();
        gl->render(frame, background);
        cpu.render_as_onlooker(frame, background);
    }
    return BothPictures{cpu.read_pixels(), gl->read_pixels()};
}

}  // namespace courtyard::platform
