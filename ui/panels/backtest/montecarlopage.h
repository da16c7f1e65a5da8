#pragma once

#include "core/lab/laboratory.h"
#include "ui/models/format.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace bellwether {

class CellTableModel;
class FanChart;
class FormField;
class HistogramChart;

/// What else could have become of the run: its trades or days drawn again ten thousand times.
class MonteCarloPage final : public QWidget {
    Q_OBJECT
public:
    MonteCarloPage(const Theme &theme, Laboratory &lab, QWidget *parent = nullptr);
    void setReport(const LabReportPtr &report, const Format &format);
    /// True where the failure was one of this page.
    bool applyFailure(LabJobId job, const LabFailure &failure);

private:
    QWidget *makeControls();
    FormField *addLine(QHBoxLayout *row, const QString &name, const QString &label, const QString &placeholder, const QString &help);
    void run();
    void setRunning(LabJobId job);
    void show(const LabMonteCarlo &paths);
    void clear();

    Laboratory &m_lab;
    Format m_format;
    LabReportPtr m_report;
    LabJobId m_job = 0;
    QComboBox *m_method = nullptr;
    QMap<QString, FormField *> m_fields;
    QPushButton *m_run = nullptr;
    QPushButton *m_stop = nullptr;
    QLabel *m_summary = nullptr;
    FanChart *m_fan;
    HistogramChart *m_drawdowns;
    CellTableModel *m_percentiles;
};

} // namespace bellwether
