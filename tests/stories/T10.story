# Somebody who is poor and ill, and has no case in any court: nothing is filed, and nobody is sent away empty-handed.
story T10 方桂仙：癌症，低保，没有任何案子

day 2026-11-23
kiosk T10

registrar open
registrar department_asked
    department = 立案庭
registrar joined
    person = @member
    as = committee
registrar joined
    person = @caller
    as = caller
registrar joined
    person = @judge
    as = handler

day 2026-11-25
judge department_answered
    opinion = 本院没有申请人的案件，查询关联法院也没有
    fits = no

day 2026-11-26
registrar filed
    number = （2026）浙0199司救他10号
    refused fact.status
registrar not_filed
    reasons = 没有查到您在法院的案件。国家司法救助只能帮助因为案件受到损害、得不到赔偿的人，您的困难可以由其他部门来帮。
    gives NOT_FILED
caller served
    paper = not_filed
    how = in_person
    to = 方桂仙
caller referred
    item = N06
    body = medical_insurance
    asks = 请看看医疗救助
    shared = F1.01
    refused fact.refer.consent
caller consent_given
    bodies = civil_affairs
    bodies = medical_insurance
    bodies = charity
    how = signed

day 2026-11-27
caller referred
    item = N06
    body = medical_insurance
    asks = 请看看医疗救助
    shared = F1.80
    refused fact.refer.never
caller referred
    item = N06
    body = civil_affairs
    asks = 请看看医疗救助
    shared = F1.01
    refused fact.refer.body
caller referred
    item = N06
    body = medical_insurance
    asks = 请看看医疗救助
    shared = F1.71
    refused fact.refer.shared
caller referred as medical
    item = N06
    body = medical_insurance
    asks = 患癌症，低保户，自付的药费负担不起，请看看医疗救助
    shared = F1.01
    shared = F1.06
    shared = F1.08
    shared = F1.09
    shared = F1.53
    answer_by = 2026-12-11
    gives REFERRED
judge referred as charity
    item = N14
    body = charity
    asks = 请看看有没有大病救助的项目
    shared = F1.01
    shared = F1.08
    shared = F1.09
    answer_by = 2026-12-11
caller referred as civil
    item = N04
    body = civil_affairs
    asks = 请看看临时救助
    shared = F1.01
    shared = F1.06
    shared = F1.08
    shared = F1.09
    shared = F1.50
    shared = F1.52
    answer_by = 2026-12-11

day 2026-12-02
# She does not want the charity to know.
caller consent_revoked
    bodies = charity
judge referral_told
    referral = @charity
    how = letter
caller referred
    item = N04
    body = civil_affairs
    asks = 再问一次
    shared = F1.01
    refused fact.refer.double

day 2026-12-08
caller referral_answered
    referral = @medical
    answer = accepted
    words = 已经受理
caller promised as promise
    body = medical_insurance
    owner = 医保局 盘玉兰
    what = 本月起按低保户直接结算，已自付的部分按规定报销
    due = 2026-12-31
    referral = @medical
caller referral_answered
    referral = @civil
    answer = refused
    words = 今年已经领过一次临时救助

day 2026-12-28
caller revisit_made
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    scores = care:1
    scores = food:2
    needs = 报销的钱还没到
    conclusions = O4
    gives REVISIT
judge promise_extended
    promise = @promise
    due = 2027-01-15
    reasons = 年底系统结账，医保局书面说明顺延两周

day 2027-01-15
caller promise_claimed
    promise = @promise
    evidence = 报销单据第7号，4200元已到账
caller referral_answered
    referral = @medical
    answer = done
caller promise_disputed
    promise = @promise
    reasons = 她说只到了一半

day 2027-01-22
caller promise_claimed
    promise = @promise
    evidence = 第二笔2100元已补发

day 2027-01-25
caller promise_confirmed
    promise = @promise
    by = applicant

day 2027-02-25
caller revisit_made
    plan = R2
    way = visit
    visitors = @caller
    refused fact.revisit.visitors
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O1
caller revisit_made
    plan = R2
    way = visit
    visitors = @caller
    visitors = @judge
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    scores = care:3
    scores = food:2
    conclusions = O1

day 2027-02-26
registrar closed
    reasons = 医疗救助已经落实，转交的事都有了结果

end CLOSED
    granted = 0
    paid = 0
    paper not_filed 1
    paper notice 1
    paper referral 3
    paper registration 2
    paper revisit 2
    paper service 1
    says referral 县医疗保障局
    says not_filed 没有查到您在法院的案件
