#include "app/screens/gallery_why.hpp"

#include <initializer_list>
#include <string>

#include "app/flow/kiosk_update.hpp"

namespace courtyard::screens {
namespace {

using namespace flow;

constexpr base::Instant kNow{1'795'417'440'000};  // 2026-11-23 15:04 in China

struct Reply {
    const char* key;
    std::vector<std::string> values;
};

KioskState screened(std::initializer_list<Reply> replies, Page page) {
    KioskState state = start(kNow);
    state.session.place.page = page;
    ScreeningWork& work = state.session.screening;
    // As for somebody to whom all of it applies; what differs is named.
    for (const Reply& reply : std::initializer_list<Reply>{{"G7", {"no"}},
                                                           {"G1", {"yes"}},
                                                           {"agency", {"ok"}},
                                                           {"G2", {"yes"}},
                                                           {"G3", {"yes"}},
                                                           {"E", {"E1"}},
                                                           {"guardian_is_wrongdoer", {"false"}},
                                                           {"G4", {"yes"}},
                                                           {"G5", {"yes"}},
                                                           {"G6", {"yes"}},
                                                           {"N1", {"none"}},
                                                           {"N4", {"no"}},
                                                           {"H", {"H6"}}})
        COURTYARD_CHECK(domain::set_screening_value(work.answers, reply.key, reply.values));
    for (const Reply& reply : replies)
        COURTYARD_CHECK(domain::set_screening_value(work.answers, reply.key, reply.values));
    for (const std::string_view key : domain::screening_keys())
        work.answered.emplace(key);
    work.done = true;
    return state;
}

}  // namespace

void gallery_why(const pack::Pack& pack, std::vector<Sample>& samples) {
    const KioskWorld world = gallery_world(pack);
    const auto play = [&](KioskState state, std::initializer_list<Event> events) {
        for (const Event& event : events)
            state = update(std::move(state), event, kNow, world).state;
        return state;
    };
    samples.push_back({"result_two_unknown", screened({{"G3", {"unknown"}}, {"G6", {"unknown"}}}, Page::Result)});
    samples.push_back({"result_aided_before", screened({{"G6", {"no"}}, {"E", {"E3"}}}, Page::Result)});
    samples.push_back({"result_no_proof", screened({{"H", {"H0"}}, {"agency", {"doubtful"}}}, Page::Result)});
    samples.push_back({"screening_revising", play(screened({{"G6", {"no"}}}, Page::Result), {RevisedReply{"G6"}})});
    const KioskState injured = screened({{"E", {"E7"}}, {"H", {"H3"}}}, Page::Result);
    const KioskState doors = play(injured, {OpenedDoors{}, ToggledNeed{"school"}, ToggledNeed{"sick"}});
    samples.push_back({"doors_screened", doors});
    samples.push_back({"door_fits", play(doors, {OpenedDoor{"N06"}})});
    samples.push_back({"door_many_sources", play(doors, {OpenedDoor{"N17"}})});
    samples.push_back({"why_slip", play(injured, {OpenedWhySlip{}})});
    samples.push_back({"why_slip_with_answers", play(injured, {OpenedWhySlip{}, ToggledSlipAnswers{}})});
}

}  // namespace courtyard::screens
