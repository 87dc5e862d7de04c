#include "app/screens/field_gallery.hpp"

#include <initializer_list>
#include <string_view>

#include "app/domain/check.hpp"
#include "app/flow/desk_update.hpp"
#include "app/flow/row_search.hpp"
#include "app/pack/application_json.hpp"
#include "app/screens/field_gallery_cases.hpp"
#include "app/screens/gallery_eyes.hpp"
#include "app/screens/sample_case.hpp"
#include "sync/base/result.hpp"

namespace courtyard::screens {
namespace {

using namespace flow;
using namespace flow::desk;
using Status = domain::ApplicationStatus;

constexpr base::Instant kNow{1'795'417'440'000};  // 2026-11-23 15:04 in China
constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::size_t kManyRows = 10'000;
constexpr std::string_view kAlphabet = "0123456789ACDEFGHJKMNPQRTVWXY";

class Maker {
public:
    explicit Maker(const pack::Pack& pack) : pack_(pack) {
        names_ = words("field.sample.names");
        sites_ = words("field.sample.sites");
        COURTYARD_CHECK(names_.size() > 5 && sites_.size() > 1);
    }

    [[nodiscard]] std::vector<std::string> words(std::string_view key) const {
        std::vector<std::string> out(1);
        for (const char c : pack_.words.text(key)) {
            if (c == '|')
                out.emplace_back();
            else
                out.back() += c;
        }
        return out;
    }
    [[nodiscard]] const pack::Pack& content() const { return pack_; }
    [[nodiscard]] std::string word(std::string_view key) const { return pack_.words.text(key); }

    [[nodiscard]] DeskState locked() const {
        DeskState state;
        const std::vector<std::string> owner = words("field.sample.owner");
        COURTYARD_CHECK(owner.size() == 2);
        state.person = owner[0];
        state.role = owner[1];
        state.court = pack_.court;
        state.now = kNow;
        state.last_touch = kNow;
        return state;
    }

    [[nodiscard]] static DeskState play(DeskState state, std::initializer_list<DeskEvent> events) {
        for (const DeskEvent& event : events)
            state = desk_update(std::move(state), event, kNow).state;
        return state;
    }

    [[nodiscard]] InboxRow row(std::size_t i, Status status, std::string_view outcome) const {
        InboxRow row;
        for (std::size_t byte = 0; byte < row.id.bytes.size(); ++byte)
            row.id.bytes[byte] = static_cast<std::uint8_t>((i + 1) * 73 + byte * (151 + (i >> 8U)));
        row.name = names_[i % names_.size()];
        for (std::size_t c = 0; c < 13; ++c) {
            if (c == 4 || c == 8) row.number += '-';
            row.number += kAlphabet[(i * 7 + c * c * 5 + c * 11 + (i / 29) * (c + 1)) % kAlphabet.size()];
        }
        row.site = sites_[i % sites_.size()];
        row.outcome = outcome;
        row.status = status;
        // A busy month, then a long past.
        const std::size_t minutes = i < 20 ? i * i * 97 + i * 53 + 22 : 41'000 + i * 31;
        row.filed = kNow + -static_cast<std::int64_t>(minutes) * kMinute;
        row.arrived = row.filed + 3 * kHour;
        if (row.arrived > kNow) row.arrived = kNow + -6 * kMinute;
        return row;
    }

    [[nodiscard]] std::vector<InboxRow> rows() const {
        std::vector<InboxRow> rows{
            row(0, Status::Synced, "OUT-A"),     row(1, Status::Synced, "OUT-A"),    row(2, Status::Synced, "OUT-A"),
            row(3, Status::Received, "OUT-A"),   row(4, Status::AskDept, "OUT-A"),   row(5, Status::NeedMore, "OUT-B"),
            row(6, Status::Received, "OUT-C"),   row(7, Status::NotFiled, "OUT-C"),  row(8, Status::Filed, "OUT-B"),
            row(9, Status::Filed, "OUT-B"),      row(10, Status::NotFiled, "OUT-E"), row(11, Status::Filed, ""),
            row(12, Status::Withdrawn, "OUT-D"), row(13, Status::Filed, "OUT-A")};
        rows[1].urgent = true;
        rows[4].from_slip = true;
        InboxRow unopened;
        unopened.id = row(40, Status::Synced, "").id;
        unopened.problem = "seal.open";
        unopened.arrived = kNow + -26 * kHour;
        rows.insert(rows.begin() + 3, unopened);
        return rows;
    }

