// What the kiosk and every program say: screens, problems of an application, errors.
#include "app/pack/asked_words.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kUiKeys = R"(
app. title where{court,site}
bar. home larger largest normal quick_exit help contrast footnote
nav. back previous next written_next chosen_next
roll. down up end
list. comma labelled{label,value}
date. weekday.1 weekday.2 weekday.3 weekday.4 weekday.5 weekday.6 weekday.7 day{day!,month!,weekday}
    full{day!,month!,year!} turn done unit.year unit.month unit.day less.year more.year less.month more.month
    less.day more.day moment{day!,month!,time!,year!}
money. digits ten hundred thousand myriad hundred_million yuan jiao fen amount{yuan!}
attract. question answer touch free
home. greeting sub apply.title apply.text screening.title screening.text progress.title progress.text guide.title
    guide.text help.title help.text trouble.disk_full trouble.disk_read_only trouble.store_damaged trouble.pack_bad
    trouble.pack_unsigned trouble.pack_old trouble.update_needed trouble.clock_wrong trouble.keeps_failing resume
    step1.title step1.text step2.title step2.text step3.title step3.text
guide. title sub questions search doors to_screening
questions. title numbered{ask,n!} count{all!,n!} previous next
search. title placeholder field hint nothing ready
screening. title count{n!} apply_now revising none_of_these
urgent. title heading text go_on apply
other_help. title heading text doors someone_else
result. title sub apply apply_anyway again why next article{article} article_says{says} decided looked_at open
    open_which{asks} open_ask{ask} you_said{reply} not_answered urgent doors all_doors{n!} take_home note
ways. title honest or value_or unknown{ask,reply} fact{ask,reply} none has_not{reply} get{get} then{outcome}
    together{n!}
doors. title sub hint fit others because{reasons} because_and
door. who where call{name} bring source because apply
take_home. screen_title sub title doors where{where} call{number!} bring{papers} contact{name,number!} any_door
    calls free answers with_answers without_answers photo seen_by_others print done
who. title sub ask hint
notice. title sub read refuse
consent. title sub hint must may missing go_on
paper. title heading text way1 way2 way3 way4 back guide
ask. title title_helped step{all!,n!} paper_code{code,title} part{all!,n!} changing of_row{label,n!} of_group{label}
    other_document skip not_agreed warning_next field placeholder_number money_means{words} digits_of{all!,n!}
    digits{n!} characters_of{all!,n!}
answer. agreed not_agreed signed{date!}
rows. add_first add change remove
papers. with_reason{paper,reason}
tick. declare agree
review. title sub hint hint_helped change helped{label} computed{label} show_numbers hide_numbers submit to_confirm
    missing{n!} mend{label} not_kept{why}
confirm. title sub heading text yes back
sealing. title heading text
receipt. title sub heading lead number_label where{at,court,site} code keep_secret not_filing next next1 next2
    next3{number!} no_symbols show_symbols done back_to_number symbol_of{all!,n!} symbol_text next_symbol
    previous_symbol symbols_done proof_differs
proof. ask hint yes check back or_type placeholder field
delivery. queued sent accepted durable quarantined
farewell. title heading text done
print. receipt ticket this screening blank_forms asked asked_short done once_more still_printing take_home.title
    take_home.sub take_home.teaser take_home.hint leaflet leaflet.text form.F1 form.F2 form.F2.text form.F3
    form.F3.text form.needs_pages topic.text trouble.title trouble.receipt_is_safe trouble.nothing_lost
    trouble.again trouble.to_receipt trouble.photo trouble.copy{number!} trouble.help trouble.none.title
    trouble.none.do trouble.paper_out.title trouble.paper_out.do trouble.cover_open.title trouble.cover_open.do
    trouble.busy.title trouble.busy.do trouble.unreachable.title trouble.unreachable.do trouble.failed.title
    trouble.failed.do
progress. title sub ask hint count{all!,n!} look_up looking another finish not_known not_known_text as_of{at}
    never_heard case_number court_says papers paper{paper} said_at call_word{day!} call_word.why
    call_word.near{tomorrow!,yesterday!} call_word.line{day!,word}
help. title sub hint
leave. title heading text ticket ticket_text stay wipe
idle. ask text stay
harmless. title 1.title 1.text 2.title 2.text 3.title 3.text 4.title 4.text
public. step{step!,steps!} privacy
ticket. title sub sub_leaving ask hint give how back_to_code symbol_of{all!,n!} symbol_text decline making secret
    keep photograph photograph_all panel where{court,site} code power not_filed photos show_symbols{n!} go_on leave
    not_here elsewhere other foreign other_form too_large
resume. title sub ask hint hint_scan open scan opening
failure. title help code{code} none.title none.text disk_full.title disk_full.text disk_full.step1 disk_full.step2
    disk_full.step3 disk_read_only.title disk_read_only.text disk_read_only.step1 disk_read_only.step2
    disk_read_only.step3 store_damaged.title store_damaged.text store_damaged.step1 store_damaged.step2
    store_damaged.step3 pack_bad.title pack_bad.text pack_bad.step1 pack_bad.step2 pack_unsigned.title
    pack_unsigned.text pack_unsigned.step1 pack_unsigned.step2 pack_old.title pack_old.text pack_old.step1
    pack_old.step2 update_needed.title update_needed.text update_needed.step1 keeps_failing.title keeps_failing.text
    keeps_failing.step1 keeps_failing.step2 clock_wrong.title clock_wrong.text clock_wrong.step1
