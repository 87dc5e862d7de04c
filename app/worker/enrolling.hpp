// A machine joins a court: keys are made in its own home, its public halves go into the next roster.
#pragma once

#include <filesystem>
#include <string>

#include "app/worker/court_folder.hpp"

namespace courtyard::worker {

struct NewKiosk {
    std::filesystem::path court;
    std::string site;
    std::filesystem::path home;
};
struct NewStaff {
    std::filesystem::path court;
    std::string name;
    mail::Role role = mail::Role::Judge;
    std::filesystem::path home;
    base::ByteView passphrase;
    int scrypt_log2_n = 17;   // smaller in tests only
    std::string body = {};    // of Role::Partner: which body, as the pack's contacts.toml calls it
    bool is_another = false;  // whoever has a laptop of this court under the same name is somebody else
};
struct Enrolled {
    base::MachineId machine;
    std::optional<base::PersonId> person;
    std::uint64_t roster_version = 0;
};

// "enrol.site" unknown (lists the sites), "enrol.home" is in use already, "enrol.name" has a laptop already (two would
// make two persons of one, who could approve their own acts and vote twice), "roster.body" no name of a body, or one
// that has an active partner, "court.*". After an error the home is as it was and the roster does not know the machine.
[[nodiscard]] base::Result<Enrolled> enrol_kiosk(const NewKiosk& request, base::Instant now, base::Random& random);
[[nodiscard]] base::Result<Enrolled> enrol_staff(const NewStaff& request, base::Instant now, base::Random& random);

}  // namespace courtyard::worker