    [[nodiscard]] std::shared_ptr<const cases::CaseIndex> index_of(const std::vector<InboxRow>& rows) const {
        std::vector<cases::CaseWords> all;
        for (const InboxRow& row : rows)
            all.push_back(flow::words_of(row, word("field.status." + std::string(domain::id(row.status)))));
        cases::CaseIndex index(sample_readings(pack_));
        index.put(all);
        return std::make_shared<const cases::CaseIndex>(std::move(index));
    }
    [[nodiscard]] DeskState inbox(const std::vector<InboxRow>& rows) const {
        DeskState state = play(
            locked(), {TypedPassphrase{"x"}, PressedUnlock{}, Unlocked{locked().person, locked().role, pack_.court},
                       LoadedInbox{rows, {}, index_of(rows)}, WentTo{DeskPlace::Inbox}});
        state.mail.last_contact = kNow + -6 * kMinute;
        return state;
    }

    struct Reply {
        const char* key;
        std::vector<std::string> values;
    };

    // The pack's own example, as it stands on the laptop.
    [[nodiscard]] ApplicationSheet sheet() const {
        ApplicationSheet sheet;
        sheet.row = rows()[0];
        auto example = pack::parse_application(pack_.form, pack_.example_json);
        COURTYARD_CHECK(example.has_value());
        sheet.application = domain::normal(pack_.form, *example, domain::Date::in_china(kNow));
        answer_screening(sheet, {{"G1", {"yes"}},
                                 {"G2", {"yes"}},
                                 {"G3", {"yes"}},
                                 {"G4", {"yes"}},
                                 {"G5", {"yes"}},
                                 {"G6", {"yes"}},
                                 {"G7", {"no"}},
                                 {"N1", {"none"}},
                                 {"N4", {"no"}},
                                 {"E", {"E1"}},
                                 {"H", {"H6"}}});
        sheet.machine = "5f2c91d07ab34e68";
        sheet.sequence = 17;
        sheet.pack = pack_.name + "@" + std::to_string(pack_.version);
        sheet.record_bytes = 2048;
        sheet.hub_sequence = 231;
        sheet.received = sheet.row.filed + 9 * kMinute;
        sheet.history.push_back({sheet.row.filed, sheet.row.site, Status::SubmittedLocal, {}, std::nullopt});
        sheet.history.push_back({*sheet.received, pack_.court, Status::Synced, {}, std::nullopt});
        return sheet;
    }

    void answer_screening(ApplicationSheet& sheet, std::initializer_list<Reply> replies) const {
        domain::ScreeningAnswers answers;
        for (const Reply& reply : replies)
            COURTYARD_CHECK(domain::set_screening_value(answers, reply.key, reply.values));
        sheet.answers = answers;
        sheet.screening = domain::screen(pack_.screening, answers);
    }

