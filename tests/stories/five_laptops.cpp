#include "tests/stories/five_laptops.hpp"

#include <doctest/doctest.h>

#include "app/worker/county_key.hpp"
#include "app/worker/syncing.hpp"
#include "tests/support/small_court.hpp"

namespace courtyard::test {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kMinuteMs = 60'000, kLateMinutesMax = 20;
constexpr std::size_t kCutMax = 96 * 1024;  // bytes of a line, at most: some records, or half of one

struct Person {
    const char *who, *name;
    mail::Role role;
};
constexpr std::array<Person, 5> kPeople{{{"registrar", "沈若溪", mail::Role::Registrar},
                                         {"judge", "钟𬭎", mail::Role::Judge},
                                         {"member", "毛慎行", mail::Role::Committee},
                                         {"caller", "何静好", mail::Role::Caller},
                                         {"leader", "戴维新", mail::Role::Leader}}};

// Enrolled one after the other, each with the roster of its day.
struct Enrolled {
    SmallCourt court{20261123};

    Enrolled() {
        const auto folder = worker::open_court(court.folder / "court").value();
        REQUIRE(worker::make_county_key(folder, court.random).has_value());
        court.kiosk();
        for (const Person& person : kPeople) {
            court.laptop(person.name, person.role);
            fs::rename(court.home(person.name), court.home(person.who));
        }
    }
};

const fs::path& enrolled() {
    static const Enrolled made;
    return made.court.folder.path();
}

}  // namespace

FiveLaptops::FiveLaptops(std::uint64_t seed, Road road) : random_(seed) {
    fs::copy(enrolled(), folder_.path(), fs::copy_options::recursive);
    if (road == Road::Tls)
        tls_ = std::make_unique<TlsHub>(court());
    else
        hub_ = std::make_unique<HubInside>(court(), random_);
    const auto open = [this](const std::string& who) {
        worker::OpenMachine wanted{.home = folder_ / who, .passphrase = base::as_bytes(SmallCourt::kPassphrase)};
        wanted.store_options.durability = store::Durability::Normal;
        auto machine = worker::Machine::open(wanted, random_);
        REQUIRE_MESSAGE(machine.has_value(), machine.error().message);
        machines_.emplace(who, std::move(*machine));
        late_ms_[who] = kMinuteMs * (static_cast<std::int64_t>(chance(2 * kLateMinutesMax + 1)) - kLateMinutesMax);
    };
    open("kiosk");
    for (const char* who : kWho)
        open(who);
    for (const char* stick : {"first", "second"})
        fs::create_directory(folder_ / stick);
    now_ = SmallCourt::kNow;
}

worker::CourtFolder FiveLaptops::court() const { return worker::open_court(folder_ / "court").value(); }

std::string FiveLaptops::name_of(const std::string& who) {
    for (const Person& person : kPeople)
        if (who == person.who) return person.name;
    return {};
}

base::Instant FiveLaptops::now(const std::string& who) const { return now_ + late_ms_.at(who); }

void FiveLaptops::set_day(domain::Date day) {
    constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs, kNineInChina = 60 * kMinuteMs;  // UTC+8
    const base::Instant nine{day.days_since(domain::Date{}) * kDayMs + kNineInChina};
    now_ = std::max(now_, nine);
}

worker::StickMeeting FiveLaptops::meet(const std::string& who, const std::string& stick) {
    tick();
    const auto met = worker::meet_case_stick(of(who), folder_ / stick, now(who), random_);
    REQUIRE_MESSAGE(met.has_value(), met.error().message);
    CHECK(met->refused.empty());
    return *met;
}

bool FiveLaptops::connect(const std::string& who, std::size_t bytes) {
    tick();
    if (!tls_) {
        auto line = hub_->line(of(who), now_, bytes);
        return exchange(who, line, bytes != HubInside::kNever);
    }
    if (bytes < kCutMax / 8) return false;
    ++tls_lines_;
    const auto line = tls_->line(of(who), now(who));
    return exchange(who, *line, false);
}

bool FiveLaptops::exchange(const std::string& who, mail::Courier& line, bool may_break) {
    const auto report = worker::sync_once(
        of(who), line, [&] { return now(who); }, random_);
    REQUIRE_MESSAGE(report.has_value(), report.error().message);
    // A line may break anywhere; whatever else is wrong is wrong.
    if (report->problem)
        CHECK_MESSAGE((may_break && report->problem->code.starts_with("link.")),
                      (who + ": " + report->problem->code + " " + report->problem->message));
    CHECK(report->quarantined == 0);
    return report->sent + report->fetched > 0;
}

void FiveLaptops::meet_by_chance(const std::string& who) {
    std::string other = kWho.at(chance(kWho.size()));
    if (chance(3) > 0) {
        const char* stick = chance(2) == 0 ? "first" : "second";
        if (other != who) meet(other, stick);
        meet(who, stick);
    } else {
        for (const std::string& each : {other, who})
            connect(each, chance(4) == 0 ? HubInside::kNever : chance(kCutMax));
    }
}

bool FiveLaptops::rest() {
    constexpr int kRoundsMax = 12;
    for (int round = 0; round < kRoundsMax; ++round) {
        std::size_t news = 0;
        for (const char* who : kWho) {
            news += connect(who) ? 1 : 0;
            for (const char* stick : {"first", "second"}) {
                const auto met = meet(who, stick);
                news += met.taken + met.written + met.made;
            }
        }
        connect("kiosk");
        if (news == 0) return true;
    }
    return false;
}

}  // namespace courtyard::test
