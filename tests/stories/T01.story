# Somebody whose household is registered far away, beaten in this county: the whole way, no exception to anything.
story T01 应𫖯安：重伤二级，判赔九万六千元分文未得，户籍在外省

day 2026-11-23
kiosk T01

registrar open
registrar filed
    number = （2026）浙0199司救执1号
    refused fact.status
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
    opinion = 被告人在监狱服刑，名下没有财产，已终结本次执行，申请人分文未得
    fits = yes
registrar open
    refused case.exists

day 2026-11-25
registrar sent_to_filing
    opinion = 原案件在本院，户籍在外省不影响申请，建议立案
registrar filed as filed
    number = （2026）浙0199司救执1号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = in_person
    to = 应𫖯安

day 2026-11-26
judge site_visited
    place = 测试县云坞乡石桥村3组12号
    people = 应𫖯安
    people = 妻子周小莲
    people = 沈若溪
    statement = 左手还抬不起来，干不了重活。妻子在家照顾我，没有工作。租的房子，三个月没交房租了。
    read_back = yes
    photos = assets/pictures/kiosk_home.png
judge proof_added as verdict
    paper = 刑事附带民事判决书
    from = court
    says = 判决赔偿96000元
judge proof_added as injury
    paper = 伤情鉴定书
    from = court
    says = 重伤二级
judge proof_added
    paper = 终结本次执行裁定书
    from = court
    says = 没有可供执行的财产
judge element_found
    element = identity
    finding = 被害人本人，有完全民事行为能力
    sure = proven
judge element_found
    element = harm
    finding = 重伤二级，左臂功能部分丧失
    sure = proven
judge element_found
    element = paid
    finding = 判赔96000元，已得0元
    sure = proven
judge element_found
    element = hardship
    finding = 二人家庭，年收入6000元，妻子无业
    sure = likely
judge element_found
    element = fault
    finding = 本人无过错
    sure = proven

day 2026-11-30
judge report_written
    proposal = grant
    amount = 300000
    wage = 8000
    unpaid = 96000
    reasons = 生活急迫困难
    refused fact.report.ceiling
judge report_written as report
    proposal = grant
    amount = 60000
    wage = 8000
    unpaid = 96000
    reasons = 申请人因伤丧失部分劳动能力，家庭无稳定收入，判决赔偿分文未得，生活急迫困难，符合救助条件。
    factors = 实际损失九万六千元
    factors = 本人无过错
    factors = 家庭年收入六千元
    factors = 对方没有赔偿
judge ballot_opened as ballot
    body = committee
    report = @report
    papers = @report
    papers = @verdict
    papers = @injury
    voters = @member
    voters = @judge
    voters = @leader

# Each in their own time, the leader in another village.
day 2026-12-01
leader vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 60000
    reasons = 同意
member vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 50000
    reasons = 可以少一些
judge vote_cast
    ballot = @ballot
    choice = grant
    amount = 60000
    reasons = 同意报告的意见
judge vote_cast
    ballot = @ballot
    choice = refuse
    reasons = 再想想
    refused fact.vote.double
caller vote_cast
    ballot = @ballot
    choice = grant
    amount = 60000
    reasons = 同意
    refused fact.role

day 2026-12-02
judge decided
    ballot = @ballot
    result = grant
    amount = 70000
    reasons = 依据委员会的意见
    refused fact.decided.amount
judge decided as decision
    ballot = @ballot
    result = grant
    amount = 60000
    reasons = 申请人系刑事案件被害人，受重伤，经过诉讼得不到赔偿，生活急迫困难，符合国家司法救助的条件。
    gives DECIDED_GRANT
judge served
    paper = decision_grant
    how = in_person
    to = 应𫖯安

day 2026-12-03
registrar fund_requested
    amount = 60001
    refused fact.fund.amount
registrar fund_requested
    amount = 60000
    gives FUND_REQ

day 2026-12-10
registrar fund_arrived
    amount = 60000
    gives FUND_IN

day 2026-12-11
registrar applicant_called
    how = phone
    gives NOTIFIED
registrar pay_ordered as order
    amount = 60000
    part = 1
    parts = 1
    way = transfer
    payee = 应𫖯安
    relation = 本人
    account = @application
    account_ends = 0014
registrar pay_released
    order = @order
    refused fact.pay.self
registrar pay_made
    order = @order
    proof = 电子回单2026121401
    explained = yes
    officers = @registrar
    officers = @judge
    refused fact.pay.unreleased
leader pay_released
    order = @order

day 2026-12-14
registrar pay_made
    order = @order
    proof = 电子回单2026121401
    explained = yes
    officers = @registrar
    refused fact.pay.officers
registrar pay_made
    order = @order
    proof = 电子回单2026121401
    explained = yes
    officers = @registrar
    officers = @judge
    gives PAID
caller referred
    item = N04
    body = civil_affairs
    asks = 请看看能不能给临时救助
    shared = F1.01
    refused fact.refer.consent
caller consent_given
    bodies = civil_affairs
    how = phone
caller referred as referral
    item = N04
    body = civil_affairs
    asks = 一家两口没有收入，房租欠了三个月，请看看能不能给临时救助
    shared = F1.01
    shared = F1.08
    shared = F1.09
    shared = F1.50
    shared = F1.52
    answer_by = 2026-12-28

day 2026-12-16
caller money_confirmed
    order = @order
    amount = 60000
    by = applicant
    whole = yes

day 2026-12-21
caller revisit_made
    plan = R0
    way = phone
    spoke_with = applicant
    money_came = 60000
    money_whole = yes
    asked_for_fee = no
    used_for = 房租
    used_for = 药费
    scores = food:1
    scores = home:2
    unsafe = no
    conclusions = O2
    content = 5
    gives REVISIT
caller referral_answered
    referral = @referral
    answer = accepted
    words = 已经受理，月底前入户核查
caller promised as promise
    body = civil_affairs
    owner = 民政局 蓝采芹
    what = 元旦前发放临时救助金
    due = 2027-01-04
    referral = @referral

day 2027-01-04
caller promise_claimed
    promise = @promise
    evidence = 发放名册第12号，3000元
caller referral_answered
    referral = @referral
    answer = done
    words = 已发放临时救助金3000元

day 2027-01-13
caller promise_confirmed
    promise = @promise
    by = applicant
caller revisit_made
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    scores = food:2
    scores = home:2
    conclusions = O2
caller revisit_made
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O2
    refused fact.revisit.double

day 2027-03-15
caller revisit_made
    plan = R2
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O2

day 2027-06-14
judge revisit_made
    plan = R3
    way = visit
    visitors = @judge
    visitors = @caller
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    needs = 想学一门手艺
    conclusions = O2

day 2027-12-14
caller revisit_made
    plan = R4
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O1
caller closed
    reasons = 已经找到工作，困难缓解，回访结束

end CLOSED
    granted = 60000
    paid = 60000
    confirmed = 60000
    recovered = 0
    paper acceptance 1
    paper decision_grant 1
    paper notice 1
    paper payment_record 2
    paper payment_sheet 2
    paper referral 1
    paper registration 2
    paper report 1
    paper revisit 5
    paper service 2
    paper visit 1
    says decision_grant 陆万元整
    says decision_grant 330199198603140177
    says registration 江西省某某县（户口在外省）
    says payment_sheet 9999990000000000014
    says payment_sheet 电子回单2026121401
    says revisit 民政局
    says registration 执行局
    says payment_sheet ■救助金的性质
