#include "ui/shell/statusstrip.h"

#include "ui/models/signaltablemodel.h"

#include <QCoreApplication>
#include <QLabel>
#include <QStatusBar>
#include <QStyle>

#include <array>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr Duration staleAfter = std::chrono::seconds(10);

// Words of feeds and venues, which know no translations.
[[maybe_unused]] constexpr std::array lampWords{
    QT_TRANSLATE_NOOP("Lamp", "simulated market"), QT_TRANSLATE_NOOP("Lamp", "replay"),   QT_TRANSLATE_NOOP("Lamp", "stopped"),
    QT_TRANSLATE_NOOP("Lamp", "connecting"),       QT_TRANSLATE_NOOP("Lamp", "connected"), QT_TRANSLATE_NOOP("Lamp", "live"),
    QT_TRANSLATE_NOOP("Lamp", "paused"),           QT_TRANSLATE_NOOP("Lamp", "stale"),    QT_TRANSLATE_NOOP("Lamp", "finished"),
    QT_TRANSLATE_NOOP("Lamp", "failed"),           QT_TRANSLATE_NOOP("Lamp", "down"),     QT_TRANSLATE_NOOP("Lamp", "suspended"),
};
QString lampText(const QString &word) { return QCoreApplication::translate("Lamp", word.toUtf8().constData()); }

QString engineText(EngineState state)
{
    switch (state) {
    case EngineState::Idle: return StatusStrip::tr("Engine idle");
    case EngineState::Starting: return StatusStrip::tr("Engine starting");
    case EngineState::Running: return StatusStrip::tr("Engine running");
    case EngineState::Degraded: return StatusStrip::tr("Engine degraded");
    case EngineState::Stopping: return StatusStrip::tr("Engine stopping");
    case EngineState::Stopped: return StatusStrip::tr("Engine stopped");
    case EngineState::Faulted: return StatusStrip::tr("Engine at fault");
    }
    return {};
}

QString memoryText(MemoryLevel level)
{
    switch (level) {
    case MemoryLevel::Low: return StatusStrip::tr("Memory");
    case MemoryLevel::Medium: return StatusStrip::tr("Memory: medium");
    case MemoryLevel::High: return StatusStrip::tr("Memory: high");
    case MemoryLevel::Critical: return StatusStrip::tr("Memory: critical");
    }
    return {};
}

QString classText(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::Network: return StatusStrip::tr("Network");
    case ErrorClass::Api: return StatusStrip::tr("Venue's interface");
    case ErrorClass::Data: return StatusStrip::tr("Data");
    case ErrorClass::Trading: return StatusStrip::tr("Trading");
    case ErrorClass::System: return StatusStrip::tr("System");
    }
    return {};
}

std::uint64_t errorsOfTheHour(const std::vector<ErrorRow> &errors)
{
    std::uint64_t count = 0;
    for (const ErrorRow &row : errors)
        count += row.lastHour;
    return count;
}

} // namespace

Lamp::State memoryLamp(MemoryLevel level)
{
    switch (level) {
    case MemoryLevel::Low:
    case MemoryLevel::Medium: return Lamp::State::Good;
    case MemoryLevel::High: return Lamp::State::Warning;
    case MemoryLevel::Critical: break;
    }
    return Lamp::State::Bad;
}

Lamp::State errorLamp(const std::vector<ErrorRow> &errors, Timestamp now)
{
    Lamp::State worst = Lamp::State::Good;
    for (const ErrorRow &row : errors) {
        if (row.lastHour == 0)
            continue;
        const bool isGivenUp = row.lastRecovery == ErrorRecovery::Stop && now - row.lastAt < std::chrono::hours(1);
        worst = std::max(worst, isGivenUp ? Lamp::State::Bad : Lamp::State::Warning);
    }
    return worst;
}

QString StatusStrip::memoryHelp(const MemoryView &memory) const
{
    const auto mebibytes = [this](std::int64_t bytes) { return m_format.number(double(bytes) / (1 << 20), 0); };
    QString text = tr("%1 MiB of %2 MiB are in use, %3 MiB are free on the machine")
                       .arg(mebibytes(memory.residentBytes), mebibytes(memory.limitBytes), mebibytes(memory.availableBytes));
    if (!memory.shed.isEmpty())
        text += u'\n' + memory.shed;
    return text;
}

QString StatusStrip::errorHelp(const std::vector<ErrorRow> &errors) const
{
    QStringList lines{tr("Errors of the last hour, and since the start with what was done about them")};
    for (const ErrorRow &row : errors) {
        lines += tr("%1: %2, since the start %3 (tried again %4, waited %5, given up %6)")
                     .arg(classText(row.errorClass)).arg(row.lastHour).arg(row.count).arg(row.recoveries[0]).arg(row.recoveries[1]).arg(row.recoveries[2]);
        if (row.count > 0)
            lines += u"    %1  %2"_s.arg(m_format.time(row.lastAt), row.lastText);
    }
    return lines.join(u'\n');
}

