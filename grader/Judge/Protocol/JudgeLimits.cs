namespace Judge.Protocol;

/// <summary>What one judge process may use before it is stopped.</summary>
/// <param name="WallSeconds">Time by the clock, more than 0.</param>
/// <param name="CpuSeconds">Time of all its processors together, more than 0.</param>
/// <param name="MemoryMegabytes">Heap, and resident memory beyond what the empty judge needs, more than 0.</param>
/// <param name="Threads">Threads that live at one time.</param>
/// <param name="OutputKilobytes">What is kept of standard output and of standard error, each; the rest is dropped.</param>
internal sealed record JudgeLimits(
    double WallSeconds = 60, double CpuSeconds = 60, int MemoryMegabytes = 512, int Threads = 256, int OutputKilobytes = 64);
