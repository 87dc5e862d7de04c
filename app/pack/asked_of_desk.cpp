// What the court's laptop says on its pages.
#include "app/pack/asked_words.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kFieldKeys = R"(
field. who{name,role} lock text_size contrast sync back comma search search_short urgent from_slip
    from_slip_of{site} unopened identity{filed,number!,site} by_helper outside{names} safe_contact{how} read_over
    back_to_sheet search.none_no_sound search_no_sound
field.lock. soon
field.wait. inbox sheet sign
field.role. registrar judge committee caller leader
field.time. today{clock!} yesterday{clock!} this_year{clock!,day!,month!,year} other_year{clock,day!,month!,year!}
    day{day!,month!,year!}
field.value. yuan{amount!} ticked not_ticked signed signed_on{date!} not_signed empty missing pictures{n!}
field.mail. busy last{when!} never not_yet all_sent unsent{n!} set_aside{n!}
field.delivery. queued sent accepted durable quarantined
field.unlock. owner{name,role} passphrase placeholder open opening caps note
field.inbox. title keys empty none_here none_found
field.filter. unanswered{n!} in_work{n!} ended{n!} all{n!}
field.column. name number site filed status hint
field.row. second{filed,hint,number!,site} second_short{filed,number!,site}
field.unopened. why{when!,why}
field.status. DRAFT DISCARDED SUBMITTED_LOCAL SYNCED WITHDRAWN RECEIVED ASK_DEPT NEED_MORE ABANDONED TO_FILING
    NOT_FILED FILED REVIEW SUSPENDED TERMINATED DECIDED_GRANT DECIDED_REFUSE URGENT_PAID FUND_REQ FUND_IN NOTIFIED
    PAID_PART PAID REVISIT REFERRED RECOVERY CLOSED
field.status_also. TO_FILING NOT_FILED DECIDED_GRANT DECIDED_REFUSE CLOSED
field.outcome. none OUT-A OUT-A1 OUT-B OUT-C OUT-D OUT-E STOP
field.sheet. title keys keys.known keys.open
field.identity. from_slip{filed,number!,site}
field.tab. application pictures screening helper original history
field.cell. head{code,label}
field.other_form. changed{n!} title one
field.screening. hint_only skipped also{outcome} rule{rule} reasons articles answers changes
    change{ask,outcome,rule,to} unknown none ways way.unknown{ask,to} way.fact{ask,to} way.then{outcome,rule}
field.helper. nobody note who unnamed how confirmed confirmed.words confirmed.not fields{n!}
field.original. note record id number bytes bytes.n{n!} pack author site no_site machine revoked revoked.words
    sequence sequence.n{n!} claimed way carrier by_hub{n!} by_slip by_carrier received arrived
field.history. SUBMITTED_LOCAL SYNCED contradicting.ended contradicting
field.answer. title page keys which usual usual_help{help} open_first promise promise_short nothing nothing_short
    RECEIVED ASK_DEPT NEED_MORE FILED NOT_FILED help.RECEIVED help.ASK_DEPT help.NEED_MORE help.FILED help.NOT_FILED
    is_case{state} is_case_short{state}
field.papers. title once other add
field.paper. state{state} reason{reason,state} not_listed added
field.number. title placeholder hint
field.text. RECEIVED ASK_DEPT NEED_MORE FILED NOT_FILED hint.RECEIVED hint.ASK_DEPT hint.NEED_MORE hint.FILED
    hint.NOT_FILED count{max!,n!}
field.view. title hint number{number!} papers paper{n!,name} reasons note
field.record. title who about about.words{name,number!} change change.words{from,to} number papers reasons text
    limit limit.words{date!} limit.about{date!} limit.none
field.confirm. page keys change sign signing promise
field.signed. page keys keys.sent title what{name,status} next home history
field.problem. tokens.no_key tokens.none tokens.older tokens.own tokens.file tokens.key tokens.many other{code}
    passphrase desk.draft.which_papers desk.draft.number desk.draft.reasons desk.draft.too_long answer.state
    answer.number answer inbox.unknown inbox.role inbox record seal store courier hub roster pack paper.no_stick
    paper.not_yet paper.glyph paper.long paper file printer.paper_out printer.cover_open printer.none printer
    undo.open_first undo.lead_nothing desk.answer.lost desk.drafts.lost home camera eyes symbols recover
    answer.is_case undo.answer_followed undo.answer_nothing undo.answer_others undo.answer_sent
    undo.lead_followed undo.lead_others undo.lead_sent
field.sample. owner names sites helper helper.parts papers number where reasons asked colleague
field.pictures. title{n!,paper} of_act{act,n!} case_none case_not_here missing not_here opening spoilt none
    some_missing{n!}
