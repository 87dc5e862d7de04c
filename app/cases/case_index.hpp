// Finding cases while somebody types: by name, pinyin or initials, by number (with brackets, without, or only its
// digits), receipt, village, handler, state. Several words with blanks between them must all fit.
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
    // 10,000 cases; whoever types on finds no more than before.
    [[nodiscard]] std::vector<CaseId> find(const CaseQuery& query) const;

private:
    struct Row {
        CaseId id;
        SoundedText applicant, village, handler, state;
        std::u32string number, number_digits, serial, receipt;
        Status status = Status::Received;
        std::string sort_key;
    };
    [[nodiscard]] std::shared_ptr<const Row> row_of(const CaseWords& words) const;
    static constexpr int kNoFit = 99;
    // The smaller the better.
    [[nodiscard]] static int score(const Row& row, std::u32string_view word);
    [[nodiscard]] static int score(const Row& row, const std::vector<std::u32string>& words);

    Readings readings_;
    std::vector<std::shared_ptr<const Row>> rows_;  // by sort_key
};

}  // namespace courtyard::cases
