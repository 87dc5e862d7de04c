// A hundred thousand events in no order: nothing may break, and what must always hold is looked at after each of them.
#include <doctest/doctest.h>

#include <array>

#include "app/flow/form_codes.hpp"
#include "sync/base/random.hpp"
#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Walker;

namespace {

constexpr int kEvents = 100'000;

class Chance {
public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_.next() % n); }
    template <class T, std::size_t N>
    const T& one_of(const std::array<T, N>& all) {
        return all[below(N)];
    }

private:
    base::SeededRandom random_;
};

// An event that a screen of this page could send, or sometimes one that it could not.
Event some_event(Chance& chance, const Walker& walker) {
    static constexpr std::array<const char*, 12> kTexts{
        "应𫖯安", "330199198603140177", "13800000001",           "96000", "x", "\n", "",
        "2B5AF",  "\xFF\xFE",           "（2026）浙0199执123号", "N5EH",  "测"};
    const auto& pack = test::walker_pack();
    const domain::Field* part = asked_part(walker.state(), walker.world());
    const auto point = [&chance] {
        return InkPoint{static_cast<std::int16_t>(chance.below(3000) - 1000),
                        static_cast<std::int16_t>(chance.below(1000))};
    };
    switch (chance.below(65)) {
        case 44: return ChoseWritingPad{static_cast<WritingPad>(chance.below(4))};
        case 45: return PenDown{point()};
        case 46: return PenMoved{{point(), point()}};
        case 47: return PenUp{};
        case 48: return chance.below(2) == 0 ? Event{UndidStroke{}} : Event{ClearedInk{}};
        case 49: return Keyed{chance.one_of(kTexts)};
        case 50: return chance.below(2) == 0 ? Event{Spelled{"zhang"}} : Event{KeptLetters{}};
        case 51: return ChoseOffer{chance.below(12)};
        case 52: return ShowedOffers{chance.below(40)};
        case 53: return ChoseRadicalStrokes{static_cast<int>(chance.below(20)) - 1};
        case 54:
            return chance.below(2) == 0 ? Event{ChoseRadical{chance.below(5)}}
                                        : Event{ChoseRestStrokes{static_cast<int>(chance.below(9)) - 1}};
        case 55: return PressedMyriad{};
        case 56: {
            const std::uint64_t ticket = walker.session().writing.ticket - chance.below(2);
            if (chance.below(2) == 0) return ReadInk{ticket, {"\xE6\xB5\x8B", "\xE8\xAF\x95"}};
            return SpelledOut{ticket, {{"\xE6\xB5\x8B", 3}, {"\xE8\xAF\x95", 99}}};
        }
        case 57: {
            const std::uint64_t ticket = walker.session().writing.ticket - chance.below(2);
            if (chance.below(2) == 0) return FoundForms{ticket, {{"\xE6\xB5\x8B", "85"}}};
            if (chance.below(2) == 0) return FoundByRadical{ticket, {{3, {"\xE6\xB5\x8B"}}}};
            return WritingFailed{ticket};
        }
        case 0: return PressedHome{};
        case 1:
        case 2: return PressedBack{};
        case 3:
        case 4:
        case 5:
        case 6: return PressedNext{};
        case 7: return PressedTextSize{};
        case 8: return PressedHelp{};
        case 9: return chance.below(12) == 0 ? Event{PressedQuickExit{}} : Event{Touched{}};
        case 10: return LeftHarmlessPage{};
        case 11: return OpenedGuide{};
        case 12: return OpenedTopic{chance.below(2) == 0 ? pack.topics.front().id : "none"};
        case 13: return OpenedQuestions{};
        case 14: return OpenedQuestion{static_cast<int>(chance.below(24))};
        case 15: return OpenedSearch{};
        case 16: return OpenedDoors{};
        case 17: return OpenedDoor{pack.doors.doors[chance.below(pack.doors.doors.size())].id};
        case 18: return OpenedScreening{};
        case 19:
        case 20: {
            const auto values = domain::screening_values(walker.session().screening.key);
            return RepliedScreening{values.empty() ? "yes" : std::string(values[chance.below(values.size())])};
        }
        case 21:
        case 22: return OpenedApplication{};
        case 23: return ChoseKind{domain::kApplicantKinds[chance.below(domain::kApplicantKinds.size())]};
        case 24: return ReadNotice{};
        case 25: return ToggledConsent{chance.below(2) == 0 ? "F3.1" : "F3.3"};
        case 26:
        case 27: {
            if (!part) return ChoseOption{"?"};
            const auto options = options_of(*part, pack.form);
            if (!part->also.empty() && chance.below(3) == 0) return ChoseOption{part->also.front()};
            return ChoseOption{options.empty() ? "?" : options[chance.below(options.size())].value};
        }
        case 28: return PickedYear{std::to_string(chance.below(2100))};
        case 29: return PickedMonth{static_cast<int>(chance.below(14))};
        case 30: return PickedDay{static_cast<int>(chance.below(33))};
        case 31: return Skipped{};
        case 32: return AddedRow{};
        case 33: return OpenedRow{chance.below(3)};
        case 34: return chance.below(4) == 0 ? Event{RemovedRow{chance.below(3)}} : Event{RefusedConsent{}};
        case 35: return ChosePaper{"困难证明", chance.below(2) == 0 ? "没有" : "已交"};
        case 36: return TickedBox{walker.session().draft.asking.field};
        case 37: return ChangedAnswer{pack.form.fields[chance.below(pack.form.fields.size())].code};
        case 38: return chance.below(2) == 0 ? Event{PressedSubmit{}} : Event{ConfirmedAlone{}};
        case 39:
        case 40: return Typed{chance.one_of(kTexts)};
        case 41: {
            static const std::array<Event, 6> kEdits{Event{PressedErase{}},
                                                     Event{PressedDelete{}},
                                                     Event{MovedCaret{CaretMove::Left}},
                                                     Event{MovedCaret{CaretMove::Start}},
                                                     Event{PlacedCaret{5}},
                                                     Event{PressedCodePoint{}}};
            return kEdits[chance.below(kEdits.size())];
        }
        case 42: {
            static const std::array<Event, 9> kReceipt{Event{ShowedSymbol{1}},
                                                       Event{FinishedReceipt{}},
                                                       Event{SaidPhotographed{}},
                                                       Event{GaveProof{}},
                                                       Event{OpenedProgress{}},
                                                       Event{PressedLookUp{}},
                                                       Event{OpenedTakeHome{}},
                                                       Event{PressedPrintAgain{}},
                                                       Event{PressedPrint{{PrintWhat::Receipt, {}, {}, {}}}}};
            return kReceipt[chance.below(kReceipt.size())];
        }
        case 43: {
            static const std::array<Event, 6> kTicket{Event{AskedForTicket{}},      Event{DeclinedTicket{}},
                                                      Event{TookTicket{}},          Event{PressedTakeAway{}},
                                                      Event{ShowedTicketSymbol{1}}, Event{PressedResume{}}};
            return kTicket[chance.below(kTicket.size())];
        }
        case 58:
        case 59: {
            static const std::array<Event, 12> kEyes{Event{OpenedCamera{"困难证明"}},
                                                     Event{OpenedStick{"困难证明"}},
                                                     Event{OpenedCamera{"none"}},
                                                     Event{PressedShutter{}},
                                                     Event{PressedShutter{true}},
                                                     Event{RetookPhoto{}},
                                                     Event{TurnedPhoto{}},
                                                     Event{UsedPhoto{}},
                                                     Event{UsedPhoto{true}},
                                                     Event{ChoseStickPicture{1}},
                                                     Event{OpenedPhoto{0}},
                                                     Event{RemovedPhoto{}}};
            return chance.below(4) == 0 ? Event{RetriedCamera{}} : kEyes[chance.below(kEyes.size())];
        }
        case 60: {
            static const std::array<Event, 4> kInk{Event{StartedStroke{0.2F, 0.3F}}, Event{DrewStroke{2.0F, -1.0F}},
                                                   Event{EndedStroke{}}, Event{ClearedSignature{}}};
            return kInk[chance.below(kInk.size())];
        }
        case 61: {
            static const std::array<Event, 4> kScan{Event{OpenedScan{}}, Event{Scanned{"CYR1ABCDEFGH"}},
                                                    Event{Scanned{"CYA1 not base45"}}, Event{HandedInSlip{}}};
            return kScan[chance.below(kScan.size())];
        }
        case 63: return HeldSeal{};
        case 64: {
            static const std::array<Event, 9> kSteward{
                Event{TypedPin{'7'}},  Event{ErasedPin{}},         Event{SentPin{}},
                Event{OpenedHealth{}}, Event{OpenedPrinterTest{}}, Event{PressedPrinterTest{}},
                Event{OpenedCarry{}},  Event{StartedPractice{}},   Event{EndedPractice{}}};
            return kSteward[chance.below(kSteward.size())];
        }
        default: return Ticked{};
    }
}

