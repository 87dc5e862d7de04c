#include "app/store/case_folds.hpp"

#include <algorithm>

#include "sync/seal/hash.hpp"

namespace courtyard::store {

namespace {

// Without the index each of these would read every record of the court.
constexpr const char* kFactsOf =
    "SELECT case_id, id, hash, place FROM case_record INDEXED BY case_record_facts WHERE opened = 1 AND "
    "length(case_id) = 16 ";

struct Found {
    CaseFolds::Facts facts;
    std::int64_t first_place = 0;
};

// Rows come by case and id.
class Gathering {
public:
    base::Result<void> add(const Statement& row) {
        const base::RecordId about = TRY(row.id<base::RecordId>(0));
        if (found_.empty() || found_.back().facts.about != about) {
            end();
            found_.push_back({{about, {}}, row.integer(3)});
        }
        for (const int column : {1, 2}) {
            const base::Bytes bytes = row.bytes(column);
            rows_.insert(rows_.end(), bytes.begin(), bytes.end());
        }
        found_.back().first_place = std::min(found_.back().first_place, row.integer(3));
        return {};
    }
    std::vector<Found> finish() && {
        end();
        return std::move(found_);
    }

private:
    void end() {
        if (!found_.empty()) found_.back().facts.digest = seal::sha256(rows_);
        rows_.clear();
    }
    std::vector<Found> found_;
    base::Bytes rows_;
};

}  // namespace

base::Result<std::vector<CaseFolds::Facts>> CaseFolds::facts() const {
    auto select = database_->statement(std::string(kFactsOf) + "ORDER BY case_id, id, hash");
    Gathering gathering;
    while (TRY(select.step()))
        TRY(gathering.add(select));
    std::vector<Found> found = std::move(gathering).finish();
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.first_place < b.first_place; });
    std::vector<Facts> out;
    out.reserve(found.size());
    for (const Found& each : found)
        out.push_back(each.facts);
    return out;
}

base::Result<std::optional<CaseFolds::Facts>> CaseFolds::facts_of(const base::RecordId& about) const {
    auto select = database_->statement(std::string(kFactsOf) + "AND case_id = ?1 ORDER BY case_id, id, hash");
    select.bind(1, about);
    Gathering gathering;
    while (TRY(select.step()))
        TRY(gathering.add(select));
    const std::vector<Found> found = std::move(gathering).finish();
    return found.empty() ? std::nullopt : std::optional(found.front().facts);
}

base::Result<std::optional<base::Bytes>> CaseFolds::find(const base::RecordId& about, const base::Digest& key) const {
    auto select = database_->statement("SELECT folded FROM case_fold WHERE case_id = ?1 AND key = ?2");
    select.bind(1, about).bind(2, key);
    if (!TRY(select.step())) return std::nullopt;
    return select.bytes(0);
}

base::Result<void> CaseFolds::each(const See& see) const {
    auto select = database_->statement("SELECT case_id, key, folded FROM case_fold");
    while (TRY(select.step())) {
        base::Bytes folded = select.bytes(2);
        see(TRY(select.id<base::RecordId>(0)), TRY(select.id<base::Digest>(1)), folded);
        base::wipe(folded);
    }
    return {};
}

base::Result<void> CaseFolds::put(const Transaction&, const base::RecordId& about, const base::Digest& key,
                                  base::ByteView folded) {
    auto insert = database_->statement(
        "INSERT INTO case_fold (case_id, key, folded) VALUES (?1, ?2, ?3) ON CONFLICT (case_id) DO UPDATE SET key = "
        "?2, folded = ?3");
    insert.bind(1, about).bind(2, key).bind(3, folded);
    return insert.run();
}

base::Result<void> CaseFolds::drop(const Transaction&, const base::RecordId& about) {
    auto drop = database_->statement("DELETE FROM case_fold WHERE case_id = ?1");
    drop.bind(1, about);
    return drop.run();
}

base::Result<void> CaseFolds::clear(const Transaction&) {
    auto drop = database_->statement("DELETE FROM case_fold");
    return drop.run();
}

}  // namespace courtyard::store
