// A case in one JSON file, to make papers of and to look at without any machine of a court:
//
//   {"people":[{"id":"<16 hex>","name":"…","role":"registrar"}],
//    "facts":[{"id":"<32 hex>","author":"<16 hex>","kind":"filed","claimed":1795424400000,
//              "payload":{"after":[],"case":"<32 hex>","fields":{"number":"…"}}}]}
//
// The payload is that of a fact's record (app/cases/fact_json.hpp).
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/cases/fact.hpp"
#include "sync/base/result.hpp"

namespace courtyard::ctl {

struct CaseFile {
    std::vector<cases::Fact> facts;
    std::map<base::PersonId, std::string> names;
    std::map<base::PersonId, cases::Role> roles;

    [[nodiscard]] cases::AidCase fold() const { return fold(facts); }
    [[nodiscard]] cases::AidCase fold(std::span<const cases::Fact> of_them) const;  // some of its facts
    [[nodiscard]] std::string name_of(const base::PersonId& person) const;
};

inline constexpr std::size_t kCaseFileBytesMax = 16U << 20;

// "case.file": names the person or the fact that is wrong, and why.
[[nodiscard]] base::Result<CaseFile> parse_case_file(std::string_view json);

}  // namespace courtyard::ctl