// What the worker's eyes answer: mostly what was asked for, sometimes a failure, sometimes nothing.
void answer_eyes(Walker& walker, Chance& chance, const EyesEffect& effect) {
    static const PixelsRef kWalkPixels = std::make_shared<Pixels>(2, 2, base::Bytes(16, 255));
    static const auto kFile = std::make_shared<PhotoFile>(base::Bytes{0xFF, 0xD8, 0xFF});
    const bool fails = chance.below(4) == 0;
    if (chance.below(8) == 0) return;
    if (const auto* look = std::get_if<LookThroughCamera>(&effect)) {
        if (fails)
            walker.play(CameraFailed{look->ticket, "camera.gone"});
        else
            walker.play(CameraSaw{look->ticket, kWalkPixels});
    }
    const auto photo = [&](std::uint64_t ticket) {
        if (fails)
            walker.play(PhotoFailed{ticket, "picture.damaged"});
        else
            walker.play(TookPhoto{ticket, kFile, kWalkPixels, true});
    };
    if (const auto* take = std::get_if<TakePhoto>(&effect)) photo(take->ticket);
    if (const auto* turn = std::get_if<TurnPhoto>(&effect)) photo(turn->ticket);
    if (const auto* pick = std::get_if<TakeFromStick>(&effect)) photo(pick->ticket);
    if (const auto* list = std::get_if<ListStick>(&effect)) {
        if (fails)
            walker.play(StickFailed{list->ticket, "stick.none"});
        else
            walker.play(ListedStick{list->ticket, {kWalkPixels, kWalkPixels, nullptr}});
    }
}

