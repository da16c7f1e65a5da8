#pragma once

#include "core/base/settings.h"

#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <functional>

class QMainWindow;

namespace bellwether {

/// The screens that there are, as text: `1920x1080+0+0 2560x1440+1920+0`. Layouts belong to one such set.
QString monitorSet();

/// Reads and writes what the window keeps between runs: at the start, at the end, and, by saveLater(), what must outlive a
/// crash.
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

    /// Takes down what `value` says half a second after the last call for this key, and writes it away from this thread;
    /// save() writes it too. `failed` gets a sentence where it cannot be written, on this thread.
    void saveLater(QStringView key, std::function<QString()> value, std::function<void(const QString &)> failed);

    /// Layouts kept by name.
    QStringList layoutNames() const;
    /// Keeps the window's present layout under a name, in place of an older one of that name.
    Result<void> saveLayout(const QString &name, const QMainWindow &window);
    /// False where there is none of that name, or it does not fit this window.
    bool showLayout(const QString &name, QMainWindow &window) const;
    Result<void> deleteLayout(const QString &name);

    /// The layout last taken on this set of monitors, else the last of all. True where one was there and fits.
    bool restore(QMainWindow &window, const QString &monitors = monitorSet()) const;
    /// Only where one was taken on this very set.
    bool restoreFor(QMainWindow &window, const QString &monitors) const;
    /// Keeps a layout, as showLayout() reads them, for a set of monitors.
    void keepFor(const QString &monitors, const QByteArray &geometry, const QByteArray &docks);
    /// Columns and splitters of a part of the window that came later.
    void restoreParts(const QWidget &part) const;
    /// Takes down geometry, docks, columns and splitters of the window; `docks` in place of its docks where given.
    void take(const QMainWindow &window, const QByteArray &docks = {}, const QString &monitors = monitorSet());
    Result<void> save();
    /// Empty where nothing is kept.
    const QString &path() const { return m_path; }
    const std::optional<Error> &error() const { return m_error; }

private:
    struct Later {
        std::function<QString()> value;
        std::function<void(const QString &)> failed;
    };
    QMap<QString, QString> layouts() const;
    Result<void> saveLayouts(const QMap<QString, QString> &layouts);
    void writeLater();

    QString m_path;
    Settings m_settings;
    QMap<QString, QString> m_changes;
    std::optional<Error> m_error;
    QMap<QString, Later> m_later; ///< waits for the timer
    QTimer m_laterTimer;
    QSet<QString> m_written;      ///< by saveLater(): the file differs from what was read
    QThreadPool m_writer;         ///< one thread, so that writes follow each other
};

} // namespace bellwether
