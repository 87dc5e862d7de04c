# A man hit on the road: the bank sends the money back once; a year later the debtor's money comes, and the aid is returned.
story T06 华守田：车祸伤残七级，判赔二十四万余元只得二万元

day 2026-11-23
kiosk T06
    F1.80 = {"户名":"华守田","账号":"9999990000000000030","开户行":"测试县农村信用社","类型":"银行卡"}

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
    opinion = 肇事车辆没有保险，被执行人没有财产，判赔243500元，只执行到20000元，已终本。
    fits = yes
registrar sent_to_filing
    opinion = 人身伤害，得不到赔偿，建议立案。
registrar filed
    number = （2026）浙0199司救执6号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = post
    to = 华守田

day 2026-11-27
judge site_visited
    place = 测试县云坞乡石桥村3组12号
    people = 华守田
    people = 妻子叶水仙
    statement = 腿短了一截，下不了地。儿子上高中，母亲八十了。妻子在服装厂打工。
    read_back = yes
judge proof_added as verdict
    paper = 民事判决书
    from = court
    says = 判赔243500元
judge proof_added as injury
    paper = 伤残鉴定书
    from = applicant
    says = 伤残七级
judge proof_added
    paper = 刚性支出困难家庭认定书
    from = exchange
    says = 有效期十二个月
judge element_found
    element = harm
    finding = 伤残七级
    sure = proven
judge element_found
    element = loss
    finding = 医疗费132000.50元
    sure = proven
judge element_found
    element = paid
    finding = 判赔243500元，已得20000元，未得223500元
    sure = proven
judge element_found
    element = fault
    finding = 事故认定书：无责任
    sure = proven
judge element_found
    element = hardship
    finding = 刚性支出困难家庭
    sure = proven

day 2026-11-30
judge report_written as report
    proposal = grant
    amount = 64000
    wage = 8000
    unpaid = 223500
    reasons = 申请人伤残七级，丧失部分劳动能力，赔偿绝大部分没有得到，家庭刚性支出大，生活困难。
    factors = 未得赔偿二十二万三千五百元
    factors = 本人无过错
judge ballot_opened as ballot
    body = committee
    report = @report
    papers = @report
    papers = @verdict
    papers = @injury
    voters = @member
    voters = @judge
    voters = @leader

day 2026-12-02
leader vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 64000
    reasons = 同意
member vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 64000
    reasons = 同意报告的意见
judge vote_cast
    ballot = @ballot
    choice = grant
    amount = 64000
    reasons = 同意

day 2026-12-03
judge decided
    ballot = @ballot
    result = grant
    amount = 64000
    reasons = 申请人因道路交通事故受到人身伤害，经过诉讼得不到赔偿，生活困难，符合国家司法救助的条件。
    gives DECIDED_GRANT
judge served
    paper = decision_grant
    how = electronic
    to = 华守田

day 2026-12-04
registrar fund_requested
    amount = 64000
    gives FUND_REQ

day 2026-12-11
registrar fund_arrived
    amount = 64000
    gives FUND_IN

day 2026-12-14
registrar applicant_called
    how = phone
    gives NOTIFIED
registrar pay_ordered
    amount = 64000
    part = 1
    parts = 1
    way = transfer
    payee = 华守田
    relation = 本人
    account = @application
    account_ends = 30
    refused fact.pay.account_ends
registrar pay_ordered
    amount = 64000
    part = 1
    parts = 1
    way = transfer
    payee = 华守田
    relation = 本人
    account = @application
    account_ends = 0003
    refused fact.pay.account_ends
registrar pay_ordered as returned
    amount = 64000
    part = 1
    parts = 1
    way = transfer
    payee = 华守田
    relation = 本人
    account = @application
    account_ends = 0030
leader pay_released
    order = @returned

day 2026-12-15
registrar pay_made
    order = @returned
    proof = 电子回单2026121503
    explained = yes
    officers = @registrar
    officers = @judge
    gives PAID

day 2026-12-17
registrar pay_returned
    order = @returned
    reasons = 账户已经销户，银行退回；本人当天到银行重新开通
    gives NOTIFIED
caller money_confirmed
    order = @returned
    amount = 64000
    by = applicant
    whole = yes
    refused fact.pay.not_paid
registrar pay_ordered as order
    amount = 64000
    part = 1
    parts = 1
    way = transfer
    payee = 华守田
    relation = 本人
    account = @application
    account_ends = 0030
leader pay_released
    order = @order

day 2026-12-18
registrar pay_made
    order = @order
    proof = 电子回单2026121801
    explained = yes
    officers = @registrar
    officers = @judge
    gives PAID

day 2026-12-25
caller revisit_made
    plan = R0
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    money_came = 64000
    money_whole = yes
    used_for = 还医药债
    content = 4
    conclusions = O2
    gives REVISIT
caller money_confirmed
    order = @order
    amount = 64000
    by = applicant
    whole = yes
caller consent_given
    bodies = traffic_fund
    how = phone
caller referred as fund
    item = N13
    body = traffic_fund
    asks = 肇事车辆没有保险，请看看道路交通事故救助基金。
    shared = F1.01
    shared = F1.06
    shared = F1.31
    shared = F1.43
    answer_by = 2027-01-08
    gives REFERRED

day 2027-01-08
caller referral_answered
    referral = @fund
    answer = done
    words = 一次性困难救助10000元已发放

day 2027-01-18
caller revisit_made
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O2
    gives REVISIT

day 2027-03-18
caller revisit_made
    plan = R2
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    enforced = 180000
    needs = 对方卖了房子，法院执行到了钱
    conclusions = O9

day 2027-03-19
judge enforced
    amount = 180000
    kept_as_claim = no
caller recovery_decided
    ground = enforced
    amount = 64000
    reasons = 已经执行到位
    refused fact.role
judge recovery_decided
    ground = enforced
    amount = 64001
    reasons = 已经执行到位
    refused fact.recovery.amount
judge recovery_decided
    ground = enforced
    amount = 64000
    reasons = 对方卖了房子，付来180000元；医药债已经还清，儿子的学费有了着落，本人同意从执行款中扣回。
    gives RECOVERY
judge served
    paper = decision_recover
    how = in_person
    to = 华守田

day 2027-03-26
registrar recovered
    amount = 40000
    proof = 执行款划转单第1号

day 2027-04-02
registrar recovered
    amount = 24001
    proof = 执行款划转单第2号
    refused fact.recovered.more
registrar recovered
    amount = 24000
    proof = 执行款划转单第2号
registrar closed
    reasons = 赔偿大部分执行到位，救助金已经扣回

end CLOSED
    granted = 64000
    paid = 64000
    confirmed = 64000
    returned = 64000
    enforced = 180000
    to_recover = 64000
    recovered = 64000
    paper acceptance 1
    paper decision_grant 1
    paper decision_recover 1
    paper notice 1
    paper payment_record 4
    paper payment_sheet 4
    paper referral 1
    paper registration 2
    paper report 1
    paper revisit 3
    paper service 3
    paper visit 1
    says decision_recover 陆万肆仟元整
    says decision_recover 原案件部分执行到位180,000.00元
    says decision_grant 33019919751230053X
    says registration 223,500.00元
    says payment_sheet 已退回
