#include "core/research/trialpool.h"

#include <thread>

namespace bellwether {

TrialPool::TrialPool(Setup setup) : m_setup(std::move(setup)), m_started(std::chrono::steady_clock::now()), m_memory(m_setup.jobs)
{
    m_progress.expected = m_setup.expected;
    m_progress.space = &m_setup.space;
}

bool TrialPool::run(std::span<Trial> trials)
{
    std::vector<Trial *> open;
    std::vector<Trial *> known;
    for (Trial &trial : trials) {
        const bool isKnown = !trial.isDone && m_setup.store && m_setup.store->recall(trial);
        if (isKnown)
            m_setup.runner.judge(trial);
        (trial.isDone ? known : open).push_back(&trial);
    }
    m_progress.resumed += known.size();
    note(known);
    const std::size_t batch = m_setup.runner.batchSize();
    const auto others = std::size_t(m_setup.ranks ? m_setup.ranks->count() : 1);
    // Alone, everything is one chunk. With others, results are exchanged after each: few enough to lose little.
    const std::size_t chunkSize = others == 1 ? std::max<std::size_t>(1, open.size()) : others * m_setup.jobs * batch * 2;
    for (std::size_t at = 0; at < open.size() && !m_isCancelled; at += chunkSize) {
        const auto chunk = std::span(open).subspan(at, std::min(chunkSize, open.size() - at));
        if (others == 1) {
            runHere(chunk);
            continue;
        }
        std::vector<Trial *> mine;
        for (std::size_t i = 0; i < chunk.size(); ++i)
            if (i * others / chunk.size() == std::size_t(m_setup.ranks->rank()))
                mine.push_back(chunk[i]);
        runHere(mine);
        exchange(mine, chunk);
    }
    return !m_isCancelled;
}

void TrialPool::runHere(std::span<Trial *const> trials)
{
    // Small shares at the end keep all threads at work, large ones share more columns.
    const std::size_t batch = std::max<std::size_t>(1, std::min(m_setup.runner.batchSize(), trials.size() / (2 * m_setup.jobs) + 1));
    std::atomic<std::size_t> next = 0;
    std::exception_ptr trouble;
    const auto work = [&](std::size_t thread) {
        std::vector<Trial> taken;
        try {
            while (!m_isCancelled) {
                const std::size_t at = next.fetch_add(batch);
                if (at >= trials.size())
                    return;
                const auto share = trials.subspan(at, std::min(batch, trials.size() - at));
                taken.clear();
                for (Trial *trial : share)
                    taken.push_back(std::move(*trial));
                m_setup.runner.run(taken, m_memory[thread]);
                for (std::size_t i = 0; i < share.size(); ++i)
                    *share[i] = std::move(taken[i]);
                note(share);
            }
        } catch (...) {
            const std::scoped_lock lock(m_mutex);
            trouble = std::current_exception();
            m_isCancelled = true;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 1; thread < std::min(m_setup.jobs, (trials.size() + batch - 1) / batch); ++thread)
            threads.emplace_back(work, thread);
        work(0);
    }
    if (trouble)
        std::rethrow_exception(trouble);
}

void TrialPool::note(std::span<Trial *const> done)
{
    const std::scoped_lock lock(m_mutex);
    for (const Trial *trial : done) {
        ++m_progress.done;
        if (m_setup.store)
            m_setup.store->keep(*trial);
        if (trial->isAccepted && (!m_progress.best || m_setup.goal.isBetter(trial->objective, m_best.objective))) {
            m_best = *trial;
            m_progress.best = &m_best;
        }
    }
    if (m_setup.store)
        m_setup.store->flush();
    m_progress.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_started).count();
    if (m_setup.observer && !m_setup.observer(m_progress))
        m_isCancelled = true;
}

void TrialPool::exchange(std::span<Trial *const> mine, std::span<Trial *const> chunk)
{
    QByteArray bytes(1, m_isCancelled ? '1' : '0');
    for (const Trial *trial : mine)
        if (trial->isDone)
            bytes += TrialStore::lineOf(*trial);
    std::map<SearchPoint, Trial *> missing;
    for (Trial *trial : chunk)
        if (!trial->isDone)
            missing.emplace(trial->point, trial);
    std::vector<Trial *> received;
    bool isCancelled = false;
    for (const QByteArray &theirs : m_setup.ranks->exchange(bytes)) {
        isCancelled = isCancelled || theirs.startsWith('1');
        for (const QByteArray &line : theirs.mid(1).split('\n')) {
            auto trial = TrialStore::trialOf(line, mine.empty() ? chunk.front()->point.size() : mine.front()->point.size());
            const auto place = trial ? missing.find(trial->point) : missing.end();
            if (place == missing.end() || place->second->isDone)
                continue;
            *place->second = *std::move(trial);
            m_setup.runner.judge(*place->second);
            received.push_back(place->second);
        }
    }
    note(received);
    m_isCancelled = m_isCancelled || isCancelled;
}

} // namespace bellwether
