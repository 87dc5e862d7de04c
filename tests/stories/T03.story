# Somebody in intensive care: money first and papers afterwards; what was paid first is part of what is granted.
story T03 毕䶮：正在抢救，欠医院六万三千元，先救急后立案

day 2026-11-23
kiosk T03

registrar open
registrar joined
    person = @judge
    as = handler
registrar joined
    person = @member
    as = committee
registrar joined
    person = @caller
    as = caller
registrar urgent_proposed
    amount = 60000
    wage = 8000
    reasons = 申请人正在重症室抢救，欠费六万三千元，医院催缴，停药有生命危险。
    necessity = 欠费太多
    refused fact.urgent.ceiling
registrar urgent_proposed
    amount = 40000
    wage = 8000
    reasons = 申请人正在重症室抢救，欠费六万三千元，医院催缴，停药有生命危险。
    refused fact.urgent.necessity
judge urgent_proposed as proposal
    amount = 40000
    wage = 8000
    reasons = 申请人正在重症室抢救，欠费六万三千元，医院催缴，停药有生命危险。
    necessity = 三个月的标准不够维持抢救，家里已经把猪卖了，没有别的办法。
registrar urgent_paid
    proposal = @proposal
    amount = 40000
    payee = 毕大山（父亲）
    proof = 电子回单2026112301
    refused fact.urgent.approval
judge urgent_approved
    proposal = @proposal
    refused fact.role

day 2026-11-24
leader urgent_approved
    proposal = @proposal
registrar urgent_approved
    proposal = @proposal
    refused fact.urgent.twice
registrar urgent_paid
    proposal = @proposal
    amount = 41000
    payee = 毕大山（父亲）
    proof = 电子回单2026112401
    refused fact.urgent.amount
registrar urgent_paid
    proposal = @proposal
    amount = 40000
    payee = 毕大山（父亲）
    proof = 收费票据A0198
    refused fact.field.way
registrar urgent_paid
    proposal = @proposal
    amount = 40000
    payee = 毕大山（父亲）
    proof = 收费票据A0198
    way = cash
    relation = 父亲
    explained = yes
    officers = @registrar
    officers = @judge
    refused fact.pay.approval
registrar urgent_paid as urgent
    proposal = @proposal
    amount = 40000
    payee = 毕大山（父亲）
    proof = 收费票据A0198
    way = cash
    approval = 院领导批准现金发放，当面交到医院收费处，全程录像，编号L2026-029
    relation = 父亲
    explained = yes
    officers = @registrar
    officers = @judge
    gives URGENT_PAID
judge served
    paper = decision_urgent
    how = in_person
    to = 毕大山（父亲，代毕䶮）
registrar withdrawn
    how = 家属口头
    refused fact.status
registrar guardian_changed
    as = agent
    name = 毕大山
    relation = 父亲
    may_collect = yes
    reasons = 本人昏迷，父亲拿来亲属关系证明和委托书。

day 2026-11-24
caller money_confirmed
    order = @urgent
    amount = 40000
    by = guardian
    whole = yes
    refused fact.by.guardian

day 2026-11-25
caller money_confirmed
    order = @urgent
    amount = 40000
    by = agent
    whole = yes

day 2026-11-27
registrar filed
    number = （2026）浙0199司救刑3号
    original_case = （2026）浙0199刑初210号
    gives FILED
leader assigned
    handler = @judge
    gives REVIEW

day 2026-11-30
judge statement_taken
    speaker = 毕大山（父亲）
    statement = 孩子还在重症室，先发的四万元已经交到医院，还欠两万三千元，后面还要做手术。
    read_back = yes
judge proof_added as ill
    paper = 病危通知书
    from = applicant
    says = 颅脑损伤，正在抢救
judge proof_added as debt
    paper = 医院欠费单
    from = outside
    says = 欠费63000元
judge element_found
    element = harm
    finding = 重伤，正在抢救
    sure = proven
judge element_found
    element = loss
    finding = 医疗费78000元，已付15000元，欠63000元
    sure = proven
judge element_found
    element = hardship
    finding = 父母种田，年收入30000元，已卖掉生猪
    sure = proven
judge element_found
    element = paid
    finding = 加害人在押，没有赔付
    sure = proven
judge element_found
    element = norm
    finding = 被害人急需救治，无力承担医疗费用
    sure = proven

day 2026-12-01
judge report_written
    proposal = grant
    amount = 30000
    wage = 8000
    reasons = 符合条件
    refused fact.report.urgent
judge terminated
    ground = other
    reasons = 家属要求
    refused fact.urgent.undecided
judge report_written as report
    proposal = grant
    amount = 63000
    wage = 8000
    reasons = 申请人危及生命，急需救治，家庭无力承担医疗费用，先行救助后仍欠医院二万三千元，建议按欠费救助，补足余额。
    factors = 欠医疗费六万三千元
    factors = 父母务农
judge ballot_opened as ballot
    body = committee
    report = @report
    papers = @report
    papers = @ill
    papers = @debt
    voters = @member
    voters = @judge
    voters = @leader