// On the list of papers: photos of one of them. Elsewhere in the form anything.
Event eyes_event(Chance& chance, const Walker& walker) {
    const domain::Field* field = asked_field(walker.state(), walker.world());
    if (field && field->code == code::kWrongdoer) return ChoseOption{walker.world().pack->form.yes};
    const domain::Field* name =
        field && field->type == domain::FieldType::Papers ? field->column_of_role("name") : nullptr;
    if (!name) return some_event(chance, walker);
    const std::string paper = name->options[chance.below(name->options.size())].value;
    switch (chance.below(4)) {
        case 0: return OpenedStick{paper};
        case 1: return OpenedPhoto{0};
        default: return OpenedCamera{paper};
    }
}

// What a person who wants to get on would do.
Event sensible_event(Chance& chance, const Walker& walker) {
    switch (walker.page()) {
        case Page::Attract: return PressedNext{};
        case Page::Harmless: return LeftHarmlessPage{};
        case Page::Home:
            if (chance.below(3) == 0) return OpenedGuide{};
            if (chance.below(8) == 0) return OpenedResume{};
            if (chance.below(8) == 0) return OpenedTakeHome{};
            if (chance.below(3) == 0) return HeldSeal{};
            return chance.below(4) == 0 ? Event{OpenedProgress{}} : Event{OpenedApplication{}};
        case Page::Screening: return chance.below(20) == 0 ? Event{OpenedApplication{}} : some_event(chance, walker);
        case Page::Result:
            if (chance.below(4) == 0) return OpenedWhySlip{};
            if (chance.below(4) == 0) return OpenedDoors{};
            return OpenedApplication{};
        case Page::Urgent: return OpenedApplication{};
        case Page::OtherHelp: return PressedBack{};
        case Page::TakeHome: return PressedPrint{{PrintWhat::Leaflet, {}, {}, {}}};
        case Page::Who: return ChoseKind{domain::kApplicantKinds[chance.below(domain::kApplicantKinds.size())]};
        case Page::Notice: return ReadNotice{};
        case Page::Consent: {
            const auto& application = walker.session().draft.application;
            for (const char* code : {"F3.1", "F3.3"})
                if (!application.find(code)) return ToggledConsent{code};
            return PressedNext{};
        }
        case Page::Leave: return chance.below(4) == 0 ? Event{PressedTakeAway{}} : Event{PressedBack{}};
        case Page::TicketOffer: return chance.below(2) == 0 ? Event{AskedForTicket{}} : Event{DeclinedTicket{}};
        case Page::Ticket: return TookTicket{};
        case Page::StewardDoor:
            return walker.session().steward.pin.size() < kPinDigitsMin ? Event{TypedPin{'1'}} : Event{SentPin{}};
        case Page::StewardRoom: {
            static const std::array<Event, 5> kThings{Event{OpenedHealth{}}, Event{OpenedPrinterTest{}},
                                                      Event{OpenedCarry{}}, Event{StartedPractice{}},
                                                      Event{PressedBack{}}};
            return chance.one_of(kThings);
        }
        case Page::Review:
            for (const domain::Problem& problem : walker.session().draft.problems)
                if (problem.severity == domain::Severity::Error && chance.below(2) == 0)
                    return ChangedAnswer{problem.field};
            return PressedSubmit{};
        case Page::ConfirmAlone: return ConfirmedAlone{};
        case Page::Receipt: return FinishedReceipt{};
        case Page::ReceiptProof: return SaidPhotographed{};
        case Page::Ask: return eyes_event(chance, walker);
        case Page::Stick: return chance.below(3) == 0 ? Event{PressedBack{}} : Event{ChoseStickPicture{0}};
        case Page::Photo:
            switch (chance.below(5)) {
                case 0: return PressedShutter{};
                case 1: return UsedPhoto{};
                case 2: return PressedBack{};
                default: return some_event(chance, walker);
            }
        default: return some_event(chance, walker);
    }
}

