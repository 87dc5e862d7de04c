// What is printed: papers of the court, slips, leaflets, the yearly report; and what people read out from the pack
// itself (messages, the glossary).
#include "app/pack/asked_words.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kCourtKeys = R"(
court. name foot{n!,of!,record!} year month day figures ten yuan yes no between apart told{answer,label}
    said{who,words} earlier{reasons,where} row{rest,who} row_part{answer,label} row_between brought{on!}
    careful number_line{line!} receipt{receipt!} guarded_name{guardian,name} organisation_name
    agent_relation{relation} box ticked line nothing account{ends!} lacking lacking_note{codes}
    other_pack{now!,then!}
    document_kind.citizen document_kind.permit document_kind.foreign document_kind.organisation document_kind.other
    fellows.document_kind.citizen fellows.document_kind.permit fellows.document_kind.foreign
    fellows.document_kind.organisation fellows.document_kind.other proofs.from.applicant proofs.from.court
    proofs.from.exchange proofs.from.outside elements.element.identity elements.element.case elements.element.harm
    elements.element.loss elements.element.paid elements.element.fault elements.element.petition
    elements.element.hardship elements.element.insurance elements.element.other_aid elements.element.norm
    elements.sure.proven elements.sure.likely elements.sure.unclear commitment_given.given commitment_given.declined
    commitment_given.not_needed report_proposal.grant report_proposal.refuse report_proposal.terminate
    suspended_ground.force_majeure suspended_ground.no_guardian suspended_ground.other
    terminated_ground.hardship_gone terminated_ground.died terminated_ground.amount_refused terminated_ground.other
    stop_ground.died stop_ground.amount_refused stop_ground.hardship_gone stop_ground.fraud stop_ground.other
    referral_agreed_by.applicant referral_agreed_by.guardian referral_agreed_by.agent
    result.grant result.refuse decided_by.panel decided_by.committee decided_by.adjudication served_how.in_person
    served_how.post served_how.electronic served_how.kiosk served_how.visit served_how.phone services.how.in_person
    services.how.post services.how.electronic services.how.kiosk services.how.visit services.how.phone
    order_way.transfer order_way.cash order_way.entrusted urgent_way.transfer urgent_way.cash urgent_way.entrusted
    order_supervision.guardian order_supervision.joint order_supervision.notary order_supervision.village
    payments.way.transfer payments.way.cash payments.way.entrusted payments.state.ordered payments.state.released
    payments.state.paid payments.state.returned payments.state.confirmed payments.state.stopped
    recovery_ground.fraud recovery_ground.promise_broken recovery_ground.enforced recovery_ground.urgent_refused
    linkages.state.asked linkages.state.granted linkages.state.refused promises.state.made promises.state.claimed
    promises.state.kept promises.state.overridden promises.state.disputed revisit_way.phone revisit_way.visit
    revisit_way.video revisit_way.town tries.way.phone tries.way.visit tries.way.video tries.way.town
    tries.outcome.no_answer tries.outcome.wrong_number tries.outcome.declined tries.outcome.later
    tries.outcome.unsafe tries.outcome.other_person tries.outcome.moved tries.outcome.died revisit_plan.R0
    revisit_plan.R1 revisit_plan.R2 revisit_plan.R3 revisit_plan.R4 revisit_plan.S revisit_plan.extra
    revisit_slot.morning revisit_slot.noon revisit_slot.afternoon revisit_slot.evening revisit_petition.none
    revisit_petition.again revisit_spoke_with.applicant revisit_spoke_with.guardian revisit_spoke_with.family
    revisit_scores.food revisit_scores.home revisit_scores.care revisit_scores.school revisit_scores.work
    revisit_conclusions.O1 revisit_conclusions.O2 revisit_conclusions.O3 revisit_conclusions.O4
    revisit_conclusions.O5 revisit_conclusions.O6 revisit_conclusions.O7 revisit_conclusions.O8
    revisit_conclusions.O9 revisit_conclusions.O10 revisit_conclusions.O11 revisit_conclusions.O12
)";

