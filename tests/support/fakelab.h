#pragma once

#include "core/lab/laboratory.h"

namespace bellwether::test {

/// A laboratory for tests of the window: every request written down, and answers given when the test says so.
class FakeLab final : public Laboratory {
    Q_OBJECT
public:
    FakeLab();

    /// What a fresh profile has: strategies, no history.
    void emptyStore();
    /// A run of `bars` fifteen-minute bars that closed `trades` trades, one after the other: odd ones win 10, even ones
    /// lose 4. `run` is the job that it answers.
    static std::shared_ptr<LabReport> report(LabJobId run, int bars, int trades);
    void finishRun(int bars = 2'000, int trades = 40) { Q_EMIT runFinished(m_lastJob, report(m_lastJob, bars, trades)); }
    void progress(std::int64_t done, std::int64_t total);
    void fail(ErrorCode code, const QString &field, const QString &text) { Q_EMIT failed(m_lastJob, {code, field, text}); }
    LabJobId lastJob() const { return m_lastJob; }

    LabCataloguePtr catalogue() const override { return m_catalogue; }
    void refreshCatalogue() override { Q_EMIT catalogueChanged(m_catalogue); }
    LabJobId startRun(const LabRequest &request) override
    {
        runs.push_back(request);
        return ++m_lastJob;
    }
    LabJobId startPreset(const LabPresetRequest &request) override
    {
        presets.push_back(request);
        return ++m_lastJob;
    }
    LabJobId startMonteCarlo(const LabMonteCarloRequest &request) override
    {
        paths.push_back(request);
        return ++m_lastJob;
    }
    LabJobId startSearch(const LabSearchRequest &request) override
    {
        searches.push_back(request);
        return ++m_lastJob;
    }
    LabJobId startWalkForward(const LabWalkForwardRequest &request) override
    {
        walkForwards.push_back(request);
        return ++m_lastJob;
    }
    void refreshRuns() override { ++listings; }
    LabJobId openRun(std::int64_t id) override
    {
        opened.push_back(id);
        return ++m_lastJob;
    }
    LabJobId compareRuns(const std::vector<std::int64_t> &ids) override
    {
        compared = ids;
        return ++m_lastJob;
    }
    LabJobId deleteRuns(const std::vector<std::int64_t> &ids) override
    {
        deleted = ids;
        return ++m_lastJob;
    }
    void cancel(LabJobId job) override { cancelled.push_back(job); }
    LabJobId exportRun(LabJobId run, LabFormat format, const QString &path) override
    {
        exports.push_back({run, format, path});
        return ++m_lastJob;
    }

    std::vector<LabRequest> runs;
    struct Export {
        LabJobId run = 0;
        LabFormat format = LabFormat::Json;
        QString path;
    };
    std::vector<Export> exports;
    std::vector<LabPresetRequest> presets;
    std::vector<LabMonteCarloRequest> paths;
    std::vector<LabSearchRequest> searches;
    std::vector<LabWalkForwardRequest> walkForwards;
    std::vector<std::int64_t> opened;
    std::vector<std::int64_t> compared;
    std::vector<std::int64_t> deleted;
    std::vector<LabJobId> cancelled;
    int listings = 0;

private:
    LabCataloguePtr m_catalogue;
    LabJobId m_lastJob = 0;
};

} // namespace bellwether::test
