#pragma once

#include "core/indicators/movingaverage.h"

namespace bellwether::builtin {

/// Volume of a bar as a multiple of the average of the last `period` bars, itself among them; 0 where nothing traded in
/// all of them or the average is not known yet, so that only a threshold of 0 accepts data without volume.
class VolumeRatio {
public:
    explicit VolumeRatio(int period) : m_mean(period) {}

    double update(double volume)
    {
        const double mean = m_mean.update(volume);
        return m_value = mean > 0 ? volume / mean : 0;
    }
    double value() const { return m_value; }

private:
    Sma m_mean;
    double m_value = 0;
};

} // namespace bellwether::builtin
