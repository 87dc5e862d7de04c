# Somebody takes the application back during the review, which stood still in between: nothing is decided, and they may come
# again.
story T15 祝小满：审查中断过一次，后来对方赔了，自己撤回申请

day 2026-11-23
judge open
    applicant = 祝小满
    source = window
    original_case = （2026）浙0199执95号
registrar department_asked
    department = 执行局
    gives ASK_DEPT
registrar joined
    person = @member
    as = committee
registrar joined
    person = @caller
    as = caller

day 2026-11-24
registrar department_answered
    opinion = 判赔四万元未得，家里有老人要照顾。
    fits = yes
registrar sent_to_filing
    opinion = 窗口口头申请，建议立案。
registrar filed
    number = （2026）浙0199司救执15号
    gives FILED
registrar assigned
    handler = @judge
    gives REVIEW
registrar served
    paper = acceptance
    how = in_person
    to = 祝小满

day 2026-11-26
judge suspended
    ground = force_majeure
    reasons = 大雪封山，申请人和证人下不来，走访和听证都做不了。
    gives SUSPENDED
judge suspended
    ground = force_majeure
    reasons = 还在中止
    refused fact.status

day 2026-12-03
judge resumed
    reasons = 路已经通了
    gives REVIEW

day 2026-12-04
judge statement_taken
    speaker = 祝小满
    statement = 对方卖了车，四万元全给我了，我不要救助了，申请撤回来。
    read_back = yes

day 2026-12-07
registrar withdrawn
    how = 本人到法院当面说，笔录在卷
    gives WITHDRAWN
judge report_written
    proposal = grant
    amount = 10000
    wage = 8000
    reasons = 已经撤回
    refused fact.status
registrar served
    paper = withdrawn
    how = in_person
    to = 祝小满

end WITHDRAWN
    granted = 0
    paid = 0
    paper acceptance 1
    paper notice 1
    paper oral_application 2
    paper registration 2
    paper resumed 1
    paper service 2
    paper statement 1
    paper suspended 1
    paper withdrawn 1
    says suspended 大雪封山
    says resumed 路已经通了
    says statement 申请撤回来
