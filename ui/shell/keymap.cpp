#include "ui/shell/keymap.h"

#include "ui/charts/chartkeys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr QStringView noKey = u"none";

QKeySequence tableKey(const ActionSpec &spec) { return QKeySequence(QString::fromLatin1(spec.shortcut)); }
const ActionSpec &specOf(ActionId id) { return allActions()[std::size_t(id)]; }

} // namespace

QString KeyMap::settingKey(const ActionSpec &spec) { return u"ui.key_"_s + QString::fromLatin1(spec.name); }

KeyMap KeyMap::fromSettings(const QMap<QString, QString> &values)
{
    // Two commands may have swapped their keys, so all are taken first and those given twice go back afterwards.
    KeyMap map;
    for (const ActionSpec &spec : allActions()) {
        const QString text = values.value(settingKey(spec));
        const QKeySequence key = QKeySequence::fromString(text, QKeySequence::PortableText);
        const bool isReadable = key.count() == 1 && key[0].key() != Qt::Key_unknown;
        if (text == noKey)
            map.m_own[spec.id] = {};
        else if (isReadable && key != tableKey(spec))
            map.m_own[spec.id] = key;
    }
    for (const ActionSpec &spec : allActions()) {
        if (map.isChanged(spec.id) && !map.ownerOf(map.keyOf(spec.id), spec.id).isEmpty())
            map.m_own.erase(spec.id);
    }
    return map;
}

QKeySequence KeyMap::keyOf(ActionId id) const
{
    const auto own = m_own.find(id);
    return own != m_own.end() ? own->second : tableKey(specOf(id));
}

QString KeyMap::settingOf(ActionId id) const
{
    const auto own = m_own.find(id);
    if (own == m_own.end())
        return {};
    return own->second.isEmpty() ? noKey.toString() : own->second.toString(QKeySequence::PortableText);
}

QString KeyMap::ownerOf(const QKeySequence &key, ActionId except) const
{
    if (key.isEmpty())
        return {};
    for (const ActionSpec &spec : allActions()) {
        if (spec.id != except && keyOf(spec.id) == key)
            return actionText(spec);
    }
    for (const ChartKey &chart : chartKeys()) {
        if (QKeySequence(chart.key) == key)
            return QCoreApplication::translate("KeyMap", "Chart: %1").arg(chartKeyText(chart));
    }
    return {};
}

Result<void> KeyMap::set(ActionId id, const QKeySequence &key)
{
    if (const QString owner = ownerOf(key, id); !owner.isEmpty()) {
        return failure(ErrorCode::Conflict, QCoreApplication::translate("KeyMap", "%1 is the key of “%2”.")
                                                .arg(key.toString(QKeySequence::NativeText), owner));
    }
    if (key == tableKey(specOf(id)))
        m_own.erase(id);
    else
        m_own[id] = key;
    return {};
}

void KeyMap::reset(ActionId id)
{
    // The key of the table may have gone to another command meanwhile: then this one has none.
    m_own.erase(id);
    if (!ownerOf(tableKey(specOf(id)), id).isEmpty())
        m_own[id] = {};
}

} // namespace bellwether
