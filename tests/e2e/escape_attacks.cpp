#include "tests/e2e/escape.hpp"

#include <array>

namespace courtyard::test {

namespace {

constexpr std::array kKeys = {"F1",    "F2",    "F3",    "F4",     "F5",     "F6",    "F7",     "F8",     "F9",
                              "F10",   "F11",   "F12",   "Tab",    "Escape", "space", "Return", "Delete", "BackSpace",
                              "Print", "Pause", "Menu",  "Insert", "Home",   "End",   "Prior",  "Next",   "Up",
                              "Down",  "Left",  "Right", "a",      "c",      "d",     "e",      "h",      "l",
                              "n",     "o",     "p",     "q",      "r",      "s",     "t",      "v",      "w",
                              "x",     "z",     "1",     "grave",  "plus",   "minus"};
constexpr std::array kModifiers = {"",          "ctrl+",       "alt+",       "shift+",       "super+",
                                   "ctrl+alt+", "ctrl+shift+", "alt+shift+", "super+shift+", "ctrl+alt+shift+"};

std::uint64_t next(std::uint64_t& seed) {
    seed ^= seed << 13U;
    seed ^= seed >> 7U;
    seed ^= seed << 17U;
    return seed;
}

Attack keys(std::string name, std::vector<std::string> chords) {
    return {std::move(name), [chords = std::move(chords)](Hand& hand) {
                for (const std::string& chord : chords)
                    hand.chord(chord);
            }};
}

Attack text(std::string name, std::string typed) {
    return {std::move(name), [typed = std::move(typed)](Hand& hand) { hand.type(typed); }};
}

std::vector<std::string> each(const std::string& modifiers, std::initializer_list<const char*> names) {
    std::vector<std::string> out;
    for (const char* name : names)
        out.push_back(modifiers + name);
    return out;
}

}  // namespace

std::vector<Attack> fixed_attacks() {
    std::vector<Attack> out;
    const auto function_keys = {"F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12"};
    for (const char* modifiers : {"ctrl+alt+", "alt+", "ctrl+", "super+", ""})
        out.push_back(keys(std::string(modifiers) + "F1 to F12", each(modifiers, function_keys)));
    out.push_back(keys("ctrl+alt with delete, backspace, t, l, arrows",
                       each("ctrl+alt+", {"Delete", "BackSpace", "t", "l", "Up", "Down", "Left", "Right", "KP_Add"})));
    out.push_back(
        keys("alt with tab, escape, space, enter", each("alt+", {"Tab", "Escape", "space", "Return", "grave"})));
    out.push_back(keys("super with everything usual",
                       each("super+", {"d", "e", "l", "r", "t", "Tab", "space", "1", "Up", "Down"})));
    out.push_back(keys("super alone, menu alone", {"super", "Menu", "super", "Menu"}));
    out.push_back(keys("pictures of the screen", {"Print", "alt+Print", "shift+Print", "ctrl+Print", "super+Print"}));
    out.push_back(keys("windows inside the window", {"ctrl+Tab", "ctrl+shift+Tab", "ctrl+Tab", "ctrl+Tab"}));
    out.push_back(keys("task managers", {"ctrl+shift+Escape", "ctrl+Escape", "ctrl+alt+Escape"}));
    out.push_back(keys("magic of the kernel", each("alt+Print+", {"b", "e", "f", "h", "i", "k", "o", "r", "s", "u"})));
    out.push_back(keys("power, sleep, media",
                       {"XF86PowerOff", "XF86Sleep", "XF86WakeUp", "XF86Suspend", "XF86AudioPlay", "XF86AudioNext",
                        "XF86AudioRaiseVolume", "XF86WWW", "XF86Mail", "XF86HomePage", "XF86Calculator", "XF86Explorer",
                        "XF86Search", "XF86Display", "XF86Eject", "XF86Tools", "XF86Launch1", "XF86MonBrightnessUp"}));
    out.push_back(keys("sticky keys", {"shift", "shift", "shift", "shift", "shift", "shift", "shift"}));
    out.push_back(keys("browsers' and editors' own", each("ctrl+", {"a", "c", "v", "x", "z", "y", "p", "o", "s", "n",
                                                                    "w", "q", "t", "l", "u", "h", "j"})));
    out.push_back(
        keys("copy, paste, undo by other keys", {"shift+Insert", "ctrl+Insert", "shift+Delete", "alt+BackSpace"}));
    out.push_back(keys("unicode by number", {"ctrl+shift+u", "1", "f", "6", "0", "0", "Return"}));
    out.push_back(keys("input methods",
                       {"ctrl+space", "shift+space", "super+space", "ctrl+shift", "alt+shift", "Zenkaku_Hankaku"}));
    out.push_back(keys("locks", {"Caps_Lock", "Num_Lock", "Scroll_Lock", "Caps_Lock"}));
    out.push_back(text("a shell's words", "\n;/bin/sh\n`id`$(id)|xterm&\n../../../../etc/passwd\n"));
    out.push_back(text("format strings", "%s%s%s%n%n%x%x{}{0}{name}{{}}\n"));
    out.push_back(text("a scanner's prefix and a code that never ends", "]Q3CYR1" + std::string(4000, 'A') + "\n"));
    out.push_back({"something to paste", [](Hand& hand) {
                       hand.offer("file:///etc/passwd\n$(xterm)");
                       hand.chord("shift+Insert");
                       hand.chord("ctrl+v");
                       hand.tap(hand.width() / 2, hand.height() / 2, 2);
                   }});
    out.push_back({"the window is asked to close", [](Hand& hand) {
                       for (int i = 0; i < 3; ++i)
                           hand.ask_to_close();
                   }});
    out.push_back({"other buttons of a mouse", [](Hand& hand) {
                       for (unsigned button = 2; button <= 9; ++button)
                           hand.tap(hand.width() / 2, hand.height() / 3, button);
                   }});
    out.push_back({"a long press of the right and the left button", [](Hand& hand) {
                       hand.hold(hand.width() / 2, hand.height() / 2, 1200);
                       hand.tap(hand.width() / 2, hand.height() / 2, 3);
                   }});
    out.push_back({"ctrl with the wheel", [](Hand& hand) {
                       for (const unsigned button : {4U, 5U, 4U, 4U, 5U, 5U})
                           hand.tap(hand.width() / 2, hand.height() / 2, button);
                   }});
    out.push_back({"swipes from every edge", [](Hand& hand) {
                       const int w = hand.width() - 1;
                       const int h = hand.height() - 1;
                       hand.drag(0, h / 2, w / 2, h / 2);
                       hand.drag(w, h / 2, w / 2, h / 2);
                       hand.drag(w / 2, 0, w / 2, h / 2);
                       hand.drag(w / 2, h, w / 2, h / 2);
                       hand.drag(0, 0, w, h);
                   }});
    out.push_back({"dragged out of the display", [](Hand& hand) {
                       hand.drag(hand.width() / 2, hand.height() / 2, hand.width() * 3, -hand.height());
                       hand.drag(10, 10, -500, -500);
                   }});
    out.push_back({"ten touches as quick as can be", [](Hand& hand) {
                       for (int i = 0; i < 10; ++i)
                           hand.tap(40 + i * hand.width() / 11, 60 + i * hand.height() / 11);
                   }});
    return out;
}

Attack random_attack(std::uint64_t& seed) {
    const std::uint64_t kind = next(seed) % 8;
    const auto x = static_cast<int>(next(seed) % 100'000);
    const auto y = static_cast<int>(next(seed) % 100'000);
    if (kind < 3) {
        const std::string chord =
            std::string(kModifiers[next(seed) % kModifiers.size()]) + kKeys[next(seed) % kKeys.size()];
        return keys(chord, {chord});
    }
    if (kind == 3) {
        std::string typed;
        for (std::uint64_t i = 0, count = 1 + next(seed) % 200; i < count; ++i)
            typed.push_back(static_cast<char>(' ' + next(seed) % 95));
        return text(std::to_string(typed.size()) + " characters", typed);
    }
    if (kind == 4) {
        const auto to_x = static_cast<int>(next(seed) % 100'000);
        return {"a drag", [=](Hand& hand) {
                    hand.drag(x % hand.width(), y % hand.height(), to_x % hand.width(), x % hand.height());
                }};
    }
    const auto button = static_cast<unsigned>(kind == 5 ? 1 + next(seed) % 7 : 1);
    return {"a tap", [=](Hand& hand) { hand.tap(x % hand.width(), y % hand.height(), button); }};
}

}  // namespace courtyard::test
