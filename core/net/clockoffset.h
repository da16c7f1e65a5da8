#pragma once

#include "core/base/timestamp.h"

#include <array>
#include <optional>

namespace bellwether::net {

/// What the venue's clock shows when ours shows something else. A sample is a question for its time: the answer was
/// stamped somewhere between sending and receiving, so the middle is off by half the round trip at most, and of the last
/// samples the one with the shortest round trip counts.
class ClockOffset {
public:
    /// `sent` and `received` by our clock. A sample whose answer came before the question is passed over.
    void add(Timestamp sent, Timestamp venue, Timestamp received)
    {
        if (received < sent)
            return;
        const Duration trip = received - sent;
        m_samples[m_next++ % m_samples.size()] = Sample{venue - (sent + trip / 2), trip / 2};
    }
    /// After a jump of our clock nothing measured before counts.
    void clear() { *this = {}; }

    bool isKnown() const { return best().has_value(); }
    /// Venue time minus ours; zero while unknown.
    Duration offset() const { return best().value_or(Sample{}).offset; }
    /// How wrong offset() may be.
    Duration uncertainty() const { return best().value_or(Sample{}).uncertainty; }
    Timestamp venueTime(Timestamp ours) const { return ours + offset(); }

private:
    struct Sample {
        Duration offset{};
        Duration uncertainty{};
    };
    std::optional<Sample> best() const
    {
        std::optional<Sample> best;
        for (const std::optional<Sample> &sample : m_samples) {
            if (sample && (!best || sample->uncertainty < best->uncertainty))
                best = sample;
        }
        return best;
    }

    std::array<std::optional<Sample>, 8> m_samples;
    std::size_t m_next = 0;
};

} // namespace bellwether::net
