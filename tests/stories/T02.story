# A widow with two children and her husband's mother: relatives ask together, in one case; the children's money is watched over.
story T02 章绮禾：丈夫被害，两个孩子和婆婆一起申请

day 2026-11-23
kiosk T02
    F1.80 = {"户名":"章绮禾","账号":"9999990000000000022","开户行":"测试县农村信用社","类型":"银行卡"}

registrar open
registrar department_asked
    department = 刑庭
    gives ASK_DEPT
registrar joined
    person = @member
    as = committee
registrar joined
    person = @caller
    as = caller

day 2026-11-24
registrar department_answered
    opinion = 被告人死刑缓期执行，没有财产，二十一万元分文未得，四名近亲属共同申请，建议救助。
    fits = yes
registrar open
    refused case.exists

day 2026-11-25
registrar sent_to_filing
    opinion = 死亡案件的近亲属应当一并申请，登记表已列明四人，建议立一个案件。
registrar filed
    number = （2026）浙0199司救刑2号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = visit
    to = 章绮禾（本人，两个孩子的母亲）、骆阿婆
judge hearing_called
    day = 2026-12-01
    place = 云坞村共享法庭
    people = 章绮禾
    people = 骆阿婆
    people = 村妇联主席盘玉兰
judge served
    paper = hearing
    how = visit
    to = 章绮禾（本人，两个孩子的母亲）、骆阿婆

day 2026-12-01
judge hearing_held
    people = 章绮禾
    people = 骆阿婆
    people = 盘玉兰
    people = 钟𬭎
    statement = 两个孩子都在上学，婆婆七十岁没有收入，全靠章绮禾打零工。村里证明属实。孩子夜里常惊醒，需要心理疏导。
judge proof_added as verdict
    paper = 刑事附带民事判决书
    from = court
    says = 判决赔偿210000元
judge proof_added as poor
    paper = 低保边缘家庭认定书
    from = exchange
    says = 四口之家，低保边缘
judge proof_added
    paper = 骆阿婆的授权委托书
    from = applicant
    says = 骆阿婆委托章绮禾代领她的一份
judge element_found
    element = identity
    finding = 被害人的妻子、儿子、女儿和母亲，四人共同申请
    sure = proven
judge element_found
    element = harm
    finding = 被害人死亡
    sure = proven
judge element_found
    element = paid
    finding = 判赔210000元，已得0元
    sure = proven
judge element_found
    element = hardship
    finding = 低保边缘家庭，两个孩子上学
    sure = proven
judge element_found
    element = fault
    finding = 无过错
    sure = proven

day 2026-12-02
judge report_written as report
    proposal = grant
    amount = 120000
    wage = 8000
    unpaid = 210000
    reasons = 四名近亲属依靠被害人收入生活，赔偿分文未得，生活急迫困难。孩子的一份应当有人看管，分两批发放。
    factors = 被害人死亡
    factors = 两名未成年人
    factors = 一名老人
    factors = 低保边缘家庭
judge ballot_opened as ballot
    body = committee
    report = @report
    papers = @report
    papers = @verdict
    papers = @poor
    voters = @member
    voters = @judge
    voters = @leader

day 2026-12-04
leader vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 120000
    reasons = 同意
member vote_cast apart
    ballot = @ballot
    choice = grant
    amount = 120000
    reasons = 同意报告的意见
judge vote_cast
    ballot = @ballot
    choice = grant
    amount = 120000
    reasons = 同意

day 2026-12-07
judge decided
    ballot = @ballot
    result = grant
    amount = 120000
    reasons = 四名申请人系被害人的近亲属，依靠被害人收入生活，经过诉讼得不到赔偿，生活急迫困难，符合国家司法救助的条件。
    terms = 四个人各三万元，分两批发放，每批六万元，第二批在春季开学前。两个孩子的份额由章绮禾和村妇联共同管理，用在上学和生活上；骆阿婆的一份由章绮禾凭委托书代领。
    gives DECIDED_GRANT
judge served
    paper = decision_grant
    how = visit
    to = 章绮禾（本人，两个孩子的母亲）、骆阿婆
registrar fund_requested
    amount = 60000
    gives FUND_REQ

day 2026-12-14
registrar fund_arrived
    amount = 60000
    gives FUND_IN

day 2026-12-15
caller applicant_called
    how = phone
    gives NOTIFIED
registrar pay_ordered
    amount = 60000
    part = 1
    parts = 2
    way = transfer
    payee = 章绮禾
    relation = 本人、两个孩子的母亲，受骆阿婆书面委托
    account = @application
    account_ends = 0022
    supervision = joint
    refused fact.pay.approval
registrar pay_ordered as first
    amount = 60000
    part = 1
    parts = 2
    way = transfer
    payee = 章绮禾
    relation = 本人、两个孩子的母亲，受骆阿婆书面委托
    account = @application
    account_ends = 0022
    supervision = joint
    approval = 委员会同意分两批发放，第二批在春季开学前
    next = 2027-02-26
