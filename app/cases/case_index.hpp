// Finding cases while somebody types: by name, pinyin or initials, by number (with brackets, without, or only its
// digits), by the number of the lawsuit behind it, receipt, village, handler, state, and the first characters of its
// id. Several words with blanks between them must all fit.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/cases/sounded_text.hpp"

namespace courtyard::cases {

// What a case is found by.
struct CaseWords {
    CaseId id;
    std::string applicant, number, receipt, village;
    std::string handler;  // name of the judge whose case it is
    std::string state;    // in words, as the list shows it
    Status status = Status::Received;
    std::vector<std::string> original_cases = {};  // before filing, the only number that anybody has in hand
    std::string state_also = {};                   // what people call the state besides
};

struct CaseQuery {
    std::string text;  // as typed; empty: all
    std::optional<Status> status = {};
    std::optional<Stage> stage = {};
};

// Nothing to look for: every case that passes its filters fits.
[[nodiscard]] bool is_blank(const CaseQuery& query);
[[nodiscard]] bool passes(const CaseQuery& query, Status status);

// A copy is cheap: copies share what does not change, so that a window looks while its worker puts something in.
class CaseIndex {
public:
    explicit CaseIndex(Readings readings) : readings_(std::move(readings)) {}

    // Instead of what was known of these cases. All at once is quicker than one by one.
    void put(std::span<const CaseWords> all);
    void put(const CaseWords& words) { put({&words, 1}); }
    void remove(const CaseId& id);
    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    // What fits whole before what begins so before what has it inside; the name before the number before the rest; then
    // by the sound of the name. The same for the same cases, in whatever order they were put in. A few milliseconds for
    // 10,000 cases; whoever types on finds no more than before, but for what an id begins with: that is looked at from
    // kIdMin characters on, or every digit would find cases by chance.
    [[nodiscard]] std::vector<CaseId> find(const CaseQuery& query) const;

    static constexpr std::size_t kIdMin = 4;

private:
    // A number of a case as it is typed: whole, its digits alone, its running number alone.
    struct Number {
        std::u32string whole, digits, serial;
    };
    struct Row {
        CaseId id;
        SoundedText applicant, village, handler, state, state_also;
        Number number;
        std::vector<Number> originals;
        std::u32string receipt, id_text;
        Status status = Status::Received;
        std::string sort_key;
    };
    [[nodiscard]] std::shared_ptr<const Row> row_of(const CaseWords& words) const;
    [[nodiscard]] static Number number_of(std::string_view text);
    [[nodiscard]] static Fit fit(const Number& number, std::u32string_view word);
    static constexpr int kNoFit = 99;
    // The smaller the better.
    [[nodiscard]] static int score(const Row& row, std::u32string_view word);
    [[nodiscard]] static int score(const Row& row, const std::vector<std::u32string>& words);

    Readings readings_;
    std::vector<std::shared_ptr<const Row>> rows_;  // by sort_key
};

}  // namespace courtyard::cases