// The camera looks on two pages only, whichever way they are left.
void check_eyes(const Walker& walker, bool is_open) {
    const Session& session = walker.session();
    const Page page = session.place.page;
    REQUIRE(session.eyes.photos.size() <= kPhotosMax);
    for (const Photo& photo : session.eyes.photos)
        REQUIRE(photos_of(session.eyes, photo.paper) <= kPhotosPerPaperMax);
    if (page != Page::Photo && page != Page::Scan) REQUIRE_FALSE(is_open);
    if (page == Page::Attract || page == Page::Harmless || page == Page::Farewell) {
        REQUIRE(session.eyes.photos.empty());
        REQUIRE(session.eyes.ink.strokes.empty());
        REQUIRE_FALSE(session.eyes.camera.live);
    }
}

void check_invariants(const Walker& walker) {
    const Session& session = walker.session();
    REQUIRE(session.trail.size() <= kTrailMax);
    REQUIRE(session.edit.caret <= session.edit.text.size());
    REQUIRE((session.filing.filing == Filing::Filed) == session.filing.receipt.has_value());
    if (session.place.page == Page::Receipt || session.place.page == Page::ReceiptProof) {
        REQUIRE(session.filing.receipt.has_value());
        REQUIRE(session.draft.application.answers.empty());
    }
    if (is_behind_door(session.place.page)) REQUIRE(session.steward.inside);
    if (session.place.page == Page::Sealing) REQUIRE(session.filing.filing == Filing::Asked);
    if (session.place.page == Page::Ask) {
        REQUIRE(session.draft.kind.has_value());
        REQUIRE(asked_part(walker.state(), walker.world()) != nullptr);
    }
    if (session.place.page == Page::Attract || session.place.page == Page::Harmless ||
        session.place.page == Page::Farewell)
        REQUIRE_FALSE(has_something_to_lose(session));
    // Whatever the screening says, handing in is one press away; and so is leaving.
    if (walker.state().machine.trouble == Trouble::None &&
        (session.place.page == Page::Result || session.place.page == Page::Screening ||
         session.place.page == Page::OtherHelp)) {
        const Updated apply = update(walker.state(), OpenedApplication{}, walker.state().now, walker.world());
        REQUIRE(apply.state.session.place.page == Page::Who);
    }
}

}  // namespace

