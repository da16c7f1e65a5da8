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

} // namespace

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
      m_journal(new Lamp(theme, bar)), m_venue(new Lamp(theme, bar)), m_ticks(new QLabel(bar)), m_strategies(new QLabel(bar)), m_mode(new QLabel(bar)),
      m_clock(new QLabel(bar))
{
    m_venue->setObjectName(u"venueLamp"_s);
    m_venue->hide(); // paper has no way to a venue
    m_mode->setObjectName(u"statusMode"_s);
    m_mode->setProperty("kind", u"badge"_s);
    m_clock->setObjectName(u"statusClock"_s);
    m_clock->setAccessibleName(tr("Clock"));
    bar->setSizeGripEnabled(false);
    for (QLabel *label : {m_ticks, m_strategies, m_clock})
        label->setProperty("tone", u"muted"_s);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_feed, m_ticks, m_venue, m_engine, m_strategies, m_journal, m_clock, m_mode})
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
    m_clock->setText(m_format.time(snapshot.time) + u' ' + m_format.zone().name);
    if (const QString mode = toString(snapshot.mode); m_mode->property("state").toString() != mode) {
        m_mode->setProperty("state", mode);
        m_mode->setText(modeText(snapshot.mode));
        m_mode->style()->unpolish(m_mode);
        m_mode->style()->polish(m_mode);
    }
}

} // namespace bellwether
