#include <doctest/doctest.h>

#include <set>

#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "sync/seal/receipt.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {

std::string code_text(const ReceiptSecret& receipt) { return std::string(base::as_text(receipt.code().view())); }
std::string qr_text(const ReceiptSecret& receipt) { return std::string(base::as_text(receipt.qr_text().view())); }
std::string code_of(const base::Result<ReceiptSecret>& parsed) { return parsed ? "parsed" : parsed.error().code; }
bool is(const base::Result<ReceiptSecret>& parsed, const ReceiptSecret& wanted) {
    return parsed && same_secret(parsed->secret(), wanted.secret());
}
std::string full_width(std::string_view text) {
    std::string wide;
    for (const char character : text) {
        const auto point = static_cast<unsigned>(character) + 0xFEE0U;
        wide += {static_cast<char>(0xE0U | point >> 12), static_cast<char>(0x80U | (point >> 6 & 0x3FU)),
                 static_cast<char>(0x80U | (point & 0x3FU))};
    }
    return wide;
}

}  // namespace

TEST_CASE("the alphabet has no look-alikes, and fits a QR symbol's alphanumeric mode") {
    CHECK(kReceiptAlphabet.size() == 29);
    CHECK(kReceiptAlphabet.find_first_of("BILOSUZ") == std::string_view::npos);
    CHECK(std::set<char>(kReceiptAlphabet.begin(), kReceiptAlphabet.end()).size() == 29);
}

TEST_CASE("a receipt's code and QR text give its secret back") {
    base::SeededRandom random(10);
    for (int i = 0; i < 1000; ++i) {
        const ReceiptSecret receipt = ReceiptSecret::make(random);
        const std::string code = code_text(receipt);
        CHECK(code.size() == 39);
        CHECK(qr_text(receipt).size() == 36);
        CHECK(is_receipt_qr(qr_text(receipt)));
        CHECK(is(ReceiptSecret::parse(code), receipt));
        CHECK(is(ReceiptSecret::parse(qr_text(receipt)), receipt));
        CHECK(receipt.last_group_is(code.substr(35)));
        CHECK_FALSE(receipt.last_group_is(code.substr(30, 4)));
        CHECK_FALSE(receipt.last_group_is(code.substr(30)));
        CHECK_FALSE(receipt.last_group_is(""));
    }
    for (const std::uint8_t fill : {std::uint8_t{0x00}, std::uint8_t{0xFF}}) {
        const ReceiptSecret edge = ReceiptSecret::from(*Secret<16>::from(base::Bytes(16, fill)));
        CHECK(is(ReceiptSecret::parse(code_text(edge)), edge));
    }
}