Lamp::State feedLamp(const QString &state, Duration sinceTick)
{
    if (state == u"failed"_s || state == u"stopped"_s)
        return Lamp::State::Bad;
    if (state == u"live"_s)
        return sinceTick > staleAfter ? Lamp::State::Warning : Lamp::State::Good;
    return state == u"finished"_s ? Lamp::State::Off : Lamp::State::Warning;
}

Lamp::State engineLamp(EngineState state)
{
    switch (state) {
    case EngineState::Running: return Lamp::State::Good;
    case EngineState::Faulted: return Lamp::State::Bad;
    case EngineState::Degraded:
    case EngineState::Starting:
    case EngineState::Stopping: return Lamp::State::Warning;
    case EngineState::Idle:
    case EngineState::Stopped: break;
    }
    return Lamp::State::Off;
}

Lamp::State venueLamp(const QString &connection)
{
    if (connection == u"connected"_s)
        return Lamp::State::Good;
    return connection == u"down"_s ? Lamp::State::Bad : Lamp::State::Warning;
}

StatusStrip::StatusStrip(const Theme &theme, Format format, QStatusBar *bar)
    : QObject(bar), m_format(std::move(format)), m_feed(new Lamp(theme, bar)), m_engine(new Lamp(theme, bar)),
      m_journal(new Lamp(theme, bar)), m_venue(new Lamp(theme, bar)), m_memory(new Lamp(theme, bar)), m_errors(new Lamp(theme, bar)),
      m_ticks(new QLabel(bar)), m_strategies(new QLabel(bar)), m_mode(new QLabel(bar)), m_clock(new QLabel(bar))
{
    m_venue->setObjectName(u"venueLamp"_s);
    m_venue->hide(); // paper has no way to a venue
    m_mode->setObjectName(u"statusMode"_s);
    m_mode->setProperty("kind", u"badge"_s);
    m_clock->setObjectName(u"statusClock"_s);
    m_clock->setAccessibleName(tr("Clock"));
    bar->setSizeGripEnabled(false);
    m_memory->setObjectName(u"memoryLamp"_s);
    m_errors->setObjectName(u"errorLamp"_s);
    for (QLabel *label : {m_ticks, m_strategies, m_clock})
        label->setProperty("tone", u"muted"_s);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_feed, m_ticks, m_venue, m_engine, m_strategies, m_journal, m_memory, m_errors, m_clock, m_mode})
        bar->addPermanentWidget(widget);
}

void StatusStrip::applySnapshot(const DeskSnapshot &snapshot)
{
    const HealthView &health = snapshot.health;
    m_feed->set(feedLamp(health.feedState, snapshot.time - health.lastTickAt),
                u"%1: %2"_s.arg(lampText(health.feedName), lampText(health.feedState)),
                tr("Last tick %1").arg(m_format.dualTime(health.lastTickAt)));
    m_venue->setVisible(snapshot.mode == RunMode::Live);
    m_venue->set(venueLamp(snapshot.venue.connection), tr("Venue: %1").arg(lampText(snapshot.venue.connection)), snapshot.venue.connectionReason);
    m_ticks->setText(tr("%1 ticks/s").arg(m_format.number(health.ticksPerSecond, 0)));
    m_engine->set(engineLamp(snapshot.state), engineText(snapshot.state),
                  snapshot.stateReason.isEmpty() ? tr("%1 events wait").arg(health.inboxDepth) : snapshot.stateReason);
    m_strategies->setText(health.strategiesStopped > 0
                              ? tr("Strategies: %1, stopped: %2").arg(health.strategiesRunning).arg(health.strategiesStopped)
                              : tr("Strategies: %1").arg(health.strategiesRunning));
    m_journal->set(health.isJournalHealthy ? Lamp::State::Good : Lamp::State::Bad,
                   health.isJournalHealthy ? tr("Journal") : tr("Journal failed"),
                   tr("%1 records wait to be written").arg(health.journalPending));
    m_memory->set(memoryLamp(health.memory.level), memoryText(health.memory.level), memoryHelp(health.memory));
    m_errors->set(errorLamp(health.errors, snapshot.time), tr("Errors: %1").arg(errorsOfTheHour(health.errors)), errorHelp(health.errors));
    m_clock->setText(m_format.time(snapshot.time) + u' ' + m_format.zone().name);
    if (const QString mode = toString(snapshot.mode); m_mode->property("state").toString() != mode) {
        m_mode->setProperty("state", mode);
        m_mode->setText(modeText(snapshot.mode));
        m_mode->style()->unpolish(m_mode);
        m_mode->style()->polish(m_mode);
    }
}

} // namespace bellwether
