// The machine's encrypted store: one repository per noun over one SQLCipher file. Made by the worker, used by one
// thread.
#pragma once

#include <filesystem>
#include <memory>

#include "app/store/case_changes.hpp"
#include "app/store/case_folds.hpp"
#include "app/store/case_records.hpp"
#include "app/store/chain.hpp"
#include "app/store/cursors.hpp"
#include "app/store/database.hpp"
#include "app/store/documents.hpp"
#include "app/store/drafts.hpp"
#include "app/store/facts_ahead.hpp"
#include "app/store/inbox.hpp"
#include "app/store/keyring.hpp"
#include "app/store/late_leads.hpp"
#include "app/store/moments.hpp"
#include "app/store/notices.hpp"
#include "app/store/outbox.hpp"
#include "app/store/transaction.hpp"
#include "app/store/view_log.hpp"
#include "app/store/year_reports.hpp"

namespace courtyard::store {

class Store {
public:
    // `key`: 32 bytes. Errors of Database::open.
    static base::Result<Store> open(const std::filesystem::path& path, base::ByteView key,
                                    const OpenOptions& options = {}) {
        return Store(TRY(Database::open(path, key, options)));
    }

    [[nodiscard]] base::Result<Transaction> begin() { return Transaction::begin(*database_); }
    [[nodiscard]] Database& database() { return *database_; }

    Keyring keyring;
    Chain chain;
    Outbox outbox;
    Inbox inbox;
    CaseRecords case_records;
    CaseKeys case_keys;
    CaseFolds case_folds;
    CaseChanges case_changes;
    ViewLog view_log;
    YearReports year_reports;
    LateLeads late_leads;
    FactsAhead facts_ahead;
    Notices notices;
    Documents documents;
    Drafts drafts;
    Cursors cursors;
    Moments moments;

private:
    explicit Store(std::unique_ptr<Database> database)
        : keyring(*database),
          chain(*database),
          outbox(*database),
          inbox(*database),
          case_records(*database),
          case_keys(*database),
          case_folds(*database),
          case_changes(*database),
          view_log(*database),
          year_reports(*database),
          late_leads(*database),
          facts_ahead(*database),
          notices(*database),
          documents(*database),
          drafts(*database),
          cursors(*database),
          moments(*database),
          database_(std::move(database)) {}

    std::unique_ptr<Database> database_;  // at a fixed address: the repositories point to it
};

}  // namespace courtyard::store
