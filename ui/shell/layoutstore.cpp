#include "ui/shell/layoutstore.h"

#include "ui/shell/uisettings.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QScreen>
#include <QSplitter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QByteArray bytesOf(const QString &text) { return QByteArray::fromBase64(text.toLatin1()); }
QString textOf(const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)); }
QString columnsKey(const QTableView *table) { return u"ui.columns_"_s + table->objectName(); }
QString splitterKey(const QSplitter *splitter) { return u"ui.splitter_"_s + splitter->objectName(); }

// `name:geometry:state` by name, both parts in base64 and so without a colon; the name too, since it may be anything.
QMap<QString, QString> parseLayouts(const QString &text)
{
    QMap<QString, QString> named;
    for (const QString &entry : text.split(u';', Qt::SkipEmptyParts))
        named[QString::fromUtf8(bytesOf(entry.section(u':', 0, 0)))] = entry.section(u':', 1);
    return named;
}

QString toString(const QMap<QString, QString> &named)
{
    QStringList entries;
    for (auto layout = named.constBegin(); layout != named.constEnd(); ++layout)
        entries.append(textOf(layout.key().toUtf8()) + u':' + layout.value());
    return entries.join(u';');
}

bool show(const QString &layout, QMainWindow &window)
{
    if (layout.isEmpty())
        return false;
    window.restoreGeometry(bytesOf(layout.section(u':', 0, 0)));
    return window.restoreState(bytesOf(layout.section(u':', 1)), LayoutStore::layoutVersion);
}

} // namespace

QString monitorSet()
{
    QStringList parts;
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRect place = screen->geometry();
        parts.append(u"%1x%2+%3+%4"_s.arg(place.width()).arg(place.height()).arg(place.x()).arg(place.y()));
    }
    parts.sort(); // whichever was plugged in first
    return parts.join(u' ');
}

LayoutStore::LayoutStore(const QString &path) : m_path(path)
{
    m_writer.setMaxThreadCount(1);
    m_laterTimer.setSingleShot(true);
    m_laterTimer.setInterval(500);
    QObject::connect(&m_laterTimer, &QTimer::timeout, &m_laterTimer, [this] { writeLater(); });
    if (path.isEmpty())
        return;
    if (auto loaded = Settings::load(path))
        m_settings = std::move(*loaded);
    else
        m_error = loaded.error();
}

void LayoutStore::saveLater(QStringView key, std::function<QString()> value, std::function<void(const QString &)> failed)
{
    m_later[key.toString()] = {std::move(value), std::move(failed)};
    if (!m_path.isEmpty() && !m_error)
        m_laterTimer.start();
}

void LayoutStore::writeLater()
{
    const auto later = std::exchange(m_later, {});
    for (auto each = later.constBegin(); each != later.constEnd(); ++each) {
        const QString value = each->value();
        if (m_changes.value(each.key(), m_settings.values().value(each.key())) == value)
            continue;
        m_changes[each.key()] = value;
        m_written.insert(each.key());
        m_writer.start([path = m_path, key = each.key(), value, failed = each->failed, context = &m_laterTimer] {
            if (const auto saved = saveSetting(path, key, value); !saved)
                QMetaObject::invokeMethod(context, [failed, text = saved.error().detail] { failed(text); }, Qt::QueuedConnection);
        });
    }
}

bool LayoutStore::restoreFor(QMainWindow &window, const QString &monitors) const
{
    const QString own = m_changes.value(uisettings::monitorLayouts.key.toString(), m_settings.value(uisettings::monitorLayouts));
    return show(parseLayouts(own).value(monitors), window);
}

void LayoutStore::keepFor(const QString &monitors, const QByteArray &geometry, const QByteArray &docks)
{
    const QString key = uisettings::monitorLayouts.key.toString();
    QMap<QString, QString> bySet = parseLayouts(m_changes.value(key, m_settings.value(uisettings::monitorLayouts)));
    bySet[monitors] = textOf(geometry) + u':' + textOf(docks);
    set(key, toString(bySet));
}

