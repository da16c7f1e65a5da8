#pragma once

namespace bellwether {

#if defined(__x86_64__) && defined(__GNUC__)

/// Whether the processor has the instructions runWide() is compiled for.
inline bool hasWideInstructions()
{
    static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    return has;
}

/// `kernel`, with all it calls, compiled for AVX2 with fused multiply-add. A recursion e·q + k·x is then one instruction
/// on the chain from bar to bar instead of two. One attribute here instead of a file per instruction set, because inline
/// functions of such a file could be picked by the linker for the whole program.
template <typename Kernel> [[gnu::target("avx2,fma"), gnu::flatten]] void runWide(Kernel &kernel) { kernel(); }

/// Runs a loop in the best form this processor has.
template <typename Kernel> void runKernel(Kernel &&kernel)
{
    if (hasWideInstructions())
        runWide(kernel);
    else
        kernel();
}

#else

template <typename Kernel> void runKernel(Kernel &&kernel) { kernel(); }

#endif

} // namespace bellwether
