# Somebody who was mostly at fault: no money from the court, told kindly why, and brought to those who can help.
story T07 厉大勇：酒后撞上停着的货车，主要责任

day 2026-11-23
kiosk T07

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
    opinion = 认定书写明申请人负主要责任，对方应赔的30000元已经付清。是否有特别情况，建议立案审查。
    fits = yes
registrar sent_to_filing
    opinion = 申请人坚持申请，立案后由合议庭审查。
registrar filed
    number = （2026）浙0199司救执7号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = phone
    to = 厉大勇

day 2026-11-27
judge statement_taken
    speaker = 厉大勇
    statement = 那天喝了酒，没看见停着的车。车主赔的三万元看病用完了，现在腰还疼，干不了活。
    read_back = yes
judge proof_added as blame
    paper = 道路交通事故认定书
    from = court
    says = 申请人负主要责任
judge proof_added
    paper = 收款收条
    from = applicant
    says = 收到30000元
judge element_found
    element = fault
    finding = 负事故主要责任
    sure = proven
judge element_found
    element = paid
    finding = 应得30000元，已得30000元
    sure = proven
judge element_found
    element = hardship
    finding = 独居，年收入1000元
    sure = proven

day 2026-11-30
judge report_written
    proposal = refuse
    amount = 1000
    reasons = 不符合
    refused fact.report.amount
judge report_written as report
    proposal = refuse
    reasons = 申请人对事故负主要责任，应得的赔偿已经全部得到，不属于经过诉讼得不到赔偿的情形。生活确有困难，建议转民政、医保帮助。
    factors = 本人负主要责任
    factors = 赔偿已经付清
judge ballot_opened as ballot
    body = committee
    report = @report
    papers = @report
    papers = @blame
    voters = @member
    voters = @judge
    voters = @leader

day 2026-12-02
leader vote_cast apart
    ballot = @ballot
    choice = refuse
    reasons = 同意不予救助，请做好解释
member vote_cast apart
    ballot = @ballot
    choice = refuse
    reasons = 同意报告的意见
judge vote_cast
    ballot = @ballot
    choice = refuse
    reasons = 同意

day 2026-12-03
judge decided
    ballot = @ballot
    result = grant
    amount = 5000
    reasons = 照顾
    refused fact.decided.result
judge decided
    ballot = @ballot
    result = refuse
    reasons = 事故认定书认定您负主要责任，对方应当承担的赔偿您已经全部拿到。国家司法救助帮助的是拿不到赔偿的人，您的困难由其他部门帮助更合适。
    gives DECIDED_REFUSE
judge served
    paper = decision_refuse
    how = in_person
    to = 厉大勇
registrar fund_requested
    amount = 5000
    refused fact.status
judge consent_given
    bodies = civil_affairs
    bodies = medical_insurance
    how = signed
judge referred as civil
    item = N04
    body = civil_affairs
    asks = 受伤后没有收入，请看看临时救助。
    shared = F1.01
    shared = F1.08
    shared = F1.09
    shared = F1.52
    answer_by = 2026-12-17
    gives REFERRED
caller referred as medical apart
    item = N06
    body = medical_insurance
    asks = 腰伤后续治疗费用负担重，请看看医疗救助。
    shared = F1.01
    shared = F1.08
    shared = F1.09
    answer_by = 2026-12-17

day 2026-12-16
caller referral_answered
    referral = @civil
    answer = done
    words = 临时救助2000元
caller referral_answered
    referral = @medical
    answer = refused
    words = 未达到起付标准

day 2027-01-04
caller revisit_made
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    scores = food:2
    scores = care:2
    conclusions = O2
    gives REVISIT

day 2027-03-03
caller revisit_made
    plan = R2
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    scores = work:2
    conclusions = O1
caller closed
    reasons = 伤好了，在镇上找到了活

end CLOSED
    granted = 0
    paid = 0
    paper acceptance 1
    paper decision_refuse 1
    paper notice 1
    paper referral 2
    paper registration 2
    paper report 1
    paper revisit 2
    paper service 2
    paper statement 1
    says decision_refuse 不予国家司法救助
    says decision_refuse 县民政局社会救助科
    says report 不予救助
    says report 六、综合考虑的情况
    lacks report 救助金额的考量
