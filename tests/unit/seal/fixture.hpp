// One court, one kiosk, one registrar, one record: what most tests of sealing start from. Seeds replay exactly.
#pragma once

#include <optional>
#include <string>

#include "sync/base/random.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::seal {

struct Fixture {
    base::SeededRandom random;
    RecipientKey intake;
    Recipient to_intake;
    SigningKey machine_key;
    SigningKey other_key;
    base::MachineId machine;
    Dictionaries dictionaries;
    Body body;

    explicit Fixture(std::uint64_t seed = 1)
        : random(seed),
          intake(RecipientKey::of(SealSecretKey::make(random))),
          to_intake(Recipient::of(intake.key.public_key())),
          machine_key(SigningKey::make(random)),
          other_key(SigningKey::make(random)),
          machine(base::MachineId::random(random)) {
        REQUIRE(dictionaries
                    .add({1, base::to_bytes("{\"form\":\"F1\",\"answers\":{\"F1.01\":\"应𫖯安\",\"F1.03\":\"女\"}}")})
                    .has_value());
        body.author = machine;
        body.seq = 7;
        body.kind = "application";
        body.pack = {"zhejiang-demo", 1};
        body.claimed_at = {1795417200000};
        body.time_floor = {1795300000000};
        body.payload = "{\"form\":\"F1\",\"answers\":{\"F1.01\":\"毕䶮\",\"F1.03\":\"女\"}}";
    }

    AuthorKeys authors() const {
        return [this](const Author& author) -> std::optional<VerifyKey> {
            if (author == Author(machine)) return machine_key.public_key();
            return std::nullopt;
        };
    }
    base::Result<base::Bytes> sealed(SizeClass smallest = SizeClass::B512) {
        return seal({base::RecordId::random(random), to_intake, body, machine_key, dictionaries.find(1), smallest},
                    random);
    }
    base::Result<Opened> opened(base::ByteView record) const { return open(record, intake, authors(), dictionaries); }
};

}  // namespace courtyard::seal
