// A court with one kiosk and five laptops, as they come from enrolment, that meet only by two sticks and by a line that
// is often cut. Made once for a whole test program and copied for each story.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "app/worker/case_stick.hpp"
#include "app/worker/machine.hpp"
#include "tests/stories/cut_line.hpp"
#include "tests/stories/tls_hub.hpp"
#include "tests/support/temp_folder.hpp"

namespace courtyard::test {

class FiveLaptops {
public:
    static constexpr std::array<const char*, 5> kWho{"registrar", "judge", "member", "caller", "leader"};

    // Inside: lines that carry some bytes and break. Tls: the hub as it runs, by the network; a bad line is none.
    enum class Road : std::uint8_t { Inside, Tls };
    // One seed is one history: clocks that go wrong, who meets whom, where lines are cut.
    explicit FiveLaptops(std::uint64_t seed, Road road = Road::Inside);

    [[nodiscard]] worker::Machine& of(const std::string& who) { return *machines_.at(who); }
    [[nodiscard]] worker::Machine& kiosk() { return *machines_.at("kiosk"); }
    [[nodiscard]] worker::CourtFolder court() const;
    [[nodiscard]] static std::string name_of(const std::string& who);  // as the roster has it
    [[nodiscard]] base::Random& random() { return random_; }
    [[nodiscard]] std::uint64_t chance(std::uint64_t below) { return random_.next() % below; }

    // The clock of one machine: some minutes before or behind the true one.
    [[nodiscard]] base::Instant now(const std::string& who) const;
    void set_day(domain::Date day);  // nine in the morning
    void tick() { now_ = now_ + 1'000; }

    // Somebody meets this one, or both have a line for a while; then perhaps two others do.
    void meet_by_chance(const std::string& who);
    void meet_somebody() { meet_by_chance(kWho.at(chance(kWho.size()))); }
    worker::StickMeeting meet(const std::string& who, const std::string& stick);
    // Whether anything came or went.
    bool connect(const std::string& who, std::size_t bytes = HubInside::kNever);
    // How often one of them had the hub's whole TLS line.
    [[nodiscard]] int tls_lines() const { return tls_lines_; }
    // Everybody puts in every stick and has a whole line, until nobody has news. False: it never comes to rest.
    bool rest();

    [[nodiscard]] std::filesystem::path files(const std::string& stick) const {
        return folder_ / stick / "courtyard" / "cases";
    }

private:
    bool exchange(const std::string& who, mail::Courier& line, bool may_break);

    TempFolder folder_;
    int tls_lines_ = 0;
    base::SeededRandom random_;
    std::unique_ptr<HubInside> hub_;
    std::unique_ptr<TlsHub> tls_;
    std::map<std::string, std::unique_ptr<worker::Machine>> machines_;
    std::map<std::string, std::int64_t> late_ms_;  // of each clock
    base::Instant now_;
};

}  // namespace courtyard::test
