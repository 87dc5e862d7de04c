// Why the case does not take an act, and what asks for one. What acts themselves are called: asked_of_acts.cpp.
#include "app/pack/asked_words.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kFactsKeys = R"(
fact. role role.taken member refused{code,what,why} status.where{in,now} status application case not_opened kind
    set_aside on.future hearing.before on.before_case on.before revisit.next revisit.again revisit.later field.phone
    field.safe_number field.original_case field.contact_hours field{field} field.amount field.number field.reasons
    field.account_number field.papers_digest field.recording field.consequences field.despite field.explained
    field.read_back field.proof field.officers member.conflict member.office member.none member.others
    member.assigned member.last filed.kind filed.taken more.twice more.other field.papers filing.missing more.until
    clock.paused clock.running clock.suspended clock.other clock.which clock.complex clock.complex_late
    clock.extended member.epoch double.answered double.unknown opinion.two opinion.open identified.nothing
    document.length document.checksum
    clock.day corrected.unknown corrected.opening corrected.others corrected.leader corrected.vote corrected.rests
    day.past details.nothing contact.nothing contact.two guardian.applicant guardian.two guardian.replaced
    guardian.disputed by.guardian by.agent details.number settled.none settled.own settled.both settled.money
    element.petition report.elements{missing} report.amount report.wage report.exception report.ceiling
    report.urgent report.result
    ballot.body ballot.report ballot.papers ballot.twice ballot.conflict ballot.member ballot.office ballot.few
    ballot.even ballot.result ballot.same vote.ballot vote.voter vote.conflict vote.papers vote.superseded
    vote.decided vote.double vote.amount vote.wage vote.ceiling vote.urgent upward.ballot upward.body upward.result
    upward.open terminated.ballot kept.self kept.none decided.ballot decided.superseded decided.open
    decided.amount_open decided.split decided.result decided.amount urgent.necessity urgent.ceiling urgent.twice
    urgent.proposal urgent.self urgent.approval urgent.amount urgent.granted urgent.undecided fund.decision fund.amount
    fund.arrived fund.goes_on fund.left fund.lies_less called.due money.proof money.number pay.decision pay.doubted pay.stray
    pay.parts pay.part pay.granted pay.budget pay.rest pay.approval pay.account pay.account_ends pay.account_two
    pay.account_replaced pay.account_back pay.ground pay.at_odds account.digits account.card_length account.luhn
    account.length
    account.holder account.whose account.record account.ends account.two pay.offender pay.holder pay.order
    picture.unknown picture.size
    picture.kind picture.count picture.missing pay.self pay.released pay.unreleased pay.paid pay.officers
    pay.not_on_case pay.registrar pay.not_paid pay.confirmed pay.crossed pay.more pay.nobody pay.own pay.whole stop.decision
    recovery.ground recovery.amount close.recovery close.served close.followup close.recovery_told close.told
    close.fund close.not_whole close.money recovery.until recovery.none recovered.more served.paper served.not_yet
    served.before served.inside answers.field{detail,fields} answers.json{detail} answers.account
    wage.before wage.none wage.other balance.granted balance.budget balance.requested balance.released balance.state
    balance.stopped balance.recovery abandoned.came abandoned.day clock.extended_late clock.not_complex
    close.request details.two double.two enforced.claim enforced.none field.above field.unlike field.lay
    hearing.none member.given
    member.left fellow.applicant fellow.two fellow.unknown fellow.nobody fellow.opponent money.twice
    recall.none recovered.same recovery.commitment clock.agreed clock.no_pause close.stray filed.court stray.none
choices. any{list} more.other{list} decided.amount{list} filing.missing{list} field.papers{list}
    corrected.rests{list}
rests. instead.joined instead.assigned instead.conflict_declared instead.left instead.account_given
report. missing.and missing.case missing.harm missing.paid missing.hardship missing.petition missing.commitment
)";

constexpr std::string_view kActsKeys = R"(
task. P1b assign terminate finance account account_changed A8 told close alert_unsafe alert_asked_for_fee
    alert_guardian alert_not_whole promise_due ask_promise referral_answer referral_done linkage_answer linkage_tell
    gone_linkage hearing tell_revoked P3 P3c P4 P5 P12 P7 P7m P8 party P9 P10 P11 P13 P15 R0 R1 R2 R3 R4 S extra
    again revisit O1 O3 O4 O5 O6 O7 O8 O9 O10 O11 O12 alert vote vote_amount decide split element.harm element.paid
    element.hardship element.petition commitment report report_anew report_aided ballot_aided decide_aided ballot
    paused.papers paused.outside_proof paused.superior suspended suspended_look urgent urgent_asked urgent_pay order
    release pay money money_gone gone_stop gone_promise moved_promise moved_referral gone_referral recovery
    recovery_told reclaim_told
    fund_back fund_lies finance_lies promise claimed disputed disputed.button referral doubt doubt_seat doubt_unheard
    doubt_judge contradiction contradiction_paid opinion_no opinion_yes same_number found_anew
    double help no_help seat.registrar seat.judge seat.committee seat.caller seat.leader clock_ahead deduct
    deducted_back hearing_anew hearing_off module{acts,module} module.or order_again recall referral_refused
    recall_unmade same_lead same_lead_stays same_lead_stays alert_pass.unsafe alert_pass.asked_for_fee alert_pass.not_whole
    alert_pass.unsafe.theirs alert_pass.asked_for_fee.theirs alert_pass.not_whole.theirs vote.theirs
    alert_pass.new_harm alert_pass.new_harm.theirs same_proof vote_amount.theirs doubt_unheard.theirs doubt_judge.theirs
    late_pause reclaim stray told.abandoned told.acceptance told.terminated told.withdrawn
fact. payload other{code} undo.nothing undo.sent undo.letter undo.followed undo.others case.unknown case.exists
    case.role case.person case.key case.no_key case.short case.ambiguous
)";

constexpr std::array kCaseLists{AskedList{"text/facts.toml", kFactsKeys}, AskedList{"text/acts.toml", kActsKeys}};

}  // namespace

std::span<const AskedList> words_of_cases() { return kCaseLists; }

}  // namespace courtyard::pack
