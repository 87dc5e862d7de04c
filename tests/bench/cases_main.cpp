// bench-cases FOLDER [COUNT]: how long a laptop with 10,000 cases takes to show its lists: folded anew, off the store's
// shelf, after one more fact; beside the limit that the encrypted store sets (reading the same rows and doing nothing
// with them). Makes a court in FOLDER. ms, as JSON.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "app/cases/fact_json.hpp"
#include "app/cases/papers_digest.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/court_folder.hpp"
#include "app/worker/enrolling.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/body.hpp"
#include "tests/bench/bench_home.hpp"

using namespace courtyard;

namespace {

constexpr const char* kProgram = "bench-cases";
constexpr std::string_view kPassphrase = "correct horse battery";
constexpr base::Instant kNow{1'795'424'400'000};  // 2026-11-23 in China
constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;
constexpr std::int64_t kAmount = 2'000'000, kWage = 800'000;
constexpr std::size_t kRecordBytes = 1'200;  // of a fact, sealed
constexpr std::size_t kTwinOf = 1;           // the case that another one is a double of: opened the day before

struct Staff {
    base::PersonId registrar, judge, judge2, judge3, caller, leader;
};

std::string words(const char* text) { return text; }
std::string original_case_of(std::size_t number) { return "（2025）浙0199刑初" + std::to_string(number + 1) + "号"; }

// A case as it usually goes, as far as its number lets it: most of ten thousand are at their end.
class Course {
public:
    Course(const Staff& staff, const std::string& answers, std::size_t number, base::Random& random)
        : staff_(staff), answers_(answers), number_(number), random_(random) {
        now_ = kNow + -kDayMs * static_cast<std::int64_t>(number % 400);
    }

    std::vector<cases::Fact> run() {
        open();
        const std::size_t last = number_ % 10 < 6 ? 99 : number_ / 10 % 17;
        std::size_t step = 0;
        for (const auto& act : {&Course::ask, &Course::file, &Course::assign, &Course::review, &Course::vote,
                                &Course::decide, &Course::fund, &Course::order, &Course::pay, &Course::care})
            if (step++ <= last) (this->*act)();
        return std::move(facts_);
    }

private:
    void say(const base::PersonId& author, const char* kind, cases::Fields fields) {
        cases::Fact fact;
        fact.id = cases::FactId::random(random_);
        fact.about = facts_.empty() ? fact.id : facts_.front().id;
        fact.author = author;
        fact.kind = kind;
        fact.claimed = now_;
        if (!facts_.empty()) fact.after = {facts_.back().id};
        fact.fields = std::move(fields);
        now_ = now_ + kDayMs;
        facts_.push_back(std::move(fact));
    }
    [[nodiscard]] std::string last(std::string_view kind) const {
        const auto found =
            std::find_if(facts_.rbegin(), facts_.rend(), [kind](const cases::Fact& each) { return each.kind == kind; });
        return found == facts_.rend() ? std::string() : found->id.text();
    }

