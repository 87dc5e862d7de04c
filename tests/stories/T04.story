# An old woman without a telephone who lost her savings: papers asked for once, cash at home, visits instead of calls.
story T04 裘阿香：养老钱十八万元被骗，退回九千元，没有电话

day 2026-11-23
kiosk T04
    F1.11 = "先联系备用联系人"

registrar open
registrar department_asked
    department = 执行局
    gives ASK_DEPT
registrar joined
    person = @member
    as = committee
registrar joined
    person = @caller
    as = caller

day 2026-11-24
registrar department_answered
    opinion = 被执行人服刑，责令退赔180000元，已退9000元，已终本。
    fits = yes

day 2026-11-25
registrar more_asked
    papers = 村委会困难证明
    papers = 转账记录
    until = 2026-12-04
    gives NEED_MORE
registrar served
    paper = supplement
    how = visit
    to = 裘阿香
registrar more_asked
    papers = 户口簿
    until = 2026-12-10
    refused fact.status

day 2026-11-30
registrar more_came
    papers = 村委会困难证明

day 2026-12-02
registrar more_came
    papers = 转账记录
registrar sent_to_filing
    opinion = 材料已补齐，案发后享受低保不影响申请，建议立案。
registrar more_asked
    papers = 户口簿
    until = 2026-12-10
    refused fact.more.twice

day 2026-12-03
registrar filed
    number = （2026）浙0199司救执4号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = visit
    to = 裘阿香

day 2026-12-04
judge site_visited
    place = 测试县云坞乡石桥村3组12号
    people = 裘阿香
    people = 侄女裘小梅
    statement = 一辈子攒的十八万元交给了那个养老公司，人抓了，钱没了。现在靠低保，降压药有时候舍不得买。不识字，读给她听后捺印。
    read_back = yes
judge proof_added as verdict
    paper = 刑事判决书
    from = court
    says = 责令退赔180000元
judge proof_added
    paper = 执行裁定书
    from = court
    says = 退回9000元，终结本次执行
judge element_found
    element = loss
    finding = 养老钱180000元，退回9000元，实际损失171000元
    sure = proven
judge element_found
    element = hardship
    finding = 一人独居，低保，高血压
    sure = proven
judge element_found
    element = other_aid
    finding = 低保金，每月800元
    sure = proven
judge element_found
    element = paid
    finding = 判决后退回9000元，此后没有再退
    sure = proven
judge element_found
    element = fault
    finding = 无过错
    sure = proven

day 2026-12-07
judge report_written as report
    proposal = grant
    amount = 36000.50
    wage = 8000
    unpaid = 171000
    reasons = 申请人年老多病，一生积蓄被骗，退赔无望，靠低保生活，生活急迫困难。
    factors = 实际损失十七万一千元
    factors = 七十三岁，独居
judge ballot_opened as ballot
    body = committee
    report = @report
    papers = @report
    papers = @verdict
    voters = @member
    voters = @judge
    voters = @leader

day 2026-12-08
leader vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 36000.50
    reasons = 同意
member vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 36000.50
    reasons = 同意报告的意见
judge vote_cast
    ballot = @ballot
    choice = grant
    amount = 36000.50
    reasons = 同意

day 2026-12-09
judge decided
    ballot = @ballot
    result = grant
    amount = 36000.50
    reasons = 申请人系刑事案件被害人，财产遭受重大损失，经过诉讼得不到赔偿，生活困难。低保不属于已经得到合理补偿。
    gives DECIDED_GRANT
judge served
    paper = decision_grant
    how = visit
    to = 裘阿香
registrar fund_requested
    amount = 36000.50
    gives FUND_REQ

day 2026-12-15
registrar fund_arrived
    amount = 36000.50
    gives FUND_IN

day 2026-12-16
registrar applicant_called
    how = visit
    gives NOTIFIED
registrar pay_ordered as order
    amount = 36000.50
    part = 1
    parts = 1
    way = cash
    payee = 裘阿香
    relation = 本人
    approval = 院领导批准现金发放，村委会见证，录像编号L2026-040
leader pay_released
    order = @order

day 2026-12-18
registrar pay_made
    order = @order
    proof = 收条第40号
    explained = yes
    officers = @registrar
    officers = @judge
    refused fact.field.recording
registrar pay_made
    order = @order
    proof = 收条第40号
    explained = yes
    officers = @registrar
    officers = @judge
    recording = L2026-040
    gives PAID

day 2026-12-25
caller revisit_tried
    plan = R0
    way = phone
    outcome = other_person
    slot = morning

day 2026-12-28
caller revisit_tried
    plan = R0
    way = phone
    outcome = no_answer
    slot = afternoon
caller revisit_tried
    plan = R0
    way = phone
    outcome = no_answer
    slot = evening

day 2026-12-29
caller revisit_made
    plan = R0
    way = visit
    visitors = @caller
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    money_came = 36000.50
    money_whole = yes
    conclusions = O2
    refused fact.revisit.visitors
caller revisit_made
    plan = R0
    way = visit
    visitors = @caller
    visitors = @judge
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    money_came = 36000.50
    money_whole = yes
    used_for = 降压药
    used_for = 修屋顶
    scores = food:2
    scores = care:2
    needs = 想有人帮忙看看低保的钱怎么取
    content = 5
    conclusions = O2
    gives REVISIT
caller money_confirmed
    order = @order
    amount = 36000.50
    by = applicant
    whole = yes

day 2027-01-18
caller revisit_made
    plan = R1
    way = visit
    visitors = @caller
    visitors = @registrar
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O2

day 2027-03-18
caller revisit_made
    plan = R2
    way = town
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O2

day 2027-06-16
caller revisit_made
    plan = R3
    way = visit
    visitors = @caller
    visitors = @judge
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O2

day 2027-12-20
caller revisit_made
    plan = R4
    way = visit
    visitors = @caller
    visitors = @judge
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O1
caller closed
    reasons = 有低保，药费有着落，村里有人照看

end CLOSED
    granted = 36000.50
    paid = 36000.50
    confirmed = 36000.50
    paper acceptance 1
    paper decision_grant 1
    paper notice 1
    paper payment_record 2
    paper payment_sheet 2
    paper registration 2
    paper report 1
    paper revisit 5
    paper service 3
    paper supplement 1
    paper visit 1
    says decision_grant 叁万陆仟元伍角整
    says supplement 转账记录
    says supplement 2026年12月4日
    says revisit 无人接听
    says revisit 内部使用，不对外
    says registration 已补交（2026年11月30日）
    lacks registration 先联系备用联系人
    lacks report 已退还0元
    says payment_sheet ■救助金的性质
