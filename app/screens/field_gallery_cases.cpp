#include "app/screens/field_gallery_cases.hpp"

#include <initializer_list>
#include <string_view>

#include "app/flow/desk_update.hpp"
#include "app/flow/year_desk.hpp"
#include "app/screens/field_gallery_leads.hpp"
#include "app/screens/gallery_eyes.hpp"
#include "app/screens/sample_case.hpp"

namespace courtyard::screens {
namespace {

using namespace flow;
using namespace flow::desk;
using Status = domain::ApplicationStatus;

constexpr std::size_t kManyCases = 10'000;

class CaseMaker {
public:
    CaseMaker(const pack::Pack& pack, const DeskState& unlocked) : pack_(pack), unlocked_(unlocked) {}

    [[nodiscard]] std::string word(std::string_view key) const { return pack_.words.text(key); }
    [[nodiscard]] std::vector<std::string> words(std::string_view key) const {
        std::vector<std::string> out;
        for (const auto& [name, rest] : sample_pairs(pack_, key))
            out.push_back(name);
        return out;
    }
    [[nodiscard]] DeskState play(DeskState state, std::initializer_list<DeskEvent> events) const {
        for (const DeskEvent& event : events)
            state = desk_update(std::move(state), event, unlocked_.now).state;
        return state;
    }
    // A paper as pixels: what is on it is for the paper's own pictures to show.
    [[nodiscard]] ShownPaper paper() const {
        ShownPaper out{"accepted", sample_pairs(pack_, "field.sample.papers_of_case")[2].second, {}, {}, {"judge"}, {}};
        out.pages.assign(2, sample_picture(SamplePicture::page));
        out.file = std::make_shared<const PdfFile>(base::Bytes{});
        return out;
    }
    // The yearly report, opened from today's list of the leader.
    [[nodiscard]] DeskState year_report() const {
        ShownPaper out = paper();
        out.id = flow::year_paper_id(2026);
        out.title = pack_.words.text("year.title", {{"year", "2026"}});
        out.empty = {"year.part.work", "year.part.problems", "year.part.next"};
        TaskRow row = task(0, flow::kYearTask, "", 3);
        return play(as("leader"), {TasksListed{{row}}, desk::PressedTask{0}, PaperMade{out}});
    }
    // The same laptop in the hands of somebody else.
    [[nodiscard]] DeskState as(std::string_view who) const {
        DeskState state = unlocked_;
        for (const auto& [name, person] : sample_pairs(pack_, "field.sample.people"))
            if (name == who) state.person = person;
        state.role = who.substr(0, who.find_first_of("0123456789"));
        state.place = DeskPlace::Today;
        if (!flow::reads_intake(state)) state.rows.clear();
        return play(std::move(state), {listed(40), TasksListed{}});
    }
    // As the worker tells it.
    [[nodiscard]] CasesListed listed(std::size_t count) const {
        CasesListed out{rows(count), nullptr};
        std::vector<cases::CaseWords> all;
        for (const CaseRow& row : out.rows)
            all.push_back(flow::words_of(row, word("field.status." + std::string(domain::id(row.status)))));
        cases::CaseIndex index(sample_readings(pack_));
        index.put(all);
        out.index = std::make_shared<const cases::CaseIndex>(std::move(index));
        return out;
    }
    [[nodiscard]] std::vector<CaseRow> rows(std::size_t count) const {
        constexpr std::array kStates{Status::Review,  Status::Received, Status::NeedMore, Status::FundIn,
                                     Status::Revisit, Status::Filed,    Status::Closed,   Status::DecidedGrant,
                                     Status::AskDept, Status::Paid,     Status::Withdrawn};
        const auto names = words("field.sample.names"), villages = words("field.sample.villages");
        const auto people = sample_pairs(pack_, "field.sample.people");
        const domain::Date today = domain::Date::in_china(unlocked_.now);
        std::vector<CaseRow> out(count);
        for (std::size_t i = 0; i < count; ++i) {
            CaseRow& row = out[i];
            for (std::size_t byte = 0; byte < row.id.bytes.size(); ++byte)
                row.id.bytes[byte] = static_cast<std::uint8_t>((i + 3) * 41 + byte * 97 + (i >> 8U) * (byte + 1));
            const std::size_t name = i % names.size();
            row.applicant = i == 4 ? word("field.sample.long_name") : names[name];
            row.village = i == 4 ? word("field.sample.long_village") : villages[(i * 7) % villages.size()];
            row.status = kStates[i % kStates.size()];
            row.handler = people[2 + i % 3].second;
            if (row.status >= Status::Filed && row.status != Status::Withdrawn) {
                row.number = word("field.sample.number");  // its last figure becomes this one's
                const std::size_t at = row.number.rfind('1');
                if (at != std::string::npos) row.number.replace(at, 1, std::to_string(i + 1));
            } else {
                row.receipt = "7K2M-9QXR-4HTD" + std::string(1, static_cast<char>('A' + i % 26));
            }
            if (row.status != Status::Closed && row.status != Status::Withdrawn)
                row.due = DueDay{today.plus_days(static_cast<std::int32_t>((i * 5) % 23) - 4), i % 9 == 5};
            row.changed = unlocked_.now + -static_cast<std::int64_t>(i) * 3'600'000;
            row.urgent = i % 13 == 2;
            row.contradicts = i % 17 == 3;
            if (row.status == Status::Closed) row.claim = domain::Fen{18'000'000};
            row.is_mine = true;
        }
        return out;
    }