    void open() {
        const char* surnames[] = {"王", "李", "申屠", "欧阳", "沈", "单", "吕", "周"};
        const char* given[] = {"静", "华", "秀英", "桂仙", "安", "土根", "云", "小禾", "绮", "守田", "伟"};
        const char* places[] = {"云坞村", "石桥村", "下溪村", "黄沙岭村"};
        say(staff_.registrar, "case_opened",
            {{"applicant", std::string(surnames[number_ % 8]) + given[number_ / 8 % 11]},
             {"village", words(places[number_ % 4])},
             {"source", words("kiosk")},
             {"receipt", std::to_string(1'000'000 + number_)},
             {"original_case", original_case_of(number_)},
             {"answers", answers_}});
        say(staff_.registrar, "key_given",
            {{"key", words("0011223344556677")},
             {"epoch", std::int64_t{1}},
             {"persons", std::vector{staff_.registrar.text(), staff_.judge.text(), staff_.leader.text()}}});
        say(staff_.registrar, "joined", {{"person", staff_.leader.text()}, {"as", words("leader")}});
        say(staff_.registrar, "joined", {{"person", staff_.caller.text()}, {"as", words("caller")}});
    }
    void ask() { say(staff_.registrar, "department_asked", {{"department", words("执行局")}}); }
    void file() {
        say(staff_.registrar, "sent_to_filing", {{"opinion", words("基本符合条件")}});
        say(staff_.registrar, "filed", {{"number", "（2026）浙0199司救执" + std::to_string(number_ + 1) + "号"}});
    }
    void assign() {
        say(staff_.registrar, "assigned",
            {{"handler", staff_.judge.text()}, {"panel", std::vector{staff_.judge2.text(), staff_.judge3.text()}}});
    }
    void review() {
        say(staff_.judge, "statement_taken",
            {{"speaker", words("申请人")},
             {"statement", words("家里只有我一个人干活，孩子还小。")},
             {"read_back", true}});
        say(staff_.judge, "report_written",
            {{"proposal", words("grant")}, {"amount", kAmount}, {"wage", kWage}, {"reasons", words("符合条件")}});
    }
    void vote() {
        say(staff_.registrar, "ballot_opened",
            {{"body", words("panel")},
             {"report", last("report_written")},
             {"papers", std::vector{last("report_written")}},
             {"voters", std::vector{staff_.judge.text(), staff_.judge2.text(), staff_.judge3.text()}}});
        std::vector<const cases::Fact*> papers;
        for (const cases::Fact& fact : facts_)
            if (fact.kind == "report_written") papers.push_back(&fact);
        for (const base::PersonId& voter : {staff_.judge, staff_.judge2})
            say(voter, "vote_cast",
                {{"ballot", last("ballot_opened")},
                 {"papers_digest", cases::papers_digest(papers)},
                 {"choice", words("grant")},
                 {"amount", kAmount},
                 {"reasons", words("同意")}});
    }
    void decide() {
        say(staff_.judge, "decided",
            {{"ballot", last("ballot_opened")},
             {"result", words("grant")},
             {"amount", kAmount},
             {"reasons", words("依据投票")}});
    }
    void fund() {
        say(staff_.registrar, "fund_requested", {{"amount", kAmount}});
        say(staff_.registrar, "fund_arrived", {{"amount", kAmount}});
        say(staff_.registrar, "applicant_called", {{"how", words("phone")}});
    }
    void order() {
        say(staff_.registrar, "pay_ordered",
            {{"amount", kAmount},
             {"part", std::int64_t{1}},
             {"parts", std::int64_t{1}},
             {"way", words("transfer")},
             {"payee", words("本人")},
             {"relation", words("本人")},
             {"account", words("00112233445566778899aabbccddeeff")},
             {"account_ends", words("0014")}});
        say(staff_.leader, "pay_released", {{"order", last("pay_ordered")}});
    }
    void pay() {
        say(staff_.registrar, "pay_made",
            {{"order", last("pay_ordered")},
             {"proof", words("回单")},
             {"explained", true},
             {"officers", std::vector{staff_.registrar.text(), staff_.judge.text()}}});
    }
    void care() {
        say(staff_.caller, "revisit_made",
            {{"plan", words("R0")},
             {"way", words("phone")},
             {"spoke_with", words("applicant")},
             {"asked_for_fee", false},
             {"unsafe", false},
             {"conclusions", std::vector<std::string>{"O1"}}});
        say(staff_.registrar, "closed", {{"reasons", words("困难缓解")}});
    }

    const Staff& staff_;
    const std::string& answers_;
    std::size_t number_;
    base::Random& random_;
    base::Instant now_;
    std::vector<cases::Fact> facts_;
};

class Bench {
public:
    Bench(std::filesystem::path folder, std::size_t count) : folder_(std::move(folder)), count_(count) {}

