// A paper of a case as the window holds it: pages to look at, and the very bytes that are printed or taken along. Both
// overwrite themselves: no paper of a case lies on this machine's disk.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/flow/photo.hpp"

namespace courtyard::flow {

struct PdfFile {
    base::Bytes pdf;

    explicit PdfFile(base::Bytes bytes) : pdf(std::move(bytes)) {}
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;
    ~PdfFile() { base::wipe(pdf); }
};

struct ShownPaper {
    std::string id;     // of its template
    std::string title;  // as the template says
    std::vector<PixelsRef> pages;
    std::shared_ptr<const PdfFile> file;
    std::vector<std::string> empty;         // what is left to be filled in by hand
    std::vector<std::string> unkind;        // words that somebody typed and that must not be served
    std::vector<std::string> lacking = {};  // codes of characters ("U+2EBF0") that stand on it as marks alone
    std::string signed_under = {};          // the pack under which it was signed, where this laptop has another one
};

}  // namespace courtyard::flow
