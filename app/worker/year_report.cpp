#include "app/worker/year_report.hpp"

#include <nlohmann/json.hpp>

#include "app/domain/text.hpp"
#include "app/printing/year_paper.hpp"
#include "app/worker/case_folding.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::worker {

namespace {

constexpr cases::Roles kOffices{cases::Role::Registrar, cases::Role::Leader};

bool is_office(mail::Role role) { return role == mail::Role::Registrar || role == mail::Role::Leader; }

tl::unexpected<base::Error> refuse_year(const Machine& machine, const std::string& code) {
    return base::fail(code, machine.pack().words.text("fact." + code));
}

base::Result<void> must_be_office(const Machine& machine) {
    TRY(must_see(machine, cases::Right::Statistics));
    const auto role = own_role(machine);
    if (role && kOffices.has(*role)) return {};
    return refuse_year(machine, "year.office");
}

base::Result<void> must_be_year(const Machine& machine, int year, domain::Date today) {
    if (year >= kYearMin && year <= today.year()) return {};
    return refuse_year(machine, "year.unknown");
}

tl::unexpected<base::Error> no_report() { return base::fail("year.payload", "the record tells of no yearly report"); }

bool is_line(const std::string& text) {
    const auto points = domain::code_points(text);
    return points && points->size() <= kSentToMax && domain::is_plain(*points, domain::Lines::One);
}

enum class Telling { First, Again };
std::string write(const store::YearReport& report, Telling telling) {
    nlohmann::json out{{"sent", report.sent_on ? report.sent_on->text() : std::string()},
                       {"to", report.sent_to},
                       {"year", report.year}};
    if (telling == Telling::Again) {
        out["claimed"] = report.claimed.ms;
        out["person"] = report.person.text();
    }
    return out.dump();
}

// Registrars and leaders who are here, but this person.
std::vector<const mail::Person*> others_of_office(const Machine& machine) {
    const auto self = std::get<base::PersonId>(machine.author());
    std::vector<const mail::Person*> out;
    for (const mail::Person& person : machine.roster().persons)
        if (is_office(person.role) && person.standing == mail::Standing::Active && person.id != self)
            out.push_back(&person);
    return out;
}

// What was said, by whom and when, as an id: under it a laptop remembers whom it told.
base::Result<base::RecordId> mark_of(const store::YearReport& report) {
    const base::Digest digest = seal::sha256(base::as_bytes(write(report, Telling::Again)));
    return base::RecordId::from(digest.view().first(base::RecordId::kSize));
}

base::Result<void> send(Machine& machine, const store::Transaction& inside, const store::YearReport& report,
                        Telling telling, const std::vector<const mail::Person*>& told, base::Instant now,
                        base::Random& random) {
    const base::RecordId mark = TRY(mark_of(report));
    for (const mail::Person* person : told) {
        std::string payload = write(report, telling);  // sending it wipes it
        TRY(send_to_person(machine, inside, kYearReportKind, payload, *person, now, random, mark));
    }
    return {};
}

// Whose task it is to tell: who said it, or everybody when that person is not of the office any more.
bool tells(const Machine& machine, const store::YearReport& said) {
    if (said.person == std::get<base::PersonId>(machine.author())) return true;
    const mail::Person* author = mail::find_person(machine.roster(), said.person);
    return author == nullptr || !is_office(author->role) || author->standing != mail::Standing::Active;
}

base::Result<std::size_t> tell_again(Machine& machine, const store::YearReport& said, base::Instant now,
                                     base::Random& random) {
    std::vector<const mail::Person*> untold;
    if (!tells(machine, said)) return std::size_t{0};
    const base::RecordId mark = TRY(mark_of(said));
    for (const mail::Person* person : others_of_office(machine)) {
        const base::KeyId key = seal::Recipient::of(person->seal_key).id;
        const bool told = TRY(machine.store().case_records.was_sent(key, mark, kYearReportKind));
        if (!told && person->id != said.person) untold.push_back(person);
    }
    if (untold.empty()) return std::size_t{0};
    TRY(machine.store().chain.reserve(random, static_cast<int>(untold.size())));
    auto inside = TRY(machine.store().begin());
    TRY(send(machine, inside, said, Telling::Again, untold, now, random));
    TRY(inside.commit());
    return untold.size();
}

base::Result<store::YearReport> read(std::string_view payload) {
    const nlohmann::json from = nlohmann::json::parse(payload, nullptr, false);
    if (!from.is_object()) return no_report();
    const auto sent = from.find("sent"), to = from.find("to"), year = from.find("year");
    if (sent == from.end() || to == from.end() || year == from.end()) return no_report();
    if (!sent->is_string() || !to->is_string() || !year->is_number_integer()) return no_report();
    store::YearReport out;
    out.year = static_cast<int>(year->get<std::int64_t>());
    if (out.year < kYearMin || out.year > domain::Date::kYearMax) return no_report();
    out.sent_to = to->get<std::string>();
    if (!is_line(out.sent_to)) return no_report();
    if (const auto claimed = from.find("claimed"); claimed != from.end()) {
        if (!claimed->is_number_integer()) return no_report();
        out.claimed = {claimed->get<std::int64_t>()};
    }
    if (const auto person = from.find("person"); person != from.end()) {
        const auto id = person->is_string() ? base::PersonId::parse(person->get_ref<const std::string&>())
                                            : base::Result<base::PersonId>(no_report());
        if (!id) return no_report();
        out.person = *id;
    }
    const std::string day = sent->get<std::string>();
    if (day.empty()) return out;
    const auto parsed = domain::Date::parse(day);
    if (!parsed) return no_report();
    out.sent_on = *parsed;
    return out;
}

}  // namespace

