#include "app/flow/desk_state.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "app/cases/task_list.hpp"
#include "app/domain/case_number.hpp"
#include "app/domain/text.hpp"
#include "app/flow/text_edit.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::flow {

namespace {

using Status = domain::ApplicationStatus;

// Of a case number, as far as a draft is judged: which year it is, whoever signs looks at.
constexpr int kYearMax = 9999;

bool says_nothing(std::string_view text) { return domain::trim(text).empty(); }

}  // namespace

bool reads_intake(const DeskState& state) { return state.role == "registrar" || state.role == "judge"; }

InboxFilter filter_of(Status status) {
    if (status < Status::Received) return status == Status::Withdrawn ? InboxFilter::Ended : InboxFilter::Unanswered;
    switch (status) {
        case Status::Received:
        case Status::AskDept:
        case Status::NeedMore:
        case Status::ToFiling: return InboxFilter::InWork;
        default: return InboxFilter::Ended;
    }
}

std::string plain_receipt(std::string_view number) {
    std::string out;
    std::copy_if(number.begin(), number.end(), std::back_inserter(out), [](char c) { return c != '-' && c != ' '; });
    return out;
}

Status shown_status(const InboxRow& row) { return row.of_case ? row.of_case->status : row.status; }

InboxFilter filter_of(const InboxRow& row) {
    if (!row.of_case) return filter_of(row.status);
    const bool is_over = cases::is_at_end(row.of_case->status) || row.of_case->status == Status::NotFiled;
    return is_over ? InboxFilter::Ended : InboxFilter::InWork;
}

void wipe(AnswerDraft& draft) noexcept {
    base::wipe(draft.number);
    base::wipe(draft.text);
    for (std::string& paper : draft.papers)
        base::wipe(paper);
    draft = {};
}

void wipe(ApplicationSheet& sheet) noexcept {
    domain::wipe(sheet.application);
    for (std::string* text : {&sheet.row.name, &sheet.row.number, &sheet.helper})
        base::wipe(*text);
    for (HistoryLine& line : sheet.history)
        base::wipe(line.text);
    sheet = {};
}

std::vector<std::size_t> shown_rows(const DeskState& state) {
    std::vector<std::size_t> shown;
    for (const std::size_t i : state.found)
        if (i < state.rows.size() && (state.filter == InboxFilter::All || filter_of(state.rows[i]) == state.filter))
            shown.push_back(i);
    return shown;
}

std::array<std::size_t, kInboxFilters.size()> inbox_counts(const DeskState& state) {
    std::array<std::size_t, kInboxFilters.size()> counts{};
    for (const InboxRow& row : state.rows)
        ++counts[static_cast<std::size_t>(filter_of(row))];
    counts[static_cast<std::size_t>(InboxFilter::All)] = state.rows.size();
    return counts;
}

namespace {

// Receipts of the cases that are known here.
std::set<std::string> opened_receipts(const DeskState& state) {
    std::set<std::string> opened;
    for (const CaseRow& row : state.cases.rows)
        if (!row.receipt.empty()) opened.insert(plain_receipt(row.receipt));
    return opened;
}

}  // namespace

std::vector<std::size_t> answered_without_case(const DeskState& state) {
    if (!state.cases.listed) return {};  // nobody knows yet
    const std::set<std::string> opened = opened_receipts(state);
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < state.rows.size(); ++i) {
        const InboxRow& row = state.rows[i];
        const bool goes_on = filter_of(row.status) == InboxFilter::InWork || row.status == Status::Filed;
        if (goes_on && row.problem.empty() && !opened.contains(plain_receipt(row.number))) out.push_back(i);
    }
    return out;
}

const CaseRow* case_of_sheet(const DeskState& state) {
    if (!state.sheet || state.sheet->row.number.empty()) return nullptr;
    const std::string number = plain_receipt(state.sheet->row.number);
    const auto& rows = state.cases.rows;
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const CaseRow& row) { return plain_receipt(row.receipt) == number; });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<Status> answers_of_sheet(const DeskState& state) {
    if (!state.sheet || case_of_sheet(state) != nullptr) return {};
    return answers_that_may_follow(state.sheet->row.status);
}

bool opens_case_first(const DeskState& state) {
    if (!state.sheet || !reads_intake(state) || !state.sheet->row.problem.empty()) return false;
    const InboxRow& row = state.sheet->row;
    const bool goes_on = filter_of(row.status) != InboxFilter::Ended || row.status == Status::Filed;
    return goes_on && !opened_receipts(state).contains(plain_receipt(row.number));
}

bool is_about_to_lock(const DeskState& state) {
    return state.place != DeskPlace::Unlock && state.now - state.last_touch >= kDeskLockMs - kDeskLockWarnMs;
}

std::optional<base::Instant> next_deadline(const DeskState& state) {
    if (state.place == DeskPlace::Unlock) return std::nullopt;
    const base::Instant lock =
        state.last_touch + (is_about_to_lock(state) ? kDeskLockMs : kDeskLockMs - kDeskLockWarnMs);
    base::Instant next = lock;
    for (const auto* said : {&state.cases.undo, &state.cases.undone})
        if (*said) next = std::min(next, (*said)->until);
    return next;
}

bool takes_back_here(const DeskState& state) {
    switch (state.place) {
        case DeskPlace::Unlock:
        case DeskPlace::Act:
        case DeskPlace::ActPicture:
        case DeskPlace::ActConfirm:
        case DeskPlace::Answer:
        case DeskPlace::Confirm: return false;
        default: return true;
    }
}

bool may_step(Status from, Status to) {
    if (from == Status::NeedMore && (to == Status::AskDept || to == Status::NotFiled)) return true;
    return domain::may_follow(from, to);
}

std::vector<Status> answers_that_may_follow(Status status) {
    std::vector<Status> answers;
    const Status from = status < Status::Received && status != Status::Withdrawn ? Status::Synced : status;
    std::copy_if(kDeskAnswers.begin(), kDeskAnswers.end(), std::back_inserter(answers), [from](Status answer) {
        return answer != from && (domain::may_reach(from, answer) || may_step(from, answer));
    });
    return answers;
}

std::optional<Status> usual_next_answer(Status status) {
    const std::vector<Status> answers = answers_that_may_follow(status);
    if (answers.empty()) return std::nullopt;
    if (status == Status::AskDept || status == Status::NeedMore || status == Status::ToFiling) {
        if (std::find(answers.begin(), answers.end(), Status::Filed) != answers.end()) return Status::Filed;
    }
    return answers.front();
}

AnswerDraft as_signed(const AnswerDraft& draft) {
    AnswerDraft out;
    out.status = draft.status;
    if (draft.status == Status::NeedMore) out.papers = draft.papers;
    if (draft.status == Status::Filed) out.number = domain::trim(draft.number);
    out.text = domain::trim(draft.text);
    return out;
}

std::optional<std::string> draft_problem(const AnswerDraft& draft) {
    switch (draft.status) {
        case Status::NeedMore:
            if (draft.papers.empty()) return "desk.draft.which_papers";
            break;
        case Status::Filed:
            if (!domain::CaseNumber::parse(draft.number, kYearMax)) return "desk.draft.number";
            break;
        case Status::NotFiled:
            if (says_nothing(draft.text)) return "desk.draft.reasons";
            break;
        default: break;
    }
    if (characters(draft.text) > kDeskTextMax || characters(draft.number) > kDeskLineMax) return "desk.draft.too_long";
    return std::nullopt;
}

}  // namespace courtyard::flow
