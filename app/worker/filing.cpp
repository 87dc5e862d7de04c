#include "app/worker/filing.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/pack/application_json.hpp"
#include "app/pack/screening_json.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"

namespace courtyard::worker {

namespace {

// The answers and what follows from them, as the person saw it.
std::string screening_json(const pack::Pack& pack, const domain::ScreeningAnswers& answers) {
    return "{\"answers\":" + pack::write_screening_answers(answers) +
           ",\"result\":" + pack::write_screening(domain::screen(pack.screening, answers)) + "}";
}

// A kiosk whose clock fell back would find every birth date in the future; no true date lies before the time floor.
base::Result<domain::Date> today(Machine& machine, base::Instant now) {
    return domain::Date::in_china(std::max(now, TRY(machine.time_floor())));
}

std::vector<domain::Problem> errors_of(const pack::Pack& pack, const domain::Application& application,
                                       domain::Date today) {
    const domain::CheckContext context{today, &pack.areas, std::nullopt};
    auto problems = domain::check(pack.form, application, context);
    std::erase_if(problems, [](const domain::Problem& problem) { return problem.severity != domain::Severity::Error; });
    return problems;
}

// The first few in one line: the one that caused the others need not be the first of the form.
base::Result<void> must_be_sound(const pack::Pack& pack, const std::vector<domain::Problem>& problems) {
    constexpr std::size_t kNamedMax = 5;
    if (problems.empty()) return {};
    std::string says;
    for (std::size_t i = 0; i < problems.size() && i < kNamedMax; ++i) {
        says += (i == 0 ? "" : "; ") + pack::sentence(pack, problems[i]);
    }
    if (problems.size() > kNamedMax) says += "; and " + std::to_string(problems.size() - kNamedMax) + " more";
    return base::fail("application.problem", std::move(says));
}

void wipe_strings(nlohmann::json& value) {
    if (value.is_string()) {
        base::wipe(value.get_ref<std::string&>());
    } else if (value.is_structured()) {
        for (auto& item : value)
            wipe_strings(item);
    }
}

}  // namespace

std::vector<domain::Problem> problems_of(const pack::Pack& pack, const domain::Application& application,
                                         base::Instant now) {
    return errors_of(pack, application, domain::Date::in_china(now));
}

base::Result<void> prepare_filing(Machine& machine, base::Random& random) {
    TRY(machine.store().chain.reserve(random, store::Chain::kReserveBatch / 2));
    return machine.store().database().rest();
}

base::Result<void> may_file(Machine& machine, const Submission& submission, base::Instant now) {
    const domain::Date date = TRY(today(machine, now));
    return must_be_sound(machine.pack(), errors_of(machine.pack(), submission.application, date));
}

base::Result<Receipt> file(Machine& machine, const Submission& submission, base::Instant now, base::Random& random) {
    const pack::Pack& pack = machine.pack();
    const domain::Date date = TRY(today(machine, now));
    TRY(must_be_sound(pack, errors_of(pack, submission.application, date)));
    TRY(machine.store().chain.reserve(random));

    domain::Application normal = domain::normal(pack.form, submission.application, date);
    std::string answers = pack::write_application(pack.form, normal);
    const WipeAtEnd wipe_answers(answers);
    domain::wipe(normal);
    std::string screening = submission.screening ? screening_json(pack, *submission.screening) : std::string{};
    const WipeAtEnd wipe_screening(screening);

    seal::ReceiptSecret secret = seal::ReceiptSecret::make(random);
    ApplicationPayload payload{pack.form.id, std::move(answers), std::move(screening), secret.address(),
                               submission.helper_typed};
    const WipeAtEnd wipe_moved_answers(payload.answers_json);
    const WipeAtEnd wipe_moved_screening(payload.screening_json);

    store::Store& store = machine.store();
    auto transaction = TRY(store.begin());
    std::string text;
    const WipeAtEnd wipe_text(text);
    write_payload(payload, text);
    const seal::Recipient recipient = mail::newest_intake_key(machine.roster()).recipient();
    SealedRecord sealed = TRY(seal_and_queue(
        machine, transaction, {.kind = "application", .payload = text, .recipient = recipient}, now, random));
    base::wipe(sealed.body);
    store::Committed proof = TRY(transaction.commit());
    return Receipt(std::move(proof), std::move(secret), sealed.id, std::move(sealed.bytes), now);
}

base::Result<Submission> parse_submission(const pack::Pack& pack, std::string_view json) {
    Submission submission;
    // The flat form {"F1.01":…} is read by app/pack alone, which is strict about every key of it.
    nlohmann::json whole =
        json.size() > pack::kApplicationJsonBytesMax ? nlohmann::json() : nlohmann::json::parse(json, nullptr, false);
    if (!whole.is_object() || !whole.contains("answers")) {
        wipe_strings(whole);
        submission.application = TRY(pack::parse_application(pack.form, json));
        return submission;
    }
    std::string answers = whole["answers"].dump();
    const WipeAtEnd wipe_answers(answers);
    std::string screening = whole.contains("screening") ? whole["screening"].dump() : std::string{};
    const WipeAtEnd wipe_screening(screening);
    std::string unknown;
    for (const auto& [key, value] : whole.items()) {
        if (key != "answers" && key != "screening") unknown = key;
    }
    wipe_strings(whole);
    if (!unknown.empty())
        return base::fail("application.unknown_field",
                          "the application has the unknown part \"" + unknown + "\"; known are answers and screening");
    submission.application = TRY(pack::parse_application(pack.form, answers));
    if (!screening.empty()) submission.screening = TRY(pack::parse_screening_answers(screening));
    return submission;
}

void wipe(Submission& submission) noexcept {
    domain::wipe(submission.application);
    submission.screening.reset();
    submission.helper_typed.clear();
}

}  // namespace courtyard::worker
