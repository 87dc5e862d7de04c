// What acts, their fields and their choices are called: read off the table of acts itself.
#include <array>

#include "app/cases/act_table.hpp"
#include "app/cases/coded_fields.hpp"
#include "app/pack/asked_words.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kActsFile = "text/acts.toml";

// Hints and offers; words of one kind of act that stand before those that all kinds share; and what is no act of a
// case: steps of a lead, the yearly report.
constexpr std::string_view kOwnKeys = R"(
act. hint.on hint.note hint.reasons hint.people hint.statement hint.photos hint.despite option.plan
act.case_opened. hint.urgent hint.document hint.relay hint.contact_rule hint.contact_hours
act.department_asked. hint.department
act.department_answered. hint.original_case
act.more_asked. option.papers
act.more_came. hint.others
act.sent_to_filing. field.despite hint.despite hint.opinion
act.filed. hint.number hint.original_case
act.withdrawn. field.how hint.how
act.details_corrected. hint.reasons
act.contact_changed. hint.told_by hint.contact_rule hint.anew
act.fellow_asked. hint.name hint.relation
act.guardian_changed. hint.name option.relation hint.reasons
act.conflict_declared. hint.reasons
act.site_visited. field.place field.statement hint.photos
act.hearing_called. field.people
act.hearing_held. field.people field.statement
act.proof_added. field.paper
act.commitment_taken. field.read_back field.reasons hint.reasons hint.photos
act.report_written. hint.above hint.unlike field.proposal field.amount option.factors
act.clock_paused. field.until hint.until
act.pause_agreed. hint.reasons
act.clock_resumed. field.ground hint.ground
act.found_complex. hint.reasons
act.suspension_kept. hint.reasons
act.terminated. hint.ground
act.urgent_proposed. hint.necessity
act.urgency_declined. field.reasons hint.reasons
act.urgent_paid. field.way option.relation hint.approval
act.ballot_opened. field.body
act.vote_cast. field.amount hint.reasons
act.decided. hint.terms
act.account_given. hint.account_number field.read_back field.account_ends
act.pay_ordered. field.way option.relation hint.approval
act.fund_returned. field.proof
act.fund_arrived. hint.lay
act.money_confirmed. hint.amount hint.reasons
act.recovery_decided. field.until
act.payment_reclaimed. field.until field.reasons hint.reasons
act.corrected. hint.reasons
act.contradiction_settled. hint.falls
act.decision_kept. hint.reasons
act.recovery_given_up. hint.reasons
act.referral_told. hint.how
act.consent_given. field.by
act.referred. hint.shared
act.body_answered. field.evidence
act.promised. field.body
act.revisit_made. hint.money_whole hint.visitors hint.money_came option.used_for option.conclusions
act.followup_settled. field.outcome field.done
act.linkage_asked. hint.court field.reasons field.amount hint.amount hint.answer_by
act.linkage_answered. hint.who field.amount hint.amount field.reasons hint.reasons
act.identified. hint.who hint.document hint.original_case field.reasons
act.enforced. hint.claim
act.enforced_left. hint.reasons
act.fund_recalled. hint.reasons
act.hearing_called_off. hint.reasons
act.answer_said. title
act.lead_noted. title button field.from field.reference field.name field.village field.why field.agreed field.reach
    field.original_case
act.lead_not_reached. title button field.words
act.lead_agreed. title button field.words
act.lead_contacted. title button field.words
act.lead_explained. title button field.words
act.lead_declined. title button field.words
act.lead_elsewhere. title button field.words
act.lead_applied. title button field.application field.words
act.lead_unsuitable. title button field.words
act.lead_duplicate. title button field.words
act.lead_withdrawn. title button field.words
act.lead_mistaken. title button field.words
act.lead_reopened. title button field.words
act.lead_answered. title button field.words
act.year_sent. title button field.to field.on
)";

// The first key, or another one that is read in its place.
void add_either_word(AskedWords& asked, const std::string& own, const std::string& shared) {
    asked.emplace(shared, AskedWord{kActsFile, {}, Asked::MayBe, {}});
    asked.emplace(own, AskedWord{kActsFile, {}, Asked::MustBe, shared});
}

void add_field_words(AskedWords& asked, std::string_view kind, const cases::FieldRule& field) {
    const std::string act = "act." + std::string(kind) + ".", name(field.name);
    // What the program writes is read as well, where its words are there.
    if (field.kept == cases::Kept::Made)
        for (const std::string& key : {act + "field." + name, "act.field." + name})
            asked.emplace(key, AskedWord{kActsFile, {}, Asked::MayBe, {}});
    else
        add_either_word(asked, act + "field." + name, "act.field." + name);
    for (const char* what : {"hint.", "option."})
        for (const std::string& key : {act + what + name, std::string("act.") + what + name})
            asked.emplace(key, AskedWord{kActsFile, {}, Asked::MayBe, {}});
    if (field.type != cases::FieldType::Choice) return;
    for (const std::string& code : cases::codes_of(kind, field))
        add_either_word(asked, act + "choice." + name + "." + code, "act.choice." + name + "." + code);
}

}  // namespace

void add_words_of_acts(AskedWords& asked) {
    add_list(asked, {kActsFile, kOwnKeys});
    for (const auto table : {cases::act_table(), cases::body_act_table()})
        for (const cases::ActRule& rule : table) {
            for (const char* what : {".title", ".button"})
                asked.emplace("act." + std::string(rule.kind) + what, AskedWord{kActsFile, {}, Asked::MustBe, {}});
            for (const auto fields : {rule.fields, cases::common_fields()})
                for (const cases::FieldRule& field : fields)
                    add_field_words(asked, rule.kind, field);
        }
    for (const std::string_view score : cases::score_parts())
        asked.emplace("act.score." + std::string(score), AskedWord{kActsFile, {}, Asked::MustBe, {}});
}

}  // namespace courtyard::pack