constexpr std::string_view kPapersKeys = R"(
printed. foot{n!,of!} again{time!} more door.who door.say door.source ticket.title ticket.unfinished ticket.how
    ticket.small ticket.code ticket.caption{n!,of!} ticket.keep screening.title leaflet.questions leaflet.tear
    leaflet.back{court,site} leaflet.back1 leaflet.back2 leaflet.back3 test.title test.read test.rare test.symbol
    test.done form.stop form.how form.back form.must form.when form.may form.if_so form.several form.other form.or
    form.year form.month form.day form.date form.number form.money form.money_of form.yes form.agree form.disagree
    form.signature form.fill form.between f2.title f2.01 f2.02 f2.03 f2.04 f2.topics f2.signed
)";

constexpr std::string_view kSlipKeys = R"(
slip. title court{court} site{site} machine{machine} filed_at{time!} papers{n!} pictures{n!} number_caption
    code_caption receipt_caption part_caption{n!,of!} without_application without_application_do foot_not_filing
    foot_ask foot_next foot_keep foot_lost foot_safe foot_call
)";

constexpr std::string_view kYearKeys = R"(
year. title{year!} intro{day,year!} intro_so_far{day!,year!} group.cases group.money group.care part.work
    part.problems part.next row.came row.filed row.not_filed row.granted row.refused row.ended row.pending
    row.days_to_decision row.granted_sum row.paid_sum row.aided row.urgent row.urgent_sum row.days_to_money
    row.recoveries row.referred row.helped row.promised row.kept row.revisits row.alerts row.alerts_open
    unit.cases{n!} unit.times{n!} unit.days{n!} committee{court} note.count note.norm foot{n!,of!} sent
field.problem. year
fact. year.office year.unknown year.day year.to
)";

constexpr std::string_view kLeafletKeys = R"(
leaflet. title p1 p6 p7
)";

constexpr std::string_view kMessagesKeys = R"(
sms. call_us{name,number!} come{day!,number!,place} papers{number!,place}
call. opening{name,staff} somebody_else voicemail{name,number!} wrong_time code_word{code}
)";

constexpr std::string_view kGlossaryKeys = R"(
glossary. judicial_aid.term judicial_aid.say applicant.term applicant.say original_case.term original_case.say
    handling_judge.term handling_judge.say filing.term filing.say supplementing.term supplementing.say
    judgment_creditor.term judgment_creditor.say judgment_debtor.term judgment_debtor.say execution_closed.term
    execution_closed.say civil_claim.term civil_claim.say close_relatives.term close_relatives.say guardian.term
    guardian.say agent.term agent.say special_authority.term special_authority.say injury_grade.term
    injury_grade.say urgent_aid.term urgent_aid.say linkage.term linkage.say aid_committee.term aid_committee.say
    hearing.term hearing.say petition_promise.term petition_promise.say revisit.term revisit.say return_of_aid.term
    return_of_aid.say aid_grades.term aid_grades.say high_expenditure.term high_expenditure.say receipt.term
    receipt.say separate_consent.term separate_consent.say shared_courtroom.term shared_courtroom.say steward.term
    steward.say
)";

constexpr std::array kPaperLists{
    AskedList{"text/court.toml", kCourtKeys},      AskedList{"text/papers.toml", kPapersKeys},
    AskedList{"text/slip.toml", kSlipKeys},        AskedList{"text/year.toml", kYearKeys},
    AskedList{"text/leaflet.toml", kLeafletKeys},  AskedList{"text/messages.toml", kMessagesKeys},
    AskedList{"text/glossary.toml", kGlossaryKeys}};

}  // namespace

std::span<const AskedList> words_of_papers() { return kPaperLists; }

}  // namespace courtyard::pack