registrar pay_ordered
    amount = 60000
    part = 2
    parts = 2
    way = transfer
    payee = 章绮禾
    relation = 本人、两个孩子的母亲，受骆阿婆书面委托
    account = @application
    account_ends = 0022
    supervision = joint
    approval = 同上
    refused fact.pay.budget
leader pay_released
    order = @first

day 2026-12-16
registrar pay_made
    order = @first
    proof = 电子回单2026121601
    explained = yes
    officers = @registrar
    officers = @judge
    gives PAID_PART
caller consent_given
    bodies = 12338
    bodies = education
    how = signed
caller referred as heart
    item = N18
    body = 12338
    asks = 章绮禾的两个孩子骆一苗、骆小满夜里常惊醒，请给孩子安排心理疏导。
    shared = F1.01
    shared = F1.08
    shared = F1.09
    answer_by = 2026-12-30
judge referred as school
    item = N08
    body = education
    asks = 章绮禾的两个孩子骆一苗、骆小满在上学，请看看学费减免和助学金。
    shared = F1.01
    shared = F1.08
    shared = F1.09
    shared = F1.53
    answer_by = 2026-12-30

day 2026-12-17
caller money_confirmed
    order = @first
    amount = 60000
    by = applicant
    whole = yes
caller referral_answered
    referral = @heart
    answer = accepted
    words = 县妇联安排周六第一次疏导

day 2026-12-28
caller referral_answered
    referral = @school
    answer = accepted
    words = 春季开学前办好
caller promised as promise
    body = education
    owner = 学生资助中心 蓝采芹
    what = 春季学期起免除两个孩子的书本费，发助学金
    due = 2027-03-01
    referral = @school

day 2027-01-04
caller referral_answered
    referral = @heart
    answer = done
    words = 已疏导三次

day 2027-02-22
registrar fund_requested
    amount = 60000

day 2027-02-26
registrar fund_arrived
    amount = 60000
registrar pay_ordered
    amount = 50000
    part = 2
    parts = 2
    way = transfer
    payee = 章绮禾
    relation = 本人、两个孩子的母亲，受骆阿婆书面委托
    account = @application
    account_ends = 0022
    supervision = joint
    approval = 第二批
    refused fact.pay.rest
registrar pay_ordered as second
    amount = 60000
    part = 2
    parts = 2
    way = transfer
    payee = 章绮禾
    relation = 本人、两个孩子的母亲，受骆阿婆书面委托
    account = @application
    account_ends = 0022
    supervision = joint
    approval = 委员会同意分两批发放，第二批在春季开学前
leader pay_released
    order = @second

day 2027-03-01
registrar pay_made
    order = @second
    proof = 电子回单2027030101
    explained = yes
    officers = @registrar
    officers = @judge
    gives PAID
caller promise_claimed
    promise = @promise
    evidence = 两个孩子的助学金名册
caller referral_answered
    referral = @school
    answer = done
    words = 书本费已免，助学金已到账

day 2027-03-02
caller money_confirmed
    order = @second
    amount = 60000
    by = guardian
    whole = yes
caller promise_confirmed
    promise = @promise
    by = guardian

day 2027-03-08
caller revisit_made
    plan = R0
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    money_came = 120000
    money_whole = yes
    used_for = 学费
    used_for = 房屋修理
    scores = school:3
    scores = home:2
    supervised_used = no
    content = 5
    conclusions = O2
    gives REVISIT

day 2027-03-31
caller revisit_made
    plan = R1
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    supervised_used = no
    conclusions = O2

day 2027-05-31
caller revisit_made
    plan = R2
    way = visit
    visitors = @caller
    visitors = @judge
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    supervised_used = no
    needs = 婆婆的眼睛要动手术
    conclusions = O2

day 2027-08-30
caller revisit_made
    plan = R3
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    supervised_used = no
    conclusions = O2

day 2027-11-26
caller revisit_made
    plan = S3
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    supervised_used = yes
    used_for = 两个孩子的学费
    conclusions = O2

day 2028-02-29
caller revisit_made
    plan = R4
    way = phone
    spoke_with = applicant
    asked_for_fee = no
    unsafe = no
    conclusions = O1
registrar closed
    reasons = 孩子的钱已经用在上学上，家里有了稳定收入

end CLOSED
    granted = 120000
    paid = 120000
    confirmed = 120000
    paper acceptance 1
    paper decision_grant 1
    paper hearing 1
    paper hearing_record 1
    paper notice 1
    paper payment_record 4
    paper payment_sheet 4
    paper referral 2
    paper registration 2
    paper report 1
    paper revisit 6
    paper service 3
    says decision_grant 壹拾贰万元整
    says registration 骆一苗
    says decision_grant 骆小满
    says decision_grant 法定代理人：章绮禾，系骆一苗的监护人
    says payment_sheet 第2批，共2批
    says payment_sheet 9999990000000000022
    says hearing 云坞村共享法庭
    says hearing_record 孩子夜里常惊醒
    says decision_grant 四个人各三万元
    says referral 学生资助中心
