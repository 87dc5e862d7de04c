# Somebody who cannot write, at home and by word of mouth: no slip, no form. The account is told, mistyped, told anew, and
# changed before the money is ordered.
story T13 贾满仓：不识字，口头申请；收款账户当面说，后来又换了

day 2026-11-23
registrar open
    applicant = 贾满仓
    document = 330199195703121017
    source = outreach
    village = 云坞乡石桥村
    original_case = （2026）浙0199执88号
    contact_rule = 白天打，先说暗号
    contact_hours = 8-18
    phone = 0571-64200013
    safe_number = 13800000013
    hide_from = 村里人
registrar department_asked
    department = 执行局
    gives ASK_DEPT
registrar joined
    person = @member
    as = committee
registrar joined
    person = @caller
    as = caller
registrar joined
    person = @judge
    as = handler

day 2026-11-24
registrar department_answered
    opinion = 判赔七万一千元，被执行人没有财产，已终本，申请人确实困难。
    fits = yes
judge site_visited
    place = 测试县云坞乡石桥村5组3号
    people = 贾满仓
    people = 侄子贾小海
    statement = 一间半土房，灶台靠床。右手三个手指没了，吃低保，靠侄子送菜。
    read_back = yes
    signatures = 贾满仓（按手印）
    signatures = 贾小海
judge statement_taken as said
    speaker = 贾满仓
    statement = 我不会写字，说给你们听。厂里的机器把我的手轧了，判了七万一，一分没给。我要申请救助，钱多少法院定。
    read_back = yes
judge account_given
    whose = applicant
    holder = 贾满仓
    kind = card
    account_number = 9999990000000000023
    read_back = yes
    refused fact.account.luhn
judge account_given
    whose = applicant
    holder = 贾满仓
    kind = card
    account_number = 999999000000002
    read_back = yes
    refused fact.account.card_length
judge account_given
    whose = applicant
    holder = 贾满仓
    kind = book
    account_number = 3301号
    read_back = yes
    refused fact.account.digits
judge account_given
    whose = applicant
    holder = 贾满屯
    kind = card
    account_number = 9999990000000000022
    read_back = yes
    refused fact.account.holder
judge account_given
    whose = applicant
    holder = 贾满仓
    kind = card
    account_number = 9999990000000000022
    read_back = no
    refused fact.field.read_back
caller account_given
    whose = applicant
    holder = 贾满仓
    kind = card
    account_number = 9999990000000000022
    read_back = yes
    refused fact.role
judge account_given as card
    whose = applicant
    holder = 贾满仓
    kind = card
    account_number = 9999 9900 0000 0000 022
    bank = 测试县农村信用社
    read_back = yes
registrar sent_to_filing
    opinion = 口头申请，情况属实，建议立案。
registrar filed
    number = （2026）浙0199司救执13号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = visit
    to = 贾满仓

day 2026-11-26
judge proof_added as verdict
    paper = 民事判决书
    from = court
    says = 判赔71000元

day 2026-11-30
# Three things that every grant rests on: without them the report is not taken.
judge report_written
    proposal = grant
    amount = 30000
    wage = 8000
    reasons = 赔偿分文未得，生活困难。
    refused fact.report.elements
judge element_found
    element = harm
    finding = 右手三指缺失，七级伤残
    sure = proven
judge element_found
    element = paid
    finding = 判赔71000元，分文未得
    sure = proven
judge element_found
    element = hardship
    finding = 领低保，没有别的收入，靠侄子送菜
    sure = likely
judge report_written as report
    proposal = grant
    amount = 30000
    wage = 8000
    unpaid = 71000
    reasons = 申请人右手残疾，赔偿分文未得，除低保外没有收入，生活困难。
    factors = 未得赔偿七万一千元
judge ballot_opened as ballot
    body = committee
    report = @report
    papers = @report
    papers = @said
    papers = @verdict
    voters = @member
    voters = @judge
    voters = @leader

