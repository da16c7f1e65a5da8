#pragma once

#include "core/lab/laboratory.h"
#include "ui/models/format.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace bellwether {

class CellTableModel;
class CurveChart;

/// Whether the search would have helped: each window is searched, and its winner traded over the bars after it. Ranges,
/// objective and constraints are those of the optimiser.
class WalkForwardPage final : public QWidget {
    Q_OBJECT
public:
    WalkForwardPage(const Theme &theme, const Format &format, Laboratory &lab, QWidget *parent = nullptr);
    /// Asked for the search of every window when a test starts; none where a form is not right.
    void setSource(std::function<std::optional<LabSearchRequest>()> source) { m_source = std::move(source); }
    bool applyFailure(LabJobId job, const LabFailure &failure);

private:
    QWidget *makeBar();
    void start();
    void setRunning(LabJobId job);
    void show(const LabWalkForward &test);

    Laboratory &m_lab;
    Format m_format;
    std::function<std::optional<LabSearchRequest>()> m_source;
    LabJobId m_job = 0;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_windows = nullptr;
    QLineEdit *m_inSample = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_status = nullptr;
    CurveChart *m_equity;
    CellTableModel *m_steps;
};

} // namespace bellwether
