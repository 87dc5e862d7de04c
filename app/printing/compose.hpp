// What stands on each paper of the kiosk, in the words of the pack. Pure: pack and order in, a document out.
#pragma once

#include "app/pack/pack.hpp"
#include "app/paper/document.hpp"
#include "app/paper/slip.hpp"
#include "app/printing/order.hpp"

namespace courtyard::printing {

// Where it is printed, as it stands on every paper.
struct Place {
    std::string court, site;
    std::string machine;  // id, on receipts
};

enum class Sheet : std::uint8_t { Strip, Page };

// "print.order": there is no such topic or form; "paper.form": a form is for A4 only.
[[nodiscard]] base::Result<paper::Document> compose(const pack::Pack& pack, const Place& place, const Order& order,
                                                    Sheet sheet);

// The receipt as a slip, for whoever draws it as a picture.
[[nodiscard]] paper::Slip slip_of(const pack::Pack& pack, const Place& place, const ReceiptFacts& facts);

// One function per paper, in a file of its own.
[[nodiscard]] paper::Document receipt_paper(const pack::Pack& pack, const Place& place, const Order& order,
                                            Sheet sheet);
[[nodiscard]] paper::Document screening_paper(const pack::Pack& pack, const Place& place, const Order& order,
                                              Sheet sheet);
[[nodiscard]] paper::Document topic_paper(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet);
[[nodiscard]] paper::Document ticket_paper(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet);
[[nodiscard]] paper::Document leaflet_paper(const pack::Pack& pack, const Place& place, const Order& order,
                                            Sheet sheet);
[[nodiscard]] paper::Document test_paper(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet);
[[nodiscard]] paper::Document form_paper(const pack::Pack& pack, const Place& place, const Order& order);
[[nodiscard]] paper::Document notice_form_paper(const pack::Pack& pack, const Place& place, const Order& order);
[[nodiscard]] paper::Document consent_form_paper(const pack::Pack& pack, const Place& place, const Order& order);

}  // namespace courtyard::printing
