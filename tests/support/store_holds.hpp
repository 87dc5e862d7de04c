// Looks for something in a store as it is when it is open, whatever table it may lie in.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/worker/machine.hpp"

namespace courtyard::test {

// Whether any column of any table of the opened store has these bytes.
inline bool store_holds(worker::Machine& machine, std::string_view wanted) {
    store::Database& database = machine.store().database();
    std::vector<std::pair<std::string, std::string>> columns;
    auto list = database.statement(
        "SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table'");
    while (list.step().value())
        columns.emplace_back(list.text(0), list.text(1));
    REQUIRE(columns.size() > 20);
    for (const auto& [table, column] : columns) {
        auto count = database.statement("SELECT count(*) FROM \"" + table + "\" WHERE instr(CAST(\"" + column +
                                        "\" AS BLOB), CAST(?1 AS BLOB)) > 0");
        count.bind(1, wanted);
        REQUIRE(count.step().value());
        if (count.integer(0) > 0) return true;
    }
    return false;
}

}  // namespace courtyard::test
