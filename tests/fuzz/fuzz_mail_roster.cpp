// Links: mail
// A roster's text: what is accepted is printed as exactly the same text, and permissions can be asked of it.
#include "sync/mail/roster.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = base::as_text({data, size});
    const auto roster = mail::parse_roster(text);
    if (!roster) return 0;
    COURTYARD_CHECK(mail::check_roster(*roster).has_value());
    const auto again = mail::print_roster(*roster);
    COURTYARD_CHECK(again && *again == text);
    for (const mail::Machine& machine : roster->machines) {
        const bool reads = mail::may(*roster, machine, mail::Action::Read, {roster->court, mail::Box::Intake});
        COURTYARD_CHECK(!reads || machine.kind == mail::MachineKind::Laptop);
        COURTYARD_CHECK(mail::find_machine(*roster, machine.id) == &machine);
    }
    return 0;
}
