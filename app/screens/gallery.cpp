#include "app/screens/gallery.hpp"

#include "app/screens/gallery_writing.hpp"

#include <initializer_list>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_update.hpp"
#include "app/pack/application_json.hpp"
#include "app/screens/gallery_eyes.hpp"
#include "app/screens/gallery_machine.hpp"
#include "app/screens/gallery_print.hpp"
#include "app/screens/gallery_voice.hpp"
#include "app/screens/gallery_why.hpp"

namespace courtyard::screens {
namespace {

using namespace flow;

constexpr base::Instant kNow{1'795'417'440'000};    // 2026-11-23 15:04 in China
constexpr base::Instant kHeard{1'795'311'000'000};  // the morning before

// Ids of the demonstration pack that the samples show.
constexpr const char* kTopic = "how";
constexpr const char* kDoor = "N04";

class Maker {
public:
    explicit Maker(const pack::Pack& pack) : pack_(pack), world_(gallery_world(pack)) {}

    [[nodiscard]] KioskState fresh(Page page = Page::Home) const {
        KioskState state = start(kNow);
        state.session.place.page = page;
        state.machine.heard_at = kHeard;
        return state;
    }

    [[nodiscard]] KioskState play(KioskState state, std::initializer_list<Event> events) const {
        for (const Event& event : events)
            state = update(std::move(state), event, kNow, world_).state;
        return state;
    }

    struct Reply {
        const char* key;
        std::vector<std::string> values;
    };
    // The replies to the screening; questions that are not named stay unasked.
    [[nodiscard]] KioskState screened(std::initializer_list<Reply> replies, Page page) const {
        KioskState state = fresh(page);
        ScreeningWork& work = state.session.screening;
        for (const Reply& reply : replies) {
            COURTYARD_CHECK(domain::set_screening_value(work.answers, reply.key, reply.values));
            work.answered.insert(reply.key);
            work.key = reply.key;
        }
        work.done = true;
        return state;
    }

    // The pack's example, as typed by the applicant or by a helper.
    [[nodiscard]] KioskState drafted(domain::ApplicantKind kind) const {
        KioskState state = play(fresh(Page::Who), {ChoseKind{kind}, ReadNotice{}, ToggledConsent{"F3.1"},
                                                   ToggledConsent{"F3.3"}, PressedNext{}, DeclinedTicket{}});
        auto example = pack::parse_application(pack_.form, pack_.example_json);
        COURTYARD_CHECK(example.has_value());
        DraftWork& draft = state.session.draft;
        for (auto& [code, answer] : example->answers)
            if (draft.application.find(code) == nullptr) draft.application.answers[code] = answer;
        if (kind == domain::ApplicantKind::Helper)
            for (const auto& [code, answer] : draft.application.answers)
                draft.typed_by_helper.insert(code);
        return state;
    }

    // The page of one question. Empties the answer first unless it is to be kept.
    enum class Keep { answer, nothing };
    [[nodiscard]] KioskState asked(const std::string& code, Keep keep = Keep::answer,
                                   domain::ApplicantKind kind = domain::ApplicantKind::Self) const {
        KioskState state = drafted(kind);
        if (keep == Keep::nothing) erase(state.session.draft.application, code);
        state.session.place.page = Page::Review;
        state = play(std::move(state), {ChangedAnswer{code}});
        state.session.draft.from_review = false;
        return state;
    }

    [[nodiscard]] KioskState filed() const {
        KioskState state = fresh(Page::Receipt);
        state.session.filing.filing = Filing::Filed;
        state.session.filing.receipt = receipt();
        return state;
    }

    [[nodiscard]] KioskState looked_up(ProgressFound found) const {
        KioskState state = fresh(Page::Progress);
        state.session.progress.look_up = LookUp::Found;
        state.session.progress.found = std::move(found);
        return state;
    }

    [[nodiscard]] const KioskWorld& world() const { return world_; }
    [[nodiscard]] const pack::Pack& content() const { return pack_; }

