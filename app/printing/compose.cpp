#include "app/printing/compose.hpp"

namespace courtyard::printing {

base::Result<paper::Document> compose(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet) {
    switch (order.what) {
        case What::Receipt: return receipt_paper(pack, place, order, sheet);
        case What::Screening: return screening_paper(pack, place, order, sheet);
        case What::Ticket: return ticket_paper(pack, place, order, sheet);
        case What::Leaflet: return leaflet_paper(pack, place, order, sheet);
        case What::Test: return test_paper(pack, place, order, sheet);
        case What::Topic:
            if (!pack.topic(order.id)) return base::fail("print.order", "the pack has no topic " + order.id);
            return topic_paper(pack, place, order, sheet);
        case What::Form: break;
    }
    if (sheet == Sheet::Strip)
        return base::fail("paper.form", "a form to be filled in by hand is printed on A4 paper only");
    if (order.id == "F1") return form_paper(pack, place, order);
    if (order.id == "F2") return notice_form_paper(pack, place, order);
    if (order.id == "F3") return consent_form_paper(pack, place, order);
    return base::fail("print.order", "there is no form " + order.id + "; there are F1, F2 and F3");
}

}  // namespace courtyard::printing
