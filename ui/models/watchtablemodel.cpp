#include "ui/models/watchtablemodel.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace bellwether {

bool WatchTraits::areSame(const WatchRow &a, const WatchRow &b)
{
    return a.last == b.last && a.bid == b.bid && a.ask == b.ask && a.time == b.time && a.isStale == b.isStale
        && a.dayHigh == b.dayHigh && a.dayLow == b.dayLow && a.dayVolume == b.dayVolume
        && a.previousClose == b.previousClose && a.symbol == b.symbol && a.priceDecimals == b.priceDecimals;
}

WatchTableModel::WatchTableModel(Format format, QObject *parent) : RowTableModel(parent), m_format(std::move(format))
{
    m_columns = {
        {tr("Symbol"), tr("Instrument"), false},
        {tr("Trend"), tr("Prices of the last minutes"), false},
        {tr("Last"), tr("Price of the last trade"), true},
        {tr("Chg %"), tr("Last price against the close of the previous trading day"), true},
        {tr("Bid"), tr("Best bid"), true},
        {tr("Ask"), tr("Best ask"), true},
        {tr("High"), tr("Highest price of the day"), true},
        {tr("Low"), tr("Lowest price of the day"), true},
        {tr("Volume"), tr("Volume of the day"), true},
        {tr("Time"), tr("Time of the last update, in the exchange's zone"), true},
    };
    m_elapsed.start();
    m_flashEnd.setSingleShot(true);
    m_flashEnd.setInterval(flashMs);
    connect(&m_flashEnd, &QTimer::timeout, this, [this] { endFlashes(); });
}

QString WatchTableModel::text(const WatchRow &row, int column) const
{
    switch (Column(column)) {
    case SymbolColumn: return row.symbol;
    case TrailColumn: return {};
    case LastColumn: return m_format.price(row.last, row.priceDecimals);
    case ChangeColumn: return m_format.signedPercent(row.changePercent);
    case BidColumn: return m_format.price(row.bid, row.priceDecimals);
    case AskColumn: return m_format.price(row.ask, row.priceDecimals);
    case HighColumn: return m_format.price(row.dayHigh, row.priceDecimals);
    case LowColumn: return m_format.price(row.dayLow, row.priceDecimals);
    case VolumeColumn: return m_format.volume(row.dayVolume);
    case TimeColumn: return m_format.time(row.time);
    case ColumnCount: break;
    }
    return {};
}

QVariant WatchTableModel::sortValue(const WatchRow &row, int column) const
{
    switch (Column(column)) {
    case SymbolColumn: return row.symbol;
    case TrailColumn: return row.changePercent;
    case LastColumn: return row.last.toDouble();
    case ChangeColumn: return row.changePercent;
    case BidColumn: return row.bid.toDouble();
    case AskColumn: return row.ask.toDouble();
    case HighColumn: return row.dayHigh.toDouble();
    case LowColumn: return row.dayLow.toDouble();
    case VolumeColumn: return row.dayVolume;
    case TimeColumn: return qint64(row.time.ns());
    case ColumnCount: break;
    }
    return {};
}

Tone WatchTableModel::tone(const WatchRow &row, int column) const
{
    if (row.isStale && column != SymbolColumn)
        return Tone::Muted;
    if (column == ChangeColumn)
        return toneOf(row.changePercent);
    return column == VolumeColumn || column == TimeColumn ? Tone::Muted : Tone::Flat;
}

QVariant WatchTableModel::help(const WatchRow &row, int) const
{
    const QString last = tr("Last update %1").arg(m_format.dualTime(row.time));
    return row.isStale ? tr("Stale: no update for a while. %1").arg(last) : last;
}

QVariant WatchTableModel::extra(const WatchRow &row, int column, int role) const
{
    if (role == StaleRole)
        return row.isStale;
    if (role == TrailRole && column == TrailColumn)
        return QVariant::fromValue(m_trail.of(row.instrument));
    if (role != FlashRole || column != LastColumn)
        return {};
    const auto flash = m_flashes.find(row.instrument);
    return flash != m_flashes.end() && flash->second.until > m_elapsed.elapsed() ? flash->second.direction : 0;
}

void WatchTableModel::willChange(const WatchRow &before, const WatchRow &after)
{
    if (!m_isFlashing || before.last == after.last)
        return;
    m_flashes[after.instrument] = {after.last > before.last ? 1 : -1, m_elapsed.elapsed() + flashMs};
    if (!m_flashEnd.isActive())
        m_flashEnd.start();
}

void WatchTableModel::endFlashes()
{
    const qint64 now = m_elapsed.elapsed();
    bool areLeft = false;
    for (int i = 0; i < rowCount(); ++i) {
        const auto flash = m_flashes.find(row(i).instrument);
        if (flash == m_flashes.end())
            continue;
        if (flash->second.until > now) {
            areLeft = true;
            continue;
        }
        m_flashes.erase(flash);
        const QModelIndex cell = index(i, LastColumn);
        Q_EMIT dataChanged(cell, cell, {FlashRole});
    }
    if (areLeft)
        m_flashEnd.start();
}

void WatchTableModel::addPrices(const DeskSnapshot &snapshot)
{
    if (m_trail.add(snapshot) && rowCount() > 0)
        Q_EMIT dataChanged(index(0, TrailColumn), index(rowCount() - 1, TrailColumn), {TrailRole});
}

Qt::ItemFlags WatchTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = RowTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

QStringList WatchTableModel::mimeTypes() const { return {u"application/x-bellwether-watch-row"_s}; }

QMimeData *WatchTableModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeTypes().front(), QByteArray::number(indexes.front().row()));
    return data;
}

bool WatchTableModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    bool isNumber = false;
    const int from = data->data(mimeTypes().front()).toInt(&isNumber);
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    if (action != Qt::MoveAction || !isNumber || from < 0 || from >= rowCount())
        return false;
    Q_EMIT rowMoved(from, before);
    return false; // nothing is to be removed where it came from
}

} // namespace bellwether