base::Result<YearView> year_view(Machine& machine, int year, domain::Date today) {
    TRY(must_be_office(machine));
    TRY(must_be_year(machine, year, today));
    cases::YearCount count(year);
    const std::vector<KnownCase> known = TRY(known_cases(machine));
    TRY(read_cases(machine, known, [&count](const KnownCase&, cases::AidCase&& folded) { count.add(folded); }));
    const auto said = TRY(machine.store().year_reports.last_of(year));
    std::optional<domain::Date> done;
    if (said) done = said->sent_on;
    return YearView{count.finish(), cases::report_deadline(year, done, machine.pack().calendar, today), said};
}

base::Result<paper::Official> year_paper(Machine& machine, int year, domain::Date today) {
    const YearView view = TRY(year_view(machine, year, today));
    return printing::year_paper(machine.pack(), view.figures, today);
}

base::Result<void> say_year_report_sent(Machine& machine, int year, std::optional<domain::Date> sent_on,
                                        const std::string& sent_to, base::Instant now, base::Random& random) {
    const domain::Date today = domain::Date::in_china(now);
    TRY(must_be_office(machine));
    TRY(must_be_year(machine, year, today));
    if (sent_on && (*sent_on > today || sent_on->year() <= year)) return refuse_year(machine, "year.day");
    if (!is_line(sent_to) || (sent_on && sent_to.empty())) return refuse_year(machine, "year.to");
    const auto self = std::get<base::PersonId>(machine.author());
    const std::vector<const mail::Person*> told = others_of_office(machine);
    const store::YearReport report{base::RecordId::random(random), year, now, self, sent_on, sent_to};
    TRY(machine.store().chain.reserve(random, static_cast<int>(told.size())));
    auto inside = TRY(machine.store().begin());
    TRY(send(machine, inside, report, Telling::First, told, now, random));
    TRY(machine.store().year_reports.add(inside, report));
    TRY(inside.commit());
    return {};
}

base::Result<std::size_t> tell_year_reports(Machine& machine, base::Instant now, base::Random& random) {
    const auto role = own_role(machine);
    std::size_t made = 0;
    if (!role || !kOffices.has(*role)) return made;
    const std::vector<int> years = TRY(machine.store().year_reports.years());
    for (const int year : years)
        if (const auto said = TRY(machine.store().year_reports.last_of(year)))
            made += TRY(tell_again(machine, *said, now, random));
    return made;
}

base::Result<std::optional<cases::Task>> year_task(Machine& machine, std::optional<domain::Date> first_came,
                                                   domain::Date today) {
    const int year = today.year() - 1;
    const auto role = own_role(machine);
    const bool is_asked = role && kOffices.has(*role) && may_see(machine, cases::Right::Statistics);
    if (!is_asked || !first_came || first_came->year() > year) return std::optional<cases::Task>{};
    const auto said = TRY(machine.store().year_reports.last_of(year));
    if (said && said->sent_on) return std::optional<cases::Task>{};
    const cases::Deadline due = cases::report_deadline(year, {}, machine.pack().calendar, today);
    cases::Task task;
    task.rule = due.rule->id;
    task.roles = kOffices;
    task.due = due.due;
    task.overdue = due.state == cases::Deadline::State::Overdue;
    return std::optional(std::move(task));
}

base::Result<void> take_year_report(Machine& machine, const store::Transaction& inside, const base::RecordId& record,
                                    const base::PersonId& author, base::Instant claimed, std::string_view payload) {
    const mail::Person* person = mail::find_person(machine.roster(), author);
    if (person == nullptr || !is_office(person->role)) return no_report();
    store::YearReport report = TRY(read(payload));
    report.record = record;
    // Told once more: it was said then, by that person, and nothing that was said since gives way to it.
    const bool is_again = report.claimed.ms != 0 && report.claimed < claimed;
    if (!is_again) report.claimed = claimed;
    if (!is_again || report.person == base::PersonId{}) report.person = author;
    return machine.store().year_reports.add(inside, report);
}

}  // namespace courtyard::worker
