// What must be true at the end of a story, on every laptop and on the slip.
#include <doctest/doctest.h>

#include "app/cases/balance.hpp"
#include "app/cases/deadlines.hpp"
#include "app/cases/tasks.hpp"
#include "app/domain/money.hpp"
#include "app/worker/case_pictures.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/progress.hpp"
#include "sync/seal/hash.hpp"
#include "tests/stories/story_player.hpp"

namespace courtyard::test {

namespace {

std::vector<std::string> sorted(std::vector<std::string> all) {
    std::sort(all.begin(), all.end());
    return all;
}

std::string joined(const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& each : all)
        out += each + " ";
    return out;
}

domain::Fen sum_named(const cases::Balance& balance, const std::string& name) {
    if (name == "granted") return balance.granted;
    if (name == "urgent") return balance.urgent;
    if (name == "paid") return {balance.paid.value + balance.urgent.value};
    if (name == "confirmed") return balance.confirmed;
    if (name == "returned") return balance.returned;
    if (name == "enforced") return balance.enforced;
    if (name == "to_recover") return balance.to_recover;
    if (name == "recovered") return balance.recovered;
    FAIL_CHECK("no sum of the ledger: ", name);
    return {};
}

}  // namespace

void StoryPlayer::check_end() {
    INFO(story_.id, ":", story_.end.line, " end");
    const std::string whole = here("registrar");
    for (const char* who : FiveLaptops::kWho)
        CHECK_MESSAGE(here(who) == whole, who);
    const auto folded = worker::case_of(five_.of("registrar"), about_);
    REQUIRE_MESSAGE(folded.has_value(), folded.error().message);
    CHECK(domain::id(folded->status) == story_.end.status);
    CHECK(folded->missing.empty());
    for (const cases::Entry& entry : folded->entries)
        CHECK_MESSAGE(entry.standing == cases::Standing::InForce, (entry.kind + " " + entry.code));
    check_sums(*folded);
    check_tasks(*folded);
    check_limits(*folded);
    check_slip();
    check_pictures();
}

// Every laptop has every picture that a fact names, and the same one.
void StoryPlayer::check_pictures() {
    for (const char* who : FiveLaptops::kWho) {
        worker::Machine& machine = five_.of(who);
        const auto pictures = worker::pictures_in(machine, about_);
        REQUIRE_MESSAGE(pictures.has_value(), (who + (": " + pictures.error().message)));
        for (const worker::CasePicture& picture : *pictures) {
            const auto jpeg = worker::picture_in(machine, about_, picture.digest);
            REQUIRE_MESSAGE(jpeg.has_value(), (who + (": " + jpeg.error().message)));
            CHECK(seal::sha256(*jpeg) == picture.digest);
        }
    }
}

void StoryPlayer::check_sums(const cases::AidCase& folded) {
    const cases::Balance balance = cases::balance(folded);
    CHECK(balance.is_even());
    CHECK(balance.stray.empty());
    CHECK(balance.not_whole.empty());
    for (const auto& [name, yuan] : story_.end.sums) {
        INFO(name);
        CHECK(domain::yuan_display(sum_named(balance, name)) == domain::yuan_display(domain::parse_yuan(yuan).value()));
    }
}

void StoryPlayer::check_tasks(const cases::AidCase& folded) {
    worker::Machine& machine = five_.of("registrar");
    std::vector<std::string> rules;
    for (const cases::Task& task : cases::tasks_of(folded, worker::offices_of(machine), machine.pack().calendar,
                                                   last_day(), machine.pack().terms, machine.pack().roles))
        rules.push_back(task.rule);
    CHECK(joined(sorted(rules)) == joined(sorted(story_.end.tasks)));
}

void StoryPlayer::check_limits(const cases::AidCase& folded) {
    worker::Machine& machine = five_.of("registrar");
    std::vector<std::string> late;
    for (const cases::Deadline& each :
         cases::deadlines_of(folded, machine.pack().calendar, last_day(), machine.pack().terms))
        if (each.state == cases::Deadline::State::LateMet || each.state == cases::Deadline::State::Overdue)
            late.emplace_back(each.rule->id);
    CHECK(joined(sorted(late)) == joined(sorted(story_.end.late)));
}

// In the village, without a line, who holds the slip reads how it stands.
void StoryPlayer::check_slip() {
    if (!receipt_) return;  // told by word of mouth: there is none
    const auto code = receipt_->code();
    const auto progress = worker::progress_by_code(five_.kiosk(), base::as_text(code.view()));
    REQUIRE_MESSAGE(progress.has_value(), progress.error().message);
    REQUIRE(progress->newest() != nullptr);
    CHECK(domain::id(progress->newest()->status) == story_.end.status);
}

}  // namespace courtyard::test
