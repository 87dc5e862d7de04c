#include "app/platform/gl_frame.hpp"

#include <GL/gl.h>
#include <GL/glext.h>
#include <dlfcn.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>

#include "app/platform/frame_hash.hpp"

namespace courtyard::platform {

namespace {

// Functions are asked of the context: linking libGL would cost every start of the program, with or without a graphics
// card.
template <class Function>
Function* function_of(GlLoader load, const char* name) {
    return reinterpret_cast<Function*>(load(name));
}

}  // namespace

std::string gl_renderer_name(GlLoader load) {
    const auto get_string = function_of<const GLubyte*(GLenum)>(load, "glGetString");
    const GLubyte* name = get_string == nullptr ? nullptr : get_string(GL_RENDERER);
    return name == nullptr ? std::string() : reinterpret_cast<const char*>(name);
}

base::Result<std::unique_ptr<GlFrame>> GlFrame::open(GlLoader load) {
    // ImGui's loader keeps its functions for good but closes this library at every shutdown: hold it open, or a second
    // session calls into nothing. Where it does not exist the loader takes libGL, which the window holds.
    dlopen("libOpenGL.so.0", RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    if (!ImGui_ImplOpenGL3_Init("#version 130")) {
        return base::fail("gl.unavailable", "OpenGL 3 cannot be loaded: start with --renderer cpu");
    }
    return std::unique_ptr<GlFrame>(new GlFrame(load));
}

GlFrame::~GlFrame() { ImGui_ImplOpenGL3_Shutdown(); }

Damage GlFrame::draw(ImDrawData& frame, Size size, std::uint32_t background) {
    Damage damage;
    damage.tiles_total = 1;
    const std::uint64_t hash = hash_frame(frame, size, background);
    if (hash == last_hash_) return damage;
    last_hash_ = hash;
    function_of<void(GLint, GLint, GLsizei, GLsizei)>(load_, "glViewport")(0, 0, size.width, size.height);
    const auto channel = [&](int shift) { return static_cast<float>((background >> shift) & 255) / 255.0f; };
    function_of<void(GLfloat, GLfloat, GLfloat, GLfloat)>(load_, "glClearColor")(channel(16), channel(8), channel(0),
                                                                                 1);
    function_of<void(GLbitfield)>(load_, "glClear")(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplOpenGL3_RenderDrawData(&frame);
    damage.tiles_rastered = 1;
    damage.tiles_changed = 1;
    damage.changed.push_back({0, 0, size.width, size.height});
    return damage;
}

Image GlFrame::read(Size size, bool front) const {
    Image image = Image::blank(size.width, size.height);
    if (front) function_of<void(GLenum)>(load_, "glReadBuffer")(GL_FRONT);
    function_of<void(GLenum, GLint)>(load_, "glPixelStorei")(GL_PACK_ALIGNMENT, 1);
    function_of<void(GLint, GLint, GLsizei, GLsizei, GLenum, GLenum, void*)>(load_, "glReadPixels")(
        0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    if (front) function_of<void(GLenum)>(load_, "glReadBuffer")(GL_BACK);
    const std::size_t row = static_cast<std::size_t>(size.width) * 4;
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(size.height) - 1; top < bottom; ++top, --bottom) {
        std::swap_ranges(&image.rgba[top * row], &image.rgba[top * row] + row, &image.rgba[bottom * row]);
    }
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) {
        image.rgba[i] = 255;
    }
    return image;
}

bool bind_framebuffer(GlLoader load, Size size) {
    GLuint texture = 0;
    GLuint framebuffer = 0;
    function_of<void(GLsizei, GLuint*)>(load, "glGenTextures")(1, &texture);
    function_of<void(GLenum, GLuint)>(load, "glBindTexture")(GL_TEXTURE_2D, texture);
    function_of<void(GLenum, GLint, GLint, GLsizei, GLsizei, GLint, GLenum, GLenum, const void*)>(load, "glTexImage2D")(
        GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    function_of<void(GLenum, GLenum, GLint)>(load, "glTexParameteri")(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    function_of<void(GLsizei, GLuint*)>(load, "glGenFramebuffers")(1, &framebuffer);
    function_of<void(GLenum, GLuint)>(load, "glBindFramebuffer")(GL_FRAMEBUFFER, framebuffer);
    function_of<void(GLenum, GLenum, GLenum, GLuint, GLint)>(load, "glFramebufferTexture2D")(
        GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    return function_of<GLenum(GLenum)>(load, "glCheckFramebufferStatus")(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

}  // namespace courtyard::platform
