# A mother whom the procuratorate has helped already: its list asks the question, a person answers it, others help on.
story T08 俞秋娥：女儿被害，检察院2024年给过三万元

day 2026-11-23
kiosk T08

registrar list
    where = 测试县人民检察院
    330199196804170648 = （2024）浙0199执500号
    330199197001010017 = （2023）浙0199执1号
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
registrar joined
    person = @judge
    as = handler

day 2026-11-24
registrar department_answered
    opinion = 被告人没有财产，300000元分文未得，申请人还是难，但检察院已经救助过。
    fits = no
judge double_answered
    asked = @asked
    same = yes
    reasons = 电话核实，县检察院2024年9月就同一案件给过司法救助金30000元
judge double_answered
    asked = @asked
    same = no
    reasons = 再看看
    refused fact.double.answered

day 2026-11-25
judge linkage_asked as linked
    court = 测试市中级人民法院
    reasons = 同一案件已经救助过一次，生活仍然很难，请上级法院研究能否联动帮扶
registrar not_filed
    reasons = 县检察院就同一案件已经给过您国家司法救助金三万元，同一案件一般只救助一次。您的困难我们已经转给其他部门，也报告了上级法院。
    gives NOT_FILED
caller served
    paper = not_filed
    how = visit
    to = 俞秋娥
caller consent_given
    bodies = civil_affairs
    bodies = 12338
    how = signed
caller referred as civil
    item = N02
    body = civil_affairs
    asks = 女儿被害后打零工度日，请看看能不能认定低保边缘。
    shared = F1.01
    shared = F1.06
    shared = F1.07
    shared = F1.08
    shared = F1.50
    shared = F1.51
    shared = F1.52
    answer_by = 2026-12-09
    gives REFERRED
judge referred as women
    item = N15
    body = 12338
    asks = 失去女儿，精神很差，请妇联派人陪伴。
    shared = F1.01
    shared = F1.08
    shared = F1.09
    answer_by = 2026-12-09

day 2026-12-09
caller referral_answered
    referral = @civil
    answer = accepted
    words = 已受理，公示七日
caller referral_answered
    referral = @women
    answer = done
    words = 巾帼志愿者每周上门
caller promised as promise
    body = civil_affairs
    owner = 社会救助科 盘科长
    what = 年底前发低保边缘证
    due = 2026-12-31
    referral = @civil

day 2026-12-18
judge linkage_answered
    linkage = @linked
    answer = refused
    who = 市中院司救办 范法官
    refused fact.field.reasons
judge linkage_answered
    linkage = @linked
    answer = refused
    who = 市中院司救办 范法官
    reasons = 同一案件检察院已经救助过，不再用司法救助的钱；已请市妇联关注
judge linkage_told
    linkage = @linked
    how = phone
    refused fact.linkage.told

day 2026-12-25
caller revisit_made
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    scores = food:1
    needs = 证还没拿到
    conclusions = O4
    gives REVISIT

day 2026-12-30
caller promise_claimed
    promise = @promise
    evidence = 低保边缘证第88号
caller referral_answered
    referral = @civil
    answer = done

day 2027-01-05
caller promise_confirmed
    promise = @promise
    by = applicant

day 2027-02-23
caller revisit_made
    plan = R2
    way = visit
    visitors = @caller
    visitors = @judge
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    scores = food:2
    conclusions = O1

day 2027-02-24
registrar closed
    reasons = 低保边缘已经认定，有人陪伴

end CLOSED
    granted = 0
    paid = 0
    paper linkage 1
    paper not_filed 1
    paper notice 1
    paper referral 2
    paper registration 2
    paper revisit 2
    paper service 1
    says not_filed 同一案件一般只救助一次
    says linkage 给过司法救助金30000元
    says linkage 县检察院司法救助，30,000.00元（2024年9月1日）
    says linkage 回执号：
    says referral 家庭人口：1人
    says referral 家庭成员：本人（
    says registration 不予立案
    lacks referral 你单位妇联
    says referral 县民政局社会救助科