    [[nodiscard]] TaskRow task(std::size_t i, std::string_view what, std::string_view act,
                               std::optional<std::int32_t> days) const {
        const CaseRow row = rows(i + 1)[i];
        TaskRow task;
        task.about = row.id;
        task.what = what;
        task.act = act;
        task.applicant = row.applicant;
        task.village = row.village;
        task.number = row.number;
        task.status = row.status;
        if (days) task.due = DueDay{domain::Date::in_china(unlocked_.now).plus_days(*days), false};
        if (days && *days < 0) task.days_over = -*days;
        return task;
    }
    [[nodiscard]] std::vector<TaskRow> judge_tasks() const {
        std::vector<TaskRow> tasks{task(0, "alert", "alert_handled", 0),
                                   task(4, "P7", "report_written", -2),
                                   task(2, "ballot", "ballot_opened", 0),
                                   task(5, "promise", "promise_confirmed", 3),
                                   task(8, "claimed", "promise_confirmed", 6),
                                   task(11, "P13", "referred", 38),
                                   task(13, "contradiction", "contradiction_settled", std::nullopt)};
        tasks[0].same_day = tasks[0].danger = true;
        tasks[5].due->about = true;
        return tasks;
    }
    [[nodiscard]] std::vector<TaskRow> caller_tasks() const {
        std::vector<TaskRow> tasks;
        for (std::size_t i = 0; i < 30; ++i) {
            TaskRow call = task(i,
                                i % 3 == 0   ? "R0"
                                : i % 3 == 1 ? "R1"
                                             : "again",
                                "revisit_made", static_cast<std::int32_t>(i) / 4 - 2);
            call.contact = sample_contact(pack_, i % 4);
            tasks.push_back(std::move(call));
        }
        tasks[0].same_day = true;
        return tasks;
    }
    [[nodiscard]] std::vector<TaskRow> leader_tasks() const {
        std::vector<TaskRow> tasks{task(3, "release", "pay_released", 0), task(5, "urgent", "urgent_approved", 1),
                                   task(7, "P7", "time_extended", -3), task(9, "promise", "promise_extended", -12)};
        const auto people = sample_pairs(pack_, "field.sample.people");
        for (std::size_t i = 2; i < 4; ++i) {
            tasks[i].escalated = true;
            tasks[i].owner = people[2].second;
        }
        tasks[3].owner.clear();
        tasks[3].offices = {cases::Role::Registrar, cases::Role::Judge, cases::Role::Caller};
        TaskRow year = task(0, flow::kYearTask, "", 6);
        year.applicant = pack_.court;
        year.village.clear();
        year.number.clear();
        year.contact = {};
        tasks.insert(tasks.begin() + 2, std::move(year));
        return tasks;
    }

