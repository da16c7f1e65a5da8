#pragma once

#include "core/base/settingspec.h"

#include <QDialog>
#include <QFileDialog>
#include <QMap>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace bellwether {

/// Every declared setting with its help, range and default, made from the declarations: search, reset, import, export.
/// Nothing is written before Save, and nothing at all while one value is wrong.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    /// `values` as the settings file has them. `save` writes the changed ones, an empty text for "back to the default".
    SettingsDialog(std::vector<SettingSpec> specs, QMap<QString, QString> values,
                   std::function<Result<void>(const QMap<QString, QString> &)> save, QWidget *parent);

    /// Values that differ from those the dialog began with.
    QMap<QString, QString> changes() const;
    /// Puts values of an exported file into the editors. Errors: FileUnreadable, BadData, and what a setting refuses.
    Result<void> importFile(const QString &path);
    Result<void> exportFile(const QString &path) const;

private:
    struct Row {
        SettingSpec spec;
        QWidget *whole = nullptr;
        QWidget *group = nullptr;              ///< heading of its section
        std::function<QString()> value;
        std::function<void(const QString &)> setValue;
        QPushButton *reset = nullptr;
        QString before;
    };
    void addRow(QVBoxLayout *layout, SettingSpec spec, QWidget *group);
    QWidget *addEditor(Row &row);
    void filter(const QString &words);
    void askFile(QFileDialog::AcceptMode mode, const QString &title, std::function<void(const QString &)> then);
    void check();
    void accept() override;

    std::vector<Row> m_rows;
    QMap<QString, QString> m_values;
    std::function<Result<void>(const QMap<QString, QString> &)> m_save;
    QLabel *m_problem;
    QPushButton *m_saveButton;
};

} // namespace bellwether
