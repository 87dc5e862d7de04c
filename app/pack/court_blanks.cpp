#include "app/pack/court_blanks.hpp"

#include <algorithm>
#include <array>

namespace courtyard::pack {

namespace {

using enum BlankType;
using Column = ColumnRule;
using Blank = BlankRule;

constexpr std::string_view kWays = "transfer cash entrusted";
constexpr std::string_view kHows = "in_person post electronic kiosk visit phone";
constexpr std::string_view kVisitWays = "phone visit video town";
constexpr std::string_view kConclusions = "O1 O2 O3 O4 O5 O6 O7 O8 O9 O10 O11 O12";

constexpr std::array kVisits{Column{"on", Day}, Column{"place"}, Column{"people", Texts}, Column{"statement", Words}};
constexpr std::array kStatements{Column{"on", Day}, Column{"speaker", Name}, Column{"statement", Words}};
constexpr std::array kProofs{Column{"paper"}, Column{"from", Choice, "applicant court exchange outside"},
                             Column{"says", Words}};
constexpr std::array kElements{
    Column{"element", Choice, "identity case harm loss paid fault hardship insurance other_aid petition norm"},
    Column{"finding", Words}, Column{"sure", Choice, "proven likely unclear"}};
constexpr std::array kServices{Column{"on", Day}, Column{"paper"}, Column{"how", Choice, kHows}, Column{"to", Name},
                               Column{"author", Name}};
constexpr std::array kPayments{Column{"part", Number},
                               Column{"parts", Number},
                               Column{"amount", Money},
                               Column{"payee", Name},
                               Column{"way", Choice, kWays},
                               Column{"on", Day},
                               Column{"state", Choice, "ordered released paid returned confirmed stopped"}};
constexpr std::array kPromises{Column{"body"}, Column{"owner", Name}, Column{"what", Words}, Column{"due", Day},
                               Column{"state", Choice, "made claimed kept overridden disputed"}};
constexpr std::array kLinkages{Column{"on", Day},
                               Column{"court"},
                               Column{"state", Choice, "asked granted refused"},
                               Column{"amount", Money},
                               Column{"answered_on", Day},
                               Column{"reasons", Words}};
constexpr std::array kTries{
    Column{"on", Day}, Column{"way", Choice, kVisitWays},
    Column{"outcome", Choice, "no_answer wrong_number declined later unsafe other_person moved died"},
    Column{"author", Name}};

constexpr std::string_view kDocuments = "citizen permit foreign organisation other";
constexpr std::array kFellows{Column{"name", Name},
                              Column{"relation"},
                              Column{"sex"},
                              Column{"born", Day},
                              Column{"document_kind", Choice, kDocuments},
                              Column{"document"},
                              Column{"guarded", YesNo},
                              Column{"guardian", Name}};

// Facts by which money goes to an account.
constexpr std::string_view kAboutPayments = "pay_ordered urgent_paid";

constexpr std::string_view kAboutReclaim = "payment_reclaimed";

constexpr std::array kBlanks{
    // The court, and the day on which the paper is made.
    Blank{"court", Text, "case"},
    Blank{"today", Day, "case"},
    Blank{"record", Text, "case"},  // id of the fact that the paper tells of

    // Taking the application in hand.
    Blank{"applicant", Name, "case_opened.applicant"},
    Blank{"village", Text, "case_opened.village"},
    Blank{"receipt", Text, "case_opened.receipt"},
    Blank{"application", Text, "case_opened.application"},  // none: taken by word of mouth
    Blank{"opened_by", Name, "case_opened:author"},
    Blank{"taken_on", Day, "case"},  // when it was told by word of mouth, where that was written down
    Blank{"phone", Text, "case_opened.phone"},
    Blank{"contact_rule", Words, "case_opened.contact_rule"},
    Blank{"safe_contact", Words, "case"},  // for whom calls are guarded: all that whoever comes must heed
    Blank{"received_on", Day, "case"},
    Blank{"original_case", Text, "case"},
    Blank{"application_grounds", Words, "case"},  // written in the form, else said before it was filed
    Blank{"organisation", YesNo, "case"},         // the applicant is no person
    Blank{"document_kind", Choice, "case", kDocuments},
    Blank{"guarded", YesNo, "case"},               // somebody acts for the applicant, or has to: a child
    Blank{"agent_is", Text, "case"},               // which kind of agent, else what they are to the applicant
    Blank{"fellows", Rows, "case", {}, kFellows},  // who apply together with the applicant
    Blank{"fellow_names", Texts, "case"},          // a child with who acts for it
    Blank{"petitioner", YesNo, "case"},            // petitions about a lawsuit (E9): nobody need owe anything
    Blank{"department", Text, "department_asked.department"},
    Blank{"department_judge", Name, "department_asked.judge"},
    Blank{"department_opinion", Words, "department_answered.opinion"},
    Blank{"department_answered_on", Day, "department_answered:day"},
    Blank{"filing_opinion", Words, "sent_to_filing.opinion"},
    Blank{"filing_opinion_on", Day, "sent_to_filing:day"},
    Blank{"filing_opinion_by", Name, "sent_to_filing:author"},
    Blank{"more_papers", Texts, "more_asked.papers"},
    Blank{"more_until", Day, "more_asked.until"},
    Blank{"more_on", Day, "more_asked:day"},
    Blank{"earlier_aid", Texts, "case"},   // who helped for the same before, as somebody found
    Blank{"more_missing", Texts, "case"},  // of them, those that have not come
    Blank{"number", Text, "filed.number"},
    Blank{"filed_on", Day, "filed:day"},
    Blank{"filed_by", Name, "filed:author"},
    Blank{"not_filed_reasons", Words, "not_filed.reasons"},
    Blank{"not_filed_on", Day, "not_filed:day"},
    Blank{"not_filed_by", Name, "not_filed:author"},
    Blank{"withdrawn_how", Text, "withdrawn.how"},
    Blank{"withdrawn_on", Day, "withdrawn:day"},
    Blank{"abandoned_reasons", Words, "abandoned.reasons"},
    Blank{"abandoned_on", Day, "abandoned:day"},

    // Review.
    Blank{"handler", Name, "case"},
    Blank{"panel", Texts, "case"},
    Blank{"visit_on", Day, "site_visited:day"},
    Blank{"visit_place", Text, "site_visited.place"},
    Blank{"visit_people", Texts, "site_visited.people"},
    Blank{"visit_statement", Words, "site_visited.statement"},
    Blank{"visit_read_back", YesNo, "site_visited.read_back"},
    Blank{"visit_signatures", Texts, "site_visited.signatures"},
    Blank{"visit_by", Name, "site_visited:author"},
    Blank{"visits", Rows, "each site_visited", {}, kVisits},
    Blank{"statement_speaker", Name, "statement_taken.speaker"},
    Blank{"statement_words", Words, "statement_taken.statement"},
    Blank{"statement_read_back", YesNo, "statement_taken.read_back"},
    Blank{"statement_on", Day, "statement_taken:day"},
    Blank{"statement_by", Name, "statement_taken:author"},
    Blank{"speaker_document", Text, "case", {}, {}, "statement_taken"},  // where the case holds it
    Blank{"statements", Rows, "each statement_taken", {}, kStatements},
    Blank{"hearing_called_on", Day, "hearing_called:day"},
    Blank{"hearing_day", Day, "hearing_called.day"},
    Blank{"hearing_place", Text, "hearing_called.place"},
    Blank{"hearing_people", Texts, "hearing_called.people"},
    Blank{"hearing_on", Day, "hearing_held:day"},
    Blank{"hearing_attended", Texts, "hearing_held.people"},
    Blank{"hearing_statement", Words, "hearing_held.statement"},
    Blank{"hearing_by", Name, "hearing_held:author"},
    Blank{"proofs", Rows, "each proof_added", {}, kProofs},
    Blank{"elements", Rows, "each element_found", {}, kElements},
    Blank{"commitment_given", Choice, "commitment_taken.given", "given declined not_needed"},
    Blank{"commitment_reasons", Words, "commitment_taken.reasons"},
    Blank{"commitment_on", Day, "commitment_taken:day"},
    Blank{"commitment_by", Name, "commitment_taken:author"},
    Blank{"report_proposal", Choice, "report_written.proposal", "grant refuse terminate"},
    Blank{"report_amount", Money, "report_written.amount"},
    Blank{"report_reasons", Words, "report_written.reasons"},
    Blank{"report_factors", Texts, "report_written.factors"},
    Blank{"report_exception", Words, "report_written.exception"},
    Blank{"report_unpaid", Money, "report_written.unpaid"},
    Blank{"report_unlike", Words, "report_written.unlike"},
    Blank{"report_wage", Money, "report_written.wage"},
    Blank{"report_on", Day, "report_written:day"},
    Blank{"report_by", Name, "report_written:author"},
    Blank{"ceiling", Money, "case"},  // thirty-six times the wage of the report (A4)
    Blank{"paused_papers", Texts, "clock_paused.papers"},
    Blank{"paused_until", Day, "case", {}, {}, "clock_paused"},  // that was named, else when somebody asks
    Blank{"paused_on", Day, "clock_paused:day"},
    Blank{"suspended_ground", Choice, "suspended.ground", "force_majeure no_guardian other"},
    Blank{"suspended_reasons", Words, "suspended.reasons"},
    Blank{"suspended_on", Day, "suspended:day"},
    Blank{"resumed_reasons", Words, "resumed.reasons"},
    Blank{"resumed_on", Day, "resumed:day"},
    Blank{"terminated_ground", Choice, "terminated.ground", "hardship_gone amount_refused died other"},
    Blank{"terminated_reasons", Words, "terminated.reasons"},
    Blank{"terminated_on", Day, "terminated:day"},

    // First aid in need.
    Blank{"urgent_amount", Money, "urgent_proposed.amount"},
    Blank{"urgent_wage", Money, "urgent_proposed.wage"},
    Blank{"urgent_reasons", Words, "urgent_proposed.reasons"},
    Blank{"urgent_necessity", Words, "urgent_proposed.necessity"},
    Blank{"urgent_on", Day, "urgent_proposed:day"},
    Blank{"urgent_by", Name, "urgent_proposed:author"},
    Blank{"urgent_approved_on", Day, "urgent_approved:day"},
    Blank{"urgent_approved_by", Name, "urgent_approved:author"},
    Blank{"urgent_paid", Money, "urgent_paid.amount"},
    Blank{"urgent_paid_on", Day, "urgent_paid:day"},
    Blank{"urgent_payee", Name, "urgent_paid.payee"},
    Blank{"urgent_relation", Text, "urgent_paid.relation"},
    Blank{"urgent_way", Choice, "urgent_paid.way", kWays},
    Blank{"urgent_approval", Words, "urgent_paid.approval"},
    Blank{"urgent_proof", Text, "urgent_paid.proof"},
    Blank{"urgent_officers", Texts, "urgent_paid.officers"},
    Blank{"urgent_explained", YesNo, "urgent_paid.explained"},
    Blank{"urgent_paid_by", Name, "urgent_paid:author"},
    Blank{"urgent_given", Money, "case"},  // of it, what is out: nothing that came back

    // Decision, and service of papers.
    Blank{"result", Choice, "decided.result", "grant refuse"},
    Blank{"amount", Money, "decided.amount"},
    Blank{"reasons", Words, "decided.reasons"},
    Blank{"decided_terms", Words, "decided.terms"},  // shares, instalments, who watches over the money
    Blank{"decided_on", Day, "decided:day"},
    Blank{"decided_by", Choice, "case", "panel committee adjudication"},
    Blank{"balance", Money, "case"},  // granted, and not yet paid as urgent aid
    Blank{"served_paper", Text, "served.paper"},
    Blank{"served_how", Choice, "served.how", kHows},
    Blank{"served_to", Name, "served.to"},
    Blank{"served_on", Day, "served:day"},
    Blank{"served_by", Name, "served:author"},
    Blank{"services", Rows, "each served", {}, kServices},

    // Money. The account stands in papers about a payment alone, and whole only for who may see it.
    Blank{"order_amount", Money, "pay_ordered.amount"},
    Blank{"order_part", Number, "pay_ordered.part"},
    Blank{"order_parts", Number, "pay_ordered.parts"},
    Blank{"order_way", Choice, "pay_ordered.way", kWays},
    Blank{"order_payee", Name, "pay_ordered.payee"},
    Blank{"order_relation", Text, "pay_ordered.relation"},
    Blank{"order_approval", Words, "pay_ordered.approval"},
    Blank{"order_supervision", Choice, "pay_ordered.supervision", "guardian joint notary village"},
    Blank{"order_on", Day, "pay_ordered:day"},
    Blank{"order_by", Name, "pay_ordered:author"},
    Blank{"payee_document", Text, "case", {}, {}, kAboutPayments},  // where the case holds it
    Blank{"account", Text, "case", {}, {}, kAboutPayments},
    Blank{"account_bank", Text, "case", {}, {}, kAboutPayments},
    Blank{"account_holder", Name, "case", {}, {}, kAboutPayments},
    Blank{"released_by", Name, "case", {}, {}, "pay_ordered"},
    Blank{"released_on", Day, "case", {}, {}, "pay_ordered"},
    Blank{"paid_on", Day, "case", {}, {}, "pay_ordered"},
    Blank{"paid_proof", Text, "case", {}, {}, "pay_ordered"},
    Blank{"paid_officers", Texts, "case", {}, {}, "pay_ordered"},
    Blank{"paid_recording", Text, "case", {}, {}, "pay_ordered"},
    Blank{"order_next", Day, "pay_ordered.next"},
    Blank{"explained", YesNo, "case", {}, {}, "pay_ordered"},
    Blank{"payments", Rows, "case", {}, kPayments},
    Blank{"paid_total", Money, "case"},
    Blank{"stop_ground", Choice, "payment_stopped.ground", "died amount_refused hardship_gone fraud other"},
    Blank{"stop_reasons", Words, "payment_stopped.reasons"},
    Blank{"stop_on", Day, "payment_stopped:day"},
    Blank{"stopped", Money, "case"},  // granted, and not to be paid any more
    Blank{"recovery_ground", Choice, "recovery_decided.ground", "fraud promise_broken enforced urgent_refused"},
    Blank{"recovery_amount", Money, "recovery_decided.amount"},
    Blank{"recovery_reasons", Words, "recovery_decided.reasons"},
    Blank{"recovery_until", Day, "case", {}, {}, "recovery_decided"},  // that was named, else the court's own days
    Blank{"recovery_on", Day, "recovery_decided:day"},
    Blank{"reclaim_amount", Money, "case", {}, {}, kAboutReclaim},  // of the payment beside what the case pays
    Blank{"reclaim_payee", Name, "case", {}, {}, kAboutReclaim},
    Blank{"reclaim_paid_on", Day, "case", {}, {}, kAboutReclaim},
    Blank{"reclaim_until", Day, "case", {}, {}, kAboutReclaim},  // that was named, else the court's own days
    Blank{"reclaim_on", Day, "payment_reclaimed:day", {}, {}, kAboutReclaim},
    Blank{"enforced", Money, "case"},
    Blank{"enforced_partly", YesNo, "case"},  // less than the report says is owed
    Blank{"recovered", Money, "case"},

    // Other bodies, promises, revisits.
    Blank{"referral_item", Text, "referred.item"},
    Blank{"referral_body", Text, "referred.body"},
    Blank{"referral_asks", Words, "referred.asks"},
    Blank{"referral_shared", Texts, "case"},  // of the form, what the person agreed that this body is told
    Blank{"referral_answer_by", Day, "case", {}, {}, "referred"},  // that was named, else when somebody asks
    Blank{"referral_within", YesNo, "case", {}, {}, "referred"},   // a department of this very court
    // Who agreed that the body is told, as it was written down; else nobody.
    Blank{"referral_agreed_by", Choice, "case", "applicant guardian agent", {}, "referred"},
    Blank{"referral_on", Day, "referred:day"},
    Blank{"referral_by", Name, "referred:author"},
    Blank{"linkage_court", Text, "linkage_asked.court"},
    Blank{"linkage_reasons", Words, "linkage_asked.reasons"},
    Blank{"linkage_amount", Money, "linkage_asked.amount"},
    Blank{"linkage_answer_by", Day, "case", {}, {}, "linkage_asked"},  // that was named, else the court's own days
    Blank{"linkage_on", Day, "linkage_asked:day"},
    Blank{"linkage_by", Name, "linkage_asked:author"},
    // Who was asked to aid together, as it stood when the paper's own fact was signed; not whom the court let be.
    Blank{"linkages", Rows, "case", {}, kLinkages},
    Blank{"promises", Rows, "case", {}, kPromises},
    Blank{"revisit_plan", Text, "revisit_made.plan", "R0 R1 R2 R3 R4 S extra"},
    Blank{"revisit_slot", Choice, "revisit_made.slot", "morning noon afternoon evening"},
    Blank{"revisit_way", Choice, "revisit_made.way", kVisitWays},
    Blank{"revisit_visitors", Texts, "revisit_made.visitors"},
    Blank{"revisit_spoke_with", Choice, "revisit_made.spoke_with", "applicant guardian family"},
    Blank{"revisit_money_came", Money, "revisit_made.money_came"},
    Blank{"revisit_money_whole", YesNo, "revisit_made.money_whole"},
    Blank{"revisit_asked_for_fee", YesNo, "revisit_made.asked_for_fee"},
    Blank{"revisit_fee_words", Words, "revisit_made.fee_words"},
    Blank{"revisit_used_for", Texts, "revisit_made.used_for"},
    Blank{"revisit_scores", Texts, "revisit_made.scores", "food home care school work"},
    Blank{"revisit_enforced", Money, "revisit_made.enforced"},
    Blank{"revisit_unsafe", YesNo, "revisit_made.unsafe"},
    Blank{"revisit_unsafe_words", Words, "revisit_made.unsafe_words"},
    Blank{"revisit_needs", Words, "revisit_made.needs"},
    Blank{"revisit_conclusions", Texts, "revisit_made.conclusions", kConclusions},
    Blank{"revisit_next", Day, "case"},  // the day that was named, else the plan's next
    Blank{"revisit_petition", Choice, "revisit_made.petition", "none again"},
    Blank{"revisit_supervised_used", YesNo, "revisit_made.supervised_used"},
    Blank{"revisit_content", Number, "revisit_made.content"},
    Blank{"revisit_recording", Text, "revisit_made.recording"},
    Blank{"revisit_on", Day, "revisit_made:day"},
    Blank{"revisit_by", Name, "revisit_made:author"},
    Blank{"tries", Rows, "each revisit_tried", {}, kTries},
};

constexpr std::array kPapers{
    PaperRule{"notice", "case_opened", "applicant original_case", true},
    PaperRule{"registration", "case_opened", "F1.01 F1.06.number original_case F1.51@!organisation F1.71 F1.90"},
    PaperRule{"acceptance", "filed", "applicant number filed_on", true},
    PaperRule{"supplement", "more_asked", "applicant more_papers more_until more_on", true},
    PaperRule{"supplement_review", "clock_paused", "applicant number paused_papers paused_until paused_on", true,
              "paused_papers"},
    PaperRule{"hearing", "hearing_called", "applicant number hearing_day hearing_place hearing_called_on", true},
    PaperRule{"hearing_record", "hearing_held", "applicant number hearing_on hearing_attended hearing_statement"},
    PaperRule{"report", "report_written",
              "applicant number report_proposal report_amount@report_proposal=grant "
              "report_amount|capital@report_proposal=grant report_reasons report_on"},
    PaperRule{"decision_grant", "decided",
              "applicant number amount amount|capital reasons decided_on contact.aid_office.number", true,
              "result is grant"},
    // Whoever gets nothing here is told who else helps, and whom to ask why.
    PaperRule{"decision_refuse", "decided",
              "applicant number reasons decided_on contact.12348.number contact.civil_affairs.number@!organisation "
              "contact.aid_office.number",
              true, "result is refuse"},
    PaperRule{
        "decision_urgent", "urgent_approved",
        "applicant urgent_amount urgent_amount|capital urgent_reasons urgent_approved_on contact.aid_office.number",
        true},
    PaperRule{"decision_recover", "recovery_decided",
              "applicant number recovery_amount recovery_amount|capital recovery_reasons recovery_on "
              "recovery_until@recovery_ground!=enforced contact.aid_office.number",
              true},
    PaperRule{"reclaim", "payment_reclaimed",
              "applicant reclaim_amount reclaim_amount|capital reclaim_until reclaim_on contact.aid_office.number",
              true},
    PaperRule{"payment_sheet", "pay_ordered",
              "number amount order_amount order_amount|capital order_part order_parts order_payee order_way "
              "account@order_way=transfer"},
    PaperRule{"payment_record", "pay_ordered", "number order_amount order_amount|capital order_payee paid_on"},
    PaperRule{"payment_stopped", "payment_stopped", "applicant number stop_ground stop_reasons stop_on", true},
    PaperRule{"urgent_sheet", "urgent_paid",
              "applicant urgent_paid urgent_paid|capital urgent_payee urgent_way urgent_paid_on "
              "account@urgent_way=transfer"},
    PaperRule{"urgent_record", "urgent_paid", "applicant urgent_paid urgent_paid|capital urgent_payee urgent_paid_on"},
    PaperRule{"referral", "referred", "applicant referral_body referral_asks referral_shared referral_on", true},
    PaperRule{"linkage", "linkage_asked", "applicant linkage_court linkage_reasons linkage_on", true},
    PaperRule{"revisit", "revisit_made",
              "applicant revisit_on revisit_way revisit_spoke_with@!organisation revisit_asked_for_fee "
              "revisit_unsafe@!organisation "
              "revisit_conclusions"},
    PaperRule{"service", "served", "served_paper served_how served_to served_on"},
    PaperRule{"not_filed", "not_filed",
              "applicant not_filed_reasons not_filed_on contact.12348.number "
              "contact.civil_affairs.number@!organisation "
              "contact.aid_office.number",
              true},
    PaperRule{"withdrawn", "withdrawn", "applicant withdrawn_how withdrawn_on", true},
    PaperRule{"abandoned", "abandoned", "applicant abandoned_reasons abandoned_on", true},
    PaperRule{"suspended", "suspended", "applicant number suspended_reasons suspended_on", true},
    PaperRule{"resumed", "resumed", "applicant number resumed_reasons resumed_on", true},
    PaperRule{"terminated", "terminated", "applicant number terminated_reasons terminated_on", true},
    PaperRule{"visit", "site_visited", "visit_on visit_place visit_people visit_statement"},
    PaperRule{"statement", "statement_taken", "applicant statement_on statement_speaker statement_words"},
    PaperRule{"oral_application", "case_opened", "applicant original_case"},
};

}  // namespace

std::span<const BlankRule> court_blanks() { return kBlanks; }
std::span<const PaperRule> court_papers() { return kPapers; }

const BlankRule* find_blank(std::string_view name) {
    const auto found =
        std::find_if(kBlanks.begin(), kBlanks.end(), [&](const Blank& each) { return each.name == name; });
    return found == kBlanks.end() ? nullptr : &*found;
}

bool is_kept_from_bodies(std::string_view name) {
    // Besides what the act itself says: who is meant, since when the court knows of them, and what is the court's own.
    constexpr std::array<std::string_view, 7> kTold{"applicant", "received_on", "court",  "today",
                                                    "record",    "number",      "handler"};
    if (name.size() > 1 && name[0] == 'F' && name[1] >= '0' && name[1] <= '9') return true;
    if (find_blank(name) == nullptr || name.starts_with("referral_")) return false;
    return std::find(kTold.begin(), kTold.end(), name) == kTold.end();
}

bool may_ask_before_body(std::string_view name) {
    constexpr std::array<std::string_view, 3> kAsked{"organisation", "guarded", "safe_contact"};
    return !is_kept_from_bodies(name) || std::find(kAsked.begin(), kAsked.end(), name) != kAsked.end();
}

const PaperRule* find_paper(std::string_view id) {
    const auto found =
        std::find_if(kPapers.begin(), kPapers.end(), [&](const PaperRule& each) { return each.id == id; });
    return found == kPapers.end() ? nullptr : &*found;
}

}  // namespace courtyard::pack