    // Looks like the real thing and opens nothing.
    static Receipt receipt() {
        Receipt receipt;
        receipt.number = "7K3M-9QXT-2HDA6";
        receipt.code = "7K3M-9QXT-2HDA-6XW0-VK4R-P8YC-37GT-N5EH";
        receipt.code_qr = "CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH";
        constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        std::uint32_t seed = 7;
        for (int symbol = 0; symbol < 2; ++symbol) {
            std::string text = "CYA1";
            for (int i = 0; i < 580; ++i) {
                seed = seed * 1664525U + 1013904223U;
                text.push_back(kAlphabet[(seed >> 16U) % kAlphabet.size()]);
            }
            receipt.symbols.push_back(std::move(text));
        }
        receipt.filed_at = kNow;
        return receipt;
    }

private:
    const pack::Pack& pack_;
    KioskWorld world_;
};

using Kind = domain::ApplicantKind;
using Keep = Maker::Keep;

void rooms(const Maker& make, std::vector<Sample>& out) {
    out.push_back({"attract", make.fresh(Page::Attract)});
    out.push_back({"home", make.fresh()});
    KioskState troubled = make.fresh();
    troubled.machine.trouble = Trouble::DiskFull;
    out.push_back({"home_trouble", troubled});
    out.push_back({"guide", make.fresh(Page::Guide)});
    out.push_back({"topic", make.play(make.fresh(Page::Guide), {OpenedTopic{kTopic}})});
    out.push_back({"questions", make.fresh(Page::Questions)});
    out.push_back({"question", make.play(make.fresh(Page::Questions), {OpenedQuestion{4}})});
    out.push_back({"search", make.fresh(Page::Search)});
    out.push_back({"search_hits", make.play(make.fresh(Page::Search), {Typed{"dj"}})});
    out.push_back({"help", make.fresh(Page::Help)});
    out.push_back({"harmless", make.fresh(Page::Harmless)});
    out.push_back({"farewell", make.fresh(Page::Farewell)});
    KioskState leaving = make.asked("F1.01");
    leaving.session.place.page = Page::Leave;
    out.push_back({"leave", leaving});
    KioskState idle = make.asked("F1.01");
    idle.session.curtain = Curtain::Warning;
    out.push_back({"idle_warning", idle});
    {
        KioskState offer = make.drafted(domain::ApplicantKind::Self);
        offer.session.place.page = Page::TicketOffer;
        out.push_back({"ticket_offer", offer});
        KioskState issued = offer;
        issued.session.ticket.stage = TicketStage::Issued;
        const Receipt like = make.receipt();
        issued.session.ticket.code = like.code;
        issued.session.ticket.code_qr = "CYT1" + like.code_qr.substr(4);
        issued.session.place.page = Page::Ticket;
        out.push_back({"ticket", issued});
        KioskState packed = issued;
        packed.session.ticket.stage = TicketStage::Packed;
        packed.session.ticket.leaving = true;
        packed.session.ticket.symbols = like.symbols;
        out.push_back({"ticket_leaving", packed});
        packed.session.ticket.shown_symbol = 1;
        out.push_back({"ticket_symbol", packed});
        KioskState resume = make.fresh(Page::Resume);
        resume.session.edit = edit_of("7K3M9QXT2");
        resume.session.ticket.error = "ticket.not_here";
        out.push_back({"resume", resume});
    }
}

void screenings(const Maker& make, std::vector<Sample>& out) {
    out.push_back({"screening", make.play(make.fresh(), {OpenedScreening{}})});
    KioskState list = make.screened(
        {{"G7", {"no"}}, {"G1", {"yes"}}, {"agency", {"ok"}}, {"G2", {"yes"}}, {"G3", {"yes"}}, {"E", {"E1"}}},
        Page::Screening);
    out.push_back({"screening_list", list});
    out.push_back({"urgent", make.play(make.play(make.fresh(), {OpenedScreening{}}), {RepliedScreening{"yes"}})});
    out.push_back({"other_help", make.screened({{"E", {"E1"}}, {"guardian_is_wrongdoer", {"true"}}}, Page::OtherHelp)});
    out.push_back({"result_apply", make.screened({{"G7", {"no"}},
                                                  {"G1", {"yes"}},
                                                  {"agency", {"ok"}},
                                                  {"G2", {"yes"}},
                                                  {"G3", {"yes"}},
                                                  {"E", {"E1"}},
                                                  {"G4", {"yes"}},
                                                  {"G5", {"yes"}},
                                                  {"G6", {"yes"}},
                                                  {"N1", {"none"}},
                                                  {"N4", {"no"}},
                                                  {"H", {"H6"}}},
                                                 Page::Result)});
    out.push_back({"result_at_fault", make.screened({{"G7", {"no"}},
                                                     {"G1", {"yes"}},
                                                     {"agency", {"ok"}},
                                                     {"G2", {"yes"}},
                                                     {"G3", {"yes"}},
                                                     {"E", {"E7"}},
                                                     {"G4", {"yes"}},
                                                     {"G5", {"yes"}},
                                                     {"G6", {"yes"}},
                                                     {"N1", {"main"}},
                                                     {"N4", {"no"}},
                                                     {"H", {"H6"}}},
                                                    Page::Result)});
    out.push_back({"result_elsewhere", make.screened({{"G7", {"no"}},
                                                      {"G1", {"yes"}},
                                                      {"agency", {"ok"}},
                                                      {"G2", {"no"}},
                                                      {"E", {"E8"}},
                                                      {"G5", {"no"}},
                                                      {"H", {"H2"}}},
                                                     Page::Result)});
    out.push_back({"result_urgent", make.screened({{"G7", {"yes"}},
                                                   {"G1", {"yes"}},
                                                   {"agency", {"ok"}},
                                                   {"G2", {"yes"}},
                                                   {"G3", {"yes"}},
                                                   {"E", {"E2"}},
                                                   {"G5", {"yes"}},
                                                   {"G6", {"unknown"}},
                                                   {"N1", {"none"}},
                                                   {"N4", {"no"}},
                                                   {"H", {"H6"}}},
                                                  Page::Result)});
    out.push_back({"doors", make.fresh(Page::Doors)});
    out.push_back({"door", make.play(make.fresh(Page::Doors), {OpenedDoor{kDoor}})});
    out.push_back({"who", make.fresh(Page::Who)});
    out.push_back({"notice", make.play(make.fresh(Page::Who), {ChoseKind{Kind::Self}})});
    out.push_back(
        {"consent", make.play(make.fresh(Page::Who), {ChoseKind{Kind::Self}, ReadNotice{}, ToggledConsent{"F3.1"}})});
    out.push_back(
        {"consent_missing", make.play(make.fresh(Page::Who), {ChoseKind{Kind::Self}, ReadNotice{}, PressedNext{}})});
    out.push_back({"paper_way", make.play(make.fresh(Page::Who), {ChoseKind{Kind::Self}, RefusedConsent{}})});
}

void questions(const Maker& make, std::vector<Sample>& out) {
    out.push_back({"ask_name", make.asked("F1.01")});
    out.push_back({"ask_name_empty", make.play(make.asked("F1.01", Keep::nothing), {PressedNext{}})});
    out.push_back(
        {"ask_identity", make.play(make.asked("F1.06", Keep::nothing), {Typed{"330199198603140178"}, PressedNext{}})});
    out.push_back({"ask_phone", make.play(make.asked("F1.09", Keep::nothing), {Typed{"1380000"}})});
    out.push_back({"ask_area", make.asked("F1.08")});
    out.push_back({"ask_case_number", make.asked("F1.31")});
    out.push_back({"ask_long_text", make.asked("F1.71")});
    out.push_back({"ask_choice", make.asked("F1.13", Keep::nothing)});
    out.push_back({"ask_choice_many_options", make.asked("F1.04", Keep::nothing)});
    out.push_back({"ask_several", make.play(make.asked("F1.41", Keep::nothing),
                                            {ChoseOption{make.content().form.field("F1.41")->options.at(1).value}})});
    out.push_back({"ask_yes_no", make.asked("F1.72", Keep::nothing)});
    out.push_back({"ask_yes_no_unknown", make.asked("F1.61")});
    out.push_back({"ask_money", make.play(make.asked("F1.70", Keep::nothing), {Typed{"96000"}})});
    out.push_back({"ask_date",
                   make.play(make.asked("F1.05", Keep::nothing), {PickedYear{"1953"}, PickedMonth{8}, PickedDay{14}})});
    add_writing_samples({make.asked("F1.01", Keep::nothing), make.asked("F1.71"), make.asked("F1.70", Keep::nothing),
                         make.asked("F1.05", Keep::nothing)},
                        make.world(), out);
    out.push_back({"ask_number", make.play(make.asked("F1.50", Keep::nothing), {Typed{"4"}})});
    out.push_back({"ask_rows_empty", make.asked("F1.51", Keep::nothing)});
    out.push_back({"ask_rows", make.asked("F1.51")});
    out.push_back({"ask_row_part", make.play(make.asked("F1.51"), {AddedRow{}})});
    out.push_back({"ask_papers", make.asked("F1.90", Keep::nothing)});
    out.push_back({"ask_account", make.play(make.asked("F1.80"), {PressedNext{}})});
    out.push_back({"ask_declaration", make.asked("F1.93", Keep::nothing)});
    out.push_back({"ask_consent", make.asked("F3.7", Keep::nothing)});
    out.push_back({"ask_signature", make.asked("F1.92")});
    out.push_back({"ask_helped", make.asked("F1.91a", Keep::nothing, Kind::Helper)});
}

// What the kiosk sees: papers, a signature, codes.
void eyes(const Maker& make, std::vector<Sample>& out) {
    const domain::Field* papers = make.content().form.field("F1.90");
    const std::string card = papers->column_of_role("name")->options.at(0).value;
    const std::string bill = papers->column_of_role("name")->options.at(3).value;
    const auto page = sample_picture(SamplePicture::page);
    const auto file = std::make_shared<PhotoFile>(base::Bytes{0xFF, 0xD8, 0xFF});
    const KioskState list = make.asked("F1.90", Keep::nothing);
    const auto ticket = [](const KioskState& state) { return state.session.eyes.camera.ticket; };
    const auto live = [&](const char* name) {
        KioskState state = make.play(list, {OpenedCamera{card}});
        state = make.play(std::move(state), {CameraSaw{ticket(state), sample_picture(SamplePicture::lying)}});
        if (name) out.push_back({name, state});
        return state;
    };
    const auto taken = [&](bool straightened) {
        KioskState state = make.play(live(nullptr), {PressedShutter{}});
        return make.play(std::move(state), {TookPhoto{ticket(state), file, page, straightened}});
    };
    KioskState two = make.play(taken(true), {UsedPhoto{true}});
    two = make.play(std::move(two), {CameraSaw{ticket(two), page}, PressedShutter{}});
    two = make.play(std::move(two),
                    {TookPhoto{ticket(two), file, page, true}, UsedPhoto{},
                     ChosePaper{bill, papers->column_of_role("state")->option_of_kind("missing")->value}});
    two = make.play(std::move(two), {PressedBack{}});
    out.push_back({"ask_papers_photos", two});
    KioskState along = two;
    const Receipt like = make.receipt();
    along.session.ticket.stage = TicketStage::Packed;
    along.session.ticket.leaving = true;
    along.session.ticket.code = like.code;
    along.session.ticket.code_qr = "CYT1" + like.code_qr.substr(4);
    along.session.ticket.symbols = like.symbols;
    along.session.place.page = Page::Ticket;
    out.push_back({"ticket_leaving_photos", along});
    KioskState full = two;
    full.session.eyes.notice = "eyes.papers.full_paper";
    out.push_back({"ask_papers_full", full});
    out.push_back({"photo_view", make.play(two, {OpenedPhoto{0}})});
    out.push_back({"photo_opening", make.play(list, {OpenedCamera{card}})});
    live("photo_live");
    out.push_back({"photo_countdown", make.play(live(nullptr), {PressedShutter{true}})});
    out.push_back({"photo_taken", taken(true)});
    out.push_back({"photo_taken_as_it_is", taken(false)});
    for (const char* code : {"camera.none", "camera.gone", "camera.busy"}) {
        KioskState failed = make.play(list, {OpenedCamera{card}});
        failed = make.play(std::move(failed), {CameraFailed{ticket(failed), code}});
        out.push_back({std::string("photo_failed_") + (code + 7), failed});
    }
    KioskState help = make.play(live(nullptr), {PressedHelp{}, PressedBack{}});
    out.push_back({"photo_closed", help});
    KioskState stick = make.play(list, {OpenedStick{card}});
    out.push_back({"stick_reading", stick});
    const std::uint64_t asked = stick.session.eyes.stick.ticket;
    std::vector<PixelsRef> pictures(7, page);
    pictures[2] = nullptr;
    pictures[4] = sample_picture(SamplePicture::lying);
    out.push_back({"stick", make.play(stick, {ListedStick{asked, pictures}})});
    out.push_back({"stick_none", make.play(stick, {StickFailed{asked, "stick.none"}})});

    KioskState signing = make.asked("F1.92", Keep::nothing);
    out.push_back({"ask_signature_empty", signing});
    for (int stroke = 0; stroke < 9; ++stroke) {
        const float x = 0.12F + 0.28F * static_cast<float>(stroke / 3);
        const float y = 0.25F + 0.17F * static_cast<float>(stroke % 3);
        signing = make.play(std::move(signing),
                            {StartedStroke{x, y}, DrewStroke{x + 0.08F, y + 0.04F}, DrewStroke{x + 0.18F, y - 0.02F},
                             DrewStroke{x + 0.06F, y + 0.3F}, EndedStroke{}});
    }
    out.push_back({"ask_signature_written", signing});
    out.push_back({"ask_signature_helper", make.asked("F1.94", Keep::nothing, Kind::Helper)});

    KioskState scan = make.play(make.fresh(), {OpenedProgress{}, OpenedScan{}});
    out.push_back({"scan_failed", make.play(scan, {CameraFailed{ticket(scan), "camera.none"}})});
    scan = make.play(std::move(scan), {CameraSaw{ticket(scan), sample_picture(SamplePicture::slip)}});
    out.push_back({"scan", scan});
    out.push_back({"scan_other", make.play(scan, {Scanned{"HTTPS://EXAMPLE"}})});
    scan.session.eyes.scan = {"00112233", 3, {{2, "CYA1"}}, 2, "eyes.scan.application"};
    out.push_back({"scan_part", scan});
    scan.session.eyes.scan = {"00112233", 3, {{1, "CYA1"}, {2, "CYA1"}, {3, "CYA1"}}, 1, "eyes.scan.application_whole"};
    out.push_back({"scan_whole", scan});
    scan.session.eyes.scan.hand_in = ScanWork::HandIn::Done;
    scan.session.eyes.scan.word = "eyes.scan.handed_in";
    out.push_back({"scan_handed_in", scan});
    KioskState photos = make.filed();
    photos.session.filing.receipt->pictures = 2;
    out.push_back({"receipt_photos", photos});
}

KioskState reviewed(const Maker& make, Kind kind) {
    KioskState state = make.drafted(kind);
    state.session.place.page = Page::Review;
    state.session.trail = {{Page::Consent}};
    return state;
}

void ends(const Maker& make, std::vector<Sample>& out) {
    out.push_back({"review", reviewed(make, Kind::Self)});
    KioskState missing = reviewed(make, Kind::Self);
    erase(missing.session.draft.application, "F1.08");
    erase(missing.session.draft.application, "F1.71");
    out.push_back({"review_missing", make.play(std::move(missing), {PressedSubmit{}})});
    KioskState failed = reviewed(make, Kind::Self);
    failed.session.filing.error = "store.io";
    out.push_back({"review_not_kept", failed});
    KioskState helped = reviewed(make, Kind::Helper);
    out.push_back({"review_helped", helped});
    helped.session.place.page = Page::ConfirmAlone;
    out.push_back({"confirm_alone", helped});
    out.push_back({"sealing", make.fresh(Page::Sealing)});
    out.push_back({"receipt", make.filed()});
    KioskState sent = make.filed();
    sent.session.filing.receipt->delivery = mail::Delivery::Durable;
    out.push_back({"receipt_sent", sent});
    KioskState large = make.filed();
    large.session.filing.receipt->symbols.clear();
    out.push_back({"receipt_too_large", large});
    out.push_back({"receipt_symbol", make.play(make.filed(), {ShowedSymbol{1}})});
    out.push_back({"receipt_proof", make.play(make.filed(), {FinishedReceipt{}})});
    out.push_back({"receipt_proof_wrong", make.play(make.filed(), {FinishedReceipt{}, Typed{"N5EK"}, GaveProof{}})});
    out.push_back({"progress_code", make.play(make.fresh(), {OpenedProgress{}, Typed{"7K3M9QXT2H"}})});
    KioskState wrong = make.play(make.fresh(), {OpenedProgress{}, Typed{"7K3M9QXT2HDA6XW0VK4RP8YC37GTN5EK"}});
    wrong.session.progress.error = "receipt.check";
    out.push_back({"progress_code_wrong", wrong});
    ProgressFound found;
    found.status = domain::ApplicationStatus::Filed;
    found.case_number = make.content().words.text("gallery.case_number");
    found.said_at = found.as_of = kHeard;
    const domain::Date heard = domain::Date::in_china(kHeard);
    for (int place = 0; place < 3; ++place)
        found.call_words.push_back(
            {heard.plus_days(place), std::string(make.content().call_words.at(static_cast<std::size_t>(place)))});
    out.push_back({"progress_found", make.looked_up(found)});
    found.status = domain::ApplicationStatus::NeedMore;
    found.case_number.clear();
    for (const domain::Option& paper : make.content().form.field("F1.90")->column_of_role("name")->options)
        if (found.papers.size() < 2) found.papers.push_back(paper.say);
    out.push_back({"progress_need_more", make.looked_up(found)});
    ProgressFound local;
    out.push_back({"progress_local", make.looked_up(local)});
    KioskState unknown = make.fresh(Page::Progress);
    unknown.session.progress.look_up = LookUp::NotKnown;
    unknown.session.progress.found.as_of = kHeard;
    unknown.session.progress.found.call_words = found.call_words;
    out.push_back({"progress_not_known", unknown});
}

}  // namespace

KioskWorld gallery_world(const pack::Pack& pack) {
    KioskWorld world;
    world.pack = &pack;
    world.court = pack.court;
    world.site = pack.words.text("gallery.site");
    world.printer = PrinterKind::Pages;  // so that everything that can be printed is offered
    world.reads_symbols = true;
    return world;
}

std::vector<Sample> gallery(const pack::Pack& pack) {
    const Maker make(pack);
    std::vector<Sample> samples;
    rooms(make, samples);
    screenings(make, samples);
    questions(make, samples);
    ends(make, samples);
    add_listening(samples);
    add_print_samples(samples);
    eyes(make, samples);
    add_machine_samples(samples);
    gallery_why(pack, samples);
    return samples;
}

}  // namespace courtyard::screens
