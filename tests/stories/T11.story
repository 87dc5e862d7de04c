# A woman who gave up what she was offered: was she free to? The review stands still meanwhile; nobody calls her home.
story T11 申屠静：车祸受伤，调解时放弃了八万元

day 2026-11-23
kiosk T11
    F1.11 = "不要打家里电话"

registrar open
registrar department_asked
    department = 民庭
    gives ASK_DEPT
registrar joined
    person = @member
    as = committee
registrar joined
    person = @caller
    as = caller

day 2026-11-25
registrar department_answered
    opinion = 调解笔录写明因为是亲戚，放弃80000元。是否自愿，建议立案查明。
    fits = yes
registrar sent_to_filing
    opinion = 查明放弃是否自愿后再作决定。
registrar filed
    number = （2026）浙0199司救民11号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = kiosk
    to = 申屠静

day 2026-11-27
judge statement_taken
    speaker = 申屠静
    statement = 婆家人都在场，说要了钱就不认这门亲。没有人打我，可我当时不敢说不。
    read_back = yes

day 2026-11-30
judge suspended
    ground = other
    reasons = 申请人已经起诉请求撤销调解协议，需等待结果。
    gives SUSPENDED
judge report_written
    proposal = refuse
    reasons = 放弃赔偿
    refused fact.status

day 2027-01-11
judge resumed
    reasons = 撤销之诉已经撤回，双方重新达成协议，对方分期支付60000元
    gives REVIEW
judge proof_added as deed
    paper = 民事调解书
    from = court
    says = 放弃80000元
judge proof_added
    paper = 和解协议
    from = applicant
    says = 对方分期支付60000元
judge element_found
    element = fault
    finding = 调解时放弃赔偿，出于亲属压力，未见暴力
    sure = likely
judge element_found
    element = paid
    finding = 已得0元，约定分期60000元
    sure = proven
judge element_found
    element = hardship
    finding = 带女儿生活，年收入3000元
    sure = proven

day 2027-01-12
judge report_written as report
    proposal = refuse
    reasons = 申请人曾放弃赔偿，现已重新达成协议，赔偿可以按期取得，不属于得不到赔偿的情形。生活困难，建议转法律援助和民政。
    factors = 重新达成分期协议
judge ballot_opened as ballot
    body = committee
    report = @report
    papers = @report
    papers = @deed
    voters = @member
    voters = @judge
    voters = @leader

day 2027-01-14
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

day 2027-01-15
judge decided
    ballot = @ballot
    result = refuse
    reasons = 您与对方已经重新达成协议，赔偿可以分期拿到。如果对方不按期付，可以马上申请执行，到时也可以再来申请救助。
    gives DECIDED_REFUSE
judge served
    paper = decision_refuse
    how = kiosk
    to = 申屠静
caller consent_given
    bodies = 12348
    bodies = civil_affairs
    how = signed
caller referred
    item = N16
    body = 12348
    asks = 请指派律师，看看重新达成的协议怎样保证履行。
    shared = F1.01
    shared = F1.09
    refused fact.refer.phone
caller referred as law
    item = N16
    body = 12348
    asks = 请指派律师，看看重新达成的协议怎样保证履行。有事由法院转告，请不要打家里电话。
    shared = F1.01
    shared = F1.31
    answer_by = 2027-01-25
    gives REFERRED

day 2027-01-22
caller referral_answered
    referral = @law
    answer = done
    words = 已指派律师

day 2027-02-18
caller revisit_tried
    plan = R1
    way = phone
    outcome = later
    again = 2027-02-19

day 2027-02-19
caller revisit_made as r1
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = yes
    unsafe_words = 婆家人上门吵，推了她一把
    conclusions = O2
    gives REVISIT
judge alert_handled
    alert = @r1
    what = unsafe
    done = 联系派出所和妇联，当天上门，出具告诫书
judge alert_handled
    alert = @r1
    what = unsafe
    done = 再记一次
    refused fact.alert.handled

day 2027-04-15
caller revisit_made
    plan = R2
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    needs = 第一期两万元已经拿到
    conclusions = O1
caller closed
    reasons = 对方按期付款，没有再吵

end CLOSED
    granted = 0
    paid = 0
    paper acceptance 1
    paper decision_refuse 1
    paper notice 1
    paper referral 1
    paper registration 2
    paper report 1
    paper resumed 1
    paper revisit 2
    paper service 2
    paper statement 1
    paper suspended 1
    says suspended 暂时停止审查
    says resumed 自2027年1月11日起恢复审查
    says registration 按约定方式联系
    lacks registration 不要打家里电话
    says referral 请先同本院联系
    says decision_refuse 不予国家司法救助
