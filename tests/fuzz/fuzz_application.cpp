// Links: pack
// Applications and screening answers from files: what is read is written and read again to the same value, and can be
// judged, put into its stored form and screened without harm.
#include "app/pack/application_json.hpp"
#include "app/pack/filing_json.hpp"
#include "app/pack/pack.hpp"
#include "app/pack/screening_json.hpp"

using namespace courtyard;

namespace {

const pack::Pack& shipped() {
    static const pack::Pack pack = *pack::load("assets/packs/zhejiang-demo");
    return pack;
}

void read_application(std::string_view text) {
    const domain::FormDefinition& form = shipped().form;
    const base::Result<domain::Application> application = pack::parse_application(form, text);
    if (!application) return;
    const base::Result<domain::Application> again =
        pack::parse_application(form, pack::write_application(form, *application));
    COURTYARD_CHECK(again && *again == *application);

    const domain::Date today = *domain::Date::from_civil(2026, 11, 23);
    for (const domain::Problem& problem : domain::check(form, *application, {today, &shipped().areas, std::nullopt}))
        COURTYARD_CHECK(!pack::sentence(shipped(), problem).empty());
    const domain::Application stored = domain::normal(form, *application, today);
    COURTYARD_CHECK(domain::normal(form, stored, today) == stored);
}

// Whatever is read as a whole filing has in it what the readers of its parts would take.
void read_filing(std::string_view text) {
    const base::Result<pack::Filing> filing = pack::parse_filing(shipped().form, text);
    if (!filing) return;
    const base::Result<domain::Application> again =
        pack::parse_application(shipped().form, pack::write_application(shipped().form, filing->application));
    COURTYARD_CHECK(again && *again == filing->application);
}

void read_screening(std::string_view text) {
    const base::Result<domain::ScreeningAnswers> answers = pack::parse_screening_answers(text);
    if (!answers) return;
    const base::Result<domain::ScreeningAnswers> again =
        pack::parse_screening_answers(pack::write_screening_answers(*answers));
    COURTYARD_CHECK(again && *again == *answers);
    COURTYARD_CHECK(!pack::write_screening(domain::screen(shipped().screening, *answers)).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = base::as_text({data, size});
    read_application(text);
    read_filing(text);
    read_screening(text);
    return 0;
}
