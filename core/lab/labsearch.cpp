#include "core/lab/labsearch.h"

#include <cmath>

namespace bellwether {

double combinationsOf(const QStringList &ranges)
{
    double count = 1;
    for (const QString &range : ranges) {
        const QStringList parts = range.section(u'=', -1).split(u':');
        if (parts.size() != 3)
            return notAvailable;
        const double start = parts[0].toDouble();
        const double end = parts[1].toDouble();
        const double step = parts[2].toDouble();
        if (!(step > 0) || !(end >= start))
            return notAvailable;
        count *= std::floor((end - start) / step + 1e-9) + 1;
    }
    return count;
}

} // namespace bellwether
