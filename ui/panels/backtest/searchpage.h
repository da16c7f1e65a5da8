#pragma once

#include "core/lab/laboratory.h"
#include "ui/models/celltablemodel.h"
#include "ui/models/format.h"
#include "ui/widgets/savepath.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace bellwether {

class DataTable;
class HeatGrid;
class RangeForm;
class StepChart;

/// The optimiser: ranges on the left; on the right the best so far while it goes, then all that was tried, how it came
/// there, and a map over any two parameters with the best neighbourhood framed.
class SearchPage final : public QWidget {
    Q_OBJECT
public:
    SearchPage(const Theme &theme, const Format &format, Laboratory &lab, QWidget *parent = nullptr);

    /// Asked for the run that is searched around when a search starts; none where the form is not right.
    void setSource(std::function<std::optional<LabRequest>()> source) { m_source = std::move(source); }
    void setStrategy(const LabStrategy &strategy);
    /// The search as it is set up; none where the form or a range is not right.
    std::optional<LabSearchRequest> request() const;
    /// Seconds that one run took, for the estimate.
    void setRunSeconds(double seconds);
    bool applyFailure(LabJobId job, const LabFailure &failure);
    bool isRunning() const { return m_job != 0; }
    void setSavePath(SavePath ask) { m_savePath = std::move(ask); }

Q_SIGNALS:
    /// These parameters (`name=value`) are to be run.
    void parametersWanted(const QStringList &parameters);
    void notice(const QString &text);

private:
    QWidget *makeSide();
    QWidget *makeResult(const Theme &theme);
    void start();
    void setRunning(LabJobId job);
    void showEstimate();
    void applyProgress(const LabSearchProgress &progress);
    void show(const LabSearchPtr &search);
    void showTrials();
    void showMap();
    void setColumns(const QStringList &names);
    CellTableModel::Row rowOf(const LabTrial &trial, std::int64_t run, bool isPlateau) const;
    void exportCsv();
    QStringList constraints() const;

    Laboratory &m_lab;
    Format m_format;
    std::function<std::optional<LabRequest>()> m_source;
    SavePath m_savePath = askSavePath;
    LabJobId m_job = 0;
    LabSearchPtr m_search;
    double m_runSeconds = 0;
    quint64 m_mapGeneration = 0;
    QStringList m_names;
    std::vector<CellTableModel::Row> m_live; ///< improvements while the search goes, the newest first
    double m_liveBest = 0;
    RangeForm *m_ranges = nullptr;
    QComboBox *m_objective = nullptr;
    QComboBox *m_method = nullptr;
    QLineEdit *m_samples = nullptr;
    QLineEdit *m_seed = nullptr;
    QLineEdit *m_tradesMin = nullptr;
    QLineEdit *m_drawdownMax = nullptr;
    QLabel *m_estimate = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_status = nullptr;
    CellTableModel *m_model = nullptr;
    DataTable *m_table = nullptr;
    StepChart *m_convergence = nullptr;
    HeatGrid *m_map = nullptr;
    QComboBox *m_mapX = nullptr;
    QComboBox *m_mapY = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace bellwether