field.picture. camera stick remove remove.nth{n!} nth{n!} full camera.title stick.title camera.how stick.how keys
    keys.stick take taking opening reading again trouble.camera.none trouble.camera.gone trouble.camera.busy
    trouble.camera.denied trouble.camera.unfit trouble.picture.format trouble.picture.damaged trouble.picture.size
    trouble.picture.encode trouble.stick.none trouble.stick.empty trouble.stick.gone trouble.any
field.recover. button title keys how part{got!,k!,n!} receipt_only other asked done known pictures open again
field.alert. said{day!,part,site} part.morning part.afternoon part.evening no_contact contact{contact} do done
    all{n!}
field.safe. call
)";

constexpr std::string_view kCasesKeys = R"(
field.help. button close suggested how none not_now others is_asked agreed ask_first because{what} perhaps{what}
    asked{what} may_ask{what} must_ask{what} tells{what} then.answer{day!} then.no_day then.refer
field.wait. case doubles paper
field.lists. today{n!} cases{n!} inbox{n!} leads{n!}
field.undo. words{what} button done{what} done_of{what,who} words_of{what,who} with_answer{what} with_lead{what}
field.due. today tomorrow days{n!} over{n!} over_about{n!} about{when!} at_once this_year{day!,month!,year}
    other_year{day!,month!,year!}
field.weekday. 0 1 2 3 4 5 6
field.today. title title.committee title.caller title.leader subtitle{court,day!} keys danger now over today week
    later some_day escalated_chip owner{name} phone{phone} look lead nothing reading unanswered{n!}
    waiting_urgent{n!} unanswered.button no_case{n!} no_case.button
field.cases. title keys search_short search new count{n!,what} column.number column.village column.handler
    column.due mark.danger mark.contradicts mark.urgent none none_found widest_number
field.stage. inquiry application review disbursement collaboration
field.leads. title keys search search_short none_found what doubles new none
field.doubles. title keys what write take no_key no_lists lists{lists} list{day!,where} written{file,n!}
    taken{n!,where} taken.none{n,where} open same{ends!,name,number!} same.unnamed where{court,number!}
    other{name,state,where} other.no_number{name,state,where} other.list{where} none.no_key none
field.lead. title keys opens_case column.name which task{what,when!} column.source column.day column.due
    from{source} state.new state.tried state.contacted state.explained state.declined state.elsewhere state.applied
    state.mistaken state.duplicate state.withdrawn state.unsuitable taken_back{what} why original reach sender
    reference told steps no_steps step words agreed not_asked unwilling twins twins.what
    twin{day!,name,source,state} twin.reference twin.original_case twin.name_village other_person{name,other} may_be
    application open_case{name,number!} because.applied because.original_case because.name_village nothing_next
    hears{said,source} tell{said,source} answer.received answer.told answer.applied answer.closed about{name,source}
    change.noted promise keys.paper
field.act. then then.nothing keys back may{label} goes_on goes_on.no_pictures anew more unfilled{field} full{max!}
    no_fields no_facts no_amount money.too_large money.decimals money.negative money.nothing
    other_than_report{amount!} capital{amount!,capital!} no_day day{day!,weekday} other_line what signed_as when
    about about.words{name,number!} no_change{status} promise papers_laid meant.ledger meant.urgent
    papers_laid.voted papers_laid.how read_back read_back.how read_back.nothing
field.case. title keys keys.help keys.papers keys.look open_from dot yes_no{said,what} yes no guardian_did{name}
    number_shared{others} number_shared.other{name,state} no_number receipt{number!} acting.guardian{name}
    acting.agent{name} acting.disputed original{number!} stranger not_here unknown_act fact{day!,month!,title,what}
    fact_short{day!,month!,title,what} unit sum{label,sum!} made{when!,who} unsent based{what} next nothing_next
    only_look others doubted{what} contradicts{what} and uncompared.person{who} uncompared.original
    uncompared.both{who} missing{n!} no_application tab.course tab.application tab.papers tab.pictures tab.votes
    tab.money tab.help tab.revisits tab.members urgent earlier_aid{where} gone.died{day!} gone.moved{day!}
    gone.ended{day!}
    leaving open_known ended ended_others owed{owner,what}
field.keys. next{keys}
field.standing. refused{why} refused_to{who,why} set_aside{by} contradicts{by} unknown
field.papers_of_case. hint none later kind.decision_grant kind.decision_refuse make of{day!,title,what}
    part{label,what} of_day{day!,title,what} other step{what}
field.paper. title keys print save page{all!,n!} empty{n!} whole unkind{what} printing printed saved{file} not_kept
    lacking{codes,mark,n!} other_pack{then!}
