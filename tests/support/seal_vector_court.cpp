#include "tests/support/seal_vector_court.hpp"

#include "sync/base/encoding.hpp"
#include "tests/support/dictionary_d1.hpp"

namespace courtyard::test {

VectorCourt::VectorCourt()
    : random(20261123),
      intake(seal::RecipientKey::of(seal::SealSecretKey::make(random))),
      other_intake(seal::RecipientKey::of(seal::SealSecretKey::make(random))),
      machine_key(seal::SigningKey::make(random)),
      person_key(seal::SigningKey::make(random)),
      stranger_key(seal::SigningKey::make(random)),
      root(seal::SigningKey::make(random)),
      receipt(seal::ReceiptSecret::make(random)),
      machine(base::MachineId::random(random)),
      person(base::PersonId::random(random)) {
    COURTYARD_CHECK(dictionaries.add(dictionary_d1()).has_value());
    body.author = machine;
    body.seq = 7;
    body.kind = "application";
    body.pack = {"zhejiang-demo", 1};
    body.claimed_at = {1795417200000};
    body.time_floor = {1795300000000};
    body.payload = R"({"form":"F1","answers":{"F1.01":"应𫖯安","F1.06":"330199196301018888"}})";
    manifest["about"] = "What each file is and what must come of it. FORMAT.md is in sync/seal.";
    manifest["keys"] = {{"intake_secret", base::hex(intake.key.secret())},
                        {"intake_public", intake.key.public_key().text()},
                        {"intake_id", intake.id.text()},
                        {"other_intake_secret", base::hex(other_intake.key.secret())},
                        {"machine_id", machine.text()},
                        {"machine_seed", base::hex(machine_key.secret())},
                        {"machine_public", machine_key.public_key().text()},
                        {"person_id", person.text()},
                        {"person_seed", base::hex(person_key.secret())},
                        {"person_public", person_key.public_key().text()},
                        {"root_seed", base::hex(root.secret())},
                        {"root_public", root.public_key().text()},
                        {"root_id", seal::key_id(root.public_key()).text()},
                        {"receipt_secret", base::hex(receipt.secret())}};
    manifest["dictionary"] = "assets/packs/zhejiang-demo/dictionary/d1.bin";
}

void VectorCourt::add_record(const std::string& name, const base::Bytes& file, const std::string& must_be,
                             const std::string& key) {
    files["record/" + name + ".cyr"] = file;
    manifest["records"].push_back({{"file", "record/" + name + ".cyr"}, {"key", key}, {"must", must_be}});
}

void VectorCourt::finish() {
    const std::string text = manifest.dump(1) + "\n";
    files["manifest.json"] = base::to_bytes(text);
}

}  // namespace courtyard::test
