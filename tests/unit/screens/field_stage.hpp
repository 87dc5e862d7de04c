// A laptop's window without a display: the real pack, the real fonts, the real flow, and a worker that answers at once.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/flow/desk_update.hpp"
#include "app/screens/field_gallery.hpp"
#include "tests/support/ui_driver.hpp"

namespace courtyard::test {

// The demonstration pack and the fonts, read once for all tests of this program.
[[nodiscard]] const pack::Pack& demo_pack();
[[nodiscard]] platform::FontLibrary& demo_fonts();

inline constexpr platform::Size kLaptop{1366, 768};

// Of the gallery, by its name.
[[nodiscard]] flow::DeskState desk_sample(std::string_view name);

class DeskStage {
public:
    enum class Content { Demo, None };  // None: no pack could be read, only the plain words are there
    DeskStage(flow::DeskState state, platform::Size size, Content content = Content::Demo);

    void play(const flow::DeskEvent& event);
    [[nodiscard]] UiDriver& driver() { return *driver_; }
    [[nodiscard]] const flow::DeskState& state() const { return state_; }
    [[nodiscard]] const screens::DrawLog& log() const { return log_; }
    [[nodiscard]] screens::DeskView& view() { return view_; }
    // What was asked of the worker since the last call.
    [[nodiscard]] std::vector<flow::DeskEffect> take_effects();
    void key_with_ctrl(ImGuiKey key);

private:
    flow::DeskState state_;
    std::vector<flow::DeskEffect> effects_;
    screens::DrawLog log_;
    screens::DeskView view_;
    screens::DeskWorld world_;
    std::unique_ptr<UiDriver> driver_;
};

// What was asked of the worker since the last call, of this kind.
template <class T>
std::optional<T> asked(DeskStage& stage) {
    for (flow::DeskEffect& effect : stage.take_effects())
        if (T* found = std::get_if<T>(&effect)) return std::move(*found);
    return std::nullopt;
}

}  // namespace courtyard::test
