// A display of its own for a test: Xvfb without a window manager, a finger and a keyboard (XTest), and what can be
// seen.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/platform/geometry.hpp"
#include "app/platform/image.hpp"

struct _XDisplay;

namespace courtyard::test {

class XDisplay {
public:
    // FAILs the test when Xvfb does not come up within two minutes. `folder` for its log.
    XDisplay(platform::Size size, const std::filesystem::path& folder);
    ~XDisplay();
    XDisplay(const XDisplay&) = delete;
    XDisplay& operator=(const XDisplay&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }  // ":3"
    [[nodiscard]] pid_t server() const { return server_; }

    void tap(int x, int y);
    void finger_down(int x, int y);
    void finger_to(int x, int y);
    void finger_up();
    void type(std::string_view ascii);  // letters, digits and blanks
    [[nodiscard]] int windows() const;  // mapped, of the root
    // Where the finger was, as the server tells whoever asks, with the root's x and y.
    [[nodiscard]] std::vector<std::pair<int, int>> remembered_path() const;
    [[nodiscard]] platform::Image picture() const;
    [[nodiscard]] platform::Image picture(int x, int y, platform::Size part) const;

private:
    void press(unsigned long key, bool shift);

    pid_t server_ = -1;
    std::string name_;
    _XDisplay* display_ = nullptr;
    platform::Size size_;
};

}  // namespace courtyard::test
