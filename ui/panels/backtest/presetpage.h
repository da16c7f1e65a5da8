#pragma once

#include "core/lab/labpreset.h"
#include "ui/models/celltablemodel.h"
#include "ui/models/format.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace bellwether {

class CurveChart;
class DataTable;
class HeatGrid;

/// The table of many runs: month by month, short-selling by symbol, or everything ranked; with a map of any of its figures
/// and, by month, the months one after the other. A double click makes the run of a row.
class PresetPage final : public QWidget {
    Q_OBJECT
public:
    PresetPage(const Theme &theme, const Format &format, QWidget *parent = nullptr);

    void show(const LabPresetPtr &table);
    DataTable *table() const { return m_table; }

Q_SIGNALS:
    /// This run is to be made on its own.
    void runWanted(const bellwether::LabRequest &request);

private:
    void showRows();
    void showMap();
    void showMonths();
    QString summary() const;
    void showNotes();
    LabRequest requestOf(const LabPresetRow &row) const;
    bool isMonthly() const;

    const Theme &m_theme;
    Format m_format;
    CellTableModel *m_model;
    DataTable *m_table;
    QLabel *m_status;
    QLabel *m_notes;
    CurveChart *m_curve;
    QWidget *m_curveBox;
    HeatGrid *m_map;
    QComboBox *m_figure;
    LabPresetPtr m_preset;
};

} // namespace bellwether
