#pragma once

#include "core/lab/labreport.h"
#include "ui/models/format.h"

#include <QWidget>

namespace bellwether {

class CurveChart;

/// The first look at a run: equity with its benchmark and the drawdown under it.
class OverviewPage final : public QWidget {
    Q_OBJECT
public:
    OverviewPage(const Theme &theme, const Format &format, QWidget *parent = nullptr);

    CurveChart *equityChart() const { return m_equity; }
    void setReport(const LabReportPtr &report, const Format &format);
    /// The curve of a run that is under way.
    void showProgress(const LabProgress &progress);
    void clear();

private:
    CurveChart *m_equity;
};

} // namespace bellwether