    // Typed by a helper, urgent, with gaps: what a hurried application looks like.
    [[nodiscard]] ApplicationSheet hurried() const {
        ApplicationSheet sheet = this->sheet();
        sheet.row = rows()[1];
        sheet.helper = word("field.sample.helper");
        for (const char* code : {"F1.05", "F1.07", "F1.34", "F1.42", "F1.52", "F1.54", "F1.80", "F1.92"})
            sheet.application.answers.erase(code);
        sheet.application.answers["F1.01"].value = sheet.row.name;
        // How she may be reached: what whoever calls must see first.
        const domain::Field* contact = pack_.form.field("F1.11");
        COURTYARD_CHECK(contact != nullptr && contact->options.size() > 4);
        sheet.application.answers["F1.11"].value = contact->options[4].value;
        sheet.application.answers["F1.11a"].value = std::string("13800000009");
        const domain::Field* how = pack_.form.field("F1.91");
        COURTYARD_CHECK(how != nullptr && how->option_of_kind("helper") != nullptr);
        sheet.application.answers["F1.91"].value = how->option_of_kind("helper")->value;
        // The same helper in the form: name, and the post that the pack lists first.
        sheet.application.answers["F1.91a"].value = words("field.sample.helper.parts")[0];
        sheet.application.answers["F1.91b"].value = words("field.sample.helper.parts")[1];
        sheet.helped_fields = {"F1.01", "F1.06", "F1.08", "F1.31", "F1.36", "F1.43", "F1.51", "F1.71", "F1.90"};
        answer_screening(sheet, {{"G1", {"yes"}},
                                 {"G2", {"yes"}},
                                 {"G3", {"unknown"}},
                                 {"G4", {"unknown"}},
                                 {"G5", {"yes"}},
                                 {"G6", {"yes"}},
                                 {"G7", {"yes"}},
                                 {"N1", {"unknown"}},
                                 {"N4", {"no"}},
                                 {"E", {"E2"}},
                                 {"H", {"H0"}}});
        return sheet;
    }

    void add_answers(ApplicationSheet& sheet) const {
        for (base::Instant* at : {&sheet.row.filed, &sheet.row.arrived, &*sheet.received})
            *at = *at + -5 * kDay;
        sheet.history[0].at = sheet.row.filed;
        sheet.history[1].at = *sheet.received;
        const std::string me =
            fill_in(pack_.words.text("field.who"), {{"name", locked().person}, {"role", word("field.role.judge")}});
        sheet.history.push_back(
            {kNow + -2 * kDay, word("field.sample.colleague"), Status::Received, {}, mail::Delivery::Durable});
        sheet.history.push_back(
            {kNow + -22 * kHour, me, Status::AskDept, word("field.sample.asked"), mail::Delivery::Accepted});
        std::string papers;
        for (const std::string& paper : words("field.sample.papers"))
            papers += paper + "\n";
        sheet.history.push_back(
            {kNow + -3 * kMinute, me, Status::NeedMore, papers + word("field.sample.where"), mail::Delivery::Queued});
        sheet.row.status = Status::NeedMore;
    }

    [[nodiscard]] DeskState opened(const ApplicationSheet& sheet, SheetTab tab = SheetTab::Application) const {
        return play(inbox(rows()), {PressedRow{sheet.row.id}, LoadedSheet{sheet}, ChoseTab{tab}});
    }

    [[nodiscard]] DeskState answering(Status status) const { return play(opened(sheet()), {ChoseAnswer{status}}); }

    [[nodiscard]] DeskState written(Status status) const {
        DeskState state = answering(status);
        if (status == Status::NeedMore) {
            const domain::Field* names = pack_.form.field("F1.90")->column_of_role("name");
            state =
                play(std::move(state), {ToggledPaper{names->options[2].value}, ToggledPaper{names->options[4].value}});
            for (const std::string& paper : words("field.sample.papers"))
                state = play(std::move(state), {TypedPaper{paper}, AddedPaper{}});
            state = play(std::move(state), {TypedText{word("field.sample.where")}});
        }
        if (status == Status::Filed) state = play(std::move(state), {TypedNumber{word("field.sample.number")}});
        if (status == Status::NotFiled) state = play(std::move(state), {TypedText{word("field.sample.reasons")}});
        return state;
    }

