#include "sync/mail/errors.hpp"

#include <array>

namespace courtyard::mail {

namespace {

constexpr std::array kErrors = {
    // Found on the way: nothing is known to have arrived.
    MailError{"link.down", 0, "the hub cannot be reached: check the cable or the signal; it is tried again by itself"},
    MailError{"link.lost", 0, "the connection was lost while the hub was at work: it is asked what arrived"},
    MailError{"link.name", 0,
              "the hub's name cannot be resolved: check the network and the hub's address in the settings"},
    MailError{"link.certificate", 0,
              "whoever answers is not the court's hub (its certificate is wrong): nothing was sent"},
    MailError{"link.identity", 0,
              "the hub does not accept this machine's certificate: it may have expired or be of another court"},
    MailError{"link.portal", 0, "this network answers in the hub's place (a log-in page?): nothing was sent"},
    MailError{"link.truncated", 0, "the connection ended before the whole answer was there: it is asked again"},
    MailError{"link.answer", 0, "the answer is not a mail message: it was ignored and is asked again"},
    MailError{"link.forged", 0,
              "the answer does not carry the hub's signature: it was ignored and nothing counts as sent"},
    MailError{"link.size", 0, "the answer is larger than any mail message: it was cut off and ignored"},
    MailError{"carrier.waiting", 0, "the request lies ready for the carrier; no answer has come back yet"},
    MailError{"carrier.folder", 0, "the carrier's folder cannot be read or written: check the stick"},
    MailError{"courier.settings", 0, "the connection's settings cannot be used"},
    // Said by the hub.
    MailError{"hub.malformed", 400,
              "the hub did not understand the request: this program and the hub may be of different versions"},
    MailError{"hub.unknown_machine", 403,
              "this machine is not in the court's roster: enrol it, or let the hub have the new roster"},
    MailError{"hub.revoked", 403, "this machine has been revoked in the court's roster: ask the court"},
    MailError{"hub.forbidden", 403, "the roster does not allow this machine to do that"},
    MailError{"hub.unknown_document", 404, "the hub has no such document, or a newer one: ask for the list again"},
    MailError{"hub.not_found", 404, "the hub has nothing at this address"},
    MailError{"hub.method", 405, "the hub only takes POST requests"},
    MailError{"hub.timeout", 408, "the request came too slowly: it is tried again"},
    MailError{"hub.part", 409, "the parts of a large record do not fit together: it is sent again from the beginning"},
    MailError{"hub.too_large", 413, "the request is larger than the hub takes"},
    MailError{"hub.media_type", 415, "the request is not a mail message"},
    MailError{"hub.header", 431, "the header of the request is larger than the hub takes"},
    MailError{"hub.busy", 429, "the hub asks to come back later"},
    MailError{"hub.store", 500, "the hub could not write to its disk: nothing was accepted"},
    MailError{"hub.full", 507, "the hub's disk is full: nothing was accepted; the operator has to make room"},
    // Found in an answer that the hub did sign.
    MailError{"mail.answer", 0, "the hub's answer does not fit what was asked: it was ignored and is asked again"},
};

const MailError* find(std::string_view code) {
    for (const MailError& each : kErrors) {
        if (each.code == code) return &each;
    }
    return nullptr;
}

}  // namespace

std::span<const MailError> mail_errors() { return kErrors; }

base::Error mail_error(std::string_view code) {
    const MailError* known = find(code);
    if (known == nullptr) return {std::string(code), "the hub refused for a reason that this program does not know"};
    return {std::string(code), std::string(known->sentence)};
}

int status_of(std::string_view code) {
    const MailError* known = find(code);
    return known == nullptr || known->status == 0 ? 500 : known->status;
}

bool surely_not_stored(std::string_view code) {
    for (const std::string_view unsure : {"link.lost", "link.truncated", "link.answer", "link.forged", "link.size",
                                          "mail.answer", "hub.store", "carrier.waiting", "carrier.folder"}) {
        if (code == unsure) return false;
    }
    return find(code) != nullptr;
}

bool is_link_error(std::string_view code) { return code.starts_with("link.") || code.starts_with("carrier."); }

}  // namespace courtyard::mail
