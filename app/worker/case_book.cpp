#include "app/worker/case_book.hpp"

#include <set>

#include "app/worker/case_readings.hpp"

namespace courtyard::worker {

namespace {

constexpr std::size_t kSpellingsMax = 8;

// A blank parts the ways to say a name: nobody types one into a search that takes blanks out.
std::string joined(const std::vector<std::string>& ways) {
    std::string out;
    for (const std::string& way : ways)
        out += (out.empty() ? "" : " ") + way;
    return out;
}

}  // namespace

// Without the table, a laptop finds names by their characters alone; that it is missing is for the doctor to say.
void CaseBook::begin_anew(const Ground& ground) {
    if (!ground_ || ground_->pack != ground.pack) {
        auto readings = shipped_readings(machine_.pack().typing);
        readings_ = readings ? std::move(*readings) : [](char32_t) { return std::vector<std::string>{}; };
    }
    ground_ = ground;
    lines_.clear();
    index_.emplace(readings_);
}

std::string CaseBook::state_words(cases::Status status) const {
    const std::string key = "field.status." + std::string(domain::id(status));
    return machine_.pack().words.has(key) ? machine_.pack().words.text(key) : std::string(domain::id(status));
}

CaseBook::Line CaseBook::line_of(const KnownCase& known, const cases::AidCase& folded) const {
    Line line;
    line.key = known.key;
    line.row = row_of(machine_, folded, ground_->day);
    const cases::SoundedText name(folded.applicant, readings_);
    line.row.pinyin = joined(name.spellings(kSpellingsMax));
    line.row.initials = joined(name.initials(kSpellingsMax));
    line.shown = task_case(folded);
    line.tasks = own_tasks(machine_, folded, ground_->day);
    return line;
}

std::vector<KnownCase> CaseBook::changed_among(const std::vector<KnownCase>& known) const {
    std::vector<KnownCase> changed;
    for (const KnownCase& each : known) {
        const auto line = lines_.find(each.id);
        if (line == lines_.end() || line->second.key != each.key) changed.push_back(each);
    }
    return changed;
}

bool CaseBook::leave_only(const std::vector<KnownCase>& known) {
    std::set<cases::CaseId> there;
    for (const KnownCase& each : known)
        there.insert(each.id);
    return std::erase_if(lines_, [&](const auto& line) {
               const bool is_gone = !there.contains(line.first);
               if (is_gone) index_->remove(line.first);
               return is_gone;
           }) > 0;
}

base::Result<bool> CaseBook::renew(base::Instant now) {
    const std::vector<KnownCase> known = TRY(known_cases(machine_));
    const Ground ground{domain::Date::in_china(now), machine_.shared_pack(), machine_.roster_version()};
    const bool begins = ground_ != ground;
    if (begins) begin_anew(ground);
    const bool lost = leave_only(known);
    std::vector<cases::CaseWords> words;
    const auto read = read_cases(machine_, changed_among(known), [&](const KnownCase& each, cases::AidCase&& folded) {
        lines_[each.id] = line_of(each, folded);
        words.push_back({each.id, folded.applicant, folded.number, folded.receipt, folded.village,
                         state_words(folded.status), folded.status});
    });
    if (!read) {
        begin_anew(ground);
        return tl::unexpected(read.error());
    }
    index_->put(words);
    return begins || lost || !words.empty();
}

std::vector<flow::CaseRow> CaseBook::find(const cases::CaseQuery& query) const {
    std::vector<flow::CaseRow> rows;
    if (!index_) return rows;
    for (const cases::CaseId& id : index_->find(query))
        rows.push_back(lines_.at(id).row);
    return rows;
}

std::vector<flow::CaseRow> CaseBook::rows() const { return find({}); }

std::vector<flow::TaskRow> CaseBook::tasks() const {
    std::vector<cases::Task> all;
    for (const auto& [id, line] : lines_)
        all.insert(all.end(), line.tasks.begin(), line.tasks.end());
    const auto about = [this](const cases::CaseId& id) { return &lines_.at(id).shown; };
    return task_rows(machine_, all, about, ground_ ? ground_->day : domain::Date{});
}

}  // namespace courtyard::worker
