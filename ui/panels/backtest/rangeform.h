#pragma once

#include "core/lab/labcatalogue.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;

namespace bellwether {

/// Which parameters a search tries, and from where to where: start, end and step of each declared one.
class RangeForm final : public QWidget {
    Q_OBJECT
public:
    explicit RangeForm(QWidget *parent = nullptr);
    void setStrategy(const LabStrategy &strategy);
    /// `name=start:end:step` of the chosen ones.
    QStringList ranges() const;
    /// Combinations of them; NaN where one is empty, 1 where none is chosen.
    double combinations() const;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QString name;
        QCheckBox *box;
        QDoubleSpinBox *start;
        QDoubleSpinBox *end;
        QDoubleSpinBox *step;
    };
    QDoubleSpinBox *makeSpin(const LabParameter &parameter, const QString &part, double value);
    void addRow(const LabParameter &parameter, bool isChosen);
    QGridLayout *m_grid;
    QString m_strategy;
    std::vector<Row> m_rows;
};

} // namespace bellwether