TEST_CASE("100,000 receipts do not repeat a number, a locator or a code") {
    base::SeededRandom random(100'000);
    std::set<std::string> numbers, codes;
    std::set<base::KeyId> locators;
    for (int i = 0; i < 100'000; ++i) {
        const ReceiptSecret receipt = ReceiptSecret::make(random);
        const ReceiptAddress address = receipt.address();
        numbers.insert(address.number.text);
        locators.insert(address.locator);
        codes.insert(code_text(receipt));
    }
    CHECK(numbers.size() == 100'000);
    CHECK(locators.size() == 100'000);
    CHECK(codes.size() == 100'000);
}

TEST_CASE("everything derived from a secret tells nothing of the rest") {
    base::SeededRandom random(11);
    const ReceiptSecret receipt = ReceiptSecret::make(random);
    const ReceiptAddress address = receipt.address();
    CHECK(receipt.notice_key().id == address.locator);
    CHECK(receipt.notice_key().key.public_key() == address.notice_key);
    CHECK(address.locator != key_id(address.notice_key));
    CHECK(ReceiptAddress::of(address.notice_key) == address);  // the court needs nothing else
    CHECK(ReceiptNumber::parse(address.number.text)->text == address.number.text);
    CHECK(code_text(receipt).find(address.number.text.substr(0, 4)) == std::string::npos);
    // One flipped bit of the secret changes all of it.
    base::Bytes bent(receipt.secret().begin(), receipt.secret().end());
    bent[15] ^= 1;
    const ReceiptAddress other = ReceiptSecret::from(*Secret<16>::from(bent)).address();
    CHECK(other.number != address.number);
    CHECK(other.locator != address.locator);
    CHECK(other.notice_key != address.notice_key);
}

TEST_CASE("typing is forgiven case, blanks, dashes, full width and look-alikes") {
    base::SeededRandom random(12);
    for (int i = 0; i < 300; ++i) {
        const ReceiptSecret receipt = ReceiptSecret::make(random);
        const std::string code = code_text(receipt);
        std::string lower, alike, spaced;
        for (const char character : code) {
            lower += static_cast<char>(character >= 'A' ? character + 32 : character);
            spaced += character;
            spaced += random.next() % 3 == 0 ? "　" : random.next() % 2 == 0 ? " " : "\n";
            switch (character) {
                case '0': alike += random.next() % 2 == 0 ? "O" : "o"; break;
                case '1': alike += random.next() % 2 == 0 ? "I" : "l"; break;
                case '2': alike += "z"; break;
                case '5': alike += "S"; break;
                case '8': alike += "B"; break;
                case 'V': alike += "U"; break;
                case '-': alike += "——"; break;
                default: alike += character;
            }
        }
        for (const std::string& typed :
             {lower, alike, spaced, full_width(code), full_width(lower), "cyr1 " + lower, "  " + code + "。"}) {
            CHECK_MESSAGE(is(ReceiptSecret::parse(typed), receipt), typed);
        }
        const std::string number = receipt.address().number.text;
        CHECK(ReceiptNumber::parse(full_width(number))->text == number);
    }
}

TEST_CASE("every single wrong character of a code is noticed, and its group is named") {
    base::SeededRandom random(13);
    for (int i = 0; i < 30; ++i) {
        const ReceiptSecret receipt = ReceiptSecret::make(random);
        const std::string code = code_text(receipt);
        CHECK(ReceiptSecret::suspicious_groups(code).empty());
        for (std::size_t at = 0; at < code.size(); ++at) {
            if (code[at] == '-') continue;
            for (const char wrong : kReceiptAlphabet) {
                if (wrong == code[at]) continue;
                std::string typed = code;
                typed[at] = wrong;
                const base::Result<ReceiptSecret> parsed = ReceiptSecret::parse(typed);
                REQUIRE(code_of(parsed) == "receipt.check");
                CHECK(ReceiptSecret::suspicious_groups(typed) == std::vector<int>{static_cast<int>(at / 5) + 1});
                CHECK(parsed.error().message.find("group " + std::to_string(at / 5 + 1)) != std::string::npos);
            }
        }
    }
}

TEST_CASE("any two wrong characters, exchanged characters and exchanged groups of a code are noticed") {
    base::SeededRandom random(14);
    const ReceiptSecret receipt = ReceiptSecret::make(random);
    const std::string code = code_text(receipt);
    for (int i = 0; i < 20'000; ++i) {
        std::string typed = code;
        for (int change = 0; change < 2; ++change) {
            const std::size_t at = random.next() % code.size();
            if (typed[at] != '-') typed[at] = kReceiptAlphabet[random.next() % kReceiptAlphabet.size()];
        }
        CHECK((typed == code) == ReceiptSecret::parse(typed).has_value());
    }
    for (std::size_t a = 0; a < code.size(); ++a) {
        for (std::size_t b = a + 1; b < code.size(); ++b) {
            std::string typed = code;
            std::swap(typed[a], typed[b]);
            if (typed != code && code[a] != '-' && code[b] != '-')
                CHECK(code_of(ReceiptSecret::parse(typed)) == "receipt.check");
        }
    }
    for (std::size_t a = 0; a < 8; ++a) {
        for (std::size_t b = a + 1; b < 8; ++b) {
            std::string typed = code;
            for (std::size_t i = 0; i < 4; ++i)
                std::swap(typed[5 * a + i], typed[5 * b + i]);
            CHECK(code_of(ReceiptSecret::parse(typed)) == "receipt.check");
        }
    }
}

TEST_CASE("every wrong character and every exchange in a receipt's number is noticed") {
    base::SeededRandom random(15);
    for (int i = 0; i < 200; ++i) {
        const std::string number = ReceiptSecret::make(random).address().number.text;
        REQUIRE(number.size() == 15);
        for (std::size_t at = 0; at < number.size(); ++at) {
            if (number[at] == '-') continue;
            for (const char wrong : kReceiptAlphabet) {
                std::string typed = number;
                typed[at] = wrong;
                CHECK((typed == number) == ReceiptNumber::parse(typed).has_value());
            }
            for (std::size_t other = at + 1; other < number.size(); ++other) {
                std::string typed = number;
                std::swap(typed[at], typed[other]);
                if (number[other] != '-' && typed != number)
                    CHECK(ReceiptNumber::parse(typed).error().code == "receipt.number");
            }
        }
    }
    CHECK(ReceiptNumber::parse("").error().code == "receipt.number");
}

TEST_CASE("what is no code is refused with a sentence of its own") {
    base::SeededRandom random(16);
    const ReceiptSecret receipt = ReceiptSecret::make(random);
    const std::string code = code_text(receipt);
    CHECK(code_of(ReceiptSecret::parse("")) == "receipt.empty");
    CHECK(code_of(ReceiptSecret::parse(" - ")) == "receipt.empty");
    CHECK(code_of(ReceiptSecret::parse(code.substr(1))) == "receipt.length");
    CHECK(code_of(ReceiptSecret::parse(code + "0")) == "receipt.length");
    CHECK(code_of(ReceiptSecret::parse(std::string(1000, '0'))) == "receipt.length");
    CHECK(code_of(ReceiptSecret::parse(receipt.address().number.text)) == "receipt.is_number");
    CHECK(code_of(ReceiptSecret::parse("法院" + code)) == "receipt.character");
    CHECK(code_of(ReceiptSecret::parse("\xFF" + code)) == "receipt.character");
    CHECK(code_of(ReceiptSecret::parse("HTTPS://EXAMPLE/" + code)) != "parsed");
    // The greatest code of base 29 is beyond 64 bits: with right checks it is still no secret's code.
    CHECK(code_of(ReceiptSecret::parse(std::string(32, 'Y'))) == "receipt.check");
    CHECK(ReceiptSecret::parse("HTTPS").error().message.find("HTTPS") == std::string::npos);
}

TEST_CASE("no text makes the parser do anything but answer") {
    base::SeededRandom random(17);
    for (int i = 0; i < 20'000; ++i) {
        base::Bytes noise(random.next() % 60);
        random.fill(noise);
        CHECK_FALSE(ReceiptSecret::parse(base::as_text(noise)).has_value());
        CHECK_FALSE(ReceiptNumber::parse(base::as_text(noise)).has_value());
    }
}
