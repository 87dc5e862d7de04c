# A cooperative: the aid is for persons; told so, and helped with what is open to it.
story T09 云坞茶叶专业合作社：茶叶被偷，要五万元

day 2026-11-23
kiosk T09
    F1.01 = "云坞茶叶专业合作社"
    F1.06 = {"type":"统一社会信用代码","number":"93330199MA2XB0014D"}
    F1.07 = "浙江省测试县云坞乡"
    F1.08 = "浙江省测试县云坞乡茶厂路1号"
    F1.09 = "13800000013"
    F1.13 = "被害人"
    F1.30 = "测试县人民法院"
    F1.31 = "（2026）浙0199执66号"
    F1.32 = "盗窃"
    F1.33 = "执行"
    F1.36 = {"判赔金额":"50000","已得金额":"0"}
    F1.37 = "终本"
    F1.40 = ["E4"]
    F1.41 = ["财产"]
    F1.50 = 1
    F1.51 = [{"关系":"其他","年龄段":"成年","劳动能力":"有","就业":"种田","年收入":"不清楚","健康":"良好"}]
    F1.52 = "不清楚"
    F1.60 = "没有"
    F1.61 = "否"
    F1.70 = "50000"
    F1.71 = "合作社的茶叶被偷了，收茶的人也垮了，社员等着分钱。"
    F1.72 = "否"
    F1.90 = [{"名称":"身份证明","状态":"没有","原因":"是合作社"},{"名称":"原案文书","状态":"由法院核查"},{"名称":"困难证明","状态":"没有","原因":"不知道怎么开"}]
    F1.91 = "代填"
    F1.91a = "蓝采芹"
    F1.91b = "其他"
    F1.92 = {"signed":true,"date":"2026-11-23"}
    F1.93 = true
    F2.11 = true
    F3.1 = true
    F3.3 = true

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

day 2026-11-25
judge department_answered
    opinion = 申请的是合作社，不是个人。社员个人受害的，可以另外用自己的名字申请。
    fits = no
registrar filed
    number = （2026）浙0199司救执9号
    refused fact.status
registrar not_filed
    reasons = 国家司法救助是给个人救急的，合作社不能申请。
    gives NOT_FILED
registrar served
    paper = not_filed
    how = in_person
    to = 云坞茶叶专业合作社（蓝采芹）
registrar module
    module = fee_relief
    act = ask
    kind = defer
    fee = 1050
    suit = 追偿被偷茶叶的货款
    ground = 追偿诉讼，一时交不起诉讼费
    proofs = 银行流水

day 2026-11-26
judge module
    module = fee_relief
    act = propose
    opinion = defer
    reasons = 免交只适用于自然人，可以缓交
registrar module
    module = fee_relief
    act = grant
    granted = defer
    refused fact.role

day 2026-11-27
leader module
    module = fee_relief
    act = grant
    granted = reduce
    pays = 1051
    refused fact.module.at_most
leader module
    module = fee_relief
    act = grant
    granted = defer
    pays = 1050
    until = 2027-05-31
registrar consent_given
    bodies = 12368
    bodies = civil_affairs
    how = signed
registrar referred
    item = N04
    body = civil_affairs
    asks = 合作社一时发不出工钱，请看看能不能临时救助。
    shared = F1.01
    refused fact.refer.person
registrar referred as fee
    item = N17
    body = 12368
    asks = 合作社追偿诉讼，已同意缓交，请立案时照此办理。
    shared = F1.01
    shared = F1.31
    answer_by = 2026-12-11
    gives REFERRED

day 2026-12-10
registrar referral_answered
    referral = @fee
    answer = done
    words = 已按缓交立案

day 2026-12-28
caller revisit_made as r1
    plan = R1
    way = phone
    spoke_with = family
    asked_for_fee = no
    unsafe = no
    needs = 有两户社员想自己申请
    conclusions = O11
    gives REVISIT
registrar followup_settled
    revisit = @r1
    outcome = O11
    done = yes
    reasons = 已通知两户社员到村里共享法庭另行申请

day 2027-02-25
caller revisit_made
    plan = R2
    way = phone
    spoke_with = family
    asked_for_fee = no
    unsafe = no
    conclusions = O1

day 2027-02-26
registrar closed
    reasons = 两户社员已另行申请，合作社的诉讼已经立案

end CLOSED
    granted = 0
    paid = 0
    paper fee_relief.notice 1
    paper not_filed 1
    paper notice 1
    paper referral 1
    paper registration 2
    paper revisit 2
    paper service 1
    says not_filed 合作社不能申请
    says not_filed 国家司法救助只给个人
    says fee_relief.notice 壹仟零伍拾元整
    says fee_relief.notice 因追偿被偷茶叶的货款一案申请缓交
    lacks fee_relief.notice 执66号
    lacks registration 户籍地
    lacks registration 家庭人口
    lacks registration 曾用名
    says registration 住所地
    lacks revisit 其他家属
    lacks revisit 再受侵害
    says referral 想请你庭办理
    says revisit ■单位的负责人或者经办人
    says referral 经该单位同意
    lacks not_filed 我们可以帮忙填表
