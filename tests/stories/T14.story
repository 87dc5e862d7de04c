# Somebody dies while the court reviews, and nobody of the family depends on them: the review ends, and the paper that says
# so goes to the village.
story T14 鲍水生：审查期间去世，没有近亲属，终结审查

day 2026-11-23
registrar open
    applicant = 鲍水生
    source = outreach
    village = 云坞乡石桥村
    original_case = （2026）浙0199执91号
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
    opinion = 判赔五万元未得，一个人过日子，靠五保。
    fits = yes
registrar identified
    document = 330199194809082032
    refused fact.document.checksum
registrar identified
    document = 330199194809082031
judge statement_taken
    speaker = 鲍水生
    statement = 我口头申请，我不会写。撞我的人没有钱，我没有儿女，兄弟姐妹也都不在了。
    read_back = yes
registrar sent_to_filing
    opinion = 口头申请，建议立案。
judge terminated
    ground = died
    reasons = 还没有立案
    refused fact.status
registrar filed
    number = （2026）浙0199司救执14号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = visit
    to = 鲍水生

day 2026-11-30
judge site_visited
    place = 测试县云坞乡石桥村卫生室
    people = 村医生
    people = 庭务主任宣孟达
    statement = 鲍水生十一月二十八日因病去世，后事由村里办理。查户籍没有配偶、父母、子女、兄弟姐妹。
    read_back = yes
registrar terminated
    ground = died
    reasons = 由司救办决定
    refused fact.role
judge terminated
    ground = died
    reasons = 救助申请人于2026年11月28日去世，没有依靠其生活的近亲属。
    gives TERMINATED
judge served
    paper = terminated
    how = visit
    to = 石桥村村民委员会
registrar fund_requested
    amount = 10000
    refused fact.status

end TERMINATED
    granted = 0
    paid = 0
    paper acceptance 1
    paper notice 1
    paper oral_application 2
    paper registration 2
    paper service 2
    paper statement 1
    paper terminated 1
    paper visit 1
    says terminated 终结本案的审查
    says terminated 330199194809082031
    says terminated 没有依靠其生活的近亲属
    says terminated 可以用自己的名字另行申请
