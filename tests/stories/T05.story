# A mother whose son cannot pay what he owes her: aid, and with it fee relief, legal aid and a promise that is disputed.
story T05 濮阿凤：赡养费每月六百元，儿子二级残疾没有收入

day 2026-11-23
kiosk T05
    F1.80 = {"户名":"濮阿凤","账号":"330199000000005","开户行":"测试县农村信用社","类型":"存折"}

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

day 2026-11-25
registrar department_answered
    opinion = 被执行人二级残疾，没有收入和财产，每月600元赡养费一直执行不到。
    fits = yes
registrar sent_to_filing
    opinion = 追索赡养费，对方没有履行能力，建议立案，老年人优先办理。
registrar filed
    number = （2026）浙0199司救执5号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = in_person
    to = 濮阿凤

day 2026-11-26
registrar module
    module = fee_relief
    act = ask
    kind = waive
    fee = 50
    suit = 起诉其他子女追索赡养费
    ground = 追索赡养费，另案起诉其他子女
    proofs = 民事判决书
    proofs = 村委会证明
leader module
    module = fee_relief
    act = grant
    granted = waive
    refused fact.module.stage
registrar module
    module = legal_aid
    act = tell
    matter = 变更赡养费数额，追加其他赡养义务人
    urgent = no
judge statement_taken
    speaker = 濮阿凤
    statement = 儿子也难，我不怪他。我靠捡废品，冬天没有煤。
    read_back = yes
judge proof_added as verdict
    paper = 民事判决书
    from = court
    says = 每月支付赡养费600元
judge proof_added as disabled
    paper = 残疾人证
    from = exchange
    says = 被执行人肢体二级残疾
judge element_found
    element = identity
    finding = 申请执行人，七十八岁
    sure = proven
judge element_found
    element = paid
    finding = 应得赡养费14400元，已得0元
    sure = proven
judge element_found
    element = hardship
    finding = 独居，没有收入
    sure = likely
judge element_found
    element = fault
    finding = 无过错
    sure = proven

day 2026-11-27
judge module
    module = fee_relief
    act = propose
    opinion = waive
    reasons = 追索赡养费，符合免交条件
registrar module
    module = legal_aid
    act = send
    agreed_to = yes
    papers = 身份证复印件
    papers = 判决书
judge element_found
    element = loss
    finding = 判决每月赡养费600元，两年未付，共14400元
    sure = proven
judge report_written as report
    proposal = grant
    amount = 14400
    wage = 8000
    unpaid = 14400
    reasons = 申请人年老，追索赡养费，被执行人没有履行能力，生活困难。
    factors = 七十八岁，独居
    factors = 两年赡养费分文未得
judge ballot_opened as ballot
    body = committee
    report = @report
    papers = @report
    papers = @verdict
    papers = @disabled
    voters = @member
    voters = @judge
    voters = @leader

day 2026-11-30
leader module
    module = fee_relief
    act = grant
    granted = waive
leader vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 14400
    reasons = 同意
member vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 14400
    reasons = 同意报告的意见
judge vote_cast
    ballot = @ballot
    choice = grant
    amount = 14400
    reasons = 同意

day 2026-12-01
judge decided
    ballot = @ballot
    result = grant
    amount = 14400
    reasons = 申请人追索赡养费，被执行人没有履行能力，申请人生活困难，符合国家司法救助的条件。
    gives DECIDED_GRANT
judge served
    paper = decision_grant
    how = visit
    to = 濮阿凤
registrar fund_requested
    amount = 14400
    gives FUND_REQ
registrar module
    module = legal_aid
    act = accept
    answered_on = 2026-12-01

day 2026-12-03
registrar module
    module = legal_aid
    act = assign
    lawyer = 蓝律师 0199-8800021

day 2026-12-07
registrar fund_arrived
    amount = 14400
    gives FUND_IN

day 2026-12-08
registrar applicant_called
    how = visit
    gives NOTIFIED
registrar pay_ordered as order
    amount = 14400
    part = 1
    parts = 1
    way = transfer
    payee = 濮阿凤
    relation = 本人
    account = @application
    account_ends = 0005
leader pay_released
    order = @order

day 2026-12-10
registrar pay_made
    order = @order
    proof = 电子回单2026121002
    explained = yes
    officers = @registrar
    officers = @judge
    gives PAID
judge consent_given
    bodies = civil_affairs
    how = signed
judge referred as referral
    item = N03
    body = civil_affairs
    asks = 七十八岁，没有收入，赡养人没有能力，请看看特困供养。
    shared = F1.01
    shared = F1.06
    shared = F1.07
    shared = F1.08
    shared = F1.51
    answer_by = 2026-12-24

day 2026-12-11
caller money_confirmed
    order = @order
    amount = 14400
    by = applicant
    whole = yes

day 2026-12-17
caller revisit_made
    plan = R0
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    money_came = 14400
    money_whole = yes
    used_for = 买煤
    used_for = 看病
    content = 5
    conclusions = O2
    gives REVISIT

day 2026-12-22
caller referral_answered
    referral = @referral
    answer = accepted
    words = 已受理，正在核对
caller promised as promise
    body = civil_affairs
    owner = 社会救助科 盘科长
    what = 春节前办好特困供养，送到敬老院或者在家照料
    due = 2027-01-29
    referral = @referral

day 2027-01-11
caller revisit_made
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O2

day 2027-01-28
caller promise_claimed
    promise = @promise
    evidence = 特困人员供养证
caller promise_confirmed
    promise = @none
    by = applicant
    refused case.field

day 2027-01-29
caller promise_disputed
    promise = @promise
    reasons = 证拿到了，照料的人没有来

day 2027-02-02
caller promise_overridden
    promise = @promise
    reasons = 催过了
    refused fact.role
caller promise_claimed
    promise = @promise
    evidence = 照料护理协议

day 2027-02-03
judge promise_overridden
    promise = @promise
    reasons = 上门核实，照料员每天来两次，申请人耳背说不清，照料记录齐全
caller referral_answered
    referral = @referral
    answer = done
    words = 特困供养已落实

day 2027-03-10
caller revisit_made
    plan = R2
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    enforced = 3600
    conclusions = O9

day 2027-03-12
judge enforced
    amount = 3600
    kept_as_claim = no
caller enforced_left
    reasons = 还困难
    refused fact.role
judge enforced_left
    reasons = 只执行到3600元，看病吃药还不够，生活困难没有缓解，不扣回。

day 2027-06-08
caller revisit_made
    plan = R3
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O2

day 2027-12-10
caller revisit_made
    plan = R4
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O1
caller closed
    reasons = 特困供养和照料都已落实

end CLOSED
    granted = 14400
    paid = 14400
    confirmed = 14400
    enforced = 3600
    paper fee_relief.notice 1
    paper legal_aid.transfer 1
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
    paper statement 1
    says fee_relief.notice 因起诉其他子女追索赡养费一案申请免交
    lacks fee_relief.notice 浙0199执77号
    lacks fee_relief.notice 司救
    says legal_aid.transfer 证件号码330199194802190267，住浙江省测试县云坞乡石桥村3组12号，联系电话0571-64200006
    says legal_aid.transfer 联系单位：
    says legal_aid.transfer 该申请人向本院申请了国家司法救助
    says decision_grant 壹万肆仟肆佰元整
    says payment_sheet 330199000000005
    says referral 特困人员供养
