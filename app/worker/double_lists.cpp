#include "app/worker/double_lists.hpp"

#include <algorithm>
#include <map>
#include <system_error>

#include "app/cases/task_list.hpp"
#include "app/worker/aided_pairs.hpp"
#include "app/worker/case_folding.hpp"
#include "app/worker/county_key.hpp"
#include "app/worker/doubles.hpp"
#include "app/worker/letters.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesMax = 64;

// The same for every list of this court, so that a stick holds its newest alone; it tells nobody's name.
std::string file_name(const Machine& machine) {
    const std::string mark = seal::sha256(base::as_bytes(machine.config().court_name)).text().substr(0, 8);
    return "courtyard-doubles-" + mark + kTokenListExtension;
}

struct KnownPlace {
    std::string where;
    flow::OtherCase other;
};

}  // namespace

// As the cases are called now: a name or a number that was written wrong when somebody asked is set right here, too.
base::Result<std::vector<flow::DoubleRow>> open_doubles(Machine& machine) {
    TRY(must_read_intake(machine));
    std::vector<flow::DoubleRow> rows;
    std::vector<std::string> tokens;  // of each row: of a question about another case of this court, its id
    std::map<std::string, KnownPlace, std::less<>> places;
    const std::vector<KnownCase> known = TRY(known_cases(machine));
    TRY(read_cases(machine, known, [&](const KnownCase&, cases::AidCase&& folded) {
        places.emplace(folded.id.text(), KnownPlace{case_place(machine, folded),
                                                    {folded.id, folded.applicant, folded.number, folded.status}});
        if (cases::is_at_end(folded.status)) return;
        const KnownApplicants own = known_applicants(folded);
        for (const auto& each : folded.inquiry.doubles) {
            if (each.answered_by) continue;
            flow::DoubleRow row{folded.id, folded.applicant, each.where, {}, folded.number};
            for (const std::string& who : each.who)
                row.who.push_back(who_now(own, who));
            rows.push_back(std::move(row));
            tokens.push_back(each.token);
        }
    }));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto there = places.find(tokens[i]);
        if (there == places.end()) continue;
        rows[i].where = there->second.where;
        rows[i].other = there->second.other;
    }
    const auto place = [](const flow::DoubleRow& row) { return std::tie(row.where, row.applicant, row.about); };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    return rows;
}

namespace {

base::Result<void> look(Machine& machine, flow::DoublesView& view) {
    view.has_key = TRY(county_key(machine)).has_value();
    view.lists.clear();
    for (TakenList& list : TRY(held_lists(machine)))
        view.lists.push_back({std::move(list.where), list.made});
    view.open = TRY(open_doubles(machine));
    return {};
}

flow::DoublesView finish(Machine& machine, flow::DoublesView view, const base::Result<void>& done) {
    if (!done) view.problem = done.error().code;
    if (!done) view.done = flow::DoublesView::Done::Nothing;
    const auto looked = look(machine, view);
    if (!looked && view.problem.empty()) view.problem = looked.error().code;
    return view;
}

std::vector<fs::path> lists_on(const std::vector<fs::path>& sticks) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::path& stick : sticks)
        for (fs::directory_iterator at(stick, error), end; !error && at != end; at.increment(error))
            if (at->path().extension() == kTokenListExtension && files.size() < kFilesMax) files.push_back(at->path());
    std::sort(files.begin(), files.end());
    return files;
}

base::Result<void> write(Machine& machine, const std::vector<fs::path>& sticks, base::Instant now, base::Random& random,
                         flow::DoublesView& view) {
    base::Error why{"paper.no_stick", "no stick is plugged in"};
    for (const fs::path& stick : sticks) {
        const fs::path file = stick / file_name(machine);
        const auto count = export_tokens(machine, file, now, random);
        if (!count) {
            why = count.error();
            continue;
        }
        view.done = flow::DoublesView::Done::Written;
        view.file = file.filename().string();
        view.count = *count;
        return {};
    }
    return tl::unexpected(why);
}

base::Result<void> take(Machine& machine, const std::vector<fs::path>& sticks, base::Instant now, base::Random& random,
                        flow::DoublesView& view) {
    if (sticks.empty()) return base::fail("paper.no_stick", "no stick is plugged in");
    base::Error why{"tokens.none", "no list of another office lies on the stick"};
    for (const fs::path& file : lists_on(sticks)) {
        const auto taken = import_tokens(machine, file);
        if (taken)
            view.taken.push_back(taken->where);
        else if (taken.error().code != "tokens.own")
            why = taken.error();
    }
    if (view.taken.empty()) return tl::unexpected(why);
    view.done = flow::DoublesView::Done::Taken;
    view.count = TRY(check_tokens(machine, now, random)).size();
    return {};
}

}  // namespace

flow::DoublesView doubles_view(Machine& machine) { return finish(machine, {}, {}); }

flow::DoublesView write_token_list(Machine& machine, const std::vector<fs::path>& sticks, base::Instant now,
                                   base::Random& random) {
    flow::DoublesView view;
    const auto done = write(machine, sticks, now, random, view);
    return finish(machine, std::move(view), done);
}

flow::DoublesView take_token_lists(Machine& machine, const std::vector<fs::path>& sticks, base::Instant now,
                                   base::Random& random) {
    flow::DoublesView view;
    const auto done = take(machine, sticks, now, random, view);
    return finish(machine, std::move(view), done);
}

}  // namespace courtyard::worker
