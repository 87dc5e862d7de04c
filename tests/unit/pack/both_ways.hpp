// One application by the schema that strangers get and by the real reader and check: they must say the same.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/domain/check.hpp"
#include "app/domain/form.hpp"
#include "sync/base/random.hpp"
#include "tests/unit/pack/schema_validator.hpp"

namespace courtyard::pack::test {

// The example of the shipped pack.
[[nodiscard]] nlohmann::json example();
// All that is tried for one field: sound, unsound and of other kinds.
[[nodiscard]] std::vector<nlohmann::json> values_for(const domain::Field& field);
// One of the answers that are sound by themselves.
[[nodiscard]] nlohmann::json sound_value(const domain::Field& field, base::SeededRandom& random);

// Of what is refused: could no schema have said it? Check digits, what depends on today, on an age or on another
// answer; and sex and birth date where another document's number looks like an identity number and is none.
[[nodiscard]] bool is_unsaid(const domain::FormDefinition& form, const domain::Problem& problem,
                             const domain::Application& application);

struct Tally {
    int accepted = 0, refused = 0, unsaid = 0, differing = 0;
};

class BothWays {
public:
    // `unsaid`: a field about which the schema may say less than the check; it may never say more.
    explicit BothWays(const domain::FormDefinition& form, std::string unsaid = {});
    // A control: the schema of one form against the check of another. Differences are counted, not failures.
    BothWays(const domain::FormDefinition& schema_of, const domain::FormDefinition& check_of);

    void compare(const nlohmann::json& application, const std::string& what, Tally& tally) const;
    // Every value that is tried for this field, and no answer.
    void walk(const domain::Field& field, const nlohmann::json& sound, Tally& tally) const;
    [[nodiscard]] const SchemaValidator& validator() const { return validator_; }

private:
    struct Judged {
        std::vector<std::string> refusals;  // "<field> <code>" of every error, or the reader's code; none: accepted
        bool is_unsaid = false;
    };
    [[nodiscard]] Judged judge(const nlohmann::json& application) const;

    domain::FormDefinition form_;  // of the check
    SchemaValidator validator_;
    std::string unsaid_;
    bool is_control_ = false;
};

}  // namespace courtyard::pack::test
