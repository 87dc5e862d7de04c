// One frame of the laptop's window: the drawing surface with a keyboard. Every control can be reached with Tab and
// pressed with Enter or blank; long parts scroll by wheel, bar, finger and keys. Screens are handed this and nothing
// else.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "app/flow/text_edit.hpp"
#include "app/screens/field_view.hpp"
#include "app/screens/ui.hpp"

namespace courtyard::screens {

// What a text field is for.
enum class InputKind : std::uint8_t { line, secret, text };
struct InputLook {
    InputKind kind = InputKind::line;
    std::string placeholder;
    const char* icon = nullptr;  // before the text
    std::size_t characters_max = flow::kDeskLineMax;
    bool trouble = false;  // red frame; the sentence stands beside it
};
// What came of it in this frame.
struct InputResult {
    std::optional<std::string> text;  // the whole text, when it changed
    std::optional<bool> caps_lock;    // what the typed letters say about it
};

class Desk {
public:
    Desk(const DeskState& desk_state, const DeskWorld& desk_world, DeskView& desk_view, const DeskSink& sink,
         std::string_view place);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    Ui ui;
    const DeskState& state;
    const DeskWorld& world;

    void send(flow::DeskEvent event) const { send_(std::move(event)); }
    [[nodiscard]] const pack::Pack& pack() const { return *world.pack; }
    [[nodiscard]] domain::Date today() const { return domain::Date::in_china(state.now); }
    [[nodiscard]] DeskKeys& keys() { return keys_; }
    [[nodiscard]] float em(Type type = Type::body) const { return ui.em(type); }

    // Keys that no control took. Each is true in one frame only (arrows and pages also when repeated).
    bool key(ImGuiKey key);
    bool ctrl(ImGuiKey key);

    // A control that can be pressed by finger, mouse and keyboard. The caller draws it; the ring comes by itself.
    Touch control(const Rect& rect, std::string_view label, int salt = 0, float radius = 14);
    [[nodiscard]] static std::uint32_t id_of(std::string_view label, int salt = 0);
    // Where the keyboard stands when the page is new.
    void begin_at(std::uint32_t id);
    // What is drawn from now on is of this part: Tab comes to the page itself first, then to what leads on, then to
    // what leads back, and last to what stands around every page (to lock, larger letters, mail), so that nobody locks
    // the laptop who wanted the next thing of a page.
    enum class Part : std::uint8_t { Page, Forward, Back, Around };
    void part(Part of) { part_ = of; }
    void focus(std::uint32_t id);
    // Enter and blank are the page's again; Tab goes on behind the control that had the keyboard.
    void leave_control();
    // The same key as key(), for a list whose mark it moves: from then on Enter and blank mean the marked row, unless
    // something is being typed.
    bool moves_mark(ImGuiKey key);
    // Up and down lead through these controls: from outside to the first or the last of them.
    void walk_by_arrows(std::span<const std::uint32_t> controls);

    // A field that shows `text` and tells what it became. Enter is left to the page; in InputKind::text it is a new
    // line and Ctrl+Enter is left to the page.
    InputResult input(const Rect& rect, std::string_view text, std::string_view label, const InputLook& look);

    // A part that scrolls. Draw between the two from the returned rectangle's top; tell the height that was used.
    Rect begin_scroll(const Rect& rect, std::string_view id);
    void end_scroll(float used_height);
    void reveal(const Rect& part);
    // Arrow and page keys move the scrolled part that is open. Shared: what lies beside it or behind it may need them,
    // too.
    enum class Keys : std::uint8_t { Shared, Own };
    void scroll_by_keys(Keys of = Keys::Shared);
    [[nodiscard]] Rect sight() const { return scrolls_.empty() ? ui.page() : scrolls_.back().rect; }

private:
    struct Scroll {
        Rect rect;
        std::uint32_t id = 0;
    };
    struct Ring {
        Rect rect, clip;
        float radius = 0;
        Colour ink;  // to be seen on what lies around the control
    };
    void walk_by_tab();
    // Puts the keys of this frame into `edit`.
    void edit_by_keys(flow::TextEdit& edit, const InputLook& look, InputResult& result);
    // Lines of a field: moves up and down by what is seen.
    void move_line(flow::TextEdit& edit, const std::vector<Line>& lines, const Advance& advance, int by) const;
    bool take(ImGuiKey key, bool with_ctrl, bool repeat);

    const DeskSink& send_;
    DeskKeys& keys_;
    std::array<std::vector<std::uint32_t>, 4> order_;  // of each part
    Part part_ = Part::Page;
    bool is_typing_ = false;  // the keyboard is in a field
    std::vector<ImGuiKey> taken_;
    std::vector<Scroll> scrolls_;
    std::optional<Ring> ring_;
    bool walked_ = false;
    float unit_ = 1;  // pixels per layout unit
};

}  // namespace courtyard::screens