    [[nodiscard]] DeskState opened(std::string_view who, const std::vector<std::string_view>& stories,
                                   std::string_view act = {}) const {
        auto view = std::make_shared<CaseView>(sample_case(pack_, stories, who, unlocked_.now));
        if (!act.empty()) {
            TaskRow own = task(0, act, act, 1);
            own.about = view->folded.id;
            view->tasks.push_back(std::move(own));
        }
        DeskState state = as(who);
        state.cases.wanted = view->folded.id;
        state.waiting = DeskWait::Case;
        return play(std::move(state), {CaseShown{view}});
    }
    [[nodiscard]] DeskState writing(DeskState state, std::string_view kind) const {
        const CaseView& view = *state.cases.view;
        for (const TaskRow& task : view.tasks)
            if (task.act == kind) return play(std::move(state), {ChoseAct{std::string(kind), fields_of(task)}});
        return play(std::move(state), {ChoseAct{std::string(kind), {}}});
    }

private:
    const pack::Pack& pack_;
    const DeskState& unlocked_;
};

void add_lists(const CaseMaker& make, std::vector<DeskSample>& out) {
    out.push_back({"field_today_judge", make.play(make.as("judge"), {TasksListed{make.judge_tasks()}})});
    out.push_back(
        {"field_today_caller", make.play(make.as("caller"), {TasksListed{make.caller_tasks()}, MovedChoice{1}})});
    out.push_back({"field_today_leader", make.play(make.as("leader"), {TasksListed{make.leader_tasks()}})});
    out.push_back({"field_year", make.year_report()});
    out.push_back({"field_year_sent", make.play(make.year_report(), {desk::PressedYearSent{}})});
    out.push_back({"field_today_member",
                   make.play(make.as("committee2"), {TasksListed{{make.task(0, "vote", "vote_cast", 2),
                                                                  make.task(5, "vote", "vote_cast", 4)}}})});
    out.push_back({"field_today_nothing", make.as("caller")});
    out.push_back(
        {"field_today_help", make.play(make.as("registrar"), {TasksListed{make.judge_tasks()}, desk::PressedHelp{}})});
    const DeskState cases = make.play(make.as("judge"), {WentTo{DeskPlace::Cases}});
    out.push_back({"field_cases", cases});
    out.push_back({"field_cases_found", make.play(cases, {TypedSearch{"stj"}})});
    out.push_back({"field_cases_none_found", make.play(cases, {TypedSearch{"zzz"}})});
    out.push_back(
        {"field_cases_stage", make.play(cases, {ChoseStage{cases::Stage::Review}, ChoseState{Status::Filed}})});
    out.push_back({"field_cases_claims", make.play(cases, {desk::ChoseClaims{}})});
    out.push_back({"field_cases_many", make.play(cases, {make.listed(kManyCases), MovedChoice{7'777}})});
    out.push_back({"field_cases_empty", make.play(cases, {CasesListed{}})});
}

base::Digest sample_digest(std::uint8_t number) {
    base::Digest digest;
    digest.bytes.fill(number);
    return digest;
}

void add_cases(const CaseMaker& make, std::vector<DeskSample>& out) {
    const DeskState review = make.opened("judge", {"review"}, "element_found");
    out.push_back({"field_case", review});
    DeskState fact = make.play(review, {MovedFact{2}});
    const auto& entries = fact.cases.view->folded.entries;
    out.push_back({"field_case_fact", make.play(fact, {PressedFact{entries[entries.size() - 3].id}})});
    out.push_back({"field_case_votes", make.play(review, {ChoseCaseTab{CaseTab::Votes}})});
    out.push_back({"field_case_members", make.play(review, {ChoseCaseTab{CaseTab::Members}})});
    out.push_back({"field_case_application", make.play(review, {ChoseCaseTab{CaseTab::Application}})});
    out.push_back({"field_case_papers", make.play(review, {ChoseCaseTab{CaseTab::Papers}})});
    const DeskState papers = make.play(review, {ChoseCaseTab{CaseTab::Papers}});
    out.push_back({"field_paper", make.play(papers, {PressedPaper{"accepted"}, PaperMade{make.paper()}})});
    out.push_back({"field_paper_help",
                   make.play(papers, {PressedPaper{"accepted"}, PaperMade{make.paper()}, desk::PressedHelp{}})});
    ShownPaper lacking = make.paper();
    lacking.lacking = {"U+2EBF0"};
    out.push_back(
        {"field_paper_lacking", make.play(papers, {PressedPaper{"accepted"}, PaperMade{std::move(lacking)}})});
    out.push_back(
        {"field_paper_saved", make.play(papers, {PressedPaper{"accepted"}, PaperMade{make.paper()}, PressedSavePaper{},
                                                 PaperOut{make.word("field.sample.paper_file")}})});
    out.push_back(
        {"field_paper_failed", make.play(papers, {PressedPaper{"accepted"}, PaperMade{make.paper()},
                                                  PressedPrintPaper{}, desk::PaperPrinted{"printer.paper_out"}})});
    auto with_pictures = std::make_shared<CaseView>(*review.cases.view);
    for (const char* kind : {"case_opened", "case_opened", "site_visited", "proof_added"})
        with_pictures->pictures.push_back({sample_digest(static_cast<std::uint8_t>(with_pictures->pictures.size() + 1)),
                                           kind, std::string_view(kind) != "proof_added"});
    out.push_back({"field_case_pictures",
                   make.play(review, {CaseShown{with_pictures}, ChoseCaseTab{CaseTab::Pictures},
                                      LoadedPicture{sample_digest(1), sample_picture(SamplePicture::page)},
                                      LoadedPicture{sample_digest(2), sample_picture(SamplePicture::lying)}})});
    out.push_back({"field_case_pictures_none", make.play(review, {ChoseCaseTab{CaseTab::Pictures}})});
    DeskState undo = review;
    undo.cases.undo =
        Undo{review.cases.view->folded.id, {}, "proof_added", undo.now + 4'000, review.cases.view->folded.applicant};
    out.push_back({"field_case_undo", undo});
    out.push_back({"field_case_help", make.play(review, {desk::PressedHelp{}})});
    out.push_back(
        {"field_case_contradiction", make.opened("leader", {"review", "contradiction"}, "contradiction_settled")});
    const DeskState paid = make.opened("registrar", {"review", "paid"}, "money_confirmed");
    out.push_back({"field_case_paid", paid});
    out.push_back({"field_case_money", make.play(paid, {ChoseCaseTab{CaseTab::Money}})});
    out.push_back({"field_case_promises", make.play(paid, {ChoseCaseTab{CaseTab::Help}})});
    out.push_back({"field_case_revisits", make.play(paid, {ChoseCaseTab{CaseTab::Revisits}})});
    out.push_back({"field_case_papers_none", [&] {
                       auto view = std::make_shared<CaseView>(*paid.cases.view);
                       view->papers.clear();
                       DeskState state = make.play(paid, {CaseShown{view}, ChoseCaseTab{CaseTab::Papers}});
                       state.cases.paper_problem = "paper.template";
                       return state;
                   }()});
}

// Pictures while a visit is written: in the form, before the camera, on a stick, and when there is none.
void add_pictures(const CaseMaker& make, const DeskState& visit, std::vector<DeskSample>& out) {
    const PixelsRef page = sample_picture(SamplePicture::page), lying = sample_picture(SamplePicture::lying);
    const DeskState camera = make.play(visit, {PressedAddPicture{"photos", PictureFrom::Camera}, SawSlip{lying}});
    out.push_back({"field_picture_camera", camera});
    const auto taken = [](std::uint8_t number, const PixelsRef& view) {
        return TookPicture{{sample_digest(number), std::make_shared<const PhotoFile>(base::Bytes{}), view}};
    };
    const DeskState one = make.play(camera, {desk::PressedShutter{}, taken(1, page)});
    const DeskState stick = make.play(one, {PressedAddPicture{"photos", PictureFrom::Stick},
                                            ListedPictures{{page, lying, nullptr, page, lying, page, page}}});
    out.push_back({"field_picture_stick", stick});
    const DeskState two = make.play(stick, {ChoseListed{1}, taken(2, lying)});
    DeskState statement = make.writing(make.play(two, {desk::PressedBack{}}), "statement_taken");
    statement.cases.picture_work = two.cases.picture_work;
    statement.cases.act->fields["photos"] = two.cases.act->fields.at("photos");
    out.push_back({"field_act_photos", statement});
    out.push_back({"field_act_photos_confirm",
                   make.play(two, {TypedField{"people", two.cases.view->folded.applicant}, AddedLine{"people"},
                                   TypedField{"statement", make.word("field.sample.reason")},
                                   SaidYes{"read_back", true}, PressedReadAct{}})});
    out.push_back({"field_picture_none",
                   make.play(one, {PressedAddPicture{"photos", PictureFrom::Stick}, PictureFailed{"stick.none"}})});
}

void add_acts(const CaseMaker& make, std::vector<DeskSample>& out) {
    const DeskState review = make.opened("judge", {"review"}, "element_found");
    const DeskState element = make.play(make.writing(review, "element_found"),
                                        {ToggledValue{"element", "loss"}, ToggledValue{"sure", "proven"}});
    out.push_back({"field_act", element});
    out.push_back({"field_act_missing", make.play(element, {PressedReadAct{}})});
    const DeskState full = make.play(element, {TypedField{"finding", make.word("field.sample.reason")}, ShowedMore{},
                                               TypedField{"on", "2026.11.20"}});
    out.push_back({"field_act_more", full});
    out.push_back({"field_act_goes_on", make.play(full, {desk::PressedBack{}, ChoseAct{"element_found"}})});
    const DeskState read = make.play(full, {PressedReadAct{}});
    out.push_back({"field_act_confirm", read});
    out.push_back({"field_act_refused", make.play(read, {PressedSignAct{}, ActRefused{"status"}})});
    out.push_back({"field_act_report", make.play(make.writing(review, "report_written"),
                                                 {ToggledValue{"proposal", "grant"},
                                                  TypedField{"amount", "4.8\xE4\xB8\x87"}, TypedField{"wage", "x"}})});
    out.push_back({"field_act_visit", make.play(make.writing(review, "site_visited"),
                                                {TypedField{"statement", make.word("field.sample.reason")}})});
    add_pictures(
        make,
        make.play(make.writing(review, "site_visited"), {TypedField{"place", make.word("field.sample.long_village")}}),
        out);
    out.push_back({"field_act_correct", make.writing(review, "corrected")});
    const DeskState member = make.opened("committee2", {"review"}, "vote_cast");
    out.push_back({"field_act_vote", make.play(make.writing(member, "vote_cast"),
                                               {ToggledValue{"choice", "grant"}, TypedField{"amount", "45000"}})});
    const DeskState registrar = make.opened("registrar", {"review"}, "left");
    out.push_back({"field_act_people", make.writing(registrar, "joined")});
    const DeskState came =
        make.writing(make.opened("caller", {"review", "paid"}, "money_confirmed"), "money_confirmed");
    out.push_back({"field_act_money_came", came});
    const DeskState account =
        make.play(make.writing(make.opened("registrar", {"review"}, "account_given"), "account_given"),
                  {ToggledValue{"kind", "card"}, TypedField{"account_number", "9999990000000000022"}});
    out.push_back({"field_act_account", account});
    out.push_back({"field_act_account_confirm", make.play(account, {SaidYes{"read_back", true}, PressedReadAct{}})});
    const DeskState help = make.opened("judge", {"review", "paid"}, "referred");
    out.push_back({"field_act_refer", make.play(make.writing(help, "referred"), {TypedField{"item", "N06"}})});
    out.push_back({"field_act_consent", make.writing(help, "consent_given")});
    const DeskState caller = make.opened("caller", {"review", "paid"}, "revisit_made");
    out.push_back({"field_act_revisit", make.play(make.writing(caller, "revisit_made"),
                                                  {TypedField{"plan", "R0"}, ToggledValue{"way", "phone"},
                                                   ToggledValue{"scores", "food:2"}})});
    out.push_back({"field_act_tried", make.writing(caller, "revisit_tried")});
    out.push_back({"field_act_open", make.play(make.as("registrar"), {PressedNewCase{}})});
    const DeskState settle = make.opened("leader", {"review", "contradiction"}, "contradiction_settled");
    out.push_back({"field_act_settle", make.writing(settle, "contradiction_settled")});
}

}  // namespace

void add_case_samples(const pack::Pack& pack, const DeskState& unlocked, std::vector<DeskSample>& out) {
    const CaseMaker make(pack, unlocked);
    add_lists(make, out);
    add_cases(make, out);
    add_acts(make, out);
    add_lead_samples(pack, make.as("judge"), out);
    add_help_samples(pack, make.opened("judge", {"review", "paid", "modules"}), out);
}

}  // namespace courtyard::screens
