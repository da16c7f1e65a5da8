#pragma once

#include "core/lab/laboratory.h"
#include "ui/panels/backtest/setup/strategysection.h"

#include <QScrollArea>

namespace bellwether {

class CostSection;
class DataSection;
class MoneySection;
class RuleSection;
class SymbolPicker;

/// What is to be run: strategies with their parameters, data, period, money, costs, exits, fills. Checks what it can by
/// itself and marks bad input at its field; the rest comes back from the laboratory with the field's name.
class SetupForm final : public QScrollArea {
    Q_OBJECT
public:
    explicit SetupForm(QWidget *parent = nullptr);

    /// Fills strategies and stored series; the choice made before stays where it is still there.
    void setCatalogue(const LabCatalogue &catalogue);
    /// Whether there is something to run on.
    bool hasData() const;
    /// Marks fields that cannot be right and gives the first of them the focus.
    bool check();
    LabRequest request() const;
    void setRequest(const LabRequest &request);
    /// `monthly`, `short-selling`, `comprehensive`; empty for a single run.
    QString preset() const { return m_strategies->preset(); }
    void setPreset(const QString &preset) { m_strategies->setPreset(preset); }
    /// Marks the field the failure is about; false where the form has none of that name.
    bool showFailure(const LabFailure &failure);
    const LabStrategy *strategy() const { return m_strategies->strategy(); }
    SymbolPicker *symbols() const;
    void setFiles(const QStringList &files);
    /// Offers the bars of the chart, which chartWanted() asks for.
    void offerChart();

    /// The form as one line of text, and back.
    QString state() const;
    void restoreState(const QString &text);

Q_SIGNALS:
    void changed();
    void presetChanged();
    void chartWanted();

private:
    template <typename Section> Section *add(QLayout *column);
    void applySizing();
    void reveal(FormSection *section, FormField *field);

    std::optional<LabRequest> m_wanted; ///< kept from the last start, until the catalogue is there
    std::vector<FormSection *> m_sections;
    StrategySection *m_strategies = nullptr;
    DataSection *m_data = nullptr;
    MoneySection *m_money = nullptr;
    CostSection *m_costs = nullptr;
    RuleSection *m_rules = nullptr;
};

} // namespace bellwether