day 2026-12-02
leader vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 30000
    reasons = 同意
member vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 30000
    reasons = 同意报告的意见
judge vote_cast
    ballot = @ballot
    choice = grant
    amount = 30000
    reasons = 同意

day 2026-12-03
judge decided
    ballot = @ballot
    result = grant
    amount = 30000
    reasons = 申请人因人身损害得不到赔偿，生活困难，符合国家司法救助的条件。
    gives DECIDED_GRANT
judge served
    paper = decision_grant
    how = visit
    to = 贾满仓

day 2026-12-04
registrar fund_requested
    amount = 30000
    gives FUND_REQ

day 2026-12-11
registrar fund_arrived
    amount = 30000
    gives FUND_IN

day 2026-12-14
registrar applicant_called
    how = phone
    gives NOTIFIED

day 2026-12-15
registrar account_given as book
    whose = applicant
    holder = 贾满仓
    kind = book
    account_number = 330199660042
    bank = 测试县农商银行
    read_back = yes
    note = 卡找不到了，改打到低保存折
registrar pay_ordered
    amount = 30000
    part = 1
    parts = 1
    way = transfer
    payee = 贾满仓
    relation = 本人
    account = @card.account
    account_ends = 0022
    refused fact.pay.account_replaced
registrar pay_ordered
    amount = 30000
    part = 1
    parts = 1
    way = transfer
    payee = 贾满仓
    relation = 本人
    account = @book.account
    account_ends = 0022
    refused fact.pay.account_ends
registrar pay_ordered
    amount = 30000
    part = 1
    parts = 1
    way = transfer
    payee = 贾满屯
    relation = 本人
    account = @book.account
    account_ends = 0042
    refused fact.pay.holder
registrar pay_ordered
    amount = 30000
    part = 1
    parts = 1
    way = transfer
    payee = 贾满仓
    relation = 本人
    account = @report
    account_ends = 0042
    refused fact.pay.account_replaced
registrar pay_ordered
    amount = 30000
    part = 1
    parts = 1
    way = transfer
    payee = 贾满仓
    relation = 本人
    account = @card
    account_ends = 0022
    refused fact.pay.account_replaced
registrar pay_ordered as order
    amount = 30000
    part = 1
    parts = 1
    way = transfer
    payee = 贾满仓
    relation = 本人
    account = @book
    account_ends = 0042
leader pay_released
    order = @order

day 2026-12-16
registrar pay_made
    order = @order
    proof = 电子回单2026121613
    explained = yes
    officers = @registrar
    officers = @judge
    gives PAID

day 2026-12-23
caller revisit_made
    plan = R0
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    money_came = 30000
    money_whole = yes
    used_for = 生活
    conclusions = O2
    gives REVISIT
caller money_confirmed
    order = @order
    amount = 30000
    by = applicant
    whole = yes

day 2027-01-15
caller revisit_made
    plan = R1
    way = visit
    visitors = @caller
    visitors = @judge
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O2

day 2027-03-16
caller revisit_made
    plan = R2
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O1
caller closed
    reasons = 钱已用在生活上，侄子照看，没有别的事

end CLOSED
    granted = 30000
    paid = 30000
    confirmed = 30000
    paper acceptance 1
    paper decision_grant 1
    paper notice 1
    paper oral_application 2
    paper payment_record 2
    paper payment_sheet 2
    paper registration 2
    paper report 1
    paper revisit 3
    paper service 2
    paper statement 1
    paper visit 1
    says oral_application 口头申请国家司法救助
    says registration 330199195703121017
    says decision_grant 330199195703121017
    says oral_application 我不会写字
    says oral_application 时间：2026年11月24日
    lacks oral_application 0571-64200013
    lacks registration 0571-64200013
    says registration ■口述笔录
    says decision_grant 我不会写字
    says payment_sheet 330199660042
    says payment_sheet 测试县农商银行
    says statement 说给你们听
    says visit 按手印
