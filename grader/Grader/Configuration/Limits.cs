using System.ComponentModel;

namespace Grader.Configuration;

/// <summary>What one judge process may use. All values are 1 or more.</summary>
internal sealed record Limits(
    [property: Description("Seconds of wall-clock time.")]
    int WallSeconds = 60,
    [property: Description("Seconds of processor time, over all threads.")]
    int CpuSeconds = 60,
    [property: Description("Megabytes (2^20 bytes) of managed heap.")]
    int MemoryMegabytes = 512,
    [property: Description("Operating-system threads.")]
    int Threads = 256,
    [property: Description("Kilobytes (2^10 bytes) of standard output and error together.")]
    int OutputKilobytes = 64);
