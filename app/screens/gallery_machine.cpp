#include "app/screens/gallery_machine.hpp"

#include <algorithm>

#include "app/flow/kiosk_update.hpp"

namespace courtyard::screens {
namespace {

using namespace flow;

KioskState at(const std::vector<Sample>& samples, Page page) {
    const auto home =
        std::find_if(samples.begin(), samples.end(), [](const auto& each) { return each.name == "home"; });
    COURTYARD_CHECK(home != samples.end());
    KioskState state = home->state;
    if (page != Page::Home) state.session.trail = {{Page::Home}};
    state.session.place.page = page;
    return state;
}

void troubles(std::vector<Sample>& out) {
    static constexpr std::pair<Trouble, const char*> kAll[] = {
        {Trouble::DiskFull, "store.disk_full"},        {Trouble::DiskReadOnly, "store.read_only"},
        {Trouble::StoreDamaged, "store.damaged"},      {Trouble::PackBad, "pack.problem"},
        {Trouble::PackUnsigned, "document.signature"}, {Trouble::PackOld, "pack.expired"},
        {Trouble::UpdateNeeded, "pack.newer"},         {Trouble::ClockWrong, "clock.behind"},
        {Trouble::KeepsFailing, "kiosk.keeps_failing"}};
    for (const auto& [trouble, code] : kAll) {
        KioskState state = at(out, Page::Failure);
        state.machine.trouble = trouble;
        state.machine.trouble_code = code;
        out.push_back({"failure_" + std::string(name_of(trouble)), state});
        if (closes_everything(trouble)) continue;
        state.session.place.page = Page::Home;
        state.session.trail.clear();
        if (trouble != Trouble::DiskFull) out.push_back({"home_" + std::string(name_of(trouble)), state});
    }
}

void door(std::vector<Sample>& out) {
    KioskState state = at(out, Page::StewardDoor);
    out.push_back({"steward_door", state});
    state.session.steward.pin = "246";
    out.push_back({"steward_door_typing", state});
    state.session.steward.pin = "246810";
    out.push_back({"steward_door_typed", state});
    state.session.steward.pin.clear();
    state.session.steward.knock = Knock::Wrong;
    state.session.steward.closed_until = base::Instant{state.now.ms + 8'000};
    out.push_back({"steward_door_wrong", state});
    state.session.steward.knock = Knock::NoPin;
    state.session.steward.closed_until = {};
    out.push_back({"steward_door_no_pin", state});
    state.session.steward.knock = Knock::Refused;
    out.push_back({"steward_door_refused", state});
}

KioskState inside(const std::vector<Sample>& samples, Page page) {
    KioskState state = at(samples, page);
    state.session.trail.push_back({Page::StewardRoom});
    state.session.steward.inside = true;
    return state;
}

void behind_the_door(std::vector<Sample>& out) {
    out.push_back({"steward_room", inside(out, Page::StewardRoom)});
    KioskState health = inside(out, Page::StewardHealth);
    out.push_back({"steward_health_looking", health});
    health.session.steward.health = {{HealthItem::Disk, true, "well", ""},
                                     {HealthItem::Clock, true, "well", "2026-11-23 15:04"},
                                     {HealthItem::Store, true, "well", ""},
                                     {HealthItem::Pack, true, "well", "zhejiang-demo 1 (2026-11-20)"},
                                     {HealthItem::Contact, true, "well", "2026-11-22"},
                                     {HealthItem::Mail, true, "well", ""},
                                     {HealthItem::Printer, true, "well", ""},
                                     {HealthItem::Camera, true, "well", ""},
                                     {HealthItem::Sound, true, "well", ""}};
    out.push_back({"steward_health", health});
    health.session.steward.health = {{HealthItem::Disk, false, "full", ""},
                                     {HealthItem::Clock, false, "wrong", "2016-01-01 08:00"},
                                     {HealthItem::Store, false, "damaged", ""},
                                     {HealthItem::Pack, false, "update", "zhejiang-demo 1 (2026-11-20)"},
                                     {HealthItem::Contact, false, "long", "2026-11-02"},
                                     {HealthItem::Mail, false, "slow", ""},
                                     {HealthItem::Printer, false, "absent", ""},
                                     {HealthItem::Camera, false, "absent", ""},
                                     {HealthItem::Sound, false, "absent", ""}};
    out.push_back({"steward_health_troubles", health});
    health.session.steward.health = {{HealthItem::Disk, false, "read_only", ""},
                                     {HealthItem::Pack, false, "old", "zhejiang-demo 1 (2026-11-20)"},
                                     {HealthItem::Contact, false, "never", ""}};
    out.push_back({"steward_health_others", health});
    for (const auto& [page, name, code] : {std::tuple(Page::StewardPrinter, "printer", "printer.paper_out"),
                                           std::tuple(Page::StewardCarry, "carry", "carry.closed")}) {
        KioskState state = inside(out, page);
        ChoreWork& work = page == Page::StewardPrinter ? state.session.steward.printer : state.session.steward.carry;
        out.push_back({"steward_" + std::string(name), state});
        work.chore = Chore::Asked;
        out.push_back({"steward_" + std::string(name) + "_asked", state});
        work.chore = Chore::Done;
        out.push_back({"steward_" + std::string(name) + "_done", state});
        work = {Chore::Failed, 0, code};
        out.push_back({"steward_" + std::string(name) + "_failed", state});
    }
}

// The same pages as for everybody, marked.
void practice(std::vector<Sample>& out) {
    for (const char* name : {"attract", "home", "guide", "screening", "ask_name", "ask_date", "review", "receipt",
                             "receipt_proof", "help", "farewell"}) {
        const auto found = std::find_if(out.begin(), out.end(), [&](const auto& each) { return each.name == name; });
        COURTYARD_CHECK(found != out.end());
        Sample sample = *found;
        sample.name = "practice_" + sample.name;
        sample.state.session.practice = true;
        if (auto& receipt = sample.state.session.filing.receipt) receipt = sample_receipt(sample.state.now);
        out.push_back(std::move(sample));
    }
}

}  // namespace

void add_machine_samples(std::vector<Sample>& samples) {
    troubles(samples);
    door(samples);
    behind_the_door(samples);
    practice(samples);
}

}  // namespace courtyard::screens