help. paper.title paper.text paper.keys keys.here keys.everywhere keys.lists keys.common unlock.title unlock.text
    unlock.keys picture.title picture.text picture.keys today.title today.text today.keys cases.title cases.text
    cases.keys case.title case.text case.keys doubles.title doubles.text doubles.keys leads.title leads.text
    leads.keys lead.title lead.text lead.keys act.title act.text act.keys confirm.title confirm.text confirm.keys
    signed.title signed.text signed.keys inbox.title inbox.text inbox.keys sheet.title sheet.text sheet.keys
    answer.title answer.text answer.keys recover.title recover.text recover.keys keys.own_lists
field.vote. none open amount_open grant refuse return terminate conflict at_odds overturned doubts_heard{what} doubts{what}
    split superseded replaced found_anew{what} laid_twice count{all!,n!} on{what} not_yet column.who column.choice
    column.reasons
    decided_grant{amount!,day!} decided_refuse{amount,day!}
field.money. granted requested_sum arrived_sum ordered_sum paid_sum confirmed_sum returned_sum balance orders
    no_orders later enforced to_recover recovered ordered released paid returned confirmed stopped beside
    stopped_rest{amount!} left{amount!} lies{amount!} given_back{amount!} part{all!,n!} ends{digits!} column.part column.amount
    column.payee column.state column.by urgent_proposed{amount!} urgent_approved{amount!} urgent_back{amount!}
    urgent_paid{amount!} claim
field.care. body consent_by item state sent answer_by what owner due plan day way who outcome promises no_promises
    referrals no_referrals consents no_consents
field.module. stage stays leads{stage} begins closes due{day!,source} now{stage} ended{stage} not_begun{say} paper
    not_yours
field.referral. sent accepted refused done revoked ended untold
field.linkage. title court sum asked_on asked granted refused taken_back untold
field.promise. made claimed kept overridden disputed
field.revisit. plan no_plan done none open over passed tries{n!} alert{day!,what} alert_passed{day!,what}
    alert_done{day!,what}
field.members. title who as since nobody conflict{names}
field.doubt. proof{proof} stops_too_late said_came paid_again came_back{out!,said!}
field.caution. opponent{name} said{name} unsure{name} hidden{name}
field.call. title number{number!} no_number not_now word{word} word.quiet{word} first{words} about{what} then
    promise{body,due!,what}
field.form. revisit.ask.who revisit.ask.conclusions.how revisit.ask.end revisit.ask.more visit.where visit.seen
    visit.read_back
field.sample. people doubles.office doubles.number doubles phone call_word safe_number hide_from agreed_word
    contact_rule papers_of_case paper_file villages pinyin long_name long_village reason
field.report. ceiling ceiling.about{ceiling} ceiling.exception{unpaid} ceiling.how{months,wage,year!} ceiling.none
    ceiling.other_day{year!} ceiling.sum{ceiling} found found.none found.one{sure,what} missing{missing,proposal}
field. special_claim
)";

constexpr std::string_view kCareKeys = R"(
fact. refer.consent refer.double refer.never refer.answer_by refer.item referral.crossed refer.body refer.person
    aid.person refer.shared refer.phone refer.lost consent.body consent.none consent.revoked referral.unknown
    referral.move answer.body field.evidence field.words letter.partner letter.closed refer.partner referral.day
    referral.told linkage.unknown linkage.double linkage.answer_by linkage.amount linkage.answered linkage.told
    promise.unknown promise.move promise.now.claimed promise.now.kept promise.now.overridden promise.due promise.day promise.body
    promise.owner promise.disputed field.plan field.conclusions field.scores field.content revisit.visitors
    closed.known revisit.double alert.unknown alert.handled alert.what revisit.whole revisit.money followup.settled
    followup.unknown revisit.well revisit.ended revisit.reached revisit.enforced revisit.sent_back
    revisit.petition revisit.early revisit.unpaid revisit.two revisit.plan close.at_odds close.alert
    close.promise close.referral close.linkage close.linkage_told close.untold module.act module.stage module.self
    module.at_most
    lead.before lead.closed lead.open lead.words lead.application lead.payload lead.unknown promise.self
lead. lead_ask lead_contact lead_explain lead_wait lead_answer short unknown ambiguous closed open before words
    application other_person{name,other}
partner. short unknown ambiguous
body. unknown
field.problem. lead.leader lead
case. need{need} module{module}
)";

constexpr std::array kDeskLists{AskedList{"text/ui_field.toml", kFieldKeys},
                                AskedList{"text/ui_cases.toml", kCasesKeys}, AskedList{"text/ui_care.toml", kCareKeys}};

}  // namespace

std::span<const AskedList> words_of_desk() { return kDeskLists; }

}  // namespace courtyard::pack
