#include "app/flow/desk_state.hpp"

#include <algorithm>

namespace courtyard::flow {

namespace {

using Status = domain::ApplicationStatus;

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' || c == '-') continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

bool matches(const InboxRow& row, const std::string& wanted) {
    for (const std::string_view text : {std::string_view(row.name), std::string_view(row.number), std::string_view(row.site)}) {
        if (folded(text).find(wanted) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

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

std::vector<std::size_t> shown_rows(const DeskState& state) {
    const std::string wanted = folded(state.search);
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < state.rows.size(); ++i) {
        const InboxRow& row = state.rows[i];
        if (state.filter != InboxFilter::All && filter_of(row.status) != state.filter) continue;
        if (!wanted.empty() && !matches(row, wanted)) continue;
        shown.push_back(i);
    }
    return shown;
}

std::vector<Status> answers_that_may_follow(Status status) {
    std::vector<Status> answers;
    const Status from = status < Status::Received && status != Status::Withdrawn ? Status::Synced : status;
    std::copy_if(kDeskAnswers.begin(), kDeskAnswers.end(), std::back_inserter(answers),
                 [from](Status answer) { return answer != from && domain::may_reach(from, answer); });
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

std::optional<std::string> draft_problem(const AnswerDraft& draft) {
    switch (draft.status) {
        case Status::NeedMore:
            if (draft.papers.empty() && draft.text.empty()) return "desk.draft.which_papers";
            break;
        case Status::Filed:
            if (draft.number.empty()) return "desk.draft.number";
            break;
        case Status::NotFiled:
            if (draft.text.empty()) return "desk.draft.reasons";
            break;
        default: break;
    }
    if (draft.text.size() > kDeskTextMax * 4 || draft.number.size() > kDeskTextMax) return "desk.draft.too_long";
    return std::nullopt;
}

}  // namespace courtyard::flow