    base::Result<void> run() {
        TRY(found());
        TRY(fill());
        const double folded_ms = TRY(renewed_ms());
        TRY(reopen());
        const double start_ms = TRY(renewed_ms());
        TRY(reopen());
        const double read_ms = TRY(plain_read_ms());
        worker::CaseBook book(*machine_);
        TRY(book.renew(kNow));
        const double idle_ms = TRY(ms([&] { return book.renew(kNow); }));
        TRY(keep({remark_on(book.rows().front().id)}));
        const double act_ms = TRY(ms([&] { return book.renew(kNow); }));
        const double open_ms = TRY(open_twin_ms());
        std::size_t rows = 0, tasks = 0;
        const double rows_ms = TRY(ms([&]() -> base::Result<bool> { return (rows = book.rows().size()) > 0; }));
        const double tasks_ms = TRY(ms([&]() -> base::Result<bool> { return (tasks = book.tasks().size()) > 0; }));
        std::vector<double> find;
        for (const char* typed : {"s", "st", "stj", "shen", "shentujing", "静", "云坞", "yunwu", "9", "999", "2026"})
            find.push_back(TRY(ms([&]() -> base::Result<bool> { return book.find({typed}).empty(); })));
        std::sort(find.begin(), find.end());
        std::printf(
            "{\"cases\":%zu,\"facts\":%zu,\"tasks\":%zu,\"shelf_bytes\":%zu,\"fold_all_ms\":%.1f,\"start_ms\":%.1f,"
            "\"read_only_ms\":%.1f,\"renew_idle_ms\":%.1f,\"renew_one_ms\":%.1f,\"rows_ms\":%.1f,\"tasks_ms\":%.1f,"
            "\"open_twin_ms\":%.1f,\"find_ms\":{\"median\":%.2f,\"max\":%.2f}}\n",
            rows, facts_, tasks, shelf_bytes_, folded_ms, start_ms, read_ms, idle_ms, act_ms, rows_ms, tasks_ms,
            open_ms, find[find.size() / 2], find.back());
        return {};
    }

private:
    template <class Do>
    static base::Result<double> ms(const Do& act) {
        const std::int64_t began = os::monotonic_us();
        TRY(act());
        return static_cast<double>(os::monotonic_us() - began) / 1e3;
    }
    base::Result<double> renewed_ms() {
        worker::CaseBook book(*machine_);
        return ms([&]() -> base::Result<bool> {
            TRY(book.renew(kNow));
            return book.rows().size() + book.tasks().size() > 0;
        });
    }
    base::Result<double> plain_read_ms() {
        shelf_bytes_ = 0;
        return ms([&]() -> base::Result<bool> {
            TRY(machine_->store().case_folds.each(
                [&](const auto&, const auto&, const base::Bytes& folded) { shelf_bytes_ += folded.size(); }));
            return true;
        });
    }

    base::Result<base::PersonId> enrol(const char* name, mail::Role role) {
        worker::NewStaff staff{folder_ / "court", name, role, folder_ / name, base::as_bytes(kPassphrase), 15};
        const worker::Enrolled enrolled = TRY(worker::enrol_staff(staff, kNow, random_));
        return *enrolled.person;
    }
    base::Result<void> found() {
        worker::NewCourt court;
        court.folder = folder_ / "court";
        court.code = "330199";
        court.name = "测试县人民法院";
        court.sites = {"云坞村共享法庭"};
        court.pack = "assets/packs/zhejiang-demo";
        TRY(worker::init_court(court, kNow, random_));
        staff_.judge = TRY(enrol("judge", mail::Role::Judge));
        staff_.judge2 = TRY(enrol("judge2", mail::Role::Judge));
        staff_.judge3 = TRY(enrol("judge3", mail::Role::Judge));
        staff_.caller = TRY(enrol("caller", mail::Role::Caller));
        staff_.leader = TRY(enrol("leader", mail::Role::Leader));
        staff_.registrar = TRY(enrol("registrar", mail::Role::Registrar));
        return reopen();
    }
    // Nothing of the store is in the program's memory then.
    base::Result<void> reopen() {
        machine_.reset();
        worker::OpenMachine request;
        request.home = folder_ / "registrar";
        request.passphrase = base::as_bytes(kPassphrase);
        machine_ = TRY(worker::Machine::open(request, random_));
        return {};
    }

