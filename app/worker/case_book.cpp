#include "app/worker/case_book.hpp"

#include <algorithm>
#include <set>

#include "app/cases/task_list.hpp"
#include "app/domain/double_aid.hpp"
#include "app/flow/case_desk.hpp"
#include "app/flow/row_search.hpp"
#include "app/worker/case_readings.hpp"
#include "app/worker/clock_watch.hpp"
#include "app/worker/year_report.hpp"

namespace courtyard::worker {

namespace {

// Beside the tasks of cases, to be put in order with them.
cases::Task task_of(const LeadEntry& entry, domain::Date today) {
    cases::Task task;
    task.about = entry.view.lead.id;
    task.rule = entry.task->code;
    task.roles = entry.task->who;
    task.due = domain::Due{entry.task->due, false};
    task.overdue = entry.task->due < today;
    return task;
}

// On the list of a leader, who reads no leads and sees to it that somebody does.
cases::Task task_of(const store::LateLead& late) {
    cases::Task task;
    task.about = late.lead;
    task.rule = late.task;
    task.roles = {cases::Role::Leader};
    task.due = domain::Due{*late.due, false};
    task.overdue = true;
    task.escalated = true;
    task.owed_by = cases::who_does_lead(late.task);
    return task;
}

TaskCase told_of(std::string name, std::string village, std::string source) {
    TaskCase told;
    told.applicant = std::move(name);
    told.village = std::move(village);
    told.source = std::move(source);
    told.is_lead = true;
    return told;
}

}  // namespace

// Without the table, a laptop finds names by their characters alone, and says so where people search.
const cases::Readings& CaseBook::readings() {
    if (readings_ && readings_for_ == machine_.shared_pack()) return readings_;
    auto shipped = shipped_readings(machine_.pack().typing);
    finds_by_sound_ = shipped.has_value();
    readings_ = shipped ? std::move(*shipped) : [](char32_t) { return std::vector<std::string>{}; };
    readings_for_ = machine_.shared_pack();
    return readings_;
}

void CaseBook::begin_anew(const Ground& ground) {
    ground_ = ground;
    seen_.reset();
    lines_.clear();
    index_.emplace(readings());
}

std::string CaseBook::word_or(const std::string& key, std::string_view otherwise) const {
    return machine_.pack().words.has(key) ? machine_.pack().words.text(key) : std::string(otherwise);
}

std::string CaseBook::state_words(cases::Status status) const {
    return word_or("field.status." + std::string(domain::id(status)), domain::id(status));
}

std::shared_ptr<const cases::CaseIndex> CaseBook::index_of(std::span<const flow::InboxRow> rows) {
    std::vector<cases::CaseWords> words;
    for (const flow::InboxRow& row : rows) {
        const bool opens = row.problem.empty();
        std::string also = opens ? other_state_words(row.status) : std::string();
        if (row.urgent) also += " " + word_or("field.urgent", "");
        if (row.from_slip) also += " " + word_or("field.from_slip", "");
        words.push_back(flow::words_of(row, opens ? state_words(row.status) : word_or("field.unopened", ""), also));
    }
    cases::CaseIndex index(readings());
    index.put(words);
    return std::make_shared<const cases::CaseIndex>(std::move(index));
}

std::shared_ptr<const cases::CaseIndex> CaseBook::index_of(std::span<const flow::LeadRow> rows) {
    std::vector<cases::CaseWords> words;
    for (const flow::LeadRow& row : rows) {
        const std::string state(cases::kLeadStateNames[static_cast<std::size_t>(row.view.state)]);
        words.push_back(flow::words_of(row, word_or("field.lead.state." + state, state), state));
    }
    cases::CaseIndex index(readings());
    index.put(words);
    return std::make_shared<const cases::CaseIndex>(std::move(index));
}

// Its id, as lists by courtyardctl say it, and the words that people use for it besides.
std::string CaseBook::other_state_words(cases::Status status) const {
    const std::string id(domain::id(status)), key = "field.status_also." + id;
    return machine_.pack().words.has(key) ? id + " " + machine_.pack().words.text(key) : id;
}

CaseBook::Line CaseBook::line_of(const KnownCase& known, const cases::AidCase& folded) const {
    const std::optional<TrueDays> days = true_days(machine_, folded).value_or(std::nullopt);
    Line line;
    line.key = known.key;
    line.row = row_of(machine_, days ? days->by_days : folded, ground_->day);
    line.shown = task_case(folded);
    line.original_case = folded.original_case;
    if (!folded.number.empty()) line.number = domain::same_case_text(folded.number).value_or(folded.number);
    line.came = folded.received_on;
    line.tasks = own_tasks(machine_, folded, ground_->day, days);
    // Where urgent aid was paid a case ends with a decision.
    line.may_withdraw = cases::find_act("withdrawn")->in.has(folded.status) && folded.ledger.urgent_paid().value == 0;
    line.of_same_lead = folded.inquiry.of_same_lead;
    return line;
}

base::Result<std::vector<KnownCase>> CaseBook::changed_since(std::int64_t number, bool& lost) {
    const std::vector<cases::CaseId> ids = TRY(machine_.store().case_changes.since(number));
    std::vector<KnownCase> known = TRY(known_cases(machine_, ids));
    std::set<cases::CaseId> there;
    for (const KnownCase& each : known)
        there.insert(each.id);
    for (const cases::CaseId& id : ids) {
        if (there.contains(id) || lines_.erase(id) == 0) continue;
        index_->remove(id);
        lost = true;
    }
    std::erase_if(known, [this](const KnownCase& each) {
        const auto line = lines_.find(each.id);
        return line != lines_.end() && line->second.key == each.key;
    });
    return known;
}

base::Result<bool> CaseBook::renew(base::Instant now) {
    TRY(must_have_cases(machine_));
    const Ground ground{domain::Date::in_china(now), machine_.shared_pack(), machine_.roster_version()};
    const bool begins = ground_ != ground || !seen_;
    if (begins) begin_anew(ground);
    const std::int64_t last = TRY(machine_.store().case_changes.last());
    bool lost = false;
    const std::vector<KnownCase> known = begins ? TRY(known_cases(machine_)) : TRY(changed_since(*seen_, lost));
    std::vector<cases::CaseWords> words;
    const auto read = read_cases(machine_, known, [&](const KnownCase& each, cases::AidCase&& folded) {
        const Line& line = lines_[each.id] = line_of(each, folded);
        std::string also = other_state_words(folded.status);
        if (line.row.claim) also += " " + word_or("field.special_claim", "");
        words.push_back(flow::words_of(line.row, state_words(folded.status), also));
    });
    if (!read) {
        begin_anew(ground);
        return tl::unexpected(read.error());
    }
    index_->put(words);
    seen_ = last;
    TRY(renew_year_task());
    std::vector<store::LateLead> late = TRY(late_leads(machine_));
    const bool other_leads = late != late_leads_;
    late_leads_ = std::move(late);
    return begins || lost || other_leads || !words.empty();
}

base::Result<void> CaseBook::renew_year_task() {
    std::optional<domain::Date> first;
    for (const auto& [id, line] : lines_)
        if (!first || line.came < *first) first = line.came;
    year_task_ = TRY(year_task(machine_, first, ground_->day));
    return {};
}

std::vector<flow::CaseRow> CaseBook::find(const cases::CaseQuery& query) const {
    std::vector<flow::CaseRow> rows;
    if (!index_) return rows;
    for (const cases::CaseId& id : index_->find(query))
        rows.push_back(lines_.at(id).row);
    return rows;
}

std::vector<flow::CaseRow> CaseBook::rows() const { return find({}); }

std::shared_ptr<const cases::CaseIndex> CaseBook::index() const {
    return index_ ? std::make_shared<const cases::CaseIndex>(*index_) : nullptr;
}

std::vector<flow::LeadCase> CaseBook::of_lead(const cases::Lead& lead) const {
    std::vector<flow::LeadCase> out;
    for (const auto& [id, line] : lines_) {
        const auto why = cases::match_of(lead, line.row.applicant, line.row.village, line.original_case);
        if (!why.empty()) out.push_back({id, std::string(why), line.row.applicant, line.row.number});
    }
    return out;
}

cases::Task CaseBook::shared_number_task(const cases::CaseId& about) {
    cases::Task task;
    task.about = about;
    task.act = "details_corrected";
    task.rule = "same_number";
    task.roles = {cases::Role::Registrar};
    task.same_day = true;  // before a paper goes out under it
    return task;
}

void CaseBook::tell_shared_number(flow::CaseView& view) const {
    const auto own = lines_.find(view.folded.id);
    if (own == lines_.end() || own->second.number.empty()) return;
    for (const auto& [id, line] : lines_)
        if (id != own->first && line.number == own->second.number)
            view.number_shared.push_back({id, line.row.applicant, line.row.status});
    if (view.number_shared.empty() || !own->second.row.is_mine) return;
    const auto about = [&](const cases::CaseId&) { return &own->second.shown; };
    std::vector<flow::TaskRow> rows =
        task_rows(machine_, {shared_number_task(own->first)}, about, ground_ ? ground_->day : domain::Date{});
    for (flow::TaskRow& row : rows)
        row.contact = view.contact;
    view.tasks.insert(view.tasks.begin(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
}

std::vector<cases::Task> CaseBook::shared_number_tasks() const {
    std::map<std::string_view, int> count;
    for (const auto& [id, line] : lines_)
        if (!line.number.empty()) ++count[line.number];
    std::vector<cases::Task> out;
    for (const auto& [id, line] : lines_) {
        if (line.number.empty() || count[line.number] < 2 || !line.row.is_mine) continue;
        out.push_back(shared_number_task(id));
    }
    return out;
}

std::vector<cases::CaseId> CaseBook::of_one_lead(const cases::LeadView& lead) const {
    std::set<cases::CaseId> open;
    for (const cases::LeadStep& step : lead.steps) {
        const bool counts = std::find(lead.taken_back.begin(), lead.taken_back.end(), step.id) == lead.taken_back.end();
        if (!counts || !step.application) continue;
        const auto line = lines_.find(*step.application);
        if (line != lines_.end() && !cases::is_at_end(line->second.row.status)) open.insert(line->first);
    }
    if (open.size() < 2) return {};
    return {open.begin(), open.end()};
}

std::optional<cases::Task> CaseBook::same_lead_task(std::span<const cases::CaseId> all,
                                                    const cases::CaseId& about) const {
    const Line& own = lines_.at(about);
    if (!own.row.is_mine) return std::nullopt;
    const auto may_withdraw = [this](const cases::CaseId& each) { return lines_.at(each).may_withdraw; };
    cases::Task task;
    task.about = about;
    task.act = "withdrawn";
    task.rule = "same_lead";
    task.roles = {cases::Role::Registrar};
    task.same_day = true;  // before both go on and the person is helped twice
    if (own.may_withdraw) return task;
    if (std::any_of(all.begin(), all.end(), may_withdraw)) return std::nullopt;
    const auto names = [this](const cases::CaseId& one, const cases::CaseId& other) {
        const std::vector<cases::CaseId>& named = lines_.at(one).of_same_lead;
        return std::find(named.begin(), named.end(), other) != named.end();
    };
    const auto open = std::find_if(all.begin(), all.end(), [&](const cases::CaseId& each) {
        return each != about && !names(about, each) && !names(each, about);
    });
    if (open == all.end()) return std::nullopt;
    task.act = "remarked";
    task.rule = "same_lead_stays";
    task.on = *open;
    return task;
}

void CaseBook::tell_same_lead(flow::CaseView& view, std::span<const LeadEntry> leads) const {
    const auto own = lines_.find(view.folded.id);
    if (own == lines_.end() || !own->second.row.is_mine) return;
    const auto about = [&](const cases::CaseId&) { return &own->second.shown; };
    for (const LeadEntry& entry : leads) {
        const std::vector<cases::CaseId> all = of_one_lead(entry.view);
        if (std::find(all.begin(), all.end(), own->first) == all.end()) continue;
        const auto task = same_lead_task(all, own->first);
        if (!task) continue;
        std::vector<flow::TaskRow> rows = task_rows(machine_, {*task}, about, ground_ ? ground_->day : domain::Date{});
        for (flow::TaskRow& row : rows)
            row.contact = view.contact;
        view.tasks.insert(view.tasks.begin(), std::make_move_iterator(rows.begin()),
                          std::make_move_iterator(rows.end()));
        return;
    }
}

std::optional<flow::LeadCase> CaseBook::applied_by(const base::RecordId& id) const {
    const auto line = lines_.find(id);
    if (line == lines_.end()) return std::nullopt;
    return flow::LeadCase{id, "applied", line->second.row.applicant, line->second.row.number};
}

std::vector<flow::TaskRow> CaseBook::tasks(std::span<const LeadEntry> leads) const {
    std::vector<cases::Task> all;
    std::map<base::RecordId, TaskCase> told;
    for (const LeadEntry& entry : leads) {
        const std::vector<cases::CaseId> together = of_one_lead(entry.view);
        for (const cases::CaseId& each : together)
            if (auto task = same_lead_task(together, each)) all.push_back(std::move(*task));
        if (!entry.task) continue;
        all.push_back(task_of(entry, ground_ ? ground_->day : domain::Date{}));
        told[entry.view.lead.id] = told_of(entry.view.lead.name, entry.view.lead.village, entry.source);
    }
    for (const store::LateLead& late : late_leads_) {
        all.push_back(task_of(late));
        told[late.lead] = told_of(late.name, {}, late.source);
    }
    for (const auto& [id, line] : lines_)
        all.insert(all.end(), line.tasks.begin(), line.tasks.end());
    const std::vector<cases::Task> shared = shared_number_tasks();
    all.insert(all.end(), shared.begin(), shared.end());
    if (year_task_) {
        all.push_back(*year_task_);
        told[year_task_->about].applicant = machine_.pack().court;
    }
    const auto about = [&](const cases::CaseId& id) {
        const auto lead = told.find(id);
        return lead == told.end() ? &lines_.at(id).shown : &lead->second;
    };
    return task_rows(machine_, all, about, ground_ ? ground_->day : domain::Date{});
}

}  // namespace courtyard::worker
