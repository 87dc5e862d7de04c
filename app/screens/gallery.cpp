#include "app/screens/gallery.hpp"

#include <initializer_list>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_update.hpp"
#include "app/pack/application_json.hpp"

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

    [[nodiscard]] KioskState troubled(Trouble trouble, std::string code) const {
        KioskState state = fresh(Page::Failure);
        state.session.trail = {{Page::Home}};
        state.machine.trouble = trouble;
        state.machine.trouble_code = std::move(code);
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
    out.push_back({"failure_disk_full", make.troubled(Trouble::DiskFull, "store.io")});
    out.push_back({"failure_disk_read_only", make.troubled(Trouble::DiskReadOnly, "store.io")});
    out.push_back({"failure_store_damaged", make.troubled(Trouble::StoreDamaged, "store.damaged")});
    out.push_back({"failure_clock_wrong", make.troubled(Trouble::ClockWrong, "")});
    out.push_back({"failure_keeps_failing", make.troubled(Trouble::KeepsFailing, "kiosk.keeps_failing")});
    out.push_back({"failure_pack_bad", make.troubled(Trouble::PackBad, "pack.problem")});
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
    out.push_back({"ask_date_year", make.play(make.asked("F1.05", Keep::nothing), {PickedYear{"195"}})});
    out.push_back({"ask_date_month", make.play(make.asked("F1.05", Keep::nothing), {PickedYear{"1953"}})});
    out.push_back({"ask_date_day",
                   make.play(make.asked("F1.05", Keep::nothing), {PickedYear{"1953"}, PickedMonth{8}, PickedDay{14}})});
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
    out.push_back({"progress_not_known", unknown});
}

}  // namespace

KioskWorld gallery_world(const pack::Pack& pack) {
    KioskWorld world;
    world.pack = &pack;
    world.court = pack.court;
    world.site = pack.words.text("gallery.site");
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
    return samples;
}

}  // namespace courtyard::screens
