#include <doctest/doctest.h>

#include <algorithm>

#include "sync/seal/slip_symbols.hpp"
#include "tests/unit/seal/fixture.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {

std::string code_of(const base::Result<base::Bytes>& joined) { return joined ? "joined" : joined.error().code; }

}  // namespace

TEST_CASE("a record goes through its symbols, in any order, with doubles") {
    Fixture fixture;
    const std::vector<std::pair<SizeClass, std::size_t>> wanted = {
        {SizeClass::B512, 2}, {SizeClass::B560, 2},  {SizeClass::B608, 2}, {SizeClass::B768, 2},
        {SizeClass::K1, 3},   {SizeClass::B1536, 4}, {SizeClass::K2, 6},   {SizeClass::K4, 11}};
    for (const auto& [size_class, count] : wanted) {
        const base::Bytes record = *fixture.sealed(size_class);
        std::vector<std::string> symbols = *to_symbols(record);
        CHECK(symbols.size() == count);
        for (const std::string& symbol : symbols) {
            CHECK(symbol.size() <= kSymbolTextMax);
            CHECK(is_record_symbol(symbol));
            CHECK(symbol.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") == std::string::npos);
        }
        CHECK(*join_symbols(symbols) == record);
        for (int i = 0; i < 20; ++i) {
            std::vector<std::string> scanned = symbols;
            scanned.push_back(symbols[fixture.random.next() % count]);
            scanned.push_back(symbols[fixture.random.next() % count] + "\r\n");
            for (std::size_t at = scanned.size(); at > 1; --at)
                std::swap(scanned[at - 1], scanned[fixture.random.next() % at]);
            CHECK(*join_symbols(scanned) == record);
        }
    }
    CHECK(to_symbols(*fixture.sealed(SizeClass::K16)).error().code == "symbols.too_large");
    CHECK(to_symbols(base::Bytes(512)).error().code == "record.magic");
}

TEST_CASE("a missing part is named") {
    Fixture fixture;
    const std::vector<std::string> symbols = *to_symbols(*fixture.sealed(SizeClass::K2));
    for (std::size_t left_out = 0; left_out < symbols.size(); ++left_out) {
        std::vector<std::string> scanned = symbols;
        scanned.erase(scanned.begin() + static_cast<std::ptrdiff_t>(left_out));
        const base::Result<base::Bytes> joined = join_symbols(scanned);
        CHECK(code_of(joined) == "symbols.missing");
        CHECK(joined.error().message.find("symbol " + std::to_string(left_out + 1) + " of 6") != std::string::npos);
        CHECK(missing_symbols(scanned) == std::vector<int>{static_cast<int>(left_out) + 1});
    }
    CHECK(missing_symbols(symbols).empty());
    CHECK(missing_symbols(std::vector<std::string>{}).empty());
    CHECK(code_of(join_symbols({})) == "symbols.none");
}

TEST_CASE("symbols of two slips are not mixed") {
    Fixture fixture;
    const std::vector<std::string> one = *to_symbols(*fixture.sealed(SizeClass::B768));
    const std::vector<std::string> two = *to_symbols(*fixture.sealed(SizeClass::B768));
    CHECK(code_of(join_symbols(std::vector<std::string>{one[0], two[1]})) == "symbols.mixed");
    CHECK(code_of(join_symbols(std::vector<std::string>{one[0], one[1], two[0]})) == "symbols.mixed");
}

TEST_CASE("every wrong character of a symbol is noticed") {
    Fixture fixture;
    const std::vector<std::string> symbols = *to_symbols(*fixture.sealed());
    for (std::size_t at = 0; at < symbols[0].size(); ++at) {
        for (const char wrong : std::string_view("0A %:\n")) {
            if (symbols[0][at] == wrong) continue;
            std::vector<std::string> scanned = symbols;
            scanned[0][at] = wrong;
            const std::string code = code_of(join_symbols(scanned));
            CHECK((code == "symbols.damaged" || code == "symbols.foreign"));
        }
    }
    for (std::size_t size = 0; size < symbols[0].size(); ++size) {
        const std::string code =
            code_of(join_symbols(std::vector<std::string>{symbols[0].substr(0, size), symbols[1]}));
        CHECK((code == "symbols.damaged" || code == "symbols.foreign"));
    }
    CHECK(code_of(join_symbols(std::vector<std::string>{"CYR1ABC"})) == "symbols.foreign");
    CHECK(code_of(join_symbols(std::vector<std::string>{symbols[0] + symbols[0]})) == "symbols.damaged");
}
