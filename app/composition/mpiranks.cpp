#include "app/composition/mpiranks.h"

#include <cstdlib>

#ifdef BELLWETHER_HAS_MPI
// The C interface alone; the C++ one was taken out of the standard.
#define OMPI_SKIP_MPICXX 1
#define MPICH_SKIP_MPICXX 1
#include <mpi.h>
#endif

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// What Open MPI, MPICH and Slurm tell the processes that they start.
bool isStartedWithOthers()
{
    for (const char *name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"})
        if (const char *size = std::getenv(name); size && std::atoi(size) > 1)
            return true;
    return false;
}

#ifdef BELLWETHER_HAS_MPI
class MpiRanks final : public Ranks {
public:
    MpiRanks()
    {
        MPI_Comm_rank(MPI_COMM_WORLD, &m_rank);
        MPI_Comm_size(MPI_COMM_WORLD, &m_count);
    }
    ~MpiRanks() override { MPI_Finalize(); }
    MpiRanks(const MpiRanks &) = delete;

    int rank() const override { return m_rank; }
    int count() const override { return m_count; }
    std::vector<QByteArray> exchange(const QByteArray &mine) override
    {
        const int size = int(mine.size());
        std::vector<int> sizes(std::size_t(m_count), 0);
        MPI_Allgather(&size, 1, MPI_INT, sizes.data(), 1, MPI_INT, MPI_COMM_WORLD);
        std::vector<int> starts(std::size_t(m_count), 0);
        for (std::size_t i = 1; i < starts.size(); ++i)
            starts[i] = starts[i - 1] + sizes[i - 1];
        QByteArray all(qsizetype(starts.back()) + sizes.back(), Qt::Uninitialized);
        MPI_Allgatherv(mine.constData(), size, MPI_CHAR, all.data(), sizes.data(), starts.data(), MPI_CHAR, MPI_COMM_WORLD);
        std::vector<QByteArray> parts;
        for (std::size_t i = 0; i < starts.size(); ++i)
            parts.push_back(all.mid(starts[i], sizes[i]));
        return parts;
    }

private:
    int m_rank = 0;
    int m_count = 1;
};
#endif

} // namespace

Result<std::unique_ptr<Ranks>> startedRanks()
{
    if (!isStartedWithOthers())
        return std::unique_ptr<Ranks>();
#ifdef BELLWETHER_HAS_MPI
    int provided = 0;
    if (MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided) != MPI_SUCCESS || provided < MPI_THREAD_FUNNELED)
        return failure(ErrorCode::Unsupported, u"MPI does not start with threads"_s);
    return std::unique_ptr<Ranks>(std::make_unique<MpiRanks>());
#else
    return failure(ErrorCode::Unsupported, u"started by mpirun, but built without MPI"_s);
#endif
}

} // namespace bellwether
