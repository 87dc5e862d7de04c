// What each kind of fact says: the third column of act_table.hpp, in a file of its own because it is long.
#pragma once

#include <array>

#include "app/cases/act_table.hpp"

namespace courtyard::cases::fields {

using enum FieldType;
using enum Need;
using enum Kept;
using Rule = FieldRule;

inline constexpr std::array<Rule, 0> kNothing{};
inline constexpr std::array kReasons{Rule{"reasons", Words}};
inline constexpr std::array kAmount{Rule{"amount", Money}};

// `answers` is the application without the account (F1.80); `notice_key` lets whoever is on the case write notices.
inline constexpr std::array kCaseOpened{
    Rule{"applicant", Line},
    Rule{"document", Line, May},     // of the applicant, where no answers say it (told_documents.hpp)
    Rule{"application", Line, May},  // id of the record that the court received; none: taken by word of mouth
    Rule{"answers", Data, May},
    Rule{"notice_key", Line, May},
    Rule{"receipt", Line, May},
    Rule{"village", Line, May},
    Rule{"source", Choice, Must, "kiosk window outreach transfer"},
    Rule{"original_case", Line, May},
    Rule{"received_on", Day, May},
    Rule{"phone", Line, May},          // F1.09
    Rule{"relay", Line, May},          // F1.10: who passes on a word, and where to reach them
    Rule{"contact_rule", Words, May},  // F1.11: an option of it, or somebody's own words
    Rule{"contact_hours", Hours, May},
    Rule{"safe_number", Line, May},     // F1.11a: the only one to call
    Rule{"messages", Line, May},        // F1.11b
    Rule{"hide_from", Lines, May},      // F1.11c
    Rule{"agreed_word", Line, May},     // F1.11d
    Rule{"screening", Data, May},       // what was answered before applying: of it, help is suggested
    Rule{"photos", Pictures, May},      // of the papers that came with the application
    Rule{"offender_acts", YesNo, May},  // whoever acts for the applicant did the harm: an alert of the same day (RS)
    Rule{"urgent", YesNo, May},         // the person says so (F1.72), or the screening does (OUT-A1)
};
inline constexpr std::array kDepartmentAsked{Rule{"department", Line}, Rule{"judge", Person, May}};
// `original_case`: found by the court where the applicant did not know it.
inline constexpr std::array kDepartmentAnswered{Rule{"opinion", Words}, Rule{"fits", YesNo},
                                                Rule{"original_case", Line, May}};
inline constexpr std::array kMoreAsked{Rule{"papers", Lines}, Rule{"until", Day}};
// `papers`: of those that were asked for, where any still are missing; `others`: what the person brought besides.
inline constexpr std::array kMoreCame{Rule{"papers", Lines, May}, Rule{"others", Lines, May}};
// `despite`: why it goes on while papers that were asked for are missing (wrong_papers() in inquiry.hpp).
inline constexpr std::array kOpinion{Rule{"opinion", Words}, Rule{"despite", Words, May}};
inline constexpr std::array kFiled{Rule{"number", FieldType::CaseNumber}, Rule{"original_case", Line, May}};
// A slip of the pen in what names the case: nothing that rests on it is undone.
inline constexpr std::array kDetails{Rule{"applicant", Line, May}, Rule{"village", Line, May},
                                     Rule{"number", FieldType::CaseNumber, May}, Rule{"original_case", Line, May},
                                     Rule{"reasons", Words}};
// How to reach the person, from now on: what is named stands instead of what was said before. `anew`: nothing of that
// holds any more, this is all.
inline constexpr std::array kContactChanged{Rule{"told_by", Line},
                                            Rule{"phone", Line, May},
                                            Rule{"relay", Line, May},
                                            Rule{"contact_rule", Words, May},
                                            Rule{"contact_hours", Hours, May},
                                            Rule{"safe_number", Line, May},
                                            Rule{"messages", Line, May},
                                            Rule{"hide_from", Lines, May},
                                            Rule{"agreed_word", Line, May},
                                            Rule{"anew", YesNo, May}};
// Who acts for the applicant, from now on. `may_collect`: of an agent.
inline constexpr std::array kGuardianChanged{Rule{"as", Choice, Must, "guardian agent nobody"},
                                             Rule{"name", Line, May},
                                             Rule{"document", Line, May},
                                             Rule{"relation", Line, May},
                                             Rule{"phone", Line, May},
                                             Rule{"may_collect", YesNo, May},
                                             Rule{"since", Day, May},
                                             Rule{"reasons", Words},
                                             Rule{"photos", Pictures, May}};
// A relative who was not asked when the form was filled, or thinks better of it: whether they apply together with the
// applicant. The rest where the form does not say it.
inline constexpr std::array kFellowAsked{Rule{"name", Line},          Rule{"wish", Choice, Must, "applies declines"},
                                         Rule{"relation", Line, May}, Rule{"document", Line, May},
                                         Rule{"guardian", Line, May}, Rule{"photos", Pictures, May}};
inline constexpr std::array kWithdrawn{Rule{"how", Line}};

inline constexpr std::array kJoined{Rule{"person", Person},
                                    Rule{"as", Choice, Must, "registrar handler panel committee caller leader"}};
inline constexpr std::array kLeft{Rule{"person", Person}, Rule{"why", Choice, Must, "reassigned absent done"}};
inline constexpr std::array kConflict{Rule{"person", Person}, Rule{"reasons", Words}};
inline constexpr std::array kAssigned{Rule{"handler", Person}, Rule{"panel", Persons, May}};

inline constexpr std::array kSiteVisited{
    Rule{"place", Line},    Rule{"people", Lines},          Rule{"statement", Words},
    Rule{"read_back", Yes}, Rule{"signatures", Lines, May}, Rule{"photos", Pictures, May}};
inline constexpr std::array kStatement{Rule{"speaker", Line}, Rule{"statement", Words}, Rule{"read_back", Yes},
                                       Rule{"photos", Pictures, May}};
inline constexpr std::array kHearingCalled{Rule{"day", Day}, Rule{"place", Line}, Rule{"people", Lines}};
inline constexpr std::array kHearingHeld{Rule{"people", Lines}, Rule{"statement", Words},
                                         Rule{"photos", Pictures, May}};
inline constexpr std::array kProof{Rule{"paper", Line}, Rule{"from", Choice, Must, "applicant court exchange outside"},
                                   Rule{"digest", Line, May}, Rule{"says", Words, May}, Rule{"photos", Pictures, May}};
inline constexpr std::array kElement{
    Rule{"element", Choice, Must, "identity case harm loss paid fault hardship insurance other_aid petition norm"},
    Rule{"finding", Words}, Rule{"sure", Choice, Must, "proven likely unclear"}};
// F3.5, of somebody who petitions about a lawsuit (E9). Whoever signs is who it was given to: a kiosk takes none.
inline constexpr std::array kCommitment{Rule{"given", Choice, Must, "given declined not_needed"},
                                        Rule{"consequences", Yes, May},  // a broken promise: the money comes back (A11)
                                        Rule{"read_back", Yes, May}, Rule{"reasons", Words, May},
                                        Rule{"photos", Pictures, May}};
// A6 factors and A5 exception stand in the report, so that the members see what the amount rests on.
inline constexpr std::array kReport{Rule{"proposal", Choice, Must, "grant refuse terminate"},
                                    Rule{"amount", Money, May},
                                    Rule{"reasons", Words},
                                    Rule{"factors", Lines, May},
                                    Rule{"exception", Words, May},
                                    Rule{"unpaid", Money, May},  // A5: adjudged and not enforced
                                    Rule{"unlike", Words, May},  // why the application says another sum of that
                                    Rule{"above", Words, May},   // why more is proposed than that (lacking.hpp)
                                    Rule{"wage", Money, May}};   // A1: the monthly wage it was reckoned with
// `papers`, `until`: what the applicant is asked for during the review (P7x); a notice says it.
inline constexpr std::array kPause{Rule{"ground", Choice, Must, "papers outside_proof superior"},
                                   Rule{"reasons", Words}, Rule{"papers", Lines, May}, Rule{"until", Day, May}};
// `ground`: what has come, of several that were waited for.
inline constexpr std::array kResumed{Rule{"ground", Choice, May, "papers outside_proof superior"}};
// Of a pause that was signed after the last day.
inline constexpr std::array kPauseAgreed{Rule{"pause", FieldType::Fact}, Rule{"reasons", Words}};
inline constexpr std::array kSuspended{Rule{"ground", Choice, Must, "force_majeure no_guardian other"},
                                       Rule{"reasons", Words}};
inline constexpr std::array kTerminated{Rule{"ground", Choice, Must, "hardship_gone amount_refused died other"},
                                        Rule{"reasons", Words}};

// `necessity` is needed above three times the wage (A7).
inline constexpr std::array kUrgentProposed{Rule{"amount", Money}, Rule{"wage", Money}, Rule{"reasons", Words},
                                            Rule{"necessity", Words, May}};
inline constexpr std::array kUrgentApproved{Rule{"proposal", FieldType::Fact}};
// After `proof`: what an order and its payment say of other money (P11, F5). Facts of older programs have none of it;
// before somebody signs, it is asked for (worker/pack_rules.hpp).
inline constexpr std::array kUrgentPaid{Rule{"proposal", FieldType::Fact},
                                        Rule{"amount", Money},
                                        Rule{"payee", Line},
                                        Rule{"proof", Line},
                                        Rule{"way", Choice, May, "transfer cash entrusted"},
                                        Rule{"relation", Line, May},
                                        Rule{"account", Line, May},
                                        Rule{"account_ends", Line, May},
                                        Rule{"approval", Words, May},
                                        Rule{"explained", Yes, May},
                                        Rule{"officers", Persons, May},
                                        Rule{"despite", Words, May},
                                        Rule{"photos", Pictures, May}};

inline constexpr std::array kBallot{Rule{"body", Choice, Must, "panel committee adjudication"},
                                    Rule{"report", FieldType::Fact}, Rule{"papers", Facts}, Rule{"voters", Persons},
                                    // A1: of a report that reckoned with none, the pack's of that day; who votes for a
                                    // grant all the same is held to it.
                                    Rule{"wage", Money, May, {}, Made}};
// `papers_digest` is that of the ballot (papers_digest.hpp): a vote counts on exactly those papers.
inline constexpr std::array kVote{Rule{"ballot", FieldType::Fact}, Rule{"papers_digest", Line},
                                  Rule{"choice", Choice, Must, "grant refuse return terminate"},
                                  Rule{"amount", Money, May}, Rule{"reasons", Words}};
inline constexpr std::array kUpward{Rule{"ballot", FieldType::Fact}, Rule{"to", Choice, Must, "committee adjudication"},
                                    Rule{"reasons", Words}};
// `terms`: what each one's share is, in how many parts it is paid, and who watches over it.
inline constexpr std::array kDecided{Rule{"ballot", FieldType::Fact}, Rule{"result", Choice, Must, "grant refuse"},
                                     Rule{"amount", Money, May}, Rule{"reasons", Words}, Rule{"terms", Words, May}};
inline constexpr std::array kServed{Rule{"paper", Line},
                                    Rule{"how", Choice, Must, "in_person post electronic kiosk visit phone"},
                                    Rule{"to", Line},
                                    Rule{"record", Line, May},
                                    Rule{"photos", Pictures, May},
                                    Rule{"decision", FieldType::Fact, May}};  // of several to take money back

inline constexpr std::array kPartyApproved{Rule{"record", Line, May}};
inline constexpr std::array kCalled{Rule{"how", Choice, Must, "phone kiosk post visit"}};
// An account that somebody tells after the application, or instead of one: read back to them from the very card or
// passbook. Who took it down is who signs. `account_number`, `holder`, `bank` and `kind` are sealed
// (given_account.hpp). `despite`: why it is the account of somebody of whom the case says that they may have done the
// harm, or must not know (worker/pay_cautions.hpp).
inline constexpr std::array kAccountGiven{Rule{"whose", Choice, Must, "applicant guardian agent"},
                                          Rule{"holder", Line, Must, {}, Sealed},
                                          Rule{"kind", Choice, Must, "card book", Sealed},
                                          Rule{"account_number", Line, Must, {}, Sealed},
                                          Rule{"bank", Line, May, {}, Sealed},
                                          Rule{"read_back", Yes},
                                          Rule{"despite", Words, May},
                                          Rule{"account", Line, Must, {}, Made},       // id of the sealed record
                                          Rule{"account_ends", Line, Must, {}, Made},  // for everybody else
                                          Rule{"payee", Line, May, {}, Made}};  // the holder: an order says it, too
inline constexpr std::array kPayOrder{Rule{"amount", Money},
                                      Rule{"part", Count},
                                      Rule{"parts", Count},
                                      Rule{"way", Choice, Must, "transfer cash entrusted"},
                                      Rule{"payee", Line},
                                      Rule{"relation", Line},
                                      Rule{"account", Line, May},       // id of the record that holds the account
                                      Rule{"account_ends", Line, May},  // its last four digits, for everybody else
                                      Rule{"approval", Words, May},     // instalments, cash, somebody entrusted
                                      Rule{"next", Day, May},           // of a part: when the next one is to be paid
                                      Rule{"despite", Words, May},      // as in kAccountGiven
                                      Rule{"supervision", Choice, May, "guardian joint notary village"}};
inline constexpr std::array kPayRelease{Rule{"order", FieldType::Fact}};
// `recording`: number of the sound and pictures taken while cash was handed over (P11).
inline constexpr std::array kPayMade{Rule{"order", FieldType::Fact}, Rule{"proof", Line},
                                     Rule{"explained", Yes},         Rule{"officers", Persons},
                                     Rule{"recording", Line, May},   Rule{"photos", Pictures, May}};
// Somebody died, refuses the money or cheated: what is not paid is not paid any more.
inline constexpr std::array kPaymentStopped{
    Rule{"ground", Choice, Must, "died amount_refused hardship_gone fraud other"}, Rule{"reasons", Words}};
// `lay`: it lies with the court already, since it came upon a grant that was set right.
inline constexpr std::array kFundArrived{Rule{"amount", Money}, Rule{"lay", YesNo, May}};
// What a stop leaves with the court goes back to finance: by two, as all money that leaves the court.
inline constexpr std::array kFundReturned{Rule{"amount", Money}, Rule{"proof", Line}, Rule{"officers", Persons}};
inline constexpr std::array kPayReturned{Rule{"order", FieldType::Fact}, Rule{"reasons", Words}};
// `by` "nobody": nobody can be asked any more, or what is missing will not come; `reasons` say why, and what is known.
inline constexpr std::array kMoneyConfirmed{Rule{"order", FieldType::Fact},
                                            Rule{"amount", Money, Must, {}, InFact, Least::Nothing},
                                            Rule{"by", Choice, Must, "applicant guardian agent heir bank nobody"},
                                            Rule{"whole", YesNo}, Rule{"reasons", Words, May}};
// `claim`: what is open still and stands in the register of special claims; facts of before do not say it.
inline constexpr std::array kEnforced{Rule{"amount", Money}, Rule{"kept_as_claim", YesNo}, Rule{"claim", Money, May}};
inline constexpr std::array kRecovery{Rule{"ground", Choice, Must, "fraud promise_broken enforced urgent_refused"},
                                      Rule{"amount", Money}, Rule{"reasons", Words},
                                      Rule{"until", Day, May}};  // when the money is to be back; none: the pack's days
// A payment that stands in no ledger and that went out all the same: it is to come back. `until` as above.
inline constexpr std::array kReclaimed{Rule{"payment", FieldType::Fact}, Rule{"reasons", Words},
                                       Rule{"until", Day, May}};
inline constexpr std::array kRecovered{Rule{"amount", Money}, Rule{"proof", Line}};

// `by`: who agreed; facts of before do not say it.
inline constexpr std::array kConsent{Rule{"bodies", Lines}, Rule{"how", Choice, Must, "signed form_f3 phone"},
                                     Rule{"by", Choice, May, "applicant guardian agent"}};
inline constexpr std::array kConsentRevoked{Rule{"bodies", Lines}};
inline constexpr std::array kReferred{
    Rule{"item", Line},          Rule{"body", Line},          Rule{"asks", Words}, Rule{"shared", Lines},
    Rule{"answer_by", Day, May}, Rule{"partner", Person, May}};  // who answers for the body by a mailbox of its own
// The body's letter has left this laptop: the record that it is, and whom it is sealed to.
inline constexpr std::array kLetterSent{Rule{"referral", FieldType::Fact}, Rule{"partner", Person},
                                        Rule{"letter", Line}};
// Signed by the body itself. `words`: why it refuses or takes back. `evidence`: by what one sees that it is done.
inline constexpr std::array kBodyAnswered{Rule{"referral", FieldType::Fact},
                                          Rule{"answer", Choice, Must, "accepted refused done revoked"},
                                          Rule{"words", Words, May}, Rule{"evidence", Words, May}};
inline constexpr std::array kReferralAnswered{Rule{"referral", FieldType::Fact},
                                              Rule{"answer", Choice, Must, "accepted refused done"},
                                              Rule{"words", Words, May}, Rule{"record", Line, May}};
inline constexpr std::array kReferralRevoked{Rule{"referral", FieldType::Fact}, Rule{"reasons", Words}};
inline constexpr std::array kPromised{Rule{"body", Line},
                                      Rule{"owner", Line},
                                      Rule{"what", Words},
                                      Rule{"due", Day},
                                      Rule{"referral", FieldType::Fact, May},
                                      Rule{"evidence", Line, May}};
inline constexpr std::array kPromiseClaimed{Rule{"promise", FieldType::Fact}, Rule{"evidence", Words}};
inline constexpr std::array kPromiseConfirmed{Rule{"promise", FieldType::Fact},
                                              Rule{"by", Choice, Must, "applicant guardian agent"}};
inline constexpr std::array kPromiseOverridden{Rule{"promise", FieldType::Fact}, Rule{"reasons", Words}};
inline constexpr std::array kPromiseDisputed{Rule{"promise", FieldType::Fact}, Rule{"reasons", Words}};
inline constexpr std::array kPromiseExtended{Rule{"promise", FieldType::Fact}, Rule{"due", Day},
                                             Rule{"reasons", Words}};
// Form F7. `plan` is the row of the revisit plan, `conclusions` its outcome codes O1 to O12.
inline constexpr std::array kRevisitTried{
    Rule{"plan", Line}, Rule{"way", Choice, Must, "phone visit video town"},
    Rule{"outcome", Choice, Must, "no_answer wrong_number declined later unsafe other_person moved died"},
    Rule{"slot", Choice, May, "morning noon afternoon evening"},  // nothing: by its author's clock
    Rule{"again", Day, May}};
inline constexpr std::array kRevisitMade{Rule{"plan", Line},
                                         Rule{"way", Choice, Must, "phone visit video town"},
                                         Rule{"visitors", Persons, May},
                                         Rule{"spoke_with", Choice, Must, "applicant guardian family"},
                                         Rule{"money_came", Money, May, {}, InFact, Least::Nothing},
                                         Rule{"money_whole", YesNo, May},
                                         Rule{"asked_for_fee", YesNo},
                                         Rule{"fee_words", Words, May},
                                         Rule{"used_for", Lines, May},
                                         Rule{"scores", Lines, May},  // food, home, care, school, work: 0 to 3 each
                                         Rule{"enforced", Money, May},
                                         Rule{"unsafe", YesNo},
                                         Rule{"unsafe_words", Words, May},
                                         Rule{"needs", Words, May},
                                         Rule{"conclusions", Lines},
                                         Rule{"next", Day, May},
                                         Rule{"slot", Choice, May, "morning noon afternoon evening"},
                                         Rule{"petition", Choice, May, "none again"},  // E9: the promise to end it
                                         Rule{"supervised_used", YesNo, May},          // a child's supervised money
                                         Rule{"content", Count, May},                  // 1 to 5
                                         Rule{"recording", Line, May},
                                         Rule{"photos", Pictures, May}};
// `alert` is what raised it: the revisit, the word on the money, the opening of the case; without `what` all that it
// raised is handled.
inline constexpr std::array kAlertHandled{Rule{"alert", FieldType::Fact},
                                          Rule{"what", Choice, May, "unsafe asked_for_fee not_whole guardian"},
                                          Rule{"done", Words}};
// Heard on a laptop without a line: somebody who can act is told by telephone the same day. "new_harm": the conclusion
// O11, which is no alert and due the same day.
inline constexpr std::array kAlertPassed{
    Rule{"alert", FieldType::Fact}, Rule{"what", Choice, May, "unsafe asked_for_fee not_whole guardian new_harm"},
    Rule{"to", Choice, Must, "office judge leader police"}, Rule{"words", Words, May}};
// The body of a revoked referral knows that it is revoked.
inline constexpr std::array kReferralTold{Rule{"referral", FieldType::Fact},
                                          Rule{"how", Choice, Must, "letter phone visit electronic"}};
// What a revisit called for is done in another way, or need not be done.
inline constexpr std::array kFollowupSettled{Rule{"revisit", FieldType::Fact},
                                             Rule{"outcome", Choice, Must, "O1 O3 O4 O5 O6 O7 O8 O9 O10 O11 O12"},
                                             Rule{"done", YesNo}, Rule{"reasons", Words}};
inline constexpr std::array kSupervisionSet{Rule{"supervision", Choice, Must, "guardian joint notary village"},
                                            Rule{"reasons", Words}};
// `amount`: what this court proposes that the other one gives, of its own money.
inline constexpr std::array kLinkage{Rule{"court", Line}, Rule{"reasons", Words}, Rule{"amount", Money, May},
                                     Rule{"answer_by", Day, May}};
// `who`: answered for it, or was told that this court wants it no more. `amount`: of a grant alone.
inline constexpr std::array kLinkageAnswered{
    Rule{"linkage", FieldType::Fact}, Rule{"answer", Choice, Must, "granted refused taken_back"}, Rule{"who", Line},
    Rule{"amount", Money, May}, Rule{"reasons", Words, May}};
inline constexpr std::array kLinkageTold{Rule{"linkage", FieldType::Fact},
                                         Rule{"how", Choice, Must, "phone kiosk post visit"}};

// And the fields of that act of that module.
inline constexpr std::array kModule{Rule{"module", Line}, Rule{"act", Line}};

inline constexpr std::array kCorrected{Rule{"wrong", FieldType::Fact}, Rule{"reasons", Words}};
inline constexpr std::array kSettled{Rule{"holds", FieldType::Fact}, Rule{"falls", Facts}, Rule{"reasons", Words}};
// `who`: of the applicants, each with the last digits of the document and the original case that is the same.
inline constexpr std::array kDoubleAsked{Rule{"token", Line}, Rule{"where", Line}, Rule{"who", Lines, May}};
inline constexpr std::array kDoubleAnswered{Rule{"asked", FieldType::Fact}, Rule{"same", YesNo},
                                            Rule{"reasons", Words}};
// What the comparison with other offices wants to know and nobody knew when the case was opened. `who`: the applicant,
// when nobody is named. `reasons`: why there is no document.
inline constexpr std::array kIdentified{Rule{"who", Line, May}, Rule{"document", Line, May},
                                        Rule{"original_case", Line, May}, Rule{"reasons", Words, May}};
inline constexpr std::array kKeyGiven{Rule{"key", Line}, Rule{"epoch", Count}, Rule{"persons", Persons}};
inline constexpr std::array kTold{Rule{"step", FieldType::Fact}};
// `other_case`: of the same lead; what is said holds for both (worker/case_book.hpp). `about`: what asked for a word; a
// remark on anything else does not answer it.
inline constexpr std::array kRemark{Rule{"words", Words}, Rule{"other_case", Line, May},
                                    Rule{"about", FieldType::Fact, May}};

}  // namespace courtyard::cases::fields
