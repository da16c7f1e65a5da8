#include "ui/shell/layoutstore.h"

#include "ui/shell/uisettings.h"

#include <QHeaderView>
#include <QMainWindow>
#include <QSplitter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {


QByteArray bytesOf(const QString &text) { return QByteArray::fromBase64(text.toLatin1()); }
QString textOf(const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)); }
QString columnsKey(const QTableView *table) { return u"ui.columns_"_s + table->objectName(); }
QString splitterKey(const QSplitter *splitter) { return u"ui.splitter_"_s + splitter->objectName(); }

} // namespace

LayoutStore::LayoutStore(const QString &path) : m_path(path)
{
    if (path.isEmpty())
        return;
    if (auto loaded = Settings::load(path))
        m_settings = std::move(*loaded);
    else
        m_error = loaded.error();
}

bool LayoutStore::restore(QMainWindow &window) const
{
    const QString layout = m_settings.value(uisettings::layout);
    if (layout.isEmpty())
        return false;
    // Qt moves a window back onto a screen that is there.
    window.restoreGeometry(bytesOf(m_settings.value(uisettings::geometry)));
    const bool isRestored = window.restoreState(bytesOf(layout), layoutVersion);
    restoreParts(window);
    return isRestored;
}

void LayoutStore::restoreParts(const QWidget &part) const
{
    for (QTableView *table : part.findChildren<QTableView *>()) {
        if (const QString state = m_settings.values().value(columnsKey(table)); !state.isEmpty())
            table->horizontalHeader()->restoreState(bytesOf(state));
    }
    for (QSplitter *splitter : part.findChildren<QSplitter *>()) {
        if (const QString state = m_settings.values().value(splitterKey(splitter)); !state.isEmpty())
            splitter->restoreState(bytesOf(state));
    }
}

void LayoutStore::take(const QMainWindow &window, const QByteArray &docks)
{
    set(uisettings::geometry.key, textOf(window.saveGeometry()));
    set(uisettings::layout.key, textOf(docks.isEmpty() ? window.saveState(layoutVersion) : docks));
    for (const QTableView *table : window.findChildren<QTableView *>())
        set(columnsKey(table), textOf(table->horizontalHeader()->saveState()));
    for (const QSplitter *splitter : window.findChildren<QSplitter *>())
        set(splitterKey(splitter), textOf(splitter->saveState()));
}

Result<void> LayoutStore::save()
{
    if (m_path.isEmpty())
        return {};
    if (m_error)
        return failure(*m_error);
    for (auto change = m_changes.constBegin(); change != m_changes.constEnd(); ++change) {
        if (m_settings.values().value(change.key()) == change.value())
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

// `name:geometry:state` by name, both parts in base64 and so without a colon; the name too, since it may be anything.
QMap<QString, QString> LayoutStore::layouts() const
{
    QMap<QString, QString> named;
    for (const QString &entry : m_settings.value(uisettings::namedLayouts).split(u';', Qt::SkipEmptyParts))
        named[QString::fromUtf8(bytesOf(entry.section(u':', 0, 0)))] = entry.section(u':', 1);
    return named;
}

Result<void> LayoutStore::saveLayouts(const QMap<QString, QString> &named)
{
    QStringList entries;
    for (auto layout = named.constBegin(); layout != named.constEnd(); ++layout)
        entries.append(textOf(layout.key().toUtf8()) + u':' + layout.value());
    return saveNow({{uisettings::namedLayouts.key.toString(), entries.join(u';')}});
}

QStringList LayoutStore::layoutNames() const { return layouts().keys(); }

Result<void> LayoutStore::saveLayout(const QString &name, const QMainWindow &window)
{
    QMap<QString, QString> named = layouts();
    named[name] = textOf(window.saveGeometry()) + u':' + textOf(window.saveState(layoutVersion));
    return saveLayouts(named);
}

bool LayoutStore::showLayout(const QString &name, QMainWindow &window) const
{
    const QString layout = layouts().value(name);
    if (layout.isEmpty())
        return false;
    window.restoreGeometry(bytesOf(layout.section(u':', 0, 0)));
    return window.restoreState(bytesOf(layout.section(u':', 1)), layoutVersion);
}

Result<void> LayoutStore::deleteLayout(const QString &name)
{
    QMap<QString, QString> named = layouts();
    named.remove(name);
    return saveLayouts(named);
}

} // namespace bellwether
