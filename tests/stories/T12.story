# A petitioner: partly right, willing to stop. What happens if the promise is broken was explained, and then it is broken.
story T12 潘有根：多年信访，特困，愿意息诉息访

day 2026-11-23
kiosk T12
    F3.5 = true

registrar open
registrar department_asked
    department = 审判监督庭
    gives ASK_DEPT
registrar joined
    person = @member
    as = committee
registrar joined
    person = @caller
    as = caller

day 2026-11-25
registrar department_answered
    opinion = 申请人二十年前因土地纠纷受伤，再审未支持，诉求有一定合理性，本人愿意了结。
    fits = yes
    original_case = （2015）浙0199民再3号
registrar sent_to_filing
    opinion = 参照涉诉信访人的规定，建议立案审查合理性。
registrar filed
    number = （2026）浙0199司救访12号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = in_person
    to = 潘有根

day 2026-11-26
judge clock_paused
    ground = superior
    reasons = 向上级法院请示信访事项的合理性
judge clock_paused
    ground = superior
    reasons = 再请示
    refused fact.clock.paused
# What the person brings is asked for while the higher court is silent; time stands still until both are there.
judge clock_paused
    ground = papers
    reasons = 请申请人补特困供养的证明
    papers = 特困人员供养证
    until = 2026-12-04

day 2026-12-03
judge clock_resumed
    refused fact.clock.which
judge clock_resumed
    ground = papers

day 2026-12-14
judge clock_resumed
judge statement_taken as explained
    speaker = 潘有根
    statement = 救助金是一次性的，领了以后不再为这件事打官司、上访。违背承诺的，救助金要退回。以上读给我听了，我听明白了，愿意签承诺书。
    read_back = yes
judge proof_added as promise_paper
    paper = 息诉息访承诺书
    from = applicant
    says = 愿意息诉息访，违背承诺退回救助金
judge element_found
    element = case
    finding = 再审未支持
    sure = proven
judge element_found
    element = hardship
    finding = 特困供养人员
    sure = proven

# What the person ticked with a helper in the village is no commitment: it is given in front of the court.
judge report_written
    proposal = grant
    amount = 50000
    wage = 8000
    reasons = 生活困难，愿意息诉息访。
    refused fact.report.elements
judge commitment_taken
    given = given
    read_back = yes
    refused fact.field.consequences
judge commitment_taken as commitment
    given = given
    consequences = yes
    read_back = yes

day 2026-12-15
judge report_written
    proposal = grant
    amount = 50000
    wage = 8000
    reasons = 生活困难，愿意息诉息访。
    refused fact.report.elements
judge element_found as view
    element = petition
    finding = 受伤的事实清楚，因超过时效再审未支持，诉求有一定合理性，法律途径难以解决
    sure = likely
judge report_written as draft
    proposal = grant
    amount = 50000
    wage = 8000
    reasons = 诉求有一定合理性，生活困难，愿意息诉息访。
judge ballot_opened as early
    body = committee
    report = @draft
    papers = @draft
    papers = @promise_paper
    voters = @member
    voters = @judge
    voters = @leader

day 2026-12-16
leader vote_cast apart
    ballot = @early
    choice = return
    reasons = 材料还不够，请补充后再议
member vote_cast apart
    ballot = @early
    choice = return
    reasons = 同意退回补充
judge vote_cast
    ballot = @early
    choice = return
    reasons = 同意补充

day 2026-12-17
judge decided
    ballot = @early
    result = grant
    amount = 50000
    reasons = 先定下来
    refused fact.decided.result
judge element_found
    element = norm
    finding = 参照涉诉信访人的规定，诉求合理、法律途径难以解决、生活困难、愿意息诉息访四项都具备
    sure = proven
judge report_written as report
    proposal = grant
    amount = 40000
    wage = 8000
    reasons = 土地纠纷受伤的事实清楚，因超过时效再审未支持，诉求有一定合理性，通过法律途径难以解决，本人特困，愿意息诉息访，后果已经讲明。
    factors = 旧伤，无劳动能力
    factors = 特困供养