bool LayoutStore::restore(QMainWindow &window, const QString &monitors) const
{
    const QString layout = m_settings.value(uisettings::layout);
    if (layout.isEmpty())
        return false;
    if (restoreFor(window, monitors)) {
        restoreParts(window);
        return true;
    }
    // Qt moves a window back onto a screen that is there.
    window.restoreGeometry(bytesOf(m_settings.value(uisettings::geometry)));
    const bool isRestored = window.restoreState(bytesOf(layout), layoutVersion);
    restoreParts(window);
    return isRestored;
}

void LayoutStore::restoreParts(const QWidget &part) const
{
    for (QTableView *table : part.findChildren<QTableView *>()) {
        // Columns of a table that has another number of them by now would not be where they belong.
        const QString kept = m_settings.values().value(columnsKey(table));
        if (kept.section(u':', 0, 0) == QString::number(table->horizontalHeader()->count()))
            table->horizontalHeader()->restoreState(bytesOf(kept.section(u':', 1)));
    }
    for (QSplitter *splitter : part.findChildren<QSplitter *>()) {
        if (const QString state = m_settings.values().value(splitterKey(splitter)); !state.isEmpty())
            splitter->restoreState(bytesOf(state));
    }
}

void LayoutStore::take(const QMainWindow &window, const QByteArray &docks, const QString &monitors)
{
    const QByteArray geometry = window.saveGeometry();
    const QByteArray places = docks.isEmpty() ? window.saveState(layoutVersion) : docks;
    set(uisettings::geometry.key, textOf(geometry));
    set(uisettings::layout.key, textOf(places));
    keepFor(monitors, geometry, places);
    for (const QTableView *table : window.findChildren<QTableView *>())
        set(columnsKey(table), u"%1:%2"_s.arg(QString::number(table->horizontalHeader()->count()), textOf(table->horizontalHeader()->saveState())));
    for (const QSplitter *splitter : window.findChildren<QSplitter *>())
        set(splitterKey(splitter), textOf(splitter->saveState()));
}

Result<void> LayoutStore::save()
{
    if (m_path.isEmpty())
        return {};
    if (m_error)
        return failure(*m_error);
    m_laterTimer.stop();
    m_later.clear(); // who closes takes everything down again
    m_writer.waitForDone();
    for (auto change = m_changes.constBegin(); change != m_changes.constEnd(); ++change) {
        if (!m_written.contains(change.key()) && m_settings.values().value(change.key()) == change.value())
            continue;
        if (auto saved = saveSetting(m_path, change.key(), change.value()); !saved)
            return saved;
    }
    return {};
}

Result<void> LayoutStore::saveNow(const QMap<QString, QString> &changes)
{
    if (m_error)
        return failure(*m_error);
    m_writer.waitForDone();
    for (auto change = changes.constBegin(); change != changes.constEnd(); ++change) {
        if (!m_path.isEmpty()) {
            if (auto saved = saveSetting(m_path, change.key(), change.value()); !saved)
                return saved;
        }
        m_settings.override(change.key(), change.value());
        m_changes.remove(change.key());
    }
    return {};
}

QMap<QString, QString> LayoutStore::layouts() const { return parseLayouts(m_settings.value(uisettings::namedLayouts)); }

Result<void> LayoutStore::saveLayouts(const QMap<QString, QString> &named)
{
    return saveNow({{uisettings::namedLayouts.key.toString(), toString(named)}});
}

QStringList LayoutStore::layoutNames() const { return layouts().keys(); }

Result<void> LayoutStore::saveLayout(const QString &name, const QMainWindow &window)
{
    QMap<QString, QString> named = layouts();
    named[name] = textOf(window.saveGeometry()) + u':' + textOf(window.saveState(layoutVersion));
    return saveLayouts(named);
}

bool LayoutStore::showLayout(const QString &name, QMainWindow &window) const { return show(layouts().value(name), window); }

Result<void> LayoutStore::deleteLayout(const QString &name)
{
    QMap<QString, QString> named = layouts();
    named.remove(name);
    return saveLayouts(named);
}

} // namespace bellwether
