namespace Grader.Configuration;

/// <summary>What one judge process may use. All values are 1 or more.</summary>
/// <param name="WallSeconds">Seconds of wall-clock time.</param>
/// <param name="CpuSeconds">Seconds of processor time, over all threads.</param>
/// <param name="MemoryMegabytes">Megabytes (2^20 bytes) of managed heap.</param>
/// <param name="Threads">Operating-system threads.</param>
/// <param name="OutputKilobytes">Kilobytes (2^10 bytes) of standard output and error together.</param>
internal sealed record Limits(
    int WallSeconds = 60, int CpuSeconds = 60, int MemoryMegabytes = 512, int Threads = 256, int OutputKilobytes = 64);
