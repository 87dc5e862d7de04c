// One person at a real kiosk with a camera and a loudspeaker, who goes on with a form that was begun, signs by finger,
// photographs a paper, types, writes by hand and has it read aloud. Knows what each of these may leave behind.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/flow/draft.hpp"
#include "tests/e2e/kiosk_walker_by_hand.hpp"
#include "tests/e2e/memory_scan.hpp"
#include "tests/e2e/slow_card.hpp"
#include "tests/support/small_court.hpp"

namespace courtyard::test {

struct BegunForm {
    std::string ticket;
    flow::Draft draft;
};

class KioskGuest {
public:
    KioskGuest();
    ~KioskGuest();
    KioskGuest(const KioskGuest&) = delete;
    KioskGuest& operator=(const KioskGuest&) = delete;

    // In this order. What each leaves must be found while it goes on, in every program that has to do with it.
    void searches_guide();  // letters from a real keyboard
    void goes_on_with_form();
    void signs();
    void looks_through_camera();  // its eyes are held while they have the picture
    void photographs();
    void types();
    void writes_by_hand();
    // Until the synthesiser is at the number that was typed; it is held there, as if it had stumbled.
    void listens();
    void hears();  // some of it, then the card takes no more

    [[nodiscard]] Visitor& visitor() { return visitor_; }
    // What is still there after five seconds, and at the third look at the earliest, for on a busy machine one look
    // alone may take as long: in every process of the kiosk and those that were its while this person was there, in the
    // display, in every file.
    [[nodiscard]] std::vector<Found> left(int ms = 5'000, int looks = 3);

private:
    // FAILs unless it is in the memory of each of these programs now: the control.
    void leaves(Canary canary, const std::vector<std::string>& programs = {"courtyard-kiosk-session"});
    [[nodiscard]] std::vector<pid_t> processes();
    [[nodiscard]] bool is_path_remembered() const;  // by the display

    SmallCourt court_{7};
    TempFolder outside_;  // what is before the camera, and the card
    SlowCard card_{outside_.path()};
    const BegunForm begun_;
    std::set<pid_t> known_;
    std::vector<Canary> canaries_;
    std::vector<std::pair<int, int>> path_;  // of the finger, as it wrote last
    base::Bytes paper_;                      // the file that is before the camera
    pid_t eyes_ = -1, synthesiser_ = -1;
    Visitor visitor_;
};

}  // namespace courtyard::test
