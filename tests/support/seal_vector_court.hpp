// The court of the vectors: its keys, and what is written for it. Members are public: this is a tool's notebook, not an
// invariant.
#pragma once

#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "sync/base/random.hpp"
#include "sync/seal/receipt.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::test {

template <class T>
T must(base::Result<T>&& result) {
    COURTYARD_CHECK(result.has_value());
    return std::move(*result);
}

struct VectorCourt {
    VectorCourt();
    void add_record(const std::string& name, const base::Bytes& file, const std::string& must_be,
                    const std::string& key = "intake_secret");
    void finish();

    std::map<std::string, base::Bytes> files;
    nlohmann::ordered_json manifest;
    base::SeededRandom random;
    seal::RecipientKey intake, other_intake;
    seal::SigningKey machine_key, person_key, stranger_key, root;
    seal::ReceiptSecret receipt;
    base::MachineId machine;
    base::PersonId person;
    seal::Dictionaries dictionaries;
    seal::Body body;
};

// Records and packs, in seal_vectors_of_records.cpp and seal_vectors_of_packs.cpp.
void add_record_vectors(VectorCourt& court);
void add_pack_vectors(VectorCourt& court);

}  // namespace courtyard::test
