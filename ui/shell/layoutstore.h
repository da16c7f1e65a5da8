#pragma once

#include "core/base/settings.h"

class QMainWindow;

namespace bellwether {

/// Reads and writes what the window keeps between runs; only at start and at the end, never in between.
class LayoutStore {
public:
    /// Of the set of docks; a layout of another version is not restored.
    static constexpr int layoutVersion = 2;

    /// An empty path keeps nothing. A file that cannot be read is reported by error() and never written over.
    explicit LayoutStore(const QString &path);

    QString value(const Setting<QString> &setting) const { return m_settings.value(setting); }
    bool value(const Setting<bool> &setting) const { return m_settings.value(setting).value_or(setting.fallback); }
    double value(const Setting<double> &setting) const { return m_settings.value(setting).value_or(setting.fallback); }
    int value(const Setting<int> &setting) const { return m_settings.value(setting).value_or(setting.fallback); }
    const QMap<QString, QString> &values() const { return m_settings.values(); }
    /// Kept for save().
    void set(QStringView key, const QString &value) { m_changes[key.toString()] = value; }

    /// Written at once, and read from now on; an empty text goes back to the default.
    Result<void> saveNow(const QMap<QString, QString> &changes);

    /// Layouts kept by name.
    QStringList layoutNames() const;
    /// Keeps the window's present layout under a name, in place of an older one of that name.
    Result<void> saveLayout(const QString &name, const QMainWindow &window);
    /// False where there is none of that name, or it does not fit this window.
    bool showLayout(const QString &name, QMainWindow &window) const;
    Result<void> deleteLayout(const QString &name);

    /// True where a layout was there and fits this window.
    bool restore(QMainWindow &window) const;
    /// Columns and splitters of a part of the window that came later.
    void restoreParts(const QWidget &part) const;
    /// Takes down geometry, docks, columns and splitters of the window; `docks` in place of its docks where given.
    void take(const QMainWindow &window, const QByteArray &docks = {});
    Result<void> save();
    const std::optional<Error> &error() const { return m_error; }

private:
    QMap<QString, QString> layouts() const;
    Result<void> saveLayouts(const QMap<QString, QString> &layouts);

    QString m_path;
    Settings m_settings;
    QMap<QString, QString> m_changes;
    std::optional<Error> m_error;
};

} // namespace bellwether
