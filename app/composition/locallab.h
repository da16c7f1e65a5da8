#pragma once

#include "app/composition/backtestrequest.h"
#include "app/composition/profile.h"
#include "core/backtest/runprogress.h"
#include "core/lab/laboratory.h"

#include <QThreadPool>

#include <atomic>
#include <map>
#include <mutex>

namespace bellwether {

struct RunReport;
class RunStore;

/// Research on this machine, over the history store of a profile and with its limits. Jobs run on threads of its own.
class LocalLab final : public Laboratory {
    Q_OBJECT
public:
    LocalLab(const Profile &profile, const Settings &settings);
    /// Cancels what is going on and waits for it.
    ~LocalLab() override;

    LabCataloguePtr catalogue() const override { return m_catalogue; }
    void refreshCatalogue() override;
    LabJobId startRun(const LabRequest &request) override;
    LabJobId startPreset(const LabPresetRequest &request) override;
    LabJobId startMonteCarlo(const LabMonteCarloRequest &request) override;
    LabJobId startSearch(const LabSearchRequest &request) override;
    LabJobId startWalkForward(const LabWalkForwardRequest &request) override;
    void refreshRuns() override;
    LabJobId openRun(std::int64_t id) override;
    LabJobId compareRuns(const std::vector<std::int64_t> &ids) override;
    LabJobId deleteRuns(const std::vector<std::int64_t> &ids) override;
    void cancel(LabJobId job) override;
    LabJobId exportRun(LabJobId run, LabFormat format, const QString &path) override;

private:
    /// A job as its thread sees it.
    struct Job {
        LabJobId id = 0;
        std::atomic<bool> isCancelled = false;
    };
    using JobPtr = std::shared_ptr<Job>;

    LabJobId start(std::function<void(const JobPtr &)> work);
    void run(const JobPtr &job, const LabRequest &request);
    RunObserver observerOf(const JobPtr &job);
    void finish(const JobPtr &job, const std::shared_ptr<const RunReport> &report, const LabReportPtr &value);
    void keep(const JobPtr &job, const RunReport &report);
    void listRuns(const RunStore &store);
    void fail(const JobPtr &job, const Error &error);
    /// Calls `deed` on the thread of this object.
    template <typename Deed> void post(Deed deed) { QMetaObject::invokeMethod(this, std::move(deed), Qt::QueuedConnection); }

    const BacktestRequest m_base;  ///< bar store and settings
    const QString m_runStorePath;
    const QString m_searchFolder;  ///< state of searches under way
    LabCataloguePtr m_catalogue;
    std::map<LabJobId, JobPtr> m_jobs;
    std::map<LabJobId, std::shared_ptr<const RunReport>> m_reports; ///< the last few, for exports
    LabJobId m_lastJob = 0;
    std::mutex m_runStore; ///< one job at a time: the first creates the file, and no older list comes after a newer one
    QThreadPool m_pool;
};

} // namespace bellwether
