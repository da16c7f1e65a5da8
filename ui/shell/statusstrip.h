#pragma once

#include "ui/models/format.h"
#include "ui/panels/panel.h"
#include "ui/widgets/lamp.h"

class QLabel;
class QStatusBar;

namespace bellwether {

/// What stands in the status bar: lamps of feed, engine, journal, memory and errors, ticks per second, the mode and the exchange's
/// clock.
class StatusStrip final : public QObject {
    Q_OBJECT
public:
    StatusStrip(const Theme &theme, Format format, QStatusBar *bar);
    void applySnapshot(const DeskSnapshot &snapshot);

private:
    QString memoryHelp(const MemoryView &memory) const;
    QString errorHelp(const std::vector<ErrorRow> &errors) const;

    Format m_format;
    Lamp *m_feed;
    Lamp *m_engine;
    Lamp *m_journal;
    Lamp *m_venue;
    Lamp *m_memory;
    Lamp *m_errors;
    QLabel *m_ticks;
    QLabel *m_strategies;
    QLabel *m_mode;
    QLabel *m_clock;
};

/// Colour of the feed lamp for a feed state word and the age of its last tick.
Lamp::State feedLamp(const QString &state, Duration sinceTick);
Lamp::State engineLamp(EngineState state);
Lamp::State memoryLamp(MemoryLevel level);
/// By the errors of the last hour: bad after one that was given up on.
Lamp::State errorLamp(const std::vector<ErrorRow> &errors, Timestamp now);
/// Of a live desk, for the word of its connection to the venue.
Lamp::State venueLamp(const QString &connection);

} // namespace bellwether