    // Somebody applies once more in the same original case: compared with all that is here, and asked about.
    base::Result<double> open_twin_ms() {
        const cases::Fields fields{{"applicant", words("王静")},
                                   {"village", words("云坞村")},
                                   {"source", words("window")},
                                   {"original_case", original_case_of(kTwinOf)},
                                   {"answers", machine_->pack().example_json}};
        base::Result<cases::CaseId> twin = cases::CaseId{};
        const double opened_ms = TRY(ms([&]() -> base::Result<bool> {
            twin = worker::open_case(*machine_, fields, kNow, random_);
            return twin.has_value();
        }));
        const cases::CaseId id = TRY(std::move(twin));
        const std::vector<cases::Fact> facts = TRY(worker::facts_of(*machine_, id));
        const auto asked = [](const cases::Fact& fact) { return fact.kind == "double_asked"; };
        if (std::none_of(facts.begin(), facts.end(), asked))
            return base::fail("bench.double", "nobody asked about the same person in the same case");
        return opened_ms;
    }

    cases::Fact remark_on(const cases::CaseId& about) {
        cases::Fact fact;
        fact.id = cases::FactId::random(random_);
        fact.about = about;
        fact.author = staff_.registrar;
        fact.kind = "remarked";
        fact.claimed = kNow;
        fact.fields = {{"words", words("看过了")}};
        return fact;
    }
    base::Result<void> fill() {
        const std::string answers = machine_->pack().example_json;
        std::vector<cases::Fact> batch;
        constexpr std::size_t kBatch = 5'000;
        for (std::size_t number = 0; number < count_; ++number) {
            std::vector<cases::Fact> facts = Course(staff_, answers, number, random_).run();
            batch.insert(batch.end(), std::make_move_iterator(facts.begin()), std::make_move_iterator(facts.end()));
            if (batch.size() < kBatch && number + 1 < count_) continue;
            TRY(keep(batch));
            batch.clear();
        }
        return {};
    }
    // As if they had come by the hub.
    base::Result<void> keep(const std::vector<cases::Fact>& facts) {
        auto inside = TRY(machine_->store().begin());
        for (const cases::Fact& fact : facts) {
            seal::Body body;
            body.author = fact.author;
            body.seq = ++facts_;
            body.kind = fact.kind;
            body.pack = {machine_->pack().name, static_cast<std::uint32_t>(machine_->pack().version)};
            body.claimed_at = fact.claimed;
            body.payload = cases::write_fact(fact);
            store::CaseRecord record;
            record.id = fact.id;
            record.hash = seal::RecordHash::random(random_);
            record.recipient = base::KeyId::random(random_);
            record.about = fact.about;
            record.kind = fact.kind;
            record.hub_sequence = facts_;
            record.opened = true;
            record.record = base::Bytes(kRecordBytes, 7);
            record.body = TRY(seal::encode_body(body));
            TRY(machine_->store().case_records.keep(inside, record));
        }
        TRY(inside.commit());
        return {};
    }

    std::filesystem::path folder_;
    std::size_t count_, facts_ = 0, shelf_bytes_ = 0;
    base::SeededRandom random_{10};
    Staff staff_;
    std::unique_ptr<worker::Machine> machine_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench-cases FOLDER [COUNT]\n");
        return 2;
    }
    const std::size_t count = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 10'000;
    const auto done = Bench(argv[1], count).run();
    return done ? 0 : bench::fail(kProgram, done.error());
}
