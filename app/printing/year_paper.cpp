#include "app/printing/year_paper.hpp"

#include "app/printing/court_format.hpp"

namespace courtyard::printing {

namespace {

class Rows {
public:
    explicit Rows(const pack::Pack& pack) : pack_(pack) {}

    void group(const char* id) { groups_.push_back({id, pack_.words.text("year.group." + std::string(id)), {}}); }
    void cases(const char* id, std::int64_t count) { add(id, unit("cases", count)); }
    void times(const char* id, std::int64_t count) { add(id, unit("times", count)); }
    void money(const char* id, domain::Fen amount) { add(id, format_value(pack_, {}, {amount})); }
    void days(const char* id, const std::optional<std::int64_t>& days) {
        add(id, days ? unit("days", *days) : pack_.words.text("court.nothing"));
    }
    std::vector<YearGroup> finish() && { return std::move(groups_); }

private:
    [[nodiscard]] std::string unit(const char* name, std::int64_t count) const {
        return pack_.words.text("year.unit." + std::string(name), {{"n", std::to_string(count)}});
    }
    void add(const char* id, std::string figure) {
        groups_.back().rows.push_back({id, pack_.words.text("year.row." + std::string(id)), std::move(figure)});
    }

    const pack::Pack& pack_;
    std::vector<YearGroup> groups_;
};

paper::Grid table(const std::vector<YearRow>& rows) {
    constexpr double kWords = 3, kFigure = 2;
    paper::Grid grid;
    for (const YearRow& row : rows)
        grid.rows.push_back({{{row.words, kWords, true, 1}, {row.figure, kFigure, false, 1}}});
    return grid;
}

}  // namespace

std::vector<YearGroup> year_rows(const pack::Pack& pack, const cases::YearFigures& of) {
    Rows rows(pack);
    rows.group("cases");
    rows.cases("came", of.came);
    rows.cases("filed", of.filed);
    rows.cases("not_filed", of.not_filed);
    rows.cases("granted", of.granted);
    rows.cases("refused", of.refused);
    rows.cases("ended", of.ended);
    rows.cases("pending", of.pending);
    rows.days("days_to_decision", of.days_to_decision);
    rows.group("money");
    rows.money("granted_sum", of.granted_sum);
    rows.money("paid_sum", of.paid_sum);
    rows.cases("aided", of.aided);
    rows.cases("urgent", of.urgent);
    rows.money("urgent_sum", of.urgent_sum);
    rows.days("days_to_money", of.days_to_money);
    rows.cases("recoveries", of.recoveries);
    rows.group("care");
    rows.times("referred", of.referred);
    rows.times("helped", of.helped);
    rows.times("promised", of.promised);
    rows.times("kept", of.kept);
    rows.times("revisits", of.revisits);
    rows.times("alerts", of.alerts);
    rows.times("alerts_open", of.alerts_open);
    return std::move(rows).finish();
}

paper::Official year_paper(const pack::Pack& pack, const cases::YearFigures& figures, domain::Date today) {
    using Set = paper::Prose::Set;
    const pack::Words& words = pack.words;
    const std::string year = std::to_string(figures.year);
    paper::Official out;
    out.name = words.text("court.name");
    out.court = pack.court;
    out.title = words.text("year.title", {{"year", year}});
    out.layout = paper::Layout::Form;
    const bool is_over = today.year() > figures.year;
    out.blocks.emplace_back(paper::Prose{words.text(is_over ? "year.intro" : "year.intro_so_far",
                                                    {{"year", year}, {"day", format_value(pack, {}, {today})}}),
                                         Set::Indented});
    for (const YearGroup& group : year_rows(pack, figures)) {
        out.blocks.emplace_back(paper::Prose{group.title, Set::Heading});
        out.blocks.emplace_back(table(group.rows));
    }
    for (const char* part : {"year.part.work", "year.part.problems", "year.part.next"}) {
        out.blocks.emplace_back(paper::Prose{words.text(part), Set::Heading});
        paper::Grid room;
        constexpr int kLines = 4;
        room.rows.push_back({{{std::string(), 1, false, kLines}}});
        out.blocks.emplace_back(std::move(room));
    }
    out.blocks.emplace_back(paper::Space{});
    out.blocks.emplace_back(paper::Prose{words.text("year.committee", {{"court", pack.court}}), Set::Right});
    out.blocks.emplace_back(paper::Prose{format_value(pack, {}, {today}), Set::Right});
    out.notes = {words.text("year.note.count"), words.text("year.note.norm")};
    out.foot = words.text("year.foot");
    return out;
}

}  // namespace courtyard::printing