    [[nodiscard]] DeskState signed_and(mail::Delivery delivery) const {
        ApplicationSheet answered = sheet();
        answered.row.status = Status::NeedMore;
        answered.history.push_back({kNow, locked().person, Status::NeedMore, {}, delivery});
        DeskState state = play(written(Status::NeedMore), {PressedReadOver{}, PressedSign{}, Answered{answered}});
        state.mail.unsent = delivery == mail::Delivery::Queued ? 1 : 0;
        return state;
    }

private:
    const pack::Pack& pack_;
    std::vector<std::string> names_, sites_;
};

void add_lists(const Maker& make, std::vector<DeskSample>& out) {
    out.push_back({"field_unlock", make.locked()});
    DeskState wrong =
        Maker::play(make.locked(), {TypedPassphrase{"x"}, PressedUnlock{}, UnlockFailed{"passphrase.wrong"},
                                    TypedPassphrase{"CORRECT"}, NoticedCapsLock{true}});
    wrong.problem = "passphrase.wrong";
    out.push_back({"field_unlock_wrong", wrong});
    out.push_back({"field_inbox", make.inbox(make.rows())});
    DeskState alerted = make.inbox(make.rows());
    const AlertRow alert{make.rows()[0].id, make.rows()[0].site, "2026-11-23", "afternoon", {}};
    alerted.alerts = {alert, alert, alert};
    alerted.alerts[1].contact = "13800000001";
    out.push_back({"field_inbox_alerts", alerted});
    DeskState empty = make.inbox({});
    empty.mail = {};
    out.push_back({"field_inbox_empty", empty});
    out.push_back({"field_inbox_unanswered",
                   Maker::play(make.inbox(make.rows()), {ChoseFilter{InboxFilter::Unanswered}, MovedChoice{+1}})});
    out.push_back({"field_inbox_found",
                   Maker::play(make.inbox(make.rows()), {TypedSearch{make.words("field.sample.names")[1]}})});
    out.push_back({"field_inbox_by_sound", Maker::play(make.inbox(make.rows()), {TypedSearch{"by"}})});
    out.push_back({"field_inbox_none_found", Maker::play(make.inbox(make.rows()), {TypedSearch{"2026"}})});
    DeskState offline = make.inbox(make.rows());
    offline.mail = {false, kNow + -27 * kHour, 3, 1, "courier.unreachable"};
    out.push_back({"field_inbox_offline", offline});
    std::vector<InboxRow> many;
    for (std::size_t i = 0; i < kManyRows; ++i)
        many.push_back(make.row(i, i % 5 == 0 ? Status::Synced : Status::Filed, i % 3 == 0 ? "OUT-A" : "OUT-B"));
    out.push_back({"field_inbox_many", Maker::play(make.inbox(many), {MovedChoice{7'777}})});
    DeskState soon = make.inbox(make.rows());
    soon.last_touch = kNow + -(kDeskLockMs - kDeskLockWarnMs);
    out.push_back({"field_inbox_lock_soon", soon});
}

void add_sheets(const Maker& make, std::vector<DeskSample>& out) {
    out.push_back({"field_sheet", make.opened(make.sheet())});
    out.push_back({"field_sheet_hurried", make.opened(make.hurried())});
    out.push_back({"field_sheet_screening", make.opened(make.hurried(), SheetTab::Screening)});
    ApplicationSheet skipped = make.sheet();
    skipped.answers.reset();
    out.push_back({"field_sheet_unscreened", make.opened(skipped, SheetTab::Screening)});
    out.push_back({"field_sheet_helper", make.opened(make.hurried(), SheetTab::Helper)});
    out.push_back({"field_sheet_alone", make.opened(make.sheet(), SheetTab::Helper)});
    out.push_back({"field_sheet_original", make.opened(make.sheet(), SheetTab::Original)});
    ApplicationSheet slip = make.sheet();
    slip.row.from_slip = true;
    slip.hub_sequence = 0;
    slip.received.reset();
    slip.machine_revoked = true;
    out.push_back({"field_sheet_from_slip", make.opened(slip, SheetTab::Original)});
    ApplicationSheet answered = make.sheet();
    make.add_answers(answered);
    out.push_back({"field_sheet_history", make.opened(answered, SheetTab::History)});
    answered.contradicting = true;
    answered.row.status = Status::Filed;
    out.push_back({"field_sheet_ended", make.opened(answered, SheetTab::History)});
}

void add_answers(const Maker& make, std::vector<DeskSample>& out) {
    out.push_back({"field_answer_received", make.written(Status::Received)});
    out.push_back({"field_answer_asking", make.written(Status::AskDept)});
    out.push_back({"field_answer_more", make.written(Status::NeedMore)});
    out.push_back({"field_answer_more_empty", Maker::play(make.answering(Status::NeedMore), {PressedReadOver{}})});
    out.push_back({"field_answer_filed", make.written(Status::Filed)});
    out.push_back({"field_answer_not_filed", make.written(Status::NotFiled)});
    out.push_back({"field_confirm_more", Maker::play(make.written(Status::NeedMore), {PressedReadOver{}})});
    out.push_back({"field_confirm_filed", Maker::play(make.written(Status::Filed), {PressedReadOver{}})});
    out.push_back({"field_confirm_not_filed", Maker::play(make.written(Status::NotFiled), {PressedReadOver{}})});
    out.push_back({"field_confirm_failed", Maker::play(make.written(Status::Filed), {PressedReadOver{}, PressedSign{},
                                                                                     AnswerFailed{"answer.state"}})});
    out.push_back({"field_signed", make.signed_and(mail::Delivery::Queued)});
    out.push_back({"field_signed_delivered", make.signed_and(mail::Delivery::Durable)});
}

// Photos of papers, and an application that comes back from its slip.
void add_eyes(const Maker& make, std::vector<DeskSample>& out) {
    DeskState none = Maker::play(make.opened(make.sheet()), {ChoseTab{SheetTab::Pictures}});
    out.push_back({"field_pictures_none", none});
    DeskState some = make.opened(make.sheet());
    const domain::Field* papers = make.content().form.field("F1.90");
    const std::string card = papers->column_of_role("name")->options.at(0).value;
    const auto page = sample_picture(SamplePicture::page);
    some.sheet->pictures = {{{}, true, card, 1, page, false},
                            {{}, true, card, 2, page, false},
                            {{}, true, card, 3, nullptr, true},
                            {{}, false, {}, 0, nullptr, false}};
    some = Maker::play(std::move(some), {ChoseTab{SheetTab::Pictures}});
    out.push_back({"field_pictures", some});
    out.push_back({"field_pictures_large", Maker::play(some, {PressedPicture{0}})});
    DeskState recover = make.inbox(make.rows());
    recover.waiting = flow::DeskWait::Nothing;
    recover = Maker::play(std::move(recover), {PressedRecover{}, SawSlip{sample_picture(SamplePicture::slip)}});
    out.push_back({"field_recover", recover});
    DeskState part = recover;
    part.recovery.scan = {"00112233", 3, {{2, "CYA1"}}, 2, "field.recover.part"};
    out.push_back({"field_recover_part", part});
    out.push_back({"field_recover_no_camera", Maker::play(recover, {LookFailed{"camera.none"}})});
    recover.recovery.live.reset();
    recover.recovery.looking = flow::Looking::No;
    recover.recovery.outcome = flow::DeskRecovery::Outcome::Asked;
    out.push_back({"field_recover_done", Maker::play(recover, {RecoveredSlip{some.sheet->row.id, false, true}})});
    out.push_back({"field_recover_failed", Maker::play(recover, {RecoveryFailed{"symbols.missing"}})});
}

}  // namespace

std::vector<DeskSample> desk_gallery(const pack::Pack& pack) {
    const Maker make(pack);
    std::vector<DeskSample> out;
    add_lists(make, out);
    add_sheets(make, out);
    add_answers(make, out);
    add_eyes(make, out);
    add_case_samples(pack, make.inbox(make.rows()), out);
    return out;
}

}  // namespace courtyard::screens