judge ballot_opened as ballot
    body = committee
    report = @report
    papers = @report
    papers = @promise_paper
    papers = @explained
    papers = @view
    papers = @commitment
    voters = @member
    voters = @judge
    voters = @leader
leader vote_cast
    ballot = @early
    choice = grant
    amount = 40000
    reasons = 同意
    refused fact.vote.superseded

day 2026-12-18
leader vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 40000
    reasons = 同意
member vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 40000
    reasons = 同意报告的意见
judge vote_cast
    ballot = @ballot
    choice = grant
    amount = 40000
    reasons = 同意

day 2026-12-21
judge decided
    ballot = @ballot
    result = grant
    amount = 40000
    reasons = 申请人系涉诉信访人，诉求具有一定合理性，通过法律途径难以解决，生活困难，愿意接受救助后息诉息访，参照有关规定给予救助。违背承诺的，救助金应当退回。
    gives DECIDED_GRANT
judge served
    paper = decision_grant
    how = in_person
    to = 潘有根
registrar fund_requested
    amount = 40000
    gives FUND_REQ

day 2026-12-28
registrar fund_arrived
    amount = 40000
    gives FUND_IN

day 2026-12-29
registrar applicant_called
    how = phone
    gives NOTIFIED
registrar pay_ordered as order
    amount = 40000
    part = 1
    parts = 1
    way = entrusted
    payee = 潘有根
    relation = 本人
    approval = 委托石桥村村委会当面发放，两名干警在场
    supervision = village
leader pay_released
    order = @order

day 2026-12-30
registrar pay_made
    order = @order
    proof = 收条第12号
    explained = yes
    officers = @registrar
    officers = @judge
    gives PAID

day 2027-01-06
caller revisit_made
    plan = R0
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    money_came = 40000
    money_whole = yes
    used_for = 看旧伤
    petition = none
    content = 4
    conclusions = O2
    gives REVISIT
caller money_confirmed
    order = @order
    amount = 40000
    by = applicant
    whole = yes

day 2027-01-29
caller revisit_made
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    petition = none
    conclusions = O2

day 2027-03-30
caller revisit_made
    plan = R2
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    petition = again
    needs = 又到省里递了材料
    conclusions = O8
leader recovery_decided
    ground = promise_broken
    amount = 40001
    reasons = 违背承诺
    refused fact.recovery.amount

day 2027-03-31
leader recovery_decided
    ground = promise_broken
    amount = 40000
    reasons = 2027年3月为同一事项再次到省里上访，违背息诉息访承诺，承诺书和讲明笔录在卷。
    gives RECOVERY
judge served
    paper = decision_recover
    how = in_person
    to = 潘有根

day 2027-04-30
registrar recovered
    amount = 15000
    proof = 票据第1号

day 2027-06-30
registrar recovered
    amount = 25000
    proof = 票据第2号

day 2027-07-01
registrar closed
    reasons = 救助金已经退回，信访事项另行处理

end CLOSED
    granted = 40000
    paid = 40000
    confirmed = 40000
    to_recover = 40000
    recovered = 40000
    paper acceptance 1
    paper decision_grant 1
    paper decision_recover 1
    paper notice 1
    paper payment_record 2
    paper payment_sheet 2
    paper registration 2
    paper report 2
    paper revisit 3
    paper service 3
    paper statement 1
    paper supplement_review 1
    says decision_grant 肆万元整
    says decision_grant 违背息诉息访承诺
    says report 当面作出息诉息访承诺，已告知违背承诺的，应当退回救助金
    says report 信访诉求是否有一定合理性
    says decision_grant （2015）浙0199民再3号
    says decision_recover 未履行息诉息访承诺
    says payment_sheet 村（居）委会监管
    says acceptance （2015）浙0199民再3号
