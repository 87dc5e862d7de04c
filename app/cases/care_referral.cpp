// Consent and referrals.
#include "app/cases/care_parts.hpp"
#include "app/cases/refer.hpp"

namespace courtyard::cases {

std::optional<Referral::State> after(Referral::State from, Referral::Move move) {
    using S = Referral::State;
    const bool open = from == S::Sent || from == S::Accepted;
    switch (move) {
        case Referral::Move::Accept: return from == S::Sent ? std::optional(S::Accepted) : std::nullopt;
        case Referral::Move::Refuse: return open ? std::optional(S::Refused) : std::nullopt;
        case Referral::Move::Finish: return open ? std::optional(S::Done) : std::nullopt;
        case Referral::Move::Revoke: return open ? std::optional(S::Revoked) : std::nullopt;
    }
    return std::nullopt;
}

namespace {

using ReferralState = Referral::State;

// Nothing comes of a referral before it was made, whatever day somebody wrote.
domain::Date day_on(const Referral& referral, const Fact& by) { return std::max(by.day(), referral.sent_on); }

void move_to(Referral& referral, ReferralState to, const Fact& by) {
    referral.by_body = by.kind == "body_answered";
    referral.state = to;
    referral.since = day_on(referral, by);
    referral.moved_by = by.id;
}

// Who says that the person agrees must have known that the person had taken it back.
Taken take_consent(Care& care, const Scene& scene) {
    const auto bodies = scene.fact.texts("bodies");
    for (const std::string& body : bodies) {
        const auto revoked = care.revocations.find(body);
        if (revoked != care.revocations.end() && !knew(scene, revoked->second)) return {refuse("consent.revoked"), {}};
    }
    for (const std::string& body : bodies)
        care.consents.insert_or_assign(body, scene.fact.id);
    return {};
}

// What the body was told is used no more. An open referral ends with that; what the body had answered stands, and it
// hears the same: so does whoever took its own word back, and still has the letter.
void end_use(Referral& referral, const Fact& by) {
    if (referral.ended) return;
    referral.ended = {by.id, day_on(referral, by)};
    if (referral.is_open()) return move_to(referral, ReferralState::Revoked, by);
    if (!referral.is_revoked_by_court()) referral.told = false;
}

// Every referral to the body ends with it. A body that nobody asked about may be named, too, as long as one of them was
// agreed to: whoever revokes everything need not know what there was.
Taken take_revocation(Care& care, const Scene& scene) {
    const auto bodies = scene.fact.texts("bodies");
    const auto agreed = [&care](const std::string& body) {
        return care.consents.contains(body) || care.revocations.contains(body);
    };
    if (std::none_of(bodies.begin(), bodies.end(), agreed)) return {refuse("consent.none"), {}};
    for (const std::string& body : bodies) {
        care.consents.erase(body);
        care.revocations.insert_or_assign(body, scene.fact.id);
        for (Referral& each : care.referrals)
            if (each.body == body) end_use(each, scene.fact);
    }
    return {};
}

Referral referral_of(const Fact& fact) {
    Referral made;
    made.by = fact.id;
    made.item = fact.text("item");
    made.body = fact.text("body");
    made.asks = fact.text("asks");
    made.shared = fact.texts("shared");
    made.sent_on = made.since = fact.day();
    made.answer_by = fact.date("answer_by");
    made.partner = fact.person("partner");
    return made;
}

const Referral* open_like(const Care& care, const Referral& made) {
    for (const Referral& each : care.referrals)
        if (each.item == made.item && each.body == made.body && each.is_open()) return &each;
    return nullptr;
}

bool leads_on(Status status) {
    return status == Status::NotFiled || status == Status::DecidedRefuse || status == Status::Revisit;
}

// Where the person had revoked, and who refers did not know: the letter may be out, so it stands as revoked until the
// body has been told.
Taken take_referred(Care& care, const Scene& scene) {
    Referral made = referral_of(scene.fact);
    for (const std::string& code : made.shared)
        if (is_never_shared(code)) return {refuse("refer.never"), {}};
    if (made.answer_by && *made.answer_by < made.sent_on) return {refuse("refer.answer_by"), {}};
    if (!care.may_tell(made.body)) {
        const auto revoked = care.revocations.find(made.body);
        if (revoked == care.revocations.end() || knew(scene, revoked->second)) return {refuse("refer.consent"), {}};
        made.state = ReferralState::Revoked;
        made.moved_by = revoked->second;
        made.ended = {revoked->second, made.sent_on};
    } else if (const Referral* first = open_like(care, made)) {
        if (knew(scene, first->by)) return {refuse("refer.double"), {}};
        made.double_of = first->by;
    }
    for (Referral& each : care.referrals)
        if (made.is_open() && each.owes_refusal() && each.item == made.item && knew(scene, *each.moved_by))
            each.heard = made.by;
    const bool goes_on = made.is_open() && leads_on(scene.so_far.status);
    care.referrals.push_back(std::move(made));
    return {{}, goes_on ? std::optional(Status::Referred) : std::nullopt};
}

Referral* named_by(Care& care, const Fact& fact) {
    return const_cast<Referral*>(care.find_referral(*fact.fact("referral")));
}

// An answer whose author could not know that the person had taken consent back.
bool crosses_end(const Referral& referral, const Scene& scene) {
    return referral.state == ReferralState::Revoked && referral.ended && !referral.by_body &&
           referral.moved_by == referral.ended->by && !knew(scene, referral.ended->by);
}

// What the body itself wrote takes the place of what somebody had noted of it; that it takes it on is over by now.
void stay_revoked(Referral& referral) {
    referral.by_body = false;
    referral.state = ReferralState::Revoked;
    referral.since = referral.ended->on;
    referral.moved_by = referral.ended->by;
}

void note_lateness(Referral& referral, Referral::Move move, const Scene& scene) {
    if (move != Referral::Move::Revoke && !referral.taken_on)
        referral.late = referral.answer_by && *referral.answer_by < day_on(referral, scene.fact);
    if (move == Referral::Move::Accept) referral.taken_on = true;
}

// As if the answer had been written down first: what the body did or refused stands, what it only took on ends with the
// consent.
void take_crossing(Referral& referral, const Scene& scene, Referral::Move move) {
    note_lateness(referral, move, scene);
    if (move != Referral::Move::Accept) move_to(referral, *after(ReferralState::Sent, move), scene.fact);
}

// Of two who asked for the same the second, whose letter may be out like the first one's.
Referral* double_named_by(Care& care, const Fact& fact) {
    const auto named = fact.fact("referral");
    for (Referral& each : care.referrals)
        if (each.by == named && each.double_of) return &each;
    return nullptr;
}

// Two who did not know of each other write down one answer: it stands once.
Taken take_move(Care& care, const Scene& scene, Referral::Move move) {
    Referral* referral = named_by(care, scene.fact);
    if (referral == nullptr) return {refuse("referral.unknown"), {}};
    const bool unseen = referral->moved_by && !knew(scene, *referral->moved_by);
    const bool own_word = scene.fact.kind == "body_answered";
    // What somebody of the court noted by telephone and what the body itself wrote cross: the body's word stands.
    if (unseen && own_word && !referral->by_body && referral->state != ReferralState::Revoked) {
        referral->state = ReferralState::Sent;
        referral->taken_on = false;
    }
    if (move != Referral::Move::Revoke && crosses_end(*referral, scene)) {
        take_crossing(*referral, scene, move);
        return {};
    }
    if (unseen && !own_word && referral->by_body && referral->state != after(ReferralState::Sent, move))
        return {refuse("referral.crossed"), {}};
    if (const auto to = after(referral->state, move)) {
        note_lateness(*referral, move, scene);
        move_to(*referral, *to, scene.fact);
        if (referral->ended && referral->is_open()) stay_revoked(*referral);
        return {};
    }
    const auto wanted = after(ReferralState::Sent, move);
    const bool same = referral->state == wanted && referral->moved_by && !knew(scene, *referral->moved_by);
    return {same ? Verdict{} : refuse("referral.move"), {}};
}

Referral::Move move_of(std::string_view answer) {
    if (answer == "accepted") return Referral::Move::Accept;
    return answer == "refused" ? Referral::Move::Refuse : Referral::Move::Finish;
}

// The body takes back what it agreed to or did. It knows that itself, and need not hear that the court, meanwhile, had
// revoked it; that the person had taken consent back it hears all the same.
Taken take_back(Referral& referral, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (!referral.double_of && referral.state == ReferralState::Revoked && !referral.by_body && referral.moved_by &&
        !knew(scene, *referral.moved_by)) {
        if (referral.ended)
            move_to(referral, ReferralState::Revoked, fact);
        else
            referral.told = true;
        return {};
    }
    if (referral.double_of || (referral.state != ReferralState::Accepted && referral.state != ReferralState::Done))
        return {refuse("referral.move"), {}};
    move_to(referral, ReferralState::Revoked, fact);
    if (!referral.ended) referral.told = true;
    return {};
}

// Only the body that was asked speaks for itself, and says why.
Taken take_body_answer(Care& care, const Scene& scene) {
    const Fact& fact = scene.fact;
    Referral* referral = named_by(care, fact);
    if (referral == nullptr) return {refuse("referral.unknown"), {}};
    if (referral->partner != fact.author) return {refuse("answer.body"), {}};
    const std::string_view answer = fact.text("answer");
    if ((answer == "refused" || answer == "revoked") && fact.text("words").empty()) return {refuse("field.words"), {}};
    if (answer == "done" && fact.text("evidence").empty()) return {refuse("field.evidence"), {}};
    return answer == "revoked" ? take_back(*referral, scene) : take_move(care, scene, move_of(answer));
}

// Whoever sent it without knowing that the referral is over has sent it all the same: the body must be told.
Taken take_letter(Care& care, const Scene& scene) {
    Referral* referral = named_by(care, scene.fact);
    const auto letter = scene.fact.fact("letter");
    if (referral == nullptr) return {refuse("referral.unknown"), {}};
    if (!referral->partner || referral->partner != scene.fact.person("partner")) return {refuse("letter.partner"), {}};
    if (!letter) return {refuse("field.letter"), {}};
    if (!referral->is_open() && referral->moved_by && knew(scene, *referral->moved_by))
        return {refuse("letter.closed"), {}};
    referral->letter = letter;
    if (Referral* twice = double_named_by(care, scene.fact)) twice->letter = letter;
    return {};
}

Taken take_told(Care& care, const Scene& scene) {
    Referral* referral = named_by(care, scene.fact);
    if (referral == nullptr) return {refuse("referral.unknown"), {}};
    Referral* twice = double_named_by(care, scene.fact);
    if (twice != nullptr && twice->owes_word() && twice->ended && knew(scene, twice->ended->by)) {
        twice->told = true;
        return {};
    }
    // Whoever did not know that consent was taken back told the person that the body had said no.
    const bool knew_end = referral->ended && knew(scene, referral->ended->by);
    if (referral->state == ReferralState::Refused && !knew_end && !referral->heard && !referral->double_of) {
        referral->heard = scene.fact.id;
        return {};
    }
    const bool to_tell = referral->state == ReferralState::Revoked || knew_end;
    if (!to_tell || referral->told) return {refuse("referral.told"), {}};
    referral->told = true;
    return {};
}

}  // namespace

Taken take_referral(Care& care, const Scene& scene) {
    const std::string& kind = scene.fact.kind;
    if (kind == "consent_given") return take_consent(care, scene);
    if (kind == "consent_revoked") return take_revocation(care, scene);
    if (kind == "referred") return take_referred(care, scene);
    if (kind == "referral_answered") return take_move(care, scene, move_of(scene.fact.text("answer")));
    if (kind == "referral_revoked") return take_move(care, scene, Referral::Move::Revoke);
    if (kind == "body_answered") return take_body_answer(care, scene);
    if (kind == "letter_sent") return take_letter(care, scene);
    if (kind == "referral_told") return take_told(care, scene);
    return {};
}

}  // namespace courtyard::cases
