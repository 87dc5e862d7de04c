// A virtual display with one program on it, hands that try to get out, and the question whether anybody did: asked by
// the processes, the windows and the pixels, never by the program itself.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/support/process.hpp"
#include "tests/support/temp_folder.hpp"

namespace courtyard::test {

// Long enough for a machine that is busy otherwise; only a test that fails waits as long.
inline constexpr int kPatienceMs = 120'000;

// The program's own process and all below it, by name. Ids are left out: a session's process may be a new one.
[[nodiscard]] std::multiset<std::string> programs_below(pid_t root);
// Until they are these; false: they never were. Between its fork and its exec a process bears its parent's name, so
// neither their number nor the first look tells.
[[nodiscard]] bool wait_for_programs(pid_t root, const std::multiset<std::string>& wanted);

struct ShownWindow {
    int x = 0, y = 0, width = 0, height = 0;
    pid_t owner = 0;  // as the window says, 0 where it does not
};

class Hand {
public:
    Hand(int width, int height);  // a display of its own
    ~Hand();
    Hand(const Hand&) = delete;
    Hand& operator=(const Hand&) = delete;

    [[nodiscard]] std::string display() const { return ":" + std::to_string(number_); }
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }

    // "ctrl+alt+F1": pressed together, let go in turn. A key that this keyboard does not have is passed over.
    void chord(const std::string& keys);
    void type(const std::string& ascii);
    void tap(int x, int y, unsigned button = 1);
    void hold(int x, int y, int milliseconds);
    void drag(int x1, int y1, int x2, int y2);
    // What a window manager would do when somebody closes the window.
    void ask_to_close();
    // Something that other programs offer to be pasted.
    void offer(const std::string& text);
    void let_go();  // of every key and button

    [[nodiscard]] std::vector<ShownWindow> windows();
    [[nodiscard]] std::uint64_t picture();  // equal for equal pixels
    [[nodiscard]] bool is_covered();        // more than a few colours: something is drawn
    // The picture after it has been the same for a while. A program that has not yet seen the finger is at rest, too.
    std::uint64_t settled();
    // The settled picture once it is another than this; this one when it stays for so long.
    std::uint64_t settled_after(std::uint64_t picture, int milliseconds_max = kPatienceMs);
    // Until something is drawn that fills the display; false: not within `kPatienceMs`.
    [[nodiscard]] bool wait_for_screen();

private:
    struct X;
    int width_, height_, number_ = -1;
    TempFolder folder_;
    std::unique_ptr<Served> server_;
    std::unique_ptr<X> x_;
};

// Why somebody has got out; empty: nobody has. Given time, for a new session's process may be just starting. What the
// kiosk itself starts to read aloud and to look through its camera is no way out, whichever button a finger has found.
[[nodiscard]] std::string way_out(Hand& hand, pid_t root, const std::multiset<std::string>& before,
                                  int milliseconds_max = kPatienceMs);

struct Attack {
    std::string name;
    std::function<void(Hand&)> act;
};
// threats.md, section 5.4, as far as a virtual display knows it.
[[nodiscard]] std::vector<Attack> fixed_attacks();
// The next one of a row that the seed determines.
[[nodiscard]] Attack random_attack(std::uint64_t& seed);

}  // namespace courtyard::test
