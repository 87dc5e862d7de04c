#include "app/screens/gallery_print.hpp"

#include <algorithm>

namespace courtyard::screens {
namespace {

using namespace flow;

KioskState sample(const std::vector<Sample>& samples, std::string_view name) {
    const auto found =
        std::find_if(samples.begin(), samples.end(), [&](const Sample& one) { return one.name == name; });
    COURTYARD_CHECK(found != samples.end());
    return found->state;
}

KioskState with(KioskState state, Printing printing, PrintOrder order, std::string error = {}) {
    state.session.printing.printing = printing;
    state.session.printing.order = std::move(order);
    state.session.printing.error = std::move(error);
    return state;
}

KioskState trouble(KioskState state, PrintOrder order, std::string error) {
    state.session.trail = {state.session.place};
    state.session.place = {Page::PrintTrouble};
    return with(std::move(state), Printing::Failed, std::move(order), std::move(error));
}

}  // namespace

void add_print_samples(std::vector<Sample>& samples) {
    const PrintOrder receipt{PrintWhat::Receipt, {}, {}, {}};
    const PrintOrder leaflet{PrintWhat::Leaflet, {}, {}, {}};
    const KioskState filed = sample(samples, "receipt");
    const KioskState proof = sample(samples, "receipt_proof");
    KioskState home = sample(samples, "guide");
    home.session.place = {Page::TakeHome};
    home.session.trail = {{Page::Guide}};
    samples.push_back({"take_home", home});
    samples.push_back({"take_home_printed", with(home, Printing::Printed, leaflet)});
    samples.push_back({"receipt_printing", with(filed, Printing::Asked, receipt)});
    samples.push_back({"receipt_printed", with(filed, Printing::Printed, receipt)});
    KioskState waiting = with(proof, Printing::Asked, receipt);
    waiting.session.filing.proof_error = "print.still_printing";
    samples.push_back({"receipt_proof_printing", waiting});
    samples.push_back({"print_trouble_paper_out", trouble(filed, receipt, "printer.paper_out")});
    samples.push_back({"print_trouble_none", trouble(filed, receipt, "printer.none")});
    samples.push_back({"print_trouble_cover_open", trouble(filed, receipt, "printer.cover_open")});
    samples.push_back({"print_trouble_busy", trouble(filed, receipt, "printer.busy")});
    samples.push_back({"print_trouble_unreachable", trouble(home, leaflet, "printer.unreachable")});
    samples.push_back({"print_trouble_failed", trouble(home, leaflet, "printer.failed")});
}

}  // namespace courtyard::screens