day 2026-12-03
leader vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 63000
    reasons = 同意
member vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 63000
    reasons = 同意报告的意见
judge vote_cast
    ballot = @ballot
    choice = grant
    amount = 63000
    reasons = 同意

day 2026-12-04
judge decided
    ballot = @ballot
    result = grant
    amount = 63000
    reasons = 申请人系刑事案件被害人，危及生命，急需救治，家庭无力承担医疗费用，符合国家司法救助的条件。
    gives DECIDED_GRANT
judge served
    paper = decision_grant
    how = in_person
    to = 毕大山（父亲，代毕䶮）
registrar fund_requested
    amount = 63000
    refused fact.fund.amount
registrar fund_requested
    amount = 23000
    gives FUND_REQ

day 2026-12-09
registrar fund_arrived
    amount = 23000
    gives FUND_IN

day 2026-12-10
registrar applicant_called
    how = phone
    gives NOTIFIED
registrar pay_ordered
    amount = 23000
    part = 1
    parts = 1
    way = cash
    payee = 毕大山
    relation = 父亲
    refused fact.pay.approval
registrar pay_ordered as order
    amount = 23000
    part = 1
    parts = 1
    way = cash
    payee = 毕大山
    relation = 父亲
    approval = 院领导批准现金发放，当面交到医院收费处，全程录像，编号L2026-031
leader pay_released
    order = @order

day 2026-12-11
registrar pay_made
    order = @order
    proof = 收费票据A0231
    explained = yes
    officers = @registrar
    officers = @judge
    recording = L2026-031
    gives PAID

day 2026-12-14
caller money_confirmed
    order = @order
    amount = 23000
    by = agent
    whole = yes
caller consent_given
    bodies = health
    how = signed
    by = agent
caller referred as referral
    item = N07
    body = health
    asks = 申请人还在住院，欠医院的六万三千元已经用救助金付清，后面还要做手术，请看看疾病应急救助。
    shared = F1.01
    shared = F1.08
    shared = F1.09
    answer_by = 2026-12-28

day 2026-12-18
caller revisit_made
    plan = R0
    way = phone
    spoke_with = family
    asked_for_fee = no
    unsafe = no
    money_came = 63000
    money_whole = yes
    used_for = 医药
    scores = care:1
    content = 5
    conclusions = O2
    gives REVISIT

day 2026-12-24
caller referral_answered
    referral = @referral
    answer = refused
    words = 身份已查明、费用已结清，不属于应急救助

day 2027-01-11
caller revisit_made
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    scores = care:2
    needs = 出院后干不了活
    conclusions = O3
caller consent_given
    bodies = civil_affairs
    how = phone
    by = applicant
caller referred as civil
    item = N04
    body = civil_affairs
    asks = 刚出院，干不了活，请看看临时救助。
    shared = F1.01
    shared = F1.06
    shared = F1.08
    shared = F1.09
    answer_by = 2027-01-25

day 2027-01-20
caller referral_answered
    referral = @civil
    answer = done
    words = 已发放临时救助4000元

day 2027-03-11
caller revisit_made
    plan = R2
    way = visit
    visitors = @caller
    visitors = @registrar
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    scores = care:3
    scores = work:1
    conclusions = O2

day 2027-06-10
caller revisit_made
    plan = R3
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O2

day 2027-12-13
caller revisit_made
    plan = R4
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    scores = work:3
    conclusions = O1
caller closed
    reasons = 身体恢复，已经回厂上班

end CLOSED
    granted = 63000
    urgent = 40000
    paid = 63000
    confirmed = 23000
    paper acceptance 1
    paper decision_grant 1
    paper decision_urgent 1
    paper notice 1
    paper payment_record 2
    paper payment_sheet 2
    paper referral 2
    paper registration 2
    paper report 1
    paper revisit 5
    paper service 2
    paper statement 1
    paper urgent_record 1
    paper urgent_sheet 1
    says urgent_sheet 肆万元整
    says referral 经其委托代理人同意
    says referral 经本人同意
    says urgent_sheet 收费票据A0198
    says urgent_sheet 院领导批准现金发放
    says urgent_record 方式为现金
    says decision_urgent 肆万元整
    says decision_urgent 需要超过三个月标准的理由
    says decision_grant 陆万叁仟元整
    says decision_grant 本次补足23,000.00元
    says decision_grant （2026）浙0199刑初210号
    says payment_sheet 贰万叁仟元整
    says payment_sheet 先行救助40,000.00元
    says payment_record 其中先行救助40,000.00元已经于2026年11月24日发放
    says urgent_sheet ■救助金的性质
    says urgent_record 领款人：毕大山（父亲）
    lacks urgent_record （父亲）（父亲）
    says decision_grant 委托代理人：毕大山，系申请人的父亲。
    says report 委托代理人毕大山，系申请人的父亲。
    lacks urgent_record 因＿
    says urgent_record 因故意伤害一案申请国家司法救助
    lacks decision_urgent 因＿
    says decision_urgent 因故意伤害一案申请国家司法救助
