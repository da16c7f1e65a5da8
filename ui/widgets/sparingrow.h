#pragma once

#include <QWidget>

#include <functional>
#include <vector>

namespace bellwether {

/// Does without parts of a bar where it is too narrow for all of them: takes step after step until the layout of the bar
/// fits, and takes them back as the bar grows. The bar is its parent and says itself how narrow it can be at the least.
class SparingRow final : public QObject {
    Q_OBJECT
public:
    explicit SparingRow(QWidget *bar);

    /// `step(true)` takes the step, `step(false)` takes it back. Steps are taken in the order in which they were added.
    void addStep(std::function<void(bool)> step) { m_steps.push_back(std::move(step)); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool fits() const;
    void fit();

    QWidget *m_bar;
    std::vector<std::function<void(bool)>> m_steps;
    std::size_t m_taken = 0;
    bool m_isFitting = false;
};

} // namespace bellwether
