#pragma once

#include "core/lab/labcatalogue.h"
#include "ui/panels/backtest/setup/formsection.h"
#include "ui/panels/backtest/setup/parameterform.h"

class QLabel;

namespace bellwether {

/// Which kind of report is made, and the strategies that share its account, each with its parameters.
class StrategySection final : public FormSection {
    Q_OBJECT
public:
    explicit StrategySection(QWidget *parent = nullptr);

    void setStrategies(const std::vector<LabStrategy> &strategies);
    bool isEmpty() const { return m_strategies.empty(); }
    /// The first of those chosen; null before any is known.
    const LabStrategy *strategy() const { return m_blocks.empty() ? nullptr : strategyOf(m_blocks.front()); }
    /// `monthly`, `short-selling`, `comprehensive`; empty for a single run.
    QString preset() const;
    void setPreset(const QString &preset);
    QWidget *firstEditor() const;

    std::vector<FormField *> fields() const override;
    FormField *field(const LabFailure &failure) const override;
    void check() override;
    void read(LabRequest &request) const override;
    void show(const LabRequest &request) override;

Q_SIGNALS:
    void presetChanged();

private:
    struct Block {
        QWidget *box = nullptr;
        FormField *field = nullptr;
        QComboBox *choice = nullptr;
        QLabel *help = nullptr;
        ParameterForm *parameters = nullptr;
        QString shown;
    };
    void addBlock();
    void setBlockCount(std::size_t count);
    void removeBlock(const QWidget *box);
    void showStrategy(Block &block);
    void applyPreset();
    const LabStrategy *strategyOf(const Block &block) const;

    std::vector<LabStrategy> m_strategies;
    std::vector<Block> m_blocks;
    QComboBox *m_preset;
    QLabel *m_presetHelp;
    QWidget *m_list;
    QToolButton *m_add;
    int m_made = 0; ///< blocks so far, for names that stay apart
};

} // namespace bellwether