TEST_CASE("random walks keep every promise") {
    int filed = 0;
    std::set<Page> seen;
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        CAPTURE(seed);
        Chance chance(seed);
        Walker walker;
        walker.use_printer(PrinterKind::Pages);
        std::uint64_t open_ticket = 0;
        bool camera_is_open = false;
        for (int i = 0; i < kEvents / 4; ++i) {
            // Now and then somebody fills in the whole form, or it would hardly ever be handed over by chance.
            const domain::Field* asked = asked_field(walker.state(), walker.world());
            const bool at_papers = asked && asked->type == domain::FieldType::Papers;
            if (walker.page() == Page::Ask && chance.below(4) != 0 && !at_papers)
                walker.answer_one();
            else
                walker.play(chance.below(2) == 0 ? sensible_event(chance, walker) : some_event(chance, walker));
            if (chance.below(300) == 0)
                walker.play(TroubleChanged{chance.below(3) == 0 ? Trouble::DiskFull : Trouble::None, {}});
            if (chance.below(400) == 0) walker.wait_ms(static_cast<std::int64_t>(chance.below(100'000)));
            for (Effect& effect : walker.take_effects()) {
                if (auto* file = std::get_if<File>(&effect)) {
                    REQUIRE(open_ticket == 0);  // never two at once
                    REQUIRE_FALSE(is_practice(walker.state()));
                    REQUIRE(walker.session().filing.ticket == file->ticket);
                    open_ticket = file->ticket;
                }
                if (auto* issue = std::get_if<IssueTicket>(&effect))
                    walker.play(TicketIssued{issue->ticket, Walker::receipt().code, "CYT1"});
                if (auto* pack = std::get_if<PackTicket>(&effect))
                    walker.play(TicketPacked{pack->ticket, Walker::receipt().code, "CYT1", {"CYD1"}});
                if (std::holds_alternative<EndSession>(effect)) camera_is_open = false;
                if (auto* eyes = std::get_if<EyesEffect>(&effect)) {
                    if (std::holds_alternative<LookThroughCamera>(*eyes))
                        camera_is_open = true;
                    else if (std::holds_alternative<StopLooking>(*eyes) || std::holds_alternative<TakePhoto>(*eyes))
                        camera_is_open = false;
                    answer_eyes(walker, chance, *eyes);
                    // What failed has closed itself.
                    if (walker.session().eyes.camera.looking == Looking::Failed) camera_is_open = false;
                }
                if (const auto* knock = std::get_if<TryPin>(&effect)) {
                    const bool right = chance.below(2) == 0;
                    walker.play(PinJudged{knock->ticket, right ? PinVerdict::Right : PinVerdict::Wrong,
                                          base::Instant{walker.state().now.ms + (right ? 0 : 1000)}});
                }
                if (const auto* print = std::get_if<Print>(&effect)) {
                    if (chance.below(2) == 0)
                        walker.play(PrintFailed{print->ticket, "printer.paper_out"});
                    else
                        walker.play(PaperPrinted{print->ticket});
                }
                if (auto* look = std::get_if<LookUpProgress>(&effect))
                    walker.play(ProgressNotKnown{look->ticket, std::nullopt});
            }
            if (open_ticket != 0 && chance.below(3) == 0) {
                const bool fails = chance.below(3) == 0;
                const bool waited = walker.page() == Page::Sealing && walker.session().filing.ticket == open_ticket;
                if (fails)
                    walker.play(FilingFailed{open_ticket, "store.io"});
                else
                    walker.play(Filed{open_ticket, Walker::receipt()});
                REQUIRE((walker.page() == Page::Receipt && walker.session().filing.ticket == open_ticket) ==
                        (waited && !fails));
                filed += waited && !fails ? 1 : 0;
                open_ticket = 0;
            }
            if (walker.page() == Page::Attract && open_ticket != 0) open_ticket = 0;
            if (walker.page() == Page::Harmless || walker.page() == Page::Home)
                open_ticket = walker.session().filing.filing == Filing::Asked ? open_ticket : 0;
            seen.insert(walker.page());
            check_invariants(walker);
            if (walker.effects().empty()) check_eyes(walker, camera_is_open);
        }
    }
    CHECK(filed > 40);
    // The walk is worth something only if it gets about.
    for (int page = 0; page < kPages; ++page) {
        CAPTURE(name_of(static_cast<Page>(page)));
        CHECK((seen.count(static_cast<Page>(page)) != 0 || static_cast<Page>(page) == Page::Failure));
    }
}
