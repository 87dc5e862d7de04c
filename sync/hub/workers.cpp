#include "sync/hub/workers.hpp"

#include <algorithm>

#include "sync/os/clock.hpp"

namespace courtyard::hub {

namespace {

constexpr std::size_t kCommitBytesMax = 16u << 20;  // of one transaction; a single request may be larger
constexpr std::size_t kCommitJobsMax = 1024;

}  // namespace

Workers::Workers(Service& service, Rosters& rosters, std::unique_ptr<Store> writer, std::unique_ptr<Store> reader,
                 Appended appended)
    : service_(service),
      rosters_(rosters),
      writer_(std::move(writer)),
      reader_(std::move(reader)),
      appended_(std::move(appended)),
      write_thread_([this] { write_loop(); }),
      read_thread_([this] { read_loop(); }) {}

void Workers::write(Job job, Wrote done) {
    const std::lock_guard guard(mutex_);
    writes_.push_back({std::move(job), std::move(done)});
    has_writes_.notify_one();
}

void Workers::read(Job job, Read done) {
    const std::lock_guard guard(mutex_);
    reads_.push_back({std::move(job), std::move(done)});
    has_reads_.notify_one();
}

void Workers::stop() {
    {
        const std::lock_guard guard(mutex_);
        is_stopping_ = true;
    }
    has_writes_.notify_all();
    has_reads_.notify_all();
    if (write_thread_.joinable()) write_thread_.join();
    if (read_thread_.joinable()) read_thread_.join();
}

void Workers::write_loop() {
    for (;;) {
        std::vector<WriteTicket> tickets;
        {
            std::unique_lock lock(mutex_);
            has_writes_.wait(lock, [this] { return is_stopping_ || !writes_.empty(); });
            if (writes_.empty()) return;
            std::size_t bytes = 0;
            while (!writes_.empty() && bytes < kCommitBytesMax && tickets.size() < kCommitJobsMax) {
                bytes += writes_.front().job.body.size();
                tickets.push_back(std::move(writes_.front()));
                writes_.pop_front();
            }
        }
        commit(std::move(tickets));
    }
}

// An older roster must stay refused after a restart too: what was used is remembered before anything is done under it.
void Workers::remember_rosters() {
    std::map<std::string, std::uint32_t> versions = rosters_.versions();
    if (versions == roster_versions_) return;
    for (const auto& [court, version] : versions) {
        if (!writer_->see_roster(court, version)) return;  // tried again with the next write
    }
    roster_versions_ = std::move(versions);
}

void Workers::commit(std::vector<WriteTicket> tickets) {
    remember_rosters();
    std::vector<Job> jobs;
    jobs.reserve(tickets.size());
    for (WriteTicket& ticket : tickets)
        jobs.push_back(std::move(ticket.job));
    auto written = service_.commit(jobs, *writer_, os::now());
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        if (!written) {
            tickets[i].done(std::move(jobs[i]), tl::unexpected(written.error()));
            continue;
        }
        Written& each = (*written)[i];
        if (each.appended > 0) appended_(*jobs[i].mailbox(), each.head);
        tickets[i].done(std::move(jobs[i]), std::move(each));
    }
}

void Workers::read_loop() {
    for (;;) {
        std::unique_lock lock(mutex_);
        has_reads_.wait(lock, [this] { return is_stopping_ || !reads_.empty(); });
        if (reads_.empty()) return;
        ReadTicket ticket = std::move(reads_.front());
        reads_.pop_front();
        lock.unlock();
        ReadAnswer answer = service_.read(ticket.job, *reader_, os::now());
        ticket.done(std::move(ticket.job), std::move(answer));
    }
}

}  // namespace courtyard::hub
