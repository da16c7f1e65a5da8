#pragma once

#include "core/lab/laboratory.h"
#include "ui/models/format.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace bellwether {

class CellTableModel;
class CurveChart;
class DataTable;

/// The runs that are kept: opened again, put side by side, removed.
class RunsPage final : public QWidget {
    Q_OBJECT
public:
    RunsPage(const Theme &theme, const Format &format, Laboratory &lab, QWidget *parent = nullptr);
    /// True where the failure was one of this page.
    bool applyFailure(LabJobId job, const LabFailure &failure);
    DataTable *table() const { return m_table; }

Q_SIGNALS:
    void openWanted(std::int64_t id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void list(const LabKeptRunsPtr &runs);
    std::vector<std::int64_t> selectedIds() const;
    void updateButtons();
    void compare();
    void askDelete();
    void show(const LabComparison &comparison);

    const Theme &m_theme;
    Laboratory &m_lab;
    Format m_format;
    LabKeptRunsPtr m_runs;
    LabJobId m_job = 0;
    bool m_isAsked = false;
    CellTableModel *m_model;
    DataTable *m_table;
    CurveChart *m_curves;
    CellTableModel *m_differences;
    QPushButton *m_open = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_delete = nullptr;
    QLabel *m_status = nullptr;
};

} // namespace bellwether