error. any
keys. capital small letters marks code_point blank newline left right erase remove marks_1 marks_2 marks_3
    ready.case_number ready.area ready.name ready.F1.80.3 ready.F1.90.3 ready.F1.71
voice. listen stop off again quiet middle loud speaking done unheard chosen secret hidden some_character somebody
    test
eyes. papers.ease papers.camera papers.stick papers.photo{n!,paper} papers.left{n!} papers.full{n!}
    papers.full_paper{n!} photo.title photo.how_title photo.how photo.opening photo.closed photo.open photo.shoot
    photo.shoot_later photo.making photo.look photo.straight photo.as_it_is photo.sealed photo.again photo.turn
    photo.use photo.use_more stick.title stick.reading stick.wait stick.pick stick.hint stick.again
    stick.picture{n!} stick.unreadable view.title view.remove view.keep trouble.camera.none trouble.camera.gone
    trouble.camera.busy trouble.camera.denied trouble.camera.unfit trouble.eyes.gone trouble.picture.format
    trouble.picture.damaged trouble.picture.size trouble.picture.encode trouble.stick.none trouble.stick.empty
    trouble.stick.gone trouble.any trouble.kept trouble.retry trouble.court sign.box sign.again sign.mark
    sign.mark_help review.photos{n!} receipt.photos{n!} scan.button scan.title scan.sub scan.ask scan.how scan.other
    scan.application{k!,n!} scan.application_whole{n!} scan.draft{draft} scan.draft_whole scan.hand_in scan.sending
    scan.finish scan.handed_in scan.not_handed_in scan.foreign scan.type_instead
gallery. site ink sound_name sound_story radicals by_radical case_number
writing. tab.hand tab.sound tab.radical tab.marks placeholder grid undo clear hint.hand hint.sound unavailable
    pending letters_hint separate marks first page_before page_after strokes{n!} radical.strokes radical.pick
    radical.rest{radical} radical.other
practice. band end receipt
steward. seal title sub ask hint open asked wrong wait_seconds{n!} wait_minutes{n!} no_pin refused room room_sub
    leave again looking whom health.title health.text health.disk health.disk.well health.disk.full
    health.disk.read_only health.clock health.clock.well{about} health.clock.wrong{about} health.store
    health.store.well health.store.damaged health.pack health.pack.well{about} health.pack.old{about}
    health.pack.update{about} health.pack.bad health.contact health.contact.well{about} health.contact.long{about}
    health.contact.never health.mail health.mail.well health.mail.slow health.printer health.printer.well
    health.printer.set health.printer.not_set health.printer.absent health.camera health.camera.well
    health.camera.not_set health.camera.absent health.sound health.sound.well health.sound.absent printer.title
    printer.text printer.print printer.ready printer.asked printer.done printer.failed printer.printer.none
    printer.printer.paper_out printer.printer.cover_open printer.printer.busy printer.printer.unreachable
    printer.step1 printer.step2 printer.step3 carry.title carry.text carry.ready carry.asked carry.done carry.failed
    carry.carry.closed carry.carrier.folder carry.stop carry.again carry.step1 carry.step2 carry.step3
    practice.title practice.text
)";

constexpr std::string_view kErrorsKeys = R"(
answer. required type option too_long{max!} characters private_use not_asked papers number text state is_case
choice. repeat alone
list. too_few{min!} too_many{max!}
name. empty too_long{max!} character private_use
identity. length fifteen character date future checksum area_unknown permit foreign none organisation manual
phone. format
area. code unknown
case_number. format year
money. format decimals negative too_large confirm
date. format future
integer. format range{max!,min!}
account. card_length luhn length digits check holder
party. same_person needs_guardian no_authority
household. more_rows
paper. reason no_symbol png jpeg format size symbol width glyph
declaration. needed
consent. needed
signature. needed ink
computed. negative differs
told. options{options} list{options} parts{parts} rows{parts} alone{alone} also{also} whole_also{also,field}
    leave_out word{say,word} meaning{say,word} between
application. problem json unknown_field kind size
filing. kind
attachment. room count size kind paper
record. too_large
body. size
roster. keys machine person role
receipt. empty character length check is_number number
progress. several_receipts no_receipt
symbols. none not_printed missing mixed damaged foreign too_large
store. io damaged missing wrong_key no_key plain_file newer older dictionary no_record no_id
file. read write folder size
home. missing machine_toml mixed store_key passphrase_needed court_pub
fonts. missing library damaged
passphrase. empty size wrong file memory cost differs
inbox. role unknown short ambiguous unopened
recover. pictures other_record foreign
screening. json key value alone
tls. certificate name host authority validity openssl
hub. full
pack. problem version older
document. signature version
)";

constexpr std::array kScreenLists{AskedList{"text/ui.toml", kUiKeys}, AskedList{"text/errors.toml", kErrorsKeys}};

}  // namespace

std::span<const AskedList> words_of_screens() { return kScreenLists; }

}  // namespace courtyard::pack
